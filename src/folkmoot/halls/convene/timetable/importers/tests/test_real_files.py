"""Real programmes as other tools published them are read completely."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, time
from pathlib import Path

import pytest

from folkmoot.engines.timetable import ConflictKind, Room, Session, Slot, TimetableProblem, find_conflicts
from folkmoot.halls.convene.timetable.importers.document import ScheduleFile, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.reading import read_schedule

ZONES = {"fosdem-2020.xml": "Europe/Brussels"}


def read_real(real_data: Path, name: str) -> ScheduleFile:
    content = (real_data / "schedules" / name).read_bytes()
    return read_schedule(content, name=name, zone=ZONES.get(name))


@pytest.mark.parametrize(
    ("name", "events", "rooms", "persons", "mentions"),
    [
        ("fosdem-2020.xml", 872, 35, 841, 965),
        ("fosdem-2025.xml", 943, 29, 992, 1172),
        ("ccc-38c3-schedule.xml", 1007, 72, 567, 1032),
        ("voc-frab-camp2019.json", 79, 2, 90, 96),
        ("voc-pretalx-rc3.json", 48, 5, 56, 57),
    ],
)
def test_every_session_room_and_person_of_a_real_file_is_read(
    real_data: Path, name: str, events: int, rooms: int, persons: int, mentions: int
) -> None:
    file = read_real(real_data, name)
    assert (len(file.events), len(file.rooms), file.persons_count) == (events, rooms, persons)
    assert sum(len(event.mentions) for event in file.events) == mentions
    assert len({event.key for event in file.events}) == events
    assert all(event.line for event in file.events)


def test_a_file_without_a_zone_asks_for_one(real_data: Path) -> None:
    content = (real_data / "schedules" / "fosdem-2020.xml").read_bytes()
    with pytest.raises(ScheduleFileError, match="--timezone Europe/Brussels"):
        read_schedule(content, name="fosdem-2020.xml", zone=None, edition_zone=None)


def test_the_keys_of_a_file_without_guids_are_the_same_at_every_reading(real_data: Path) -> None:
    first, second = (read_real(real_data, "fosdem-2020.xml") for _ in range(2))
    assert [event.key for event in first.events] == [event.key for event in second.events]
    assert first == second


def test_a_session_of_a_real_file_is_read_in_full(real_data: Path) -> None:
    file = read_real(real_data, "fosdem-2020.xml")
    opening = file.events[0]
    (slot,) = opening.slots
    assert (opening.external_id, opening.slug, opening.kind) == ("9025", "keynotes_welcome", "keynote")
    assert [mention.name for mention in opening.mentions] == ["FOSDEM Staff"]
    assert (slot.room, slot.start.isoformat(), slot.day) == (
        "Janson",
        "2020-02-01T09:30:00+01:00",
        date(2020, 2, 1),
    )
    assert len(opening.links) == 3
    assert file.place == "ULB (Université Libre de Bruxelles), Brussels"


def test_sessions_past_midnight_belong_to_the_day_before(real_data: Path) -> None:
    file = read_real(real_data, "ccc-38c3-schedule.xml")
    slots = [slot for event in file.events for slot in event.slots]
    nightly = [slot for slot in slots if slot.start.date() > slot.day]
    assert file.day_change == time(6)
    assert len(file.days) == 4
    assert nightly
    assert all(slot.start.time() < time(6) for slot in nightly)


def test_the_speaker_clashes_of_a_real_programme_are_found(real_data: Path) -> None:
    file = read_real(real_data, "ccc-38c3-schedule.xml")
    sessions = tuple(
        Session(
            event.key,
            tuple(Slot(int(slot.start.timestamp()), int(slot.end.timestamp()), slot.room) for slot in event.slots),
            tuple(mention.key for mention in event.mentions),
        )
        for event in file.events
    )
    report = find_conflicts(TimetableProblem(sessions, tuple(Room(room.name) for room in file.rooms)))
    assert len(report.of(ConflictKind.SPEAKER_IN_TWO_PLACES)) == 143


def test_what_is_not_taken_over_from_a_real_file_is_counted(real_data: Path) -> None:
    unknown = Counter(dict(read_real(real_data, "ccc-38c3-schedule.xml").unknown))
    assert unknown["event/feedback_url"] == 509
    assert unknown["event/do_not_stream"] == 3
    assert unknown["conference/track"] == 7


def test_sessions_that_must_not_be_recorded_are_known(real_data: Path) -> None:
    file = read_real(real_data, "ccc-38c3-schedule.xml")
    assert sum(event.do_not_record for event in file.events) == 25


def test_a_file_with_offsets_and_no_zone_keeps_its_moments(real_data: Path) -> None:
    file = read_real(real_data, "voc-pretalx-rc3.json")
    assert (file.zone, file.zone_source) == (None, "offset")
    assert file.events[0].slots[0].start.astimezone(UTC).isoformat() == "2020-12-27T10:30:00+00:00"
    assert file.day_change == time(4)


def test_a_file_in_no_format_of_ours_says_what_is_expected(real_data: Path) -> None:
    with pytest.raises(ScheduleFileError, match="expected is XML"):
        read_real(real_data, "w3c-tpac2023.mjs")
