"""Where a timetable contradicts itself: a room twice, a person twice, a room too small.

The method is a sweep. For each room (and each person) the slots are put in order of their start. Going
through them, one keeps those that have not ended yet: every one that is kept overlaps the new one. Each
comparison beyond the sorting thus yields a conflict, so *n* slots with *k* conflicts cost
O(n log n + k) (the interval sweep of Shamos and Hoey, "Geometric intersection problems", 1976, in one
dimension), against O(n^2) for comparing all pairs, which the tests do to check it.

What is *not* a conflict, and why:

- Intervals that touch, and intervals without length (see :mod:`.problem`).
- Two slots of one session in one room at one time: the same entry twice, nobody has to give way.
- Two slots of one session in two rooms at one time: a session shown in two halls at once. Its speakers are
  with their session; they are in two places only when *another* session needs them.
- A person named twice within one session.

A conflict is reported once per pair of sessions, room or person, and overlap, in an order that depends on
the values only: by time, then kind, then ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from folkmoot.engines.timetable.problem import Session, TimetableProblem


def _(message: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return message


class ConflictKind(Enum):
    """The three ways in which a timetable can contradict itself."""

    ROOM_DOUBLE_BOOKED = "room-double-booked"
    SPEAKER_IN_TWO_PLACES = "speaker-in-two-places"
    ROOM_TOO_SMALL = "room-too-small"


_MESSAGES = {
    ConflictKind.ROOM_DOUBLE_BOOKED: _("%(first)s and %(second)s are both in %(room)s from %(start)s to %(end)s."),
    ConflictKind.SPEAKER_IN_TWO_PLACES: _("%(person)s is in %(first)s and in %(second)s from %(start)s to %(end)s."),
    ConflictKind.ROOM_TOO_SMALL: _(
        "%(first)s expects %(expected)s people from %(start)s to %(end)s, but %(room)s holds %(capacity)s."
    ),
}
_ORDER = {kind: place for place, kind in enumerate(ConflictKind)}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction.

    ``sessions``: the two ids in order, or the one id where a room is too small. ``subject``: the id of the
    person for a speaker in two places, else of the room. ``[start, end)``: the overlap (or the slot that is
    too big for its room) in epoch seconds. ``expected`` and ``capacity``: people, for a room too small.
    """

    kind: ConflictKind
    sessions: tuple[str, ...]
    subject: str
    start: int
    end: int
    expected: int | None = None
    capacity: int | None = None

    @property
    def message(self) -> str:
        """The sentence as message id, for gettext; its placeholders are the keys of :attr:`params`."""
        return _MESSAGES[self.kind]

    @property
    def params(self) -> dict[str, str | int]:
        """What stands in the sentence: ids and epoch seconds.

        Whoever shows the sentence replaces ids by titles and names, and seconds by local time.
        """
        subject = "person" if self.kind is ConflictKind.SPEAKER_IN_TWO_PLACES else "room"
        params: dict[str, str | int] = dict(zip(("first", "second"), self.sessions, strict=False))
        params |= {subject: self.subject, "start": self.start, "end": self.end}
        if self.expected is not None and self.capacity is not None:
            params |= {"expected": self.expected, "capacity": self.capacity}
        return params


@dataclass(frozen=True, slots=True)
class ConflictReport:
    """All conflicts of a timetable, by time, then kind, then ids; empty when there are none."""

    conflicts: tuple[Conflict, ...]

    def of(self, kind: ConflictKind) -> tuple[Conflict, ...]:
        """The conflicts of one kind, in the order of the report."""
        return tuple(conflict for conflict in self.conflicts if conflict.kind is kind)


@dataclass(frozen=True, slots=True, order=True)
class _Claim:
    """A session needs a room or a person during ``[start, end)``."""

    start: int
    end: int
    session: str


def find_conflicts(problem: TimetableProblem) -> ConflictReport:
    """List every conflict of a timetable; deterministic, O(n log n + k) for n slots and k conflicts.

    The order of sessions, rooms, slots and speakers in the problem makes no difference to the report.
    """
    rooms: defaultdict[str, set[_Claim]] = defaultdict(set)
    people: defaultdict[str, set[_Claim]] = defaultdict(set)
    for session in problem.sessions:
        for slot in session.slots:
            claim = _Claim(slot.start, slot.end, session.id)
            if slot.room is not None:
                rooms[slot.room].add(claim)
            for person in session.speakers:
                people[person].add(claim)
    found = {
        *_find_overlaps(ConflictKind.ROOM_DOUBLE_BOOKED, rooms.items()),
        *_find_overlaps(ConflictKind.SPEAKER_IN_TWO_PLACES, people.items()),
        *_find_small_rooms(problem),
    }
    return ConflictReport(tuple(sorted(found, key=_place_in_report)))


def _find_overlaps(kind: ConflictKind, claimed: Iterable[tuple[str, set[_Claim]]]) -> Iterator[Conflict]:
    for subject, claims in claimed:
        open_claims: list[_Claim] = []
        for claim in sorted(claim for claim in claims if claim.start < claim.end):
            open_claims = [other for other in open_claims if other.end > claim.start]
            for other in open_claims:
                if other.session != claim.session:
                    pair = (min(other.session, claim.session), max(other.session, claim.session))
                    yield Conflict(kind, pair, subject, claim.start, min(other.end, claim.end))
            open_claims.append(claim)


def _find_small_rooms(problem: TimetableProblem) -> Iterator[Conflict]:
    capacities = {room.id: room.capacity for room in problem.rooms}
    for session in problem.sessions:
        yield from _find_small_rooms_of(session, capacities)


def _find_small_rooms_of(session: Session, capacities: dict[str, int | None]) -> Iterator[Conflict]:
    for slot in session.slots:
        if slot.room is None or session.expected is None or slot.start == slot.end:
            continue
        capacity = capacities[slot.room]
        if capacity is not None and session.expected > capacity:
            yield Conflict(
                ConflictKind.ROOM_TOO_SMALL,
                (session.id,),
                slot.room,
                slot.start,
                slot.end,
                expected=session.expected,
                capacity=capacity,
            )


def _place_in_report(conflict: Conflict) -> tuple[int, int, tuple[str, ...], str, int]:
    return (conflict.start, _ORDER[conflict.kind], conflict.sessions, conflict.subject, conflict.end)
