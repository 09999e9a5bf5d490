"""Texts of a release as they may stand in other people's programs: in one language, without what deceives.

Lines (titles, names) lose what `kit.characters` takes from lines. Texts keep their line breaks and their letters as
they are, and lose only what no format can hold and the overrides of direction (U+202D, U+202E).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import nh3

from folkmoot.audit.programme import TextJSON
from folkmoot.kit.characters import clean_line
from folkmoot.kit.text import UNDETERMINED, Text

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK = re.compile(r"<(?:br\s*/?|/p|/li|/h[1-6]|/ul|/ol|/blockquote|/pre)\s*>\s*", re.IGNORECASE)
_SPACE = re.compile(r"\s")
_GAPS = re.compile(r"\n{3,}")
MOST_TAGS = 5_000


@dataclass(frozen=True)
class Words:
    """A text in one language; `language` is a BCP 47 tag, empty where nobody said which language it is."""

    value: str
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.value)


def words_of(text: TextJSON, language: str) -> Words:
    """Return a text in the language asked for, else (or where none is asked for) in its original."""
    if language:
        shown = Text.read(text).shown_in(language)
        value, tag = shown.value, shown.language
    else:
        tag = text["original"]
        value = text["texts"].get(tag, "")
    return Words(value, "" if tag == UNDETERMINED else tag)


def line_of(text: TextJSON, language: str) -> Words:
    """Return a text as one line."""
    found = words_of(text, language)
    return Words(clean_line(found.value), found.language)


def block_of(text: TextJSON, language: str) -> Words:
    """Return a text of several lines."""
    found = words_of(text, language)
    return Words(_UNFIT.sub("", found.value), found.language)


def plain(value: str) -> str:
    """Return Markdown or HTML as plain text, for programs that show no marking.

    >>> plain("<p>One &amp; two</p><p>three</p>")
    'One & two\\n\\nthree'
    """
    if not _TAG.search(value) or value.count("<") > MOST_TAGS:
        return value.strip()
    broken = _BREAK.sub(lambda found: "\n" if found[0].lower().startswith(("<br", "</li")) else "\n\n", value)
    return _GAPS.sub("\n\n", html.unescape(nh3.clean(broken, tags=set()))).strip()


def is_web(address: str) -> bool:
    """Whether an address may be handed on: http or https in small letters, a host, and no space in it."""
    try:
        return (
            address.startswith(("http://", "https://"))
            and bool(urlsplit(address).hostname)
            and not _SPACE.search(address)
        )
    except ValueError:
        return False
