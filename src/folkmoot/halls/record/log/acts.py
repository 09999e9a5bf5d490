"""How an act is performed, and the one act that is the record's own: a redaction.

`perform` opens one transaction, checks the right, lets the caller change the state, and writes the entry last.
The head row is updated as the last statement but one and stays locked until the commit, so places are gapless and
in commit order; the entry's time is never before its predecessor's, even when the clock was set back.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import connection, transaction
from django.utils.translation import gettext_noop as _

from folkmoot.canon import HASH_NAME, JSON, canonical, commit, digest, new_key
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.models import Commitment, Document, Entry
from folkmoot.halls.record.log.rights import may_redact
from folkmoot.halls.record.log.storage import STILL_READ, ask_for_scrubbing, scrub_storage
from folkmoot.kit.act import ActKind, Personal, catalogue, payload_json
from folkmoot.kit.actor import Actor, NotAllowedError
from folkmoot.kit.identifier import new_identifier
from folkmoot.kit.registry import Erasure, registry

LARGEST_ENTRY = 65_535

Payload = TypeVar("Payload")


class EntryTooLargeError(ValueError):
    """An entry would not fit an entry bundle of the tile format; large things belong in documents."""


class UnfinishedActError(RuntimeError):
    """The block of `perform` ended without saying what to record: a mistake in the room's code."""


@dataclass
class Act(Generic[Payload]):
    """An act being performed: collect documents, then `record` what it says."""

    kind: ActKind[Payload]
    actor: Actor
    documents: list[dict[str, JSON]] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    subject: str = ""
    payload: dict[str, JSON] | None = None
    entry: Entry | None = None

    def document(self, role: str, content: bytes, *, scope: str, subject: str) -> str:
        """Keep a released document, name it in the entry, and return its digest."""
        name = digest(content)
        Document.objects.get_or_create(digest=name, defaults={"scope": scope, "subject": subject, "content": content})
        self.documents.append({"role": role, "digest": name, "size": len(content), "type": "application/json"})
        return name

    def record(self, subject: str, payload: Payload) -> None:
        """Say what the entry will hold."""
        self.subject = subject
        self.payload = payload_json(payload, self.commit)

    def performed(self) -> Entry:
        """Return the entry; raises UnfinishedActError while the act is still being performed."""
        if self.entry is None:
            raise UnfinishedActError(f"{self.kind.name} is not performed yet.")
        return self.entry

    def commit(self, path: str, personal: Personal) -> JSON:
        """Replace a personal value by a commitment under a fresh key."""
        key = new_key()
        commitment = commit(key, personal.value)
        self.commitments.append(
            Commitment(commitment=commitment, path=path, owner=personal.owner, key=key, value=personal.value)
        )
        return {"commitment": commitment}


def keep_sheets(scope: str, sheets: Mapping[str, tuple[str, bytes]]) -> None:
    """Keep sheets by digest (subject, content) that a released document names; equal ones stand there already."""
    there = set(Document.objects.select_for_update().filter(scope=scope).values_list("digest", flat=True))
    Document.objects.bulk_create(
        [
            Document(digest=name, scope=scope, subject=subject, content=content)
            for name, (subject, content) in sheets.items()
            if name not in there
        ]
    )


def forget_documents(scope: str, digests: Iterable[str]) -> int:
    """Delete documents that were frozen but never published; what an entry of the record names stays.

    The caller says which ones no published document names.
    """
    rows = Document.objects.filter(scope=scope, digest__in=set(digests))
    named = {item["digest"] for entry in Entry.objects.iterator() for item in entry.fields["documents"]}
    count, _models = rows.exclude(digest__in=named).delete()
    return count


@contextmanager
def perform(kind: ActKind[Payload], actor: Actor, judged: object = None) -> Iterator[Act[Payload]]:
    """Perform an act in one transaction; `judged` is what the right is judged on.

    Raises NotAllowedError before anything changes, and leaves nothing behind when the block raises.
    """
    if not kind.right.test(actor, judged):
        raise NotAllowedError(f"The office {actor.office!r} may not perform {kind.name}.")
    with transaction.atomic(durable=True):
        act = Act(kind, actor)
        yield act
        if act.payload is None:
            raise UnfinishedActError(f"{kind.name} was performed without saying what to record.")
        act.entry = _append(act)
    for effect in registry.after_act:
        effect(act.subject)


def _append(act: Act[Any]) -> Entry:
    """Write the entry at the next place."""
    person = act.commit("actor.person", Personal(act.actor.person, act.actor.person)) if act.actor.person else None
    fields: dict[str, JSON] = {
        "actor": {"office": act.actor.office, "person": person},
        "documents": act.documents,
        "hash": HASH_NAME,
        "kind": act.kind.name,
        "payload": act.payload,
        "subject": act.subject,
        "version": act.kind.version,
    }
    canonical(fields)  # whatever cannot be written is refused before the head is locked
    place, time = _next_place()
    content = canonical({**fields, "place": place, "time": time})
    if len(content) > LARGEST_ENTRY:
        raise EntryTooLargeError(
            f"The entry of {act.kind.name} has {len(content):,} bytes; at most {LARGEST_ENTRY:,} fit."
        )
    entry = Entry.objects.create(
        place=place, kind=act.kind.name, version=act.kind.version, subject=act.subject, time=time, content=content
    )
    for commitment in act.commitments:
        commitment.entry = entry
    if act.commitments:
        Commitment.objects.bulk_create(act.commitments)
    return entry


def now() -> str:
    """The present in UTC as entries write it, to the microsecond."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _next_place() -> tuple[int, str]:
    """Take the next place and a time not before the newest entry's; locks the head until the commit."""
    moment = now()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE record_head SET size = size + 1, time = CASE WHEN time > %s THEN time ELSE %s END"
            " WHERE id = 1 RETURNING size - 1, time",
            [moment, moment],
        )
        row = cursor.fetchone()
    if row is None:
        raise RuntimeError("The record has no head; run `folkmoot check`.")
    return int(row[0]), str(row[1])


@dataclass(frozen=True)
class Redacted:
    """The payload of a redaction: what is withheld, but never whose it was.

    The ground is a commitment: an entry names the sheets, and a sheet leads to somebody, so the ground in clear would
    be known of that person. In public it is only ever counted.
    """

    ground: Personal
    sheets: list[str]
    commitments: list[str]
    count: int


RECORD_REDACTED = catalogue.declare(
    ActKind(
        name="record.redacted",
        version=1,
        payload=Redacted,
        right=may_redact,
        sentence=_("Personal values were withheld: %(count)s"),
        subject="redaction",
        about=_("Personal values are withheld from everything published; digests and proofs stay valid."),
    )
)


def redact(actor: Actor, owner: str, ground: Ground) -> tuple[Entry, Erasure]:
    """Erase everything personal about `owner` (an address), in every hall, and say so in the record.

    Each hall erases its own rows through the registry and names the sheets that speak of the owner; those are
    emptied here, together with the keys and values behind commitments.
    """
    redaction = f"redaction:{new_identifier()}"
    with perform(RECORD_REDACTED, actor) as act:
        ask_for_scrubbing()
        erasure = Erasure()
        for erase in registry.erasures:
            erase(owner, erasure)
        dropped = _drop(Commitment.objects.filter(owner=owner, key__isnull=False))
        withheld = _withhold(erasure.sheets)
        act.record(
            redaction,
            Redacted(Personal(ground.value, redaction), withheld, dropped, len(withheld) + len(dropped)),
        )
    if not scrub_storage():
        erasure.remarks.append(STILL_READ)
    return act.performed(), erasure


def _drop(commitments: Iterable[Commitment]) -> list[str]:
    names = sorted(row.commitment for row in commitments)
    Commitment.objects.filter(commitment__in=names).update(key=None, value=None)
    return names


def _withhold(sheets: set[str]) -> list[str]:
    rows = Document.objects.filter(digest__in=sheets, content__isnull=False)
    names = sorted(rows.values_list("digest", flat=True))
    Document.objects.filter(digest__in=names).update(content=None)
    return names
