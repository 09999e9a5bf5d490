"""What can be asked of the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet

from folkmoot.canon import JSON, read
from folkmoot.halls.record.log.models import Commitment, Document, Entry, Head
from folkmoot.kit.act import ActKind, UnknownActKindError, catalogue

FEWEST_COUNTED = 5


@dataclass(frozen=True)
class Seal:
    """What stands at the foot of an official page: the act that made it what it is."""

    place: int
    time: str
    digest: str

    @property
    def short(self) -> str:
        """The first eight characters of the digest, in two groups."""
        return f"{self.digest[:4]} {self.digest[4:8]}"


def newest_entries(
    *, kind: str = "", subject: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[Entry]:
    """Return entries, newest first, narrowed by kind, subject (a whole address or its kind) and day in UTC."""
    entries = Entry.objects.order_by("-place")
    if kind:
        entries = entries.filter(kind=kind)
    if subject:
        entries = (
            entries.filter(subject=subject) if ":" in subject else entries.filter(subject__startswith=f"{subject}:")
        )
    if since:
        entries = entries.filter(time__gte=since.isoformat())
    if until:
        entries = entries.filter(time__lt=f"{until.isoformat()}T24")
    return entries


def entry_at(place: int) -> Entry:
    """Return the entry at `place`; raises Entry.DoesNotExist."""
    return Entry.objects.get(place=place)


def last_entry_of(subject: str) -> Entry | None:
    """Return the newest entry about a subject."""
    return Entry.objects.filter(subject=subject).order_by("-place").first()


def kind_of(entry: Entry) -> ActKind[object] | None:
    """Return the declared kind of an entry, or None when this installation no longer knows it."""
    try:
        return catalogue.get(entry.kind, entry.version)
    except UnknownActKindError:
        return None


def words_of(entry: Entry, language: str) -> str:
    """Return an entry as a sentence for a reader of `language`."""
    kind = kind_of(entry)
    return kind.words(entry.fields["payload"], language) if kind else f"{entry.kind} {entry.subject}"


def seal_of(subject: str) -> Seal | None:
    """Return the seal of the newest act about a subject."""
    entry = last_entry_of(subject)
    return Seal(entry.place, entry.time, entry.leaf) if entry else None


def record_size() -> int:
    """Return how many acts the record holds."""
    return Head.objects.values_list("size", flat=True).first() or 0


def redaction_epoch() -> int:
    """Return a number that grows with every redaction; it is part of every cache key."""
    return Entry.objects.filter(kind="record.redacted").count()


def redactions_by_ground() -> dict[str, int]:
    """Return how many redactions there were on each ground; nothing below five in all, which would name people."""
    rows = Commitment.objects.filter(path="payload.ground", entry__kind="record.redacted")
    counts = dict(rows.order_by("value").values_list("value").annotate(count=Count("commitment")))
    return {str(ground): count for ground, count in counts.items()} if sum(counts.values()) >= FEWEST_COUNTED else {}


def origin() -> str:
    """Return the origin line that the first entry gave the record; empty before the body is founded."""
    first = Entry.objects.filter(place=0, kind="body.founded").first()
    return str(first.fields["payload"]["origin"]) if first else ""


def document(digest: str) -> Document:
    """Return a document by digest; raises Document.DoesNotExist."""
    return Document.objects.get(digest=digest)


def contents(digests: Iterable[str], scope: str) -> dict[str, bytes | None]:
    """Return the contents of documents of one scope by digest; None where withheld."""
    wanted = set(digests)
    rows = Document.objects.filter(scope=scope).values_list("digest", "content")
    return {name: None if content is None else bytes(content) for name, content in rows if name in wanted}


def documents_within(scope: str) -> Iterator[tuple[str, bytes]]:
    """Yield subject and content of every document of a scope that is not withheld."""
    rows = Document.objects.filter(scope=scope, content__isnull=False).values_list("subject", "content")
    for subject, content in rows.iterator():
        yield subject, bytes(content or b"")


def sheets_about(subject: str) -> set[str]:
    """Return the digests of all sheets about a subject that are not withheld, in every scope."""
    rows = Document.objects.filter(subject=subject, content__isnull=False).exclude(scope=F("subject"))
    return set(rows.values_list("digest", flat=True))


def sheets_saying(says: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield digest and subject of every sheet, not withheld, in which some text makes `says` true."""
    rows = Document.objects.filter(content__isnull=False).exclude(scope=F("subject"))
    for name, subject, content in rows.values_list("digest", "subject", "content").iterator(chunk_size=500):
        if any(says(text) for text in _texts_in(read(bytes(content or b"")))):
            yield name, subject


def _texts_in(value: JSON) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(inner)


def bundle(entry: Entry, sheets: Iterable[str] = ()) -> dict[str, object]:
    """Return what someone needs to check an official page by themselves.

    `entry` and `documents` hold the exact canonical text whose digests count; `withheld` names sheets that a
    redaction took away, so that a reader can tell them from lost ones.
    """
    named = [item["digest"] for item in entry.fields["documents"]]
    rows = Document.objects.in_bulk([*named, *sheets])
    texts = {name: bytes(row.content or b"").decode() for name, row in rows.items() if not row.withheld}
    return {
        "format": "folkmoot-page/1",
        "seal": entry.leaf,
        "entry": bytes(entry.content).decode(),
        "documents": {name: texts[name] for name in named if name in texts},
        "sheets": {name: texts[name] for name in sheets if name in texts},
        "withheld": sorted(name for name, row in rows.items() if row.content is None),
    }
