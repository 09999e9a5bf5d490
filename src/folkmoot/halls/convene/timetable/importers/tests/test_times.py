"""Zones, days and nights, and the two nights a year when clocks change."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.halls.convene.timetable.importers.document import FileSlot, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.moments import read_duration, read_moment, read_time
from folkmoot.halls.convene.timetable.importers.tests.files import (
    csv_schedule,
    event,
    json_event,
    json_schedule,
    read,
    remarks_of,
    xml,
)
from folkmoot.halls.convene.timetable.importers.zones import find_zone

BRUSSELS = "<time_zone_name>Europe/Brussels</time_zone_name>"


def only_slot(content: str, zone: str | None = "Europe/Brussels") -> FileSlot:
    (slot,) = read(content, zone=zone).events[0].slots
    return slot


def test_the_option_comes_before_the_zone_of_the_file() -> None:
    file = read(xml(event(), conference=BRUSSELS), zone="Asia/Tokyo")
    assert (file.zone, file.zone_source) == ("Asia/Tokyo", "option")
    assert file.events[0].slots[0].start.isoformat() == "2026-11-03T09:30:00+09:00"


def test_the_zone_of_the_file_comes_before_that_of_the_edition() -> None:
    file = read(xml(event(), conference=BRUSSELS), zone=None, edition_zone="Asia/Tokyo")
    assert (file.zone, file.zone_source) == ("Europe/Brussels", "file")


def test_the_zone_of_the_edition_comes_last() -> None:
    file = read(xml(event()), zone=None, edition_zone="Asia/Tokyo")
    assert (file.zone, file.zone_source) == ("Asia/Tokyo", "edition")


def test_offsets_come_before_the_zone_of_an_edition_that_contradicts_them() -> None:
    file = read(json_schedule(json_event()), zone=None, edition_zone="Europe/Brussels")
    assert (file.zone, file.zone_source) == (None, "offset")
    assert file.events[0].slots[0].start.isoformat() == "2026-11-03T09:30:00+08:00"
    assert "UTC+08:00" in remarks_of(file)


def test_offsets_that_are_those_of_the_edition_get_its_name() -> None:
    file = read(json_schedule(json_event()), zone=None, edition_zone="Asia/Shanghai")
    assert (file.zone, file.zone_source) == ("Asia/Shanghai", "offset")
    assert file.remarks == ()


def test_an_option_does_not_move_a_moment_and_says_so() -> None:
    file = read(json_schedule(json_event()), zone="Europe/Brussels")
    start = file.events[0].slots[0].start
    assert start.astimezone(UTC).isoformat() == "2026-11-03T01:30:00+00:00"
    assert start.isoformat() == "2026-11-03T02:30:00+01:00"
    assert "another offset than Europe/Brussels" in remarks_of(file)


def test_an_unknown_zone_in_the_file_is_remarked_on_and_passed_over() -> None:
    conference = "<time_zone_name>Mars/Olympus</time_zone_name>"
    file = read(xml(event(), conference=conference), zone=None, edition_zone="Asia/Tokyo")
    assert file.zone == "Asia/Tokyo"
    assert '"Mars/Olympus" as its time zone, which is not known' in remarks_of(file)


@pytest.mark.parametrize("name", ["Mars/Olympus", "../../etc/passwd", "/etc/localtime", "localtime", "Asia", "Asia/\0"])
def test_what_is_no_zone_is_refused_as_an_option(name: str) -> None:
    assert find_zone(name) is None
    with pytest.raises(ScheduleFileError, match="is not a time zone"):
        read(xml(event()), zone=name)


def test_without_any_zone_the_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(ScheduleFileError, match="Say it with --timezone"):
        read(xml(event()), zone=None)


def test_a_start_before_the_day_change_is_on_the_next_date_and_the_same_day() -> None:
    slot = only_slot(xml(event(start="02:00")))
    assert (slot.start.date(), slot.day) == (date(2026, 11, 4), date(2026, 11, 3))


def test_without_a_day_change_the_day_ends_at_six() -> None:
    file = read(xml(event(start="05:59"), event("2", start="06:00")))
    assert file.day_change == time(6)
    assert [one.slots[0].start.day for one in file.events] == [4, 3]


def test_the_day_change_of_the_file_is_used() -> None:
    slot = only_slot(xml(event(start="08:00"), conference="<day_change>09:00:00</day_change>"))
    assert slot.start.date() == date(2026, 11, 4)


@pytest.mark.parametrize(
    ("end", "change"),
    [
        ("2026-11-04T03:59:00+01:00", time(4)),
        ("2026-11-04T05:00:00+01:00", time(5)),
        ("2026-11-03T23:00:00+01:00", time(6)),
        ("2026-11-03T23:59:00+01:00", time(0)),
    ],
)
def test_the_day_change_follows_from_the_end_of_the_days(end: str, change: time) -> None:
    day = f'date="2026-11-03" start="2026-11-03T09:00:00+01:00" end="{end}"'
    assert read(xml(event(), day=day), zone="Europe/Brussels").day_change == change


def test_a_session_listed_under_another_day_belongs_to_its_own_and_is_remarked_on() -> None:
    inner = "<date>2026-11-05T10:00:00+01:00</date>"
    file = read(xml(event(inner=inner, start="10:00")), zone="Europe/Brussels")
    assert file.events[0].slots[0].day == date(2026, 11, 5)
    assert "stands under 2026-11-03, but starts at 2026-11-05" in remarks_of(file)


def test_a_start_that_contradicts_the_date_is_remarked_on() -> None:
    file = read(xml(event(inner="<date>2026-11-03T10:00:00+01:00</date>")), zone="Europe/Brussels")
    assert "starts at 09:30 and at 2026-11-03T10:00:00+01:00; the latter is used" in remarks_of(file)


def test_an_hour_across_the_spring_change_is_an_hour_of_real_time() -> None:
    slot = only_slot(
        csv_schedule("1,Night,Hall,2026-03-29 01:30,,", header="id,title,room,start,end,duration").replace(
            "01:30,,", "01:30,,01:00"
        )
    )
    assert slot.end.isoformat() == "2026-03-29T03:30:00+02:00"


def test_a_session_across_the_spring_change_with_a_written_end_is_an_hour_shorter() -> None:
    slot = only_slot(csv_schedule("1,Night,Hall,2026-03-29 01:30,03:30,"))
    assert slot.end.astimezone(UTC) - slot.start.astimezone(UTC) == timedelta(hours=1)


def test_a_time_that_does_not_exist_is_moved_forward_with_a_remark() -> None:
    file = read(csv_schedule("1,Night,Hall,2026-03-29 02:30,04:00,"), zone="Europe/Brussels")
    assert file.events[0].slots[0].start.isoformat() == "2026-03-29T03:30:00+02:00"
    assert "Line 2: 2026-03-29 02:30:00 does not exist in Europe/Brussels" in remarks_of(file)


def test_a_time_that_comes_twice_is_the_first_with_a_remark() -> None:
    file = read(csv_schedule("1,Night,Hall,2026-10-25 02:30,04:00,"), zone="Europe/Brussels")
    slot = file.events[0].slots[0]
    assert slot.start.isoformat() == "2026-10-25T02:30:00+02:00"
    assert slot.end.astimezone(UTC) - slot.start.astimezone(UTC) == timedelta(hours=2, minutes=30)
    assert "comes twice in Europe/Brussels" in remarks_of(file)


def test_an_end_that_comes_twice_is_the_second_if_the_first_would_be_before_the_start() -> None:
    slot = only_slot(csv_schedule("1,Night,Hall,2026-10-25T02:45:00+02:00,2026-10-25 02:15,"))
    assert slot.end.isoformat() == "2026-10-25T02:15:00+01:00"


def test_an_hour_across_the_autumn_change_ends_at_the_same_time_on_the_clock_and_has_a_length() -> None:
    header = "id,title,start,duration"
    file = read(csv_schedule("1,Night,2026-10-25 02:30,60", header=header), zone="Europe/Brussels")
    slot = file.events[0].slots[0]
    assert slot.end.isoformat() == "2026-10-25T02:30:00+01:00"
    assert "ends when it starts" not in remarks_of(file)


def test_a_session_without_length_is_kept_with_a_remark() -> None:
    file = read(csv_schedule("1,Bell,Hall,2026-11-03 09:30,2026-11-03 09:30,"))
    assert "ends when it starts" in remarks_of(file)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("00:45", 45),
        ("1:30", 90),
        ("24:00", 1440),
        ("00:45:00", 45),
        ("01:00:30", 60.5),
        ("1:02:00", 1560),
        ("1:30:00", 90),
        ("PT45M", 45),
        ("P1DT2H", 1560),
        ("90", 90),
        ("0", 0),
    ],
)
def test_durations_are_read_as_other_tools_write_them(words: str, minutes: float) -> None:
    assert read_duration(words, None) == timedelta(minutes=minutes)


@pytest.mark.parametrize("words", ["", "soon", "-00:30", "00:60", "1:2:3:4", "P", "PT", "99999:00", "1e9", "٣٠"])
def test_what_is_no_duration_is_refused_with_the_line(words: str) -> None:
    with pytest.raises(ScheduleFileError, match="Line 5"):
        read_duration(words, 5)


@pytest.mark.parametrize(
    "words",
    ["2026-02-30 10:00", "2026-11-03", "03/11/2026 10:00", "2026-11-03 25:00", "9999-01-01 10:00",
     "0001-01-01T00:00:00+14:00", "2026-11-03T10:00:00+99:00", "2026-11-03T10:00:00.1234567"],
)  # fmt: skip
def test_what_is_no_moment_is_refused_with_the_line(words: str) -> None:
    with pytest.raises(ScheduleFileError, match="Line 5"):
        read_moment(words, 5)


@given(st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30)), st.sampled_from([None, UTC]))  # noqa: DTZ001
def test_every_moment_in_iso_format_is_read_back(written: datetime, zone: timezone | None) -> None:
    moment = written.replace(tzinfo=zone)
    assert read_moment(moment.isoformat(), None) == moment.replace(microsecond=0)
    assert read_moment(moment.isoformat(" "), None) == moment.replace(microsecond=0)


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_refused(words: str) -> None:
    for read_it in (read_moment, read_time, read_duration):
        with suppress(ScheduleFileError):
            read_it(words, 1)
