"""What changed between two releases."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.audit.programme import NOTHING, Part, PersonSheet, Programme, Room, Session, Slot
from folkmoot.halls.convene.timetable.comparing import Changes, compare

NAMES = [f"session:{'0' * 9}{n}" for n in range(6)]
ROOMS = [Room(f"room:{'0' * 9}{n}", NOTHING, NOTHING, None, NOTHING, False) for n in range(3)]
PEOPLE = [PersonSheet(f"person:{n}", f"p{n}", False, NOTHING, NOTHING, NOTHING, "", "", False) for n in range(3)]
START = datetime(2026, 11, 19, 9, tzinfo=UTC)


def text(value: str) -> dict[str, object]:
    return {"original": "en", "texts": {"en": value}, "machine": []}


def session(name: str = NAMES[0], title: str = "Opening", **fields: object) -> Session:
    plain = Session(
        id=name, sheet=f"{name} {title}", withheld=False, title=text(title), subtitle=NOTHING, abstract=NOTHING,
        description=NOTHING, link="", links=(), forum=None, kind="", status="confirmed", mode="on-site",
        on_record="on-record", recorded=True, is_break=False, languages=(), interpretation=(), slots=(), parts=(),
    )  # fmt: skip
    return dataclasses.replace(plain, **fields)  # type: ignore[arg-type]


def programme(*sessions: Session, people: tuple[PersonSheet, ...] = ()) -> Programme:
    edition = {"zone": "UTC", "day_change": "06:00"}
    return Programme("", edition, {}, {}, (), tuple(ROOMS), sessions, people)


def slot(hour: int = 0, room: int = 0) -> Slot:
    return Slot(START + timedelta(hours=hour), START + timedelta(hours=hour + 1), ROOMS[room])


slots = st.lists(st.builds(slot, st.integers(0, 3), st.integers(0, 2)), max_size=2).map(tuple)
parts = st.lists(st.builds(Part, st.sampled_from(PEOPLE), st.sampled_from(["speaker", "moderator"])), max_size=2)
sessions = st.lists(
    st.builds(
        session, st.sampled_from(NAMES), st.sampled_from(["Opening", "Closing"]), slots=slots, parts=parts.map(tuple),
        status=st.sampled_from(["confirmed", "cancelled"]), withheld=st.booleans(),
    ),
    unique_by=lambda s: s.id,
)  # fmt: skip
programmes = sessions.map(lambda found: programme(*found))


def names(found: object) -> set[str]:
    return {getattr(item, "session", item).id for item in found}  # type: ignore[attr-defined]


def places(found: Session) -> set[tuple[datetime, str]]:
    return {(slot.starts, slot.room.id) for slot in found.slots if slot.room}


@given(programmes)
def test_a_programme_does_not_differ_from_itself(given_one: Programme) -> None:
    assert compare(given_one, given_one) == Changes()
    assert not compare(given_one, given_one)


@given(programmes, programmes)
def test_every_difference_stands_in_the_list_it_belongs_to(before: Programme, after: Programme) -> None:
    old, new = {s.id: s for s in before.sessions}, {s.id: s for s in after.sessions}
    found, back = compare(before, after), compare(after, before)
    assert names(found.new) == new.keys() - old.keys() == names(back.withdrawn)
    assert names(found.withdrawn) == old.keys() - new.keys() == names(back.new)
    assert names(found.cancelled) == names(back.reinstated)
    both = old.keys() & new.keys()
    assert names(found.moved) == {n for n in both if places(old[n]) != places(new[n])}
    for edit in found.edited:
        assert ("speakers" in edit.what) == (old[edit.session.id].parts != edit.session.parts)
    mentioned = names(found.moved) | names(found.edited) | names(found.cancelled) | names(found.reinstated)
    for name in both - mentioned:
        one, other = old[name], new[name]
        assert (one.sheet, one.parts, one.status, places(one)) == (
            other.sheet,
            other.parts,
            other.status,
            places(other),
        )


def test_a_session_may_be_moved_and_renamed_at_once() -> None:
    found = compare(programme(session(slots=(slot(0),))), programme(session(title="Welcome", slots=(slot(1),))))
    assert [move.after[0].starts for move in found.moved] == [START + timedelta(hours=1)]
    assert [edit.what for edit in found.edited] == [("title",)]


def test_a_withheld_sheet_says_only_that_the_text_changed() -> None:
    found = compare(programme(session()), programme(session(title="Welcome", withheld=True)))
    assert [edit.what for edit in found.edited] == [("text",)]


def test_cancelling_is_not_withdrawing() -> None:
    found = compare(programme(session()), programme(session(status="cancelled")))
    assert names(found.cancelled) == {NAMES[0]}
    assert not found.withdrawn
    assert not found.edited


def test_who_came_or_went_is_not_listed_by_name() -> None:
    ada, bo = PEOPLE[:2]
    changed = dataclasses.replace(ada, sheet="another")
    assert compare(programme(people=(ada, bo)), programme(people=(ada,))).people == ()
    assert compare(programme(people=(ada,)), programme(people=(ada, bo))).people == ()
    assert compare(programme(people=(ada, bo)), programme(people=(changed, bo))).people == (changed,)


def test_changes_stand_in_the_order_of_the_day() -> None:
    after = programme(session(NAMES[0]), session(NAMES[1], slots=(slot(3),)), session(NAMES[2], slots=(slot(1),)))
    assert [s.id for s in compare(programme(), after).new] == [NAMES[2], NAMES[1], NAMES[0]]
