"""Languages as readers see them: tags, names, directions, and the same page in another language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from folkmoot.kit.text import direction

# English as international bodies write it: day before month, 24 hours.
_LOCALES = {"en": "en_001"}


@dataclass(frozen=True)
class Reading:
    """A language a page can be read in, and where."""

    code: str
    tag: str
    name: str
    direction: str
    href: str
    current: bool


def active() -> str:
    """Return the BCP 47 tag of the active language, `zh-Hans` for Django's `zh-hans`."""
    return tag_of(get_language() or settings.LANGUAGE_CODE)


def tag_of(code: str) -> str:
    """Return a language code as a BCP 47 tag in its usual writing.

    >>> tag_of("zh-hans"), tag_of("pt-br")
    ('zh-Hans', 'pt-BR')
    """
    first, *rest = code.replace("_", "-").split("-")
    cases = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(cases.get(len(part), str.lower)(part) for part in rest)])


@lru_cache(maxsize=64)
def locale_of(tag: str) -> Locale:
    """Return the Babel locale that serves a language, English where there is none."""
    try:
        return Locale.parse(_LOCALES.get(tag, tag), sep="-" if tag not in _LOCALES else "_")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_LOCALES["en"])


def active_locale() -> Locale:
    """Return the Babel locale of the active language."""
    return locale_of(active())


def here(request: HttpRequest | None, code: str) -> str:
    """Return the path of this very page in another language, filters and all."""
    path = request.get_full_path() if request else "/"
    first, _, rest = path.removeprefix("/").partition("/")
    known = {known for known, _ in settings.LANGUAGES}
    return f"/{code}/{rest}" if first in known else f"/{code}/"


def readings(request: HttpRequest | None, offered: list[str]) -> list[Reading]:
    """Return the languages of the interface that the body offers, each with its own name and this page's path."""
    wanted = {code.lower() for code in offered}
    current = get_language()
    return [
        Reading(code, tag_of(code), str(name), direction(tag_of(code)), here(request, code), code == current)
        for code, name in settings.LANGUAGES
        if not wanted or code in wanted or code == current
    ]
