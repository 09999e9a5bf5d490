"""Holding the record against itself and against the official rows; every difference is one sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db import connection

from folkmoot.canon import JSON, NotCanonicalError, digest, opens, read
from folkmoot.halls.record.log.models import Commitment, Document, Entry, Head
from folkmoot.halls.record.log.triggers import missing_triggers
from folkmoot.kit.act import Personal, plain
from folkmoot.kit.registry import Finding, Official, registry

COLUMNS = ("place", "kind", "version", "subject", "time")


@dataclass
class _Said:
    """What the entries say, gathered in one pass."""

    time: str = ""
    withheld: set[str] = field(default_factory=set)
    documents: dict[str, int] = field(default_factory=dict)
    commitments: dict[str, int] = field(default_factory=dict)
    last: dict[str, tuple[int, Mapping[str, JSON]]] = field(default_factory=dict)


def check_start() -> Iterator[Finding]:
    """Look over what every start must find in order: the triggers, the head."""
    for name in missing_triggers(connection):
        yield _grave(f"The trigger {name} is missing, so the record could be altered; run `folkmoot upgrade`.")
    head = Head.objects.first()
    size = Entry.objects.count()
    if head is None:
        yield _grave("The record has no head; run `folkmoot upgrade`.")
    elif head.size != size:
        yield _grave(f"The head says {head.size} entries, but there are {size}.")


def check_record() -> Iterator[Finding]:
    """Look over the whole record: places, bytes, documents, commitments, and every official row."""
    said = _Said()
    yield from check_start()
    yield from _entries(said)
    yield from _documents(said)
    yield from _commitments(said)
    for official in registry.officials.values():
        yield from _rows(official, said)


def _grave(sentence: str) -> Finding:
    return Finding(sentence, grave=True)


def _entries(said: _Said) -> Iterator[Finding]:
    for place, entry in enumerate(Entry.objects.order_by("place").iterator()):
        if entry.place != place:
            yield _grave(f"Entry {place} is missing; the next one is {entry.place}.")
            return
        try:
            fields = read(bytes(entry.content))
        except NotCanonicalError as error:
            yield _grave(f"Entry {place} was altered: {error}")
            continue
        yield from _columns(entry, fields)
        if fields["time"] < said.time:
            yield _grave(f"Entry {place} is dated {fields['time']}, before the entry in front of it.")
        _gather(said, place, fields)


def _columns(entry: Entry, fields: Mapping[str, JSON]) -> Iterator[Finding]:
    for name in COLUMNS:
        held, wanted = getattr(entry, name), fields.get(name)
        if held != wanted:
            yield _grave(f"Entry {entry.place}: the column {name} is {held!r}, its bytes say {wanted!r}.")


def _gather(said: _Said, place: int, fields: Mapping[str, JSON]) -> None:
    said.time = fields["time"]
    said.last[fields["subject"]] = (place, fields["payload"])
    said.documents.update((named["digest"], place) for named in fields["documents"])
    said.commitments.update((name, place) for name in _named(fields, "commitment"))
    if fields["kind"] == "record.redacted":
        said.withheld.update(fields["payload"]["sheets"], fields["payload"]["commitments"])


def _documents(said: _Said) -> Iterator[Finding]:
    there: set[str] = set()
    sheets: dict[str, int] = {}
    for name, subject, content in Document.objects.values_list("digest", "subject", "content").iterator():
        there.add(name)
        if content is None and name not in said.withheld:
            yield _grave(f"The sheet {name} of {subject} is gone, and no redaction names it.")
        elif content is not None and digest(bytes(content)) != name:
            yield _grave(f"The document {name} of {subject} was altered.")
        elif content is not None and name in said.documents:
            sheets.update((sheet, said.documents[name]) for sheet in _named(json.loads(bytes(content)), "sheet"))
    for name, place in said.documents.items():
        if name not in there:
            yield _grave(f"The document {name} of entry {place} is missing.")
    for name, place in sheets.items():
        if name not in there:
            yield _grave(f"The sheet {name}, named by the document of entry {place}, is missing.")


def _named(value: JSON, key: str) -> Iterator[str]:
    """Yield every text that stands under `key`, however deep: the sheets of a document, the commitments of an entry."""
    if isinstance(value, dict):
        if isinstance(value.get(key), str):
            yield value[key]
        for inner in value.values():
            yield from _named(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner, key)


def _commitments(said: _Said) -> Iterator[Finding]:
    missing = dict(said.commitments)
    for row in Commitment.objects.all().iterator():
        missing.pop(row.commitment, None)
        if row.key is None:
            if row.commitment not in said.withheld:
                yield _grave(f"A value of entry {row.entry_id} is gone, and no redaction names it.")
        elif not opens(row.commitment, bytes(row.key), row.value):
            yield _grave(f"The value kept for {row.path} of entry {row.entry_id} is not what the entry commits to.")
    for place in missing.values():
        yield _grave(f"A value that entry {place} commits to is missing.")


def _rows(official: Official, said: _Said) -> Iterator[Finding]:
    seen = set()
    for row in official.rows():
        address: str = row.address  # type: ignore[attr-defined]  # every official row is Identified
        seen.add(address)
        if address not in said.last:
            yield _grave(f"{address} stands in the database, but no entry made it official.")
            continue
        place, payload = said.last[address]
        for name, value in official.state(row).items():
            if not _same(value, payload.get(name)):
                yield _grave(f"{address}: {name} is not what entry {place} says.")
    for subject, (place, _) in said.last.items():
        if subject.startswith(f"{official.subject}:") and subject not in seen:
            yield _grave(f"{subject} of entry {place} is missing from the database.")


def _same(value: object, said: JSON) -> bool:
    """Whether an official field is what its entry says; a personal one must open the commitment, unless withheld."""
    if not isinstance(value, Personal):
        return bool(plain(value, "", lambda path, personal: None) == said)
    row = Commitment.objects.filter(commitment=(said or {}).get("commitment", "")).first()
    return row is not None and (row.key is None or opens(row.commitment, bytes(row.key), value.value))
