"""What a timetable says, reduced to what can contradict itself.

Times are whole seconds since 1970-01-01 00:00 UTC. Seconds in UTC know no summer time: a session of an hour
is 3,600 of them also in the night when the clocks change, and the zone in which people read the timetable
is the business of whoever shows it.

An interval is *half-open*: ``[start, end)`` holds its start and not its end. So a session that begins when
another ends does not overlap it, and an interval without length overlaps nothing.

Rooms, people and sessions are named by identifiers (any text); titles and names stay outside, so that a
problem can be kept or published without a personal value in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class TimetableError(ValueError):
    """The problem is not a timetable: the sentence says which part of it, with the value."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One stretch of time of a session: ``[start, end)`` in epoch seconds, and the room, if there is one.

    ``room=None`` is for what takes place everywhere or nowhere in particular: a break across all rooms, a
    meeting online. Such a slot never clashes over a room; its speakers can still be in two places.
    """

    start: int
    end: int
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session, its slots (none, one or several) and the people who must be there.

    ``speakers`` may name a person twice (as moderator and as panellist): that is one person in one place.
    ``expected`` is how many people are expected, or None when nobody has said.
    """

    id: str
    slots: tuple[Slot, ...] = ()
    speakers: tuple[str, ...] = ()
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A room and how many people it holds; None when that is not known or has no limit."""

    id: str
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class TimetableProblem:
    """A whole timetable. Raises :class:`TimetableError` when it does not hold together.

    Refused: two sessions or two rooms of one id, a slot in a room that is not listed (a misspelt room
    would otherwise look free of conflicts), a slot that ends before it starts, a negative number of people.
    """

    sessions: tuple[Session, ...]
    rooms: tuple[Room, ...] = ()

    def __post_init__(self) -> None:
        _refuse_twins("session", (session.id for session in self.sessions))
        _refuse_twins("room", (room.id for room in self.rooms))
        rooms = {room.id for room in self.rooms}
        for session in self.sessions:
            _refuse_negative(f"session {session.id!r} expects", session.expected)
            for slot in session.slots:
                _check_slot(session.id, slot, rooms)
        for room in self.rooms:
            _refuse_negative(f"room {room.id!r} holds", room.capacity)


def _refuse_twins(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise TimetableError(f"There are two entries for {what} {one!r}: give each its own id.")
        seen.add(one)


def _check_slot(session: str, slot: Slot, rooms: set[str]) -> None:
    if slot.end < slot.start:
        raise TimetableError(f"Session {session!r} ends at {slot.end}, before it starts at {slot.start}.")
    if slot.room is not None and slot.room not in rooms:
        raise TimetableError(f"Session {session!r} is in room {slot.room!r}, which is not among the rooms.")


def _refuse_negative(who: str, number: int | None) -> None:
    if number is not None and number < 0:
        raise TimetableError(f"The {who} {number} people: the number cannot be below zero.")
