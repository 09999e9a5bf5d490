"""Who and what is the same, and that nobody is merged or lost on a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.halls.convene.timetable.importers.cleaning import fold
from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.identity import key_of_event
from folkmoot.halls.convene.timetable.importers.tests.files import csv_schedule, event, read, remarks_of, xml


def persons(*people: str) -> str:
    return f"<persons>{''.join(people)}</persons>"


def test_people_of_one_exact_name_are_one_person() -> None:
    inner = persons("<person> Ada Lovelace </person>")
    file = read(xml(event(inner=inner), event("2", "Closing", inner)))
    assert file.person_names == {"name:Ada Lovelace": "Ada Lovelace"}


def test_names_are_compared_in_normal_form() -> None:
    file = read(
        xml(
            event(inner=persons("<person>Jose\u0301</person>")),
            event("2", "b", persons("<person>José</person>")),
        )
    )
    assert file.persons_count == 1


def test_people_with_different_ids_and_one_name_are_two_and_reported() -> None:
    inner = persons('<person id="1">Li Wei</person>', '<person id="2">Li Wei</person>')
    file = read(xml(event(inner=inner)))
    assert file.persons_count == 2
    assert "“Li Wei” (id:1), “Li Wei” (id:2). They are taken for different people." in remarks_of(file)


def test_look_alikes_are_reported_and_not_merged() -> None:
    inner = persons("<person>José Álvarez</person>", "<person>jose  alvarez</person>")
    file = read(xml(event(inner=inner)))
    assert file.persons_count == 2
    assert "“José Álvarez”, “jose alvarez”" in remarks_of(file)


def test_one_id_with_two_spellings_is_one_person_and_reported() -> None:
    file = read(
        xml(
            event(inner=persons('<person id="1">Ada</person>')),
            event("2", "b", persons('<person id="1">Ada L.</person>')),
        )
    )
    assert file.person_names == {"id:1": "Ada"}
    assert "The person with id 1 is written in several ways: “Ada”, “Ada L.”" in remarks_of(file)


def test_one_name_with_two_guids_and_no_id_is_one_person_and_reported() -> None:
    file = read(
        xml(
            event(inner=persons('<person guid="a">Ada</person>')),
            event("2", "b", persons('<person guid="b">Ada</person>')),
        )
    )
    assert file.persons_count == 1
    assert 'The file tells 2 people called "Ada" apart' in remarks_of(file)


def test_a_person_twice_in_a_session_is_taken_over_once_with_a_remark() -> None:
    file = read(xml(event(inner=persons("<person>Ada</person>", "<person>Ada</person>"))))
    assert len(file.events[0].mentions) == 1
    assert '"Ada" stands twice in "Opening"' in remarks_of(file)


def test_a_person_without_a_name_is_left_out_with_a_remark() -> None:
    file = read(xml(event(inner=persons('<person id="3"> </person>'))))
    assert file.events[0].mentions == ()
    assert 'A person in "Opening" has no name' in remarks_of(file)


def test_one_guid_and_one_title_in_two_places_is_one_session_with_two_slots() -> None:
    file = read(xml(event(guid="g"), event(guid="g", start="14:00")))
    (one,) = file.events
    assert [slot.start.hour for slot in one.slots] == [9, 14]


def test_one_id_and_one_title_without_guid_is_one_session_too() -> None:
    assert len(read(xml(event("5"), event("5", start="14:00"))).events) == 1


def test_one_guid_with_two_titles_is_refused_and_both_lines_are_named() -> None:
    with pytest.raises(ScheduleFileError, match=r'Line 6: "Closing" and "Opening" \(line 3\) have the same guid'):
        read(xml(event("1", guid="g"), event("2", "Closing", guid="g")))


def test_one_id_with_two_titles_is_refused_and_both_lines_are_named() -> None:
    with pytest.raises(ScheduleFileError, match=r"Line 6: .*\(line 3\) have the same guid or id 1"):
        read(xml(event("1"), event("1", "Closing")))


def test_one_id_with_two_guids_is_two_sessions_with_a_remark() -> None:
    file = read(xml(event("1", guid="a"), event("1", "Closing", guid="b")))
    assert len(file.events) == 2
    assert "have the same id 1 and different guids" in remarks_of(file)


def test_the_people_of_all_slots_are_taken_over_and_differences_remarked_on() -> None:
    file = read(
        xml(
            event(guid="g", inner=persons("<person>Ada</person>")),
            event(guid="g", start="14:00", inner=persons("<person>Bai</person>")),
        )
    )
    assert [mention.name for mention in file.events[0].mentions] == ["Ada", "Bai"]
    assert "with different words or people; the words of line 3 are kept" in remarks_of(file)


def test_the_same_slot_twice_is_taken_over_once() -> None:
    file = read(xml(event(guid="g"), event(guid="g")))
    assert len(file.events[0].slots) == 1
    assert "stands twice at the same time" in remarks_of(file)


def test_a_session_without_guid_and_id_is_found_by_its_title_and_that_is_said() -> None:
    file = read(csv_schedule(",Opening,Hall,2026-11-03 09:30,10:00,"))
    assert 'Line 2: "Opening" has neither guid nor id' in remarks_of(file)


def test_keys_depend_on_the_conference_and_the_kind_of_id() -> None:
    keys = {
        key_of_event("moot", "", "5", "", "Opening"),
        key_of_event("fair", "", "5", "", "Opening"),
        key_of_event("moot", "", "", "5", "Opening"),
        key_of_event("moot", "", "", "", "5"),
    }
    assert len(keys) == 4


def test_a_key_is_short_whatever_the_guid() -> None:
    assert key_of_event("moot", "g" * 200, "", "", "") == key_of_event("x", "g" * 200, "1", "", "")
    assert len(key_of_event("moot", "g" * 200, "", "", "")) <= 64


def test_guids_are_compared_without_regard_to_case() -> None:
    guid = "A0A0FCFE-B7FB-46E3-84B6-97A5406016B4"
    assert key_of_event("", guid, "", "", "") == key_of_event("", guid.lower(), "", "", "")


@given(st.text())
def test_folding_a_name_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name)
