"""What is a conflict and what is not, and that the sweep finds what comparing all pairs finds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.timetable import (
    Conflict,
    ConflictKind,
    Room,
    Session,
    Slot,
    TimetableError,
    TimetableProblem,
    find_conflicts,
)
from folkmoot.engines.timetable.tests.twin import compare_all_pairs

HOUR = 3600
ROOMS = (Room("blue", capacity=50), Room("hall", capacity=900), Room("lawn"))


def session(name: str, *slots: tuple[int, int, str | None], speakers: str = "", expected: int | None = None) -> Session:
    """A session from (start hour, end hour, room) and speakers separated by spaces."""
    times = tuple(Slot(start * HOUR, end * HOUR, room) for start, end, room in slots)
    return Session(name, times, tuple(speakers.split()), expected)


def conflicts_of(*sessions: Session) -> tuple[Conflict, ...]:
    return find_conflicts(TimetableProblem(sessions, ROOMS)).conflicts


def test_two_sessions_in_one_room_are_reported_with_the_overlap_and_both_names() -> None:
    found = conflicts_of(session("b", (9, 11, "hall")), session("a", (10, 12, "hall")))
    assert found == (Conflict(ConflictKind.ROOM_DOUBLE_BOOKED, ("a", "b"), "hall", 10 * HOUR, 11 * HOUR),)


def test_sessions_that_touch_do_not_overlap() -> None:
    assert conflicts_of(session("a", (9, 10, "hall")), session("b", (10, 11, "hall"))) == ()


def test_a_slot_without_length_overlaps_nothing() -> None:
    assert conflicts_of(session("a", (9, 11, "hall")), session("b", (10, 10, "hall"))) == ()


def test_two_slots_without_length_at_one_moment_do_not_overlap() -> None:
    assert conflicts_of(session("a", (9, 9, "hall")), session("b", (9, 9, "hall"))) == ()


def test_a_break_across_all_rooms_does_not_clash_with_a_room() -> None:
    assert conflicts_of(session("break", (9, 11, None)), session("a", (9, 11, "hall"))) == ()


def test_two_breaks_at_one_time_do_not_clash() -> None:
    assert conflicts_of(session("tea", (9, 11, None)), session("coffee", (9, 11, None))) == ()


def test_a_speaker_in_two_rooms_is_reported_once_per_pair() -> None:
    found = conflicts_of(
        session("a", (9, 11, "hall"), speakers="ada bai"), session("b", (10, 12, "blue"), speakers="ada")
    )
    assert found == (Conflict(ConflictKind.SPEAKER_IN_TWO_PLACES, ("a", "b"), "ada", 10 * HOUR, 11 * HOUR),)


def test_a_speaker_online_and_in_a_room_is_in_two_places() -> None:
    found = conflicts_of(
        session("online", (9, 11, None), speakers="ada"), session("room", (9, 10, "hall"), speakers="ada")
    )
    assert [conflict.kind for conflict in found] == [ConflictKind.SPEAKER_IN_TWO_PLACES]


def test_a_person_named_twice_in_one_session_is_one_person_in_one_place() -> None:
    assert conflicts_of(session("a", (9, 11, "hall"), speakers="ada ada")) == ()


def test_a_session_shown_in_two_halls_at_once_does_not_clash_with_itself() -> None:
    assert conflicts_of(session("a", (9, 11, "hall"), (9, 11, "blue"), speakers="ada")) == ()


def test_the_same_slot_twice_does_not_clash_with_itself() -> None:
    assert conflicts_of(session("a", (9, 11, "hall"), (9, 11, "hall"), speakers="ada")) == ()


def test_a_session_in_two_halls_clashes_with_a_third_over_the_speaker_only_once() -> None:
    twice = session("a", (9, 11, "hall"), (9, 11, "blue"), speakers="ada")
    found = conflicts_of(twice, session("b", (9, 11, "lawn"), speakers="ada"))
    assert [conflict.sessions for conflict in found] == [("a", "b")]


def test_a_room_and_a_speaker_can_clash_at_once_and_the_room_comes_first() -> None:
    found = conflicts_of(session("a", (9, 11, "hall"), speakers="ada"), session("b", (9, 11, "hall"), speakers="ada"))
    assert [conflict.kind for conflict in found] == [
        ConflictKind.ROOM_DOUBLE_BOOKED,
        ConflictKind.SPEAKER_IN_TWO_PLACES,
    ]


def test_a_room_too_small_names_the_session_the_room_and_both_numbers() -> None:
    (found,) = conflicts_of(session("a", (9, 11, "blue"), expected=51))
    assert found.params == {
        "first": "a",
        "room": "blue",
        "start": 9 * HOUR,
        "end": 11 * HOUR,
        "expected": 51,
        "capacity": 50,
    }


def test_a_room_that_is_just_full_is_not_too_small() -> None:
    assert conflicts_of(session("a", (9, 11, "blue"), expected=50)) == ()


def test_a_room_without_a_known_capacity_is_never_too_small() -> None:
    assert conflicts_of(session("a", (9, 11, "lawn"), expected=100_000)) == ()


def test_a_report_can_be_asked_for_one_kind() -> None:
    problem = TimetableProblem((session("a", (9, 11, "blue"), expected=51), session("b", (9, 11, "blue"))), ROOMS)
    (found,) = find_conflicts(problem).of(ConflictKind.ROOM_TOO_SMALL)
    assert found.sessions == ("a",)


@pytest.mark.parametrize(
    ("sessions", "rooms", "sentence"),
    [
        ((Session("a"), Session("a")), (), "two entries for session 'a'"),
        ((), (Room("hall"), Room("hall")), "two entries for room 'hall'"),
        ((Session("a", (Slot(0, 1, "hall"),)),), (), "room 'hall', which is not among the rooms"),
        ((Session("a", (Slot(2, 1),)),), (), "ends at 1, before it starts at 2"),
        ((Session("a", expected=-1),), (), "session 'a' expects -1 people"),
        ((), (Room("hall", capacity=-5),), "room 'hall' holds -5 people"),
    ],
)
def test_a_problem_that_does_not_hold_together_is_refused_with_the_value(
    sessions: tuple[Session, ...], rooms: tuple[Room, ...], sentence: str
) -> None:
    with pytest.raises(TimetableError, match=sentence):
        TimetableProblem(sessions, rooms)


slots = st.builds(
    lambda start, length, room: Slot(start, start + length, room),
    st.integers(0, 12),
    st.integers(0, 4),
    st.sampled_from([None, "blue", "hall", "lawn"]),
)
problems = st.lists(
    st.builds(
        Session,
        id=st.sampled_from("abcdefghij"),
        slots=st.lists(slots, max_size=3).map(tuple),
        speakers=st.lists(st.sampled_from(["ada", "bai", "cem"]), max_size=3).map(tuple),
        expected=st.none() | st.integers(0, 1000),
    ),
    max_size=10,
    unique_by=lambda one: one.id,
).map(lambda sessions: TimetableProblem(tuple(sessions), ROOMS))


@given(problems)
def test_the_sweep_finds_exactly_what_comparing_all_pairs_finds(problem: TimetableProblem) -> None:
    report = find_conflicts(problem)
    assert set(report.conflicts) == compare_all_pairs(problem)
    assert len(set(report.conflicts)) == len(report.conflicts)


@given(problems, st.randoms(use_true_random=False))
def test_the_order_of_the_problem_makes_no_difference(problem: TimetableProblem, chance: random.Random) -> None:
    shuffled = TimetableProblem(
        tuple(chance.sample(problem.sessions, len(problem.sessions))), tuple(reversed(problem.rooms))
    )
    assert find_conflicts(shuffled) == find_conflicts(problem)


@given(problems, st.integers(-(10**9), 10**9))
def test_moving_the_whole_timetable_moves_the_conflicts_and_changes_nothing_else(
    problem: TimetableProblem, shift: int
) -> None:
    moved = TimetableProblem(
        tuple(
            Session(
                one.id,
                tuple(Slot(slot.start + shift, slot.end + shift, slot.room) for slot in one.slots),
                one.speakers,
                one.expected,
            )
            for one in problem.sessions
        ),
        problem.rooms,
    )
    before = find_conflicts(problem).conflicts
    after = find_conflicts(moved).conflicts
    assert [(one.kind, one.sessions, one.start + shift) for one in before] == [
        (one.kind, one.sessions, one.start) for one in after
    ]


@given(problems)
def test_every_conflict_has_a_sentence_that_can_be_filled(problem: TimetableProblem) -> None:
    for conflict in find_conflicts(problem).conflicts:
        sentence = conflict.message % conflict.params
        assert conflict.subject in sentence
        assert conflict.start < conflict.end
        assert conflict.sessions == tuple(sorted(conflict.sessions))


def test_a_thousand_sessions_take_less_than_a_tenth_of_a_second() -> None:
    chance = random.Random(7)
    rooms = tuple(Room(f"room {number}", capacity=100) for number in range(20))
    sessions = tuple(
        Session(
            f"session {number}",
            (Slot(start := chance.randrange(4 * 96) * 900, start + 3600, chance.choice(rooms).id),),
            tuple(f"person {chance.randrange(700)}" for _ in range(3)),
            chance.randrange(150),
        )
        for number in range(1000)
    )
    problem = TimetableProblem(sessions, rooms)
    assert set(find_conflicts(problem).conflicts) == compare_all_pairs(problem)
