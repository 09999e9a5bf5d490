"""Results as people read them: in their language where there is one, with the words they looked for marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from folkmoot.halls.site.search.enums import Kind
from folkmoot.halls.site.search.models import Indexed
from folkmoot.halls.site.search.words import Term, words_in
from folkmoot.kit.characters import clean_line
from folkmoot.kit.text import UNDETERMINED, Shown, Text, direction

BEFORE, AFTER = 60, 160
PLACES = {
    Kind.SESSION: "convene:session",
    Kind.PERSON: "convene:speaker",
    Kind.PAGE: "site:page",
    Kind.NEWS: "site:news-item",
    Kind.ACT: "record:entry",
}


@dataclass(frozen=True)
class Marked:
    """A piece of text as HTML with marks, and the language it is in."""

    html: SafeString
    language: str
    direction: str
    foreign: bool


@dataclass(frozen=True)
class Result:
    """One thing found."""

    kind: str
    label: Any
    href: str
    title: Marked
    context: Text
    snippet: Marked | None


def result_of(row: Indexed, terms: Sequence[Term], language: str) -> Result:
    """Return a row as a result for a reader of `language`."""
    shown = row.title.shown_in(language)
    title = _marked(shown, terms)
    others = [Text.read(text) for text in row.texts]
    if not _spans(clean_line(shown.value), terms):
        others.insert(0, row.title)
    kind = Kind(row.kind)
    return Result(
        row.kind, kind.label, reverse(PLACES[kind], kwargs=row.route), title, row.context,
        _snippet(others, terms, language),
    )  # fmt: skip


def _snippet(texts: Sequence[Text], terms: Sequence[Term], language: str) -> Marked | None:
    """Quote the text in which most of the words are found, in the reader's language if it is found there."""
    best, most = None, 0
    for text in texts:
        for shown in _versions(text, language):
            value = clean_line(shown.value)
            met = sum(1 for term in terms if any(term.fits(word.value) for word in words_in(value)))
            if met > most:
                best, most = shown, met
            if most == len(terms):
                return _marked(shown, terms, cut=True)
    return _marked(best, terms, cut=True) if best else None


def _versions(text: Text, language: str) -> Iterator[Shown]:
    first = text.shown_in(language)
    yield first
    for tag, value in text:
        if tag != first.language:
            yield Shown(value, tag, language, text.original, tag in text.machine)


def _marked(shown: Shown, terms: Sequence[Term], *, cut: bool = False) -> Marked:
    value = clean_line(shown.value)
    spans = _spans(value, terms)
    start, end = _window(value, spans) if cut else (0, len(value))
    html = _highlighted(value, [(a, b) for a, b in spans if a >= start and b <= end], start, end)
    stated = shown.language != UNDETERMINED
    way = direction(shown.language) if stated else "auto"
    return Marked(html, shown.language if stated else "", way, shown.foreign or not stated)


def _spans(value: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Return where words of the question stand, overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for word in words_in(value):
        if not any(term.fits(word.value) for term in terms):
            continue
        if joined and word.start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(word.end, joined[-1][1]))
        else:
            joined.append((word.start, word.end))
    return joined


def _window(value: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return what to quote around the first word found, from the beginning of a word to the end of one."""
    first = spans[0][0] if spans else 0
    start, end = max(0, first - BEFORE), min(len(value), first + AFTER)
    if start and (space := value.find(" ", start, first)) > 0:
        start = space + 1
    if end < len(value) and (space := value.rfind(" ", first, end)) > spans[0][1]:
        end = space
    return start, end


def _highlighted(value: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> SafeString:
    parts: list[tuple[object]] = [("…" if start else "",)]
    at = start
    for first, last in spans:
        parts += [(value[at:first],), (format_html("<mark>{}</mark>", value[first:last]),)]
        at = last
    parts += [(value[at:end],), ("…" if end < len(value) else "",)]
    return format_html_join("", "{}", parts)
