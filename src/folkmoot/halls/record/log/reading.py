"""An entry as people read it: its payload field by field, and the documents it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from folkmoot.canon import JSON
from folkmoot.halls.record.log.models import Document, Entry
from folkmoot.halls.record.log.queries import kind_of
from folkmoot.kit.identifier import split_address
from folkmoot.kit.registry import registry

_DIGEST = re.compile("[0-9a-f]{64}")
# The fields of payloads in words; a field that is not here shows under its own name.
LABELS: dict[str, Any] = {
    "area_list": _("list of areas"),
    "commitments": _("commitments withheld"),
    "count": _("how many"),
    "day_change": _("day changes at"),
    "document": _("document"),
    "edition": _("edition"),
    "ends": _("ends"),
    "erratum": _("erratum"),
    "fields": _("fields"),
    "ground": _("ground"),
    "illustrative": _("illustrative"),
    "key": _("key"),
    "languages": _("languages"),
    "mark": _("dots of the mark"),
    "name": _("name"),
    "notes": _("notes"),
    "notice": _("notice"),
    "number": _("number"),
    "origin": _("origin of the record"),
    "person": _("person"),
    "place": _("place"),
    "purpose": _("purpose"),
    "recipient": _("recipient"),
    "sheets": _("sheets withheld"),
    "slug": _("short name in addresses"),
    "source": _("source"),
    "starts": _("starts"),
    "status": _("status"),
    "theme": _("theme"),
    "title": _("title"),
    "withdrawn": pgettext_lazy("office", "withdrawn"),
    "year": _("year"),
    "zone": _("time zone"),
}


@dataclass(frozen=True)
class Value:
    """One value of a payload; `form` says how a page shows it.

    The forms are nothing, yes, no, text (in languages), personal (committed to), gone (committed to, and the key
    destroyed since), digest, link, plain, list and fields.
    """

    form: str
    value: Any = None
    items: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Field:
    """A labelled value."""

    name: str
    label: Any
    value: Value


@dataclass(frozen=True)
class Named:
    """A document that an entry names: what for, how large, and whether it can still be had."""

    role: str
    label: str
    digest: str
    size: int
    withheld: bool


def fields_of(entry: Entry) -> tuple[Field, ...]:
    """Return the payload of an entry, field by field."""
    kind, payload = kind_of(entry), entry.fields["payload"]
    labels = {name: kind.label(name, value) for name, value in payload.items()} if kind else {}
    return tuple(
        Field(f.name, f.label, Value("plain", label)) if (label := labels.get(f.name)) is not None else f
        for f in _fields(payload, _dropped(entry))
    )


def named_documents(entry: Entry) -> Iterator[Named]:
    """Yield the documents an entry names."""
    named = entry.fields["documents"]
    there = set(
        Document.objects.filter(digest__in=[item["digest"] for item in named], content__isnull=False).values_list(
            "digest", flat=True
        )
    )
    kind = kind_of(entry)
    for item in named:
        role = item["role"]
        label = kind.document_name(role) if kind else role
        yield Named(role, label, item["digest"], item["size"], item["digest"] not in there)


def released_document(digest: str) -> Document:
    """Return a document that an entry names; raises Document.DoesNotExist for any other.

    What was frozen for a later hour is kept already, but no entry names it before it is published. A withheld
    document is returned empty, so that a page can say that it is gone.
    """
    found = Document.objects.get(digest=digest)
    if found.withheld:
        return found
    sought = models.Value(digest.encode(), output_field=models.BinaryField())
    entries = Entry.objects.annotate(at=_PlaceWithin(sought, models.F("content"))).filter(at__gt=0)
    if not any(item["digest"] == digest for entry in entries.iterator() for item in entry.fields["documents"]):
        raise Document.DoesNotExist(f"No entry names the document {digest}.")
    return found


def kinds_recorded() -> list[str]:
    """Return every kind of act that the record holds."""
    return list(Entry.objects.order_by("kind").values_list("kind", flat=True).distinct())


class _PlaceWithin(models.Func):
    """Where the first bytes stand in the second; 0 where they do not."""

    output_field = models.IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Write INSTR(bytes, sought)."""
        turned = self.copy()
        turned.set_source_expressions(self.get_source_expressions()[::-1])
        return turned.as_sql(compiler, connection, function="INSTR", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Write POSITION(sought IN bytes)."""
        return self.as_sql(compiler, connection, function="POSITION", arg_joiner=" IN ", **context)


def _dropped(entry: Entry) -> set[str]:
    return set(entry.commitments.filter(key__isnull=True).values_list("commitment", flat=True))


def _fields(payload: Mapping[str, JSON], dropped: set[str]) -> tuple[Field, ...]:
    return tuple(
        Field(name, LABELS.get(name, name.replace("_", " ")), _value(value, dropped)) for name, value in payload.items()
    )


def _value(value: JSON, dropped: set[str]) -> Value:
    match value:
        case bool():
            return Value("yes" if value else "no")
        case None | "" | []:
            return Value("nothing")
        case {"original": str(), "texts": dict(texts)} if not any(texts.values()):
            return Value("nothing")
        case {"original": str(), "texts": dict()}:
            return Value("text", value)
        case {"commitment": str(name)}:
            return Value("gone" if name in dropped else "personal", name)
        case dict():
            return Value("fields", items=_fields(value, dropped))
        case list():
            return Value("list", items=tuple(_value(item, dropped) for item in value))
        case str() if _DIGEST.fullmatch(value):
            return Value("digest", value)
        case str() if page := page_of(value):
            return Value("link", (value, page))
        case _:
            return Value("plain", value)


def page_of(address: str) -> str | None:
    """Return the path of the page of `kind:IDENTIFIER`; None for whatever is no address or has no page."""
    try:
        split_address(address)
    except ValueError:
        return None
    return registry.page_of(address)
