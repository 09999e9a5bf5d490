"""Languages: whether a tag is well formed, what a language is called, and which one is active."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.translation import get_language, gettext

from folkmoot.kit.text import UNDETERMINED

# English as international bodies write it: day before month, 24 hours.
_LOCALES = {"en": "en_001"}
_TAG = re.compile(r"(?:[A-Za-z]{2,3}|und)(?:-[A-Za-z0-9]{2,8}){0,3}")


def is_tag(value: str) -> bool:
    """Whether a value has the form of a BCP 47 tag, such as `en` or `zh-Hans`."""
    return _TAG.fullmatch(value) is not None


def language_name(tag: str, reader: str | None = None) -> str:
    """Return what a language is called in the reader's language, else the tag itself."""
    if tag == UNDETERMINED:
        return gettext("language not stated")
    try:
        shown = Locale.parse((reader or get_language() or "en").replace("-", "_"))
        return Locale.parse(tag.replace("-", "_")).get_display_name(shown) or tag
    except (UnknownLocaleError, ValueError):
        return tag


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
