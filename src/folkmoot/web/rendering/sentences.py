"""An act as a sentence in the reader's language, with every text in it marked by its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from folkmoot.canon import JSON
from folkmoot.halls.record.log.models import Entry
from folkmoot.halls.record.log.queries import kind_of
from folkmoot.kit.act import ActKind
from folkmoot.kit.characters import clean_line
from folkmoot.web.rendering.lists import joined
from folkmoot.web.rendering.texts import marked


def act_words(entry: Entry) -> SafeString:
    """Return an entry in words, as HTML; its kind and subject where this installation no longer knows the kind."""
    kind = kind_of(entry)
    if kind is None:
        return format_html("<bdi>{}</bdi> <bdi>{}</bdi>", entry.kind, entry.subject)
    sentence = conditional_escape(gettext(str(kind.sentence)))
    return mark_safe(str(sentence) % _Marked(kind, entry.fields["payload"]))  # noqa: S308  (parts are escaped below)


class _Marked(Mapping[str, str]):
    """The payload as marked HTML, for the placeholders of a sentence."""

    def __init__(self, kind: ActKind[Any], payload: Mapping[str, JSON]) -> None:
        self._kind = kind
        self._payload = payload

    def __getitem__(self, name: str) -> str:
        value = self._payload.get(name)
        label = self._kind.label(name, value)
        return _html(value) if label is None else conditional_escape(label)

    def __iter__(self) -> Iterator[str]:
        return iter(self._payload)

    def __len__(self) -> int:
        return len(self._payload)


def _html(value: JSON) -> str:
    if isinstance(value, Mapping) and "texts" in value:
        return marked(value)
    if isinstance(value, Mapping):
        return "…"
    if isinstance(value, list):
        return joined(_html(item) for item in value)
    return "" if value is None else format_html("<bdi>{}</bdi>", clean_line(str(value)))
