"""A released programme: a skeleton of ids, times and rooms, plus one salted sheet per session and person.

The skeleton is canonical JSON and its digest stands in the entry of `timetable.released`. It names each sheet by
digest. A sheet holds what may be personal: titles, abstracts, names, biographies. Erasing withholds sheets; the
skeleton and every digest stay as they were.

Texts are kept here as published: `{"original": tag, "texts": {tag: value}, "machine": [tags]}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from folkmoot.canon import digest, read

FORMAT = "folkmoot-programme/1"
SHEET_FORMAT = "folkmoot-sheet/1"

TextJSON = Mapping[str, Any]
NOTHING: TextJSON = {"original": "und", "texts": {}, "machine": []}


class NotAuthenticError(ValueError):
    """Published bytes do not have the digest that names them, or are missing without a redaction."""


@dataclass(frozen=True)
class Room:
    """A room of the programme; `capacity` in persons, None where not stated."""

    id: str
    name: TextJSON
    venue: TextJSON
    capacity: int | None
    equipment: TextJSON
    online: bool


@dataclass(frozen=True)
class Forum:
    """A forum; `place` counts from zero and picks its edge of colour."""

    id: str
    name: TextJSON
    rank: str
    place: int


@dataclass(frozen=True)
class PersonSheet:
    """A person as shown in this programme; everything empty where `withheld`."""

    id: str
    sheet: str
    withheld: bool
    name: TextJSON
    biography: TextJSON
    affiliation: TextJSON
    actor_kind: str
    area: str
    pseudonym: bool
    external: str = ""


@dataclass(frozen=True)
class Part:
    """Somebody's part in a session."""

    person: PersonSheet
    role: str


@dataclass(frozen=True)
class Slot:
    """When and where: half-open [starts, ends), both aware; no room means across rooms."""

    starts: datetime
    ends: datetime
    room: Room | None


@dataclass(frozen=True)
class Session:
    """A session with its sheet; texts are empty where `withheld`.

    `kind` is the code of an adopted kind, else the words of the sheet (`kind_in_words`).
    """

    id: str
    sheet: str
    withheld: bool
    title: TextJSON
    subtitle: TextJSON
    abstract: TextJSON
    description: TextJSON
    link: str
    links: tuple[Mapping[str, str], ...]
    forum: Forum | None
    kind: str
    status: str
    mode: str
    on_record: str
    recorded: bool
    is_break: bool
    languages: tuple[str, ...]
    interpretation: tuple[str, ...]
    slots: tuple[Slot, ...]
    parts: tuple[Part, ...]
    kind_in_words: bool = False
    guid: str = ""
    external: str = ""

    @property
    def cancelled(self) -> bool:
        """Whether the session was cancelled, which is not the same as being absent."""
        return self.status == "cancelled"


@dataclass(frozen=True)
class Occurrence:
    """A session in one of its slots."""

    session: Session
    slot: Slot


@dataclass(frozen=True)
class Programme:
    """A released programme, read and verified.

    `kinds` labels the adopted kinds by code, and those that stand in sheets by the words themselves. Somebody shown
    under a pseudonym is named by an identifier of this one participation.
    """

    digest: str
    edition: Mapping[str, Any]
    release: Mapping[str, Any]
    kinds: Mapping[str, TextJSON]
    forums: tuple[Forum, ...]
    rooms: tuple[Room, ...]
    sessions: tuple[Session, ...]
    people: tuple[PersonSheet, ...]

    @cached_property
    def zone(self) -> ZoneInfo:
        """The venue's zone."""
        return ZoneInfo(self.edition["zone"])

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that hold a session, in order."""
        return tuple(sorted(self._by_day))

    @cached_property
    def _by_day(self) -> dict[date, tuple[Occurrence, ...]]:
        found: dict[date, list[Occurrence]] = {}
        for session in self.sessions:
            for slot in session.slots:
                found.setdefault(self.day_of(slot.starts), []).append(Occurrence(session, slot))
        order = {room.id: place for place, room in enumerate(self.rooms)}
        return {
            day: tuple(sorted(rows, key=lambda o: (o.slot.starts, order.get(o.slot.room.id, 0) if o.slot.room else -1)))
            for day, rows in found.items()
        }

    def day_of(self, moment: datetime) -> date:
        """Return the programme day of a moment: what starts before the day change belongs to the day before."""
        hour, minute = self.edition["day_change"].split(":")
        local = moment.astimezone(self.zone)
        early = local.time() < time(int(hour), int(minute))
        return local.date() - timedelta(days=1) if early else local.date()

    def on(self, day: date) -> tuple[Occurrence, ...]:
        """Return what happens on a day, by start and then by room."""
        return self._by_day.get(day, ())

    def session(self, identifier: str) -> Session | None:
        """Return a session by its full identifier."""
        return self._sessions.get(identifier)

    @cached_property
    def _sessions(self) -> dict[str, Session]:
        return {session.id: session for session in self.sessions}

    def person(self, identifier: str) -> PersonSheet | None:
        """Return a person by full identifier."""
        return next((person for person in self.people if person.id == identifier), None)

    def sessions_of(self, person: str) -> tuple[Session, ...]:
        """Return the sessions somebody appears in."""
        return tuple(s for s in self.sessions if any(part.person.id == person for part in s.parts))

    @cached_property
    def unscheduled(self) -> tuple[Session, ...]:
        """Sessions that have no time yet."""
        return tuple(session for session in self.sessions if not session.slots)


def sheet_digests(skeleton: bytes) -> dict[str, str]:
    """Return the sheets a skeleton names: digest by subject."""
    value = read(skeleton)
    return {row["id"]: row["sheet"] for row in [*value["sessions"], *value["people"]]}


def read_programme(skeleton: bytes, sheets: Mapping[str, bytes | None]) -> Programme:
    """Read a released programme from its skeleton and sheets by digest; None stands for a withheld sheet.

    Raises NotAuthenticError when a sheet is missing or is not what its digest says, and NotCanonicalError when the
    skeleton is not canonical JSON.
    """
    value = read(skeleton)
    if value.get("format") != FORMAT:
        raise NotAuthenticError(f"This document is {value.get('format')!r}, not {FORMAT!r}.")
    rooms = tuple(_room(row, venue) for venue in value["venues"] for row in venue["rooms"])
    forums = tuple(Forum(row["id"], row["name"], row["rank"], place) for place, row in enumerate(value["forums"]))
    people = {row["id"]: _person(row, _sheet(row, sheets)) for row in value["people"]}
    held = [(row, _sheet(row, sheets)) for row in value["sessions"]]
    finding = _Finding({room.id: room for room in rooms}, {forum.id: forum for forum in forums}, people)
    return Programme(
        digest=digest(skeleton), edition=value["edition"], release=value["release"],
        kinds={**value["kinds"], **_written_kinds(sheet for _row, sheet in held)},
        forums=forums, rooms=rooms, people=tuple(people.values()),
        sessions=tuple(_session(row, sheet, finding) for row, sheet in held),
    )  # fmt: skip


@dataclass(frozen=True)
class _Finding:
    rooms: Mapping[str, Room]
    forums: Mapping[str, Forum]
    people: Mapping[str, PersonSheet]


def _sheet(row: Mapping[str, Any], sheets: Mapping[str, bytes | None]) -> Mapping[str, Any] | None:
    name = row["sheet"]
    if name not in sheets:
        raise NotAuthenticError(f"The sheet {name} of {row['id']} is missing and no redaction names it.")
    content = sheets[name]
    if content is None:
        return None
    if digest(content) != name:
        raise NotAuthenticError(f"The sheet of {row['id']} should have the digest {name}, not {digest(content)}.")
    sheet: Mapping[str, Any] = read(content)
    if sheet["subject"] != row["id"]:
        raise NotAuthenticError(f"The sheet {name} speaks of {sheet['subject']}, not of {row['id']}.")
    return sheet


def _room(row: Mapping[str, Any], venue: Mapping[str, Any]) -> Room:
    return Room(row["id"], row["name"], venue["name"], row["capacity"], row["equipment"], row["online"])


def _person(row: Mapping[str, Any], sheet: Mapping[str, Any] | None) -> PersonSheet:
    held = sheet or {}
    return PersonSheet(
        id=row["id"], sheet=row["sheet"], withheld=sheet is None,
        name=held.get("name", NOTHING), biography=held.get("biography", NOTHING),
        affiliation=held.get("affiliation", NOTHING), actor_kind=held.get("actor_kind", ""),
        area=held.get("area", ""), pseudonym=held.get("pseudonym", False),
        external=held.get("external", ""),
    )  # fmt: skip


def _written_kinds(sheets: Iterable[Mapping[str, Any] | None]) -> dict[str, TextJSON]:
    """Return the labels of kinds that are no term of the adopted list, by their words."""
    labels = [sheet["kind_label"] for sheet in sheets if sheet and "kind_label" in sheet]
    return {_words_of(label): label for label in labels}


def _words_of(label: TextJSON) -> str:
    return str(label["texts"].get(label["original"], ""))


def _session(row: Mapping[str, Any], sheet: Mapping[str, Any] | None, finding: _Finding) -> Session:
    held = sheet or {}
    return Session(
        id=row["id"], sheet=row["sheet"], withheld=sheet is None,
        title=held.get("title", NOTHING), subtitle=held.get("subtitle", NOTHING),
        abstract=held.get("abstract", NOTHING), description=held.get("description", NOTHING),
        guid=held.get("guid", ""), external=held.get("external", ""), link=held.get("link", ""),
        links=tuple(held.get("links", ())),
        kind=row["kind"] or _words_of(held.get("kind_label", NOTHING)), kind_in_words="kind_label" in held,
        forum=finding.forums.get(row["forum"] or ""),
        status=row["status"], mode=row["mode"], on_record=row["on_record"], recorded=row["recorded"],
        is_break=row["break"], languages=tuple(row["languages"]), interpretation=tuple(row["interpretation"]),
        slots=tuple(_slot(slot, finding) for slot in row["slots"]),
        parts=tuple(Part(finding.people[part["id"]], part["role"]) for part in row["people"]),
    )  # fmt: skip


def _slot(row: Mapping[str, Any], finding: _Finding) -> Slot:
    return Slot(
        datetime.fromisoformat(row["starts"]), datetime.fromisoformat(row["ends"]), finding.rooms.get(row["room"] or "")
    )
