"""What a file says about languages ("de, en", "ger", "zh_Hans"), as BCP 47 tags."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from folkmoot.halls.convene.timetable.importers.document import FileEvent
from folkmoot.kit.text import UNDETERMINED

_SEPARATORS = re.compile(r"[,;/&+\s]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?")


@cache
def language_tag(word: str) -> str | None:
    """Return the BCP 47 tag of an ISO 639 code or tag, None for what is no language.

    >>> language_tag("ger"), language_tag("zh_hans"), language_tag("xx")
    ('de', 'zh-Hans', None)
    """
    found = _TAG.fullmatch(word)
    if found is None:
        return None
    language = found[1].lower()
    aliases: Any = get_global("language_aliases")
    language = str(aliases.get(language, language)).partition("_")[0]
    if language not in _known_languages() or language == UNDETERMINED:
        return None
    parts = (language, found[2] and found[2].title(), found[3] and found[3].upper())
    return "-".join(part for part in parts if part)


@cache
def _known_languages() -> frozenset[str]:
    return frozenset(str(code).partition("_")[0] for code in Locale("en").languages)


def languages_of(event: FileEvent) -> list[str]:
    """Return the languages spoken in a session, each once, in the file's order; unknown words are left out."""
    tags = (language_tag(word) for word in _SEPARATORS.split(event.language) if word)
    return list(dict.fromkeys(tag for tag in tags if tag))


def unknown_languages(event: FileEvent) -> list[str]:
    """Return the words that stand for no language."""
    return [word for word in _SEPARATORS.split(event.language) if word and language_tag(word) is None]


def text_language(event: FileEvent, languages: list[str]) -> str:
    """Return in which language a session's words are taken to be written.

    The one language of the session; else the first of the edition's `languages`; else nobody has said.
    """
    spoken = languages_of(event)
    if len(spoken) == 1 and not unknown_languages(event):
        return spoken[0]
    return next(iter(languages), UNDETERMINED)
