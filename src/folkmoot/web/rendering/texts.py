"""Texts in languages as safe HTML that says which language it really is."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from folkmoot.kit.characters import clean_line
from folkmoot.kit.languages import active, language_name
from folkmoot.kit.text import UNDETERMINED, Shown, Text


def shown_of(text: Any) -> Shown:
    """Return what the reader gets of a Text, its JSON form, a plain value or nothing."""
    if isinstance(text, str | int):
        text = Text.of(str(text))
    return (text if isinstance(text, Text) else Text.read(text)).shown_in(active())


def plain(text: Any) -> str:
    """Return the bare value, for titles, attributes and sentences."""
    return clean_line(shown_of(text).value)


def marked(text: Any) -> SafeString:
    """Return the value as HTML, isolated and named where it is not in the reader's language."""
    shown = shown_of(text)
    value = clean_line(shown.value)
    if shown.language == UNDETERMINED:
        return format_html("<bdi>{}</bdi>", value) if value else SafeString("")
    if not shown.foreign or not value:
        return format_html("{}", value)
    return format_html('<span lang="{}" dir="{}">{}</span>', shown.language, shown.direction, value)


def origin(text: Any) -> str:
    """Return what a reader should know about the language of a text; empty where there is nothing to say."""
    shown = shown_of(text)
    if not shown.value:
        return ""
    if shown.machine:
        language = language_name(shown.original)
        return gettext("Machine translation from %(language)s") % {"language": language}
    if not shown.foreign:
        return ""
    return gettext("In %(language)s, the original") % {"language": language_name(shown.language)}
