"""Longer texts: Markdown or HTML as people write it, made into a small and harmless part of HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from folkmoot.kit.characters import clean_block
from folkmoot.kit.text import UNDETERMINED
from folkmoot.web.rendering.texts import shown_of

TAGS = {
    "p", "br", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "h3", "h4", "h5", "h6",
}  # fmt: skip
SCHEMES = {"http", "https", "mailto"}
REL = "nofollow noopener noreferrer"
MOST_MARKS = 5_000

_markdown = MarkdownIt("commonmark", {"html": True, "breaks": True})
_ABOVE = re.compile(r"<(/?)h[12](?=[\s>])", re.IGNORECASE)
_SYNONYMS = re.compile(r"<(/?)(b|i)(?=[\s>])", re.IGNORECASE)
_MEANING = {"b": "strong", "i": "em"}


def prose(text: Any) -> SafeString:
    """Return a text as HTML in a block that says its language; nothing for nothing."""
    shown = shown_of(text)
    if not shown.value.strip():
        return SafeString("")
    body = harmless(shown.value)
    if shown.language == UNDETERMINED:
        return format_html('<div class="prose" dir="auto">{}</div>', body)
    return format_html('<div class="prose" lang="{}" dir="{}">{}</div>', shown.language, shown.direction, body)


@lru_cache(maxsize=512)
def harmless(source: str) -> SafeString:
    """Return Markdown or HTML as HTML of the allowed tags; headings start below the page's own.

    What has thousands of marks is shown as it was written: parsers take a time that grows with their square.
    """
    if sum(map(source.count, "<[*_`")) > MOST_MARKS:
        return format_html("<pre>{}</pre>", clean_block(source))
    html = _ABOVE.sub(r"<\1h3", _markdown.render(clean_block(source)))
    html = _SYNONYMS.sub(lambda match: f"<{match[1]}{_MEANING[match[2].lower()]}", html)
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=REL, url_relative="deny"
    )
    return mark_safe(clean)  # noqa: S308  (cleaned by the line above)
