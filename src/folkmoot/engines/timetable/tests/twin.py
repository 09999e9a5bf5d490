"""The brute-force twin: compare every slot with every other, without any idea of how to be quick."""

from __future__ import annotations

from itertools import combinations

from folkmoot.engines.timetable import Conflict, ConflictKind, Slot, TimetableProblem


def compare_all_pairs(problem: TimetableProblem) -> set[Conflict]:
    """Every conflict of the problem, found in O(n^2) from the definitions alone."""
    found = set()
    for first, second in combinations(sorted(problem.sessions, key=lambda session: session.id), 2):
        shared_people = set(first.speakers) & set(second.speakers)
        for one in first.slots:
            for other in second.slots:
                start, end = _overlap(one, other)
                if start >= end:
                    continue
                pair = (first.id, second.id)
                if one.room is not None and one.room == other.room:
                    found.add(Conflict(ConflictKind.ROOM_DOUBLE_BOOKED, pair, one.room, start, end))
                for person in shared_people:
                    found.add(Conflict(ConflictKind.SPEAKER_IN_TWO_PLACES, pair, person, start, end))
    return found | _rooms_too_small(problem)


def _overlap(one: Slot, other: Slot) -> tuple[int, int]:
    return max(one.start, other.start), min(one.end, other.end)


def _rooms_too_small(problem: TimetableProblem) -> set[Conflict]:
    return {
        Conflict(ConflictKind.ROOM_TOO_SMALL, (session.id,), room.id, slot.start, slot.end, expected, capacity)
        for session in problem.sessions
        for slot in session.slots
        for room in problem.rooms
        if slot.room == room.id and slot.start < slot.end
        if (expected := session.expected) is not None
        and (capacity := room.capacity) is not None
        and expected > capacity
    }
