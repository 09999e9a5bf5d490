"""What can be asked about releases: the current one, its programme as published, and the draft as a document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from folkmoot.audit.programme import NOTHING, Programme, TextJSON, read_programme, sheet_digests
from folkmoot.canon import read
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import editions
from folkmoot.halls.convene.session.models import Appearance, Slot
from folkmoot.halls.convene.timetable.comparing import Changes, compare
from folkmoot.halls.convene.timetable.conflicts import conflicts_in
from folkmoot.halls.convene.timetable.freezing import Frozen, NothingToReleaseError, freeze
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.models import Document, Entry, Head


def releases(edition: Edition) -> QuerySet[Release]:
    """Return the releases of an edition, newest first."""
    return Release.objects.filter(edition=edition).order_by("-number")


def current_release(edition: Edition) -> Release | None:
    """Return the newest release of an edition."""
    return releases(edition).first()


def planned_releases(edition: Edition) -> QuerySet[PlannedRelease]:
    """Return what is planned to be published for an edition, the next first."""
    return PlannedRelease.objects.filter(edition=edition).order_by("at")


def due_releases() -> QuerySet[PlannedRelease]:
    """Return the planned releases whose time has come, in order."""
    return PlannedRelease.objects.filter(at__lte=timezone.now()).select_related("edition").order_by("at", "pk")


def official_state(release: Release) -> dict[str, Any]:
    """Return the official fields of a release as its entry names them."""
    return {
        "edition": release.edition.address,
        "number": release.number,
        "name": release.name,
        "notes": release.notes,
        "erratum": release.erratum,
        "document": release.document,
    }


def released(edition: str) -> list[Release]:
    """Return the releases of the edition with this slug, newest first, with the edition."""
    return list(Release.objects.filter(edition__slug=edition).select_related("edition").order_by("-number"))


@dataclass(frozen=True)
class LastSeen:
    """The newest release that holds a session, and its title there; empty where it was withheld."""

    release: Release
    title: TextJSON
    withheld: bool


def last_seen(session: str, history: Sequence[Release]) -> LastSeen | None:
    """Return where a session (full identifier) was published last; `history` is newest first.

    Its sheets are looked for first: an identifier that never was costs one query.
    """
    scope = history[0].edition.address
    sheets = dict(Document.objects.filter(scope=scope, subject=session).values_list("digest", "content"))
    if not sheets:
        return None
    documents = Document.objects.filter(digest__in={release.document for release in history})
    skeletons = {name: bytes(content or b"") for name, content in documents.values_list("digest", "content")}
    for release in history:
        for sheet, content in sheets.items():
            if sheet.encode() in skeletons[release.document]:
                title = read(bytes(content))["title"] if content is not None else NOTHING
                return LastSeen(release, title, content is None)
    return None


@dataclass(frozen=True)
class Standing:
    """What besides its release shapes a page: how many redactions there were, and the newest act on its frame."""

    epoch: int
    frame: int
    time: str


def standing() -> Standing:
    """Return the redaction epoch and the place of the newest act that changes the frame of every page."""
    frame = Q(kind="record.redacted") | Q(kind="vocabulary.adopted")
    frame |= Q(kind__startswith="body.") | Q(kind__startswith="page.")
    found = Entry.objects.filter(frame).aggregate(
        epoch=Count("place", filter=Q(kind="record.redacted")),
        frame=Max("place", default=0), time=Max("time", default=""),
    )  # fmt: skip
    return Standing(found["epoch"], found["frame"], found["time"])


def record_head() -> tuple[int, str]:
    """Return the size and time of the record: every act changes both."""
    return Head.objects.values_list("size", "time").first() or (0, "")


def newest_releases() -> dict[str, tuple[str, str]]:
    """Return address and document of the newest release of every edition, by the edition's slug."""
    rows = Release.objects.select_related("edition").order_by("number")
    return {release.edition.slug: (release.address, release.document) for release in rows}


def programme_of(release: Release, epoch: int | None = None) -> Programme:
    """Return the programme a release published, with what was withheld since then left out.

    Read from the record's documents, verified, and kept in memory per document and redaction epoch (asked for
    when the caller does not know it).
    """
    known = log.redaction_epoch() if epoch is None else epoch
    return _programme(release.document, release.edition.address, known)


@lru_cache(maxsize=16)
def skeleton_of(document: str) -> Programme:
    """Return a released programme without its sheets: times, rooms and digests, every text empty."""
    skeleton = bytes(log.document(document).content or b"")
    return read_programme(skeleton, dict.fromkeys(sheet_digests(skeleton).values()))


def changes_between(before: Release, after: Release, epoch: int) -> Changes:
    """Return what changed from one release to another, told by the skeleton of the first: without its texts."""
    return _changes(before.document, after.document, after.edition.address, epoch)


@lru_cache(maxsize=32)
def _changes(before: str, after: str, scope: str, epoch: int) -> Changes:
    return compare(skeleton_of(before), _programme(after, scope, epoch))


@lru_cache(maxsize=16)
def venues_of(document: str) -> tuple[Mapping[str, Any], ...]:
    """Return the venues of a released programme as its document writes them, with their addresses."""
    return tuple(read(bytes(log.document(document).content or b""))["venues"])


@lru_cache(maxsize=8)
def _programme(document: str, scope: str, epoch: int) -> Programme:
    skeleton = bytes(log.document(document).content or b"")
    return read_programme(skeleton, log.contents(sheet_digests(skeleton).values(), scope))


@dataclass(frozen=True)
class Pending:
    """What a release would publish now: the programme, what it changes (None before the first release)."""

    frozen: Frozen
    programme: Programme
    before: Release | None
    changes: Changes | None

    @cached_property
    def fingerprint(self) -> str:
        """A digest that stays the same as long as the draft says the same."""
        return self.frozen.fingerprint()


def pending_release(edition: Edition, name: str = "", *, erratum: bool = False) -> Pending | None:
    """Return what a release of the draft would publish, or None where there is nothing to release."""
    try:
        frozen = freeze(edition, name=name, erratum=erratum)
    except NothingToReleaseError:
        return None
    sheets = {sheet: content for sheet, (_subject, content) in frozen.sheets.items()}
    programme = read_programme(frozen.skeleton, sheets)
    before = current_release(edition)
    changes = compare(programme_of(before), programme) if before else None
    return Pending(frozen, programme, before, changes)


@dataclass(frozen=True)
class DraftState:
    """Where the draft of an edition stands; `changes` is None before the first release."""

    edition: Edition
    sessions: int
    speakers: int
    release: Release | None
    changes: int | None
    conflicts: int
    planned: list[PlannedRelease]


def draft_states() -> list[DraftState]:
    """Return where every edition of the body's own stands, newest first."""
    return [_draft_state(edition) for edition in editions()]


def _draft_state(edition: Edition) -> DraftState:
    release = current_release(edition)
    changes, conflicts = _counts(edition, release)
    return DraftState(
        edition, edition.sessions.count(), edition.speakers.count(), release,
        changes, conflicts, list(planned_releases(edition)),
    )  # fmt: skip


def _counts(edition: Edition, release: Release | None) -> tuple[int | None, int]:
    """Return how many changes and conflicts the draft holds; counted once for every state of the draft."""
    key = f"draft:{draft_digest(edition)}:{release.document if release else ''}:{log.redaction_epoch()}"
    counts: tuple[int | None, int] | None = cache.get(key)
    if counts is None:
        pending = pending_release(edition)
        changes = pending.changes if pending else None
        counts = (None if changes is None else differing(changes), len(conflicts_in(edition)))
        cache.set(key, counts)
    return counts


def draft_digest(edition: Edition) -> str:
    """Return a digest of every drafted row of an edition as the database holds it, read without building objects."""
    rows: list[QuerySet[Any]] = [
        Edition.objects.filter(pk=edition.pk), edition.sessions.all(), edition.speakers.all(), edition.forums.all(),
        Slot.objects.filter(session__edition=edition), Appearance.objects.filter(session__edition=edition),
        Person.objects.filter(participations__edition=edition), Venue.objects.filter(edition=edition),
        Organisation.objects.filter(speaker__edition=edition).distinct(), Room.objects.filter(venue__edition=edition),
    ]  # fmt: skip
    seen = hashlib.sha256()
    with connection.cursor() as cursor:
        for query in rows:
            sql, params = query.order_by("pk").values_list().query.sql_with_params()
            cursor.execute(sql, params)
            for row in cursor.fetchall():
                seen.update(repr(row).encode("utf-8", "surrogatepass"))
    return seen.hexdigest()


def differing(changes: Changes) -> int:
    """Return how many sessions and people differ; a session that moved and was edited counts once."""
    touched = {move.session.id for move in changes.moved} | {edit.session.id for edit in changes.edited}
    listed = (changes.new, changes.cancelled, changes.reinstated, changes.withdrawn)
    touched |= {session.id for sessions in listed for session in sessions}
    return len(touched | {person.id for person in changes.people})
