"""Language tags: whether one is well formed, and what a language is called."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language, gettext

from folkmoot.kit.text import UNDETERMINED

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
