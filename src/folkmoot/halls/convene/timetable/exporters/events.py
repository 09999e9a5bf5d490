"""What pentabarf XML and schedule.json have in common: days, rooms, and an event for each slot of a session.

Both formats know neither cancelled sessions nor sessions without a time: these are left out, and programs that follow
such a file take what is no longer in it for cancelled. Both tell events apart by guid and id, so that each slot has
its own; the first slot has those of the session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from math import gcd

from folkmoot.audit.programme import PersonSheet, Room, Session, Slot
from folkmoot.halls.convene.timetable.exporters.phrasing import is_web
from folkmoot.halls.convene.timetable.exporters.selection import in_order
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.kit.characters import clean_line

PAGE = "page"
BREAK = "break"
FILES = frozenset({"slides", "paper", "video", "audio", "image", "pdf", "handout", "other"})
SHORTEST_ACRONYM = 4


@dataclass(frozen=True)
class Link:
    """An address with its title and what it is called: slides, paper, related, ..."""

    url: str
    title: str
    kind: str


@dataclass(frozen=True)
class Event:
    """One slot of a session under the guid, number and short name by which other programs know it."""

    source: Source
    session: Session
    slot: Slot
    turn: int
    number: int

    @property
    def guid(self) -> str:
        """The UUID of this event."""
        return self.source.marks.guid(self.session.id, self.turn)

    @property
    def slug(self) -> str:
        """A short name in small letters, unique in the programme."""
        short = self.session.id.partition(":")[2].lower()
        return f"{acronym(self.source)}-{short}" + (f"-{self.turn + 1}" if self.turn else "")

    @property
    def starts(self) -> datetime:
        """When it starts, in the venue's zone."""
        return self.slot.starts.astimezone(self.source.programme.zone)

    @property
    def lasts(self) -> timedelta:
        """How long it really is, also across a change of clocks."""
        return self.slot.ends - self.slot.starts

    @cached_property
    def links(self) -> tuple[list[Link], list[Link]]:
        """Further addresses and, after them, attachments; without the page."""
        links = [link for link in links_of(self.session) if link.kind != PAGE]
        place = len(links)
        while place and links[place - 1].kind in FILES:
            place -= 1
        return links[:place], links[place:]


def links_of(session: Session) -> list[Link]:
    """Return the addresses of a session that may be handed on."""
    links = (Link(*(clean_line(str(link.get(key, ""))) for key in ("url", "title", "kind"))) for link in session.links)
    return [link for link in links if is_web(link.url)]


def page_of(source: Source, session: Session) -> str:
    """Return the address of the page that a session was published with elsewhere, else that of its page here.

    Empty for what came from a file that gave no page: a re-import would otherwise take ours for the file's.
    """
    page = next((link.url for link in links_of(session) if link.kind == PAGE), "")
    return page or ("" if source.marks.came_from_a_file(session) else source.page(session))


def kind_of(session: Session) -> str:
    """Return the code of a session's kind; a break is called so, whatever its kind."""
    kind = clean_line(session.kind)
    return BREAK if session.is_break and kind.casefold() != BREAK else kind


@dataclass(frozen=True)
class EventRoom:
    """A room on one day with its events by time; no room means across rooms."""

    room: Room | None
    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class EventDay:
    """A day of the programme, from the day change to the next."""

    index: int
    day: date
    starts: datetime
    ends: datetime
    rooms: tuple[EventRoom, ...]


@dataclass(frozen=True)
class Events:
    """All events of a programme by day and room, and who is who in them."""

    source: Source

    @cached_property
    def all(self) -> tuple[Event, ...]:
        """Every slot of every session that takes place, by time."""
        sessions = [session for session in self.source.programme.sessions if not session.cancelled]
        numbers = self.source.marks.session_numbers(sessions)
        found = (
            Event(self.source, session, slot, turn, numbers[session.id, turn])
            for session in sessions
            for turn, slot in enumerate(in_order(session))
        )
        return tuple(sorted(found, key=lambda event: (event.slot.starts, event.session.id, event.turn)))

    @cached_property
    def days(self) -> tuple[EventDay, ...]:
        """The days; the first names all rooms in use in the order of the venue, and one without sessions is kept."""
        by_day: dict[date, dict[str, list[Event]]] = {}
        for event in self.all:
            rooms = by_day.setdefault(self.source.programme.day_of(event.slot.starts), {})
            rooms.setdefault(event.slot.room.id if event.slot.room else "", []).append(event)
        used = {room for rooms in by_day.values() for room in rooms}
        days = sorted(by_day) or [self._first_day()]
        return tuple(
            self._day(index, day, by_day.get(day, {}), used if index == 1 else set())
            for index, day in enumerate(days, start=1)
        )

    def _first_day(self) -> date:
        starts = self.source.programme.edition["starts"]
        return date.fromisoformat(starts) if starts else self.source.released.date()

    def _day(self, index: int, day: date, rooms: Mapping[str, list[Event]], listed: set[str]) -> EventDay:
        programme, name = self.source.programme, self.source.room_name
        found = [EventRoom(None, "", tuple(rooms[""]))] if "" in rooms else []
        found += [
            EventRoom(room, name(room), tuple(rooms.get(room.id, ())))
            for room in programme.rooms
            if room.id in rooms or room.id in listed
        ]
        change = time.fromisoformat(programme.edition["day_change"])
        starts, ends = (
            datetime.combine(on, change, tzinfo=programme.zone) for on in (day, day + timedelta(days=1))
        )  # fmt: skip
        return EventDay(index, day, starts, ends, tuple(found))

    @cached_property
    def person_ids(self) -> Mapping[str, int | None]:
        """The number of everybody who needs one, see `marks`."""
        return self.source.marks.person_ids(self.source.programme.people, self.source.names)

    def people(self, session: Session) -> Iterator[tuple[PersonSheet, str, str, int | None, str]]:
        """Yield who is named in a session: the sheet, name, role, number and guid."""
        for person, name, role in self.source.cast(session):
            yield person, name, role, self.person_ids.get(person.id), self.source.marks.guid(person.id)

    @property
    def grain(self) -> int:
        """The greatest number of minutes of which every start and every length is a multiple, at most an hour."""
        minutes = 60
        for event in self.all:
            minutes = gcd(minutes, event.starts.minute, int(event.lasts.total_seconds()) // 60)
        return max(minutes, 1)

    @property
    def version(self) -> str:
        """The number and the name of the release."""
        return clean_line(f"{self.source.number} {self.source.programme.release['name']}")


def acronym(source: Source) -> str:
    """Return the edition's slug as these formats want it: at least four of a to z, 0 to 9 and _."""
    letters = re.sub(r"[^a-z0-9_]", "_", source.slug.lower())
    return letters if len(letters) >= SHORTEST_ACRONYM else f"edition_{letters}"
