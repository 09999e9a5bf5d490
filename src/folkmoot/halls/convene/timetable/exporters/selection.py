"""Which part of a programme a calendar holds: all of it, a day, a forum, a room, a speaker, a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from folkmoot.audit.programme import PersonSheet, Session, Slot
from folkmoot.halls.convene.timetable.addresses import short
from folkmoot.halls.convene.timetable.bundles import NothingThereError
from folkmoot.halls.convene.timetable.exporters.source import Source

Keeps = Callable[[Source, Session, Slot, str], bool]


@dataclass(frozen=True)
class Selection:
    """What to hold: `kind` is programme, day, forum, room, speaker or session, `name` the day or full identifier."""

    kind: str = "programme"
    name: str = ""

    def slots(self, source: Source) -> Iterator[tuple[Session, int, Slot]]:
        """Yield sessions with their slots by time; the number says which of the session's slots it is.

        Raises NothingThereError where the programme does not hold what is named.
        """
        self._check(source)
        keeps = _KEEPS[self.kind]
        found = [
            (session, turn, slot)
            for session in source.programme.sessions
            for turn, slot in enumerate(in_order(session))
            if keeps(source, session, slot, self.name)
        ]
        yield from sorted(found, key=lambda row: (row[2].starts, row[0].id, row[1]))

    def label(self, source: Source) -> str:
        """Return what the part is called; empty for the whole."""
        programme = source.programme
        if self.kind in ("programme", "day"):
            return self.name
        if self.kind == "session":
            return source.title_of(session).value if (session := programme.session(self.name)) else ""
        if self.kind == "speaker":
            return source.names.get(self.name, "")
        places = programme.rooms if self.kind == "room" else programme.forums
        return next((source.line(place.name).value for place in places if place.id == self.name), "")

    def path(self, source: Source) -> str:
        """Return where the calendar is."""
        if self.kind == "programme":
            return source.addresses.file("schedule", suffix="ics")
        if self.kind == "day":
            return source.addresses.file("day-calendar", day=date.fromisoformat(self.name))
        return source.addresses.file(f"{self.kind}-calendar", identifier=short(self.name))

    def _check(self, source: Source) -> None:
        programme = source.programme
        known: Mapping[str, Callable[[], bool]] = {
            "programme": lambda: True,
            "day": lambda: date.fromisoformat(self.name) in programme.days,
            "session": lambda: programme.session(self.name) is not None,
            "speaker": lambda: _is_shown(programme.person(self.name)),
            "room": lambda: any(room.id == self.name for room in programme.rooms),
            "forum": lambda: any(forum.id == self.name for forum in programme.forums),
        }
        if not known[self.kind]():
            raise NothingThereError(self.name)


def in_order(session: Session) -> list[Slot]:
    """Return the slots of a session by time, then by room: the order in which they are numbered."""
    return sorted(session.slots, key=lambda slot: (slot.starts, slot.ends, slot.room.id if slot.room else ""))


def _is_shown(person: PersonSheet | None) -> bool:
    return person is not None and not person.withheld


_KEEPS: Mapping[str, Keeps] = {
    "programme": lambda _source, _session, _slot, _name: True,
    "day": lambda source, _session, slot, name: source.programme.day_of(slot.starts).isoformat() == name,
    "session": lambda _source, session, _slot, name: session.id == name,
    "speaker": lambda _source, session, _slot, name: any(part.person.id == name for part in session.parts),
    "room": lambda _source, _session, slot, name: slot.room is not None and slot.room.id == name,
    "forum": lambda _source, session, _slot, name: session.forum is not None and session.forum.id == name,
}
EVERYTHING = Selection()
