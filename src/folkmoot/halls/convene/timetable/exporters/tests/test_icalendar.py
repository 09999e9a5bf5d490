"""Calendars: what stands in them, how it is written, and that an independent reader understands it."""

from __future__ import annotations

import datetime

import pytest

from folkmoot.halls.convene.session.drafts import cancel_session, change_session, draft_session, place_session
from folkmoot.halls.convene.timetable.bundles import NothingThereError
from folkmoot.halls.convene.timetable.exporters.icalendar import escape, fold, write_icalendar
from folkmoot.halls.convene.timetable.exporters.selection import Selection
from folkmoot.halls.convene.timetable.exporters.tests.exported import (
    components,
    event_called,
    released,
    source,
    unfolded,
    written,
)
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at, convene


def summaries(selection: Selection) -> list[str]:
    return [event["SUMMARY"] for event in components(write_icalendar(source(), selection))]


def test_an_event_says_when_where_what_and_who(world: Programme, release: Release) -> None:
    event = event_called(written("ics"), "Opening")
    public_id = world.sessions["opening"].public_id
    assert event["UID"] == f"session-{public_id}-1@assembly.example.record"
    assert (event["DTSTART"], event["DTEND"]) == ("20261119T010000Z", "20261119T030000Z")
    assert event["LOCATION"] == "Plenary\\, Congress Centre"
    assert event["STATUS"] == "CONFIRMED"
    assert event["SEQUENCE"] == "1"
    assert event["URL"].endswith(f"/en/convene/2026/timetable/session/{public_id}/")
    assert "Mirembe Okafor (keynote) and ليلى حداد (moderator)" in event["DESCRIPTION"]
    assert "The **first** hour." in event["DESCRIPTION"]


def test_the_stamp_is_the_moment_of_the_act(release: Release) -> None:
    assert {event["DTSTAMP"] for event in components(written("ics"))} == {f"{source().released:%Y%m%dT%H%M%SZ}"}


def test_texts_say_their_language_and_a_name_without_one_says_none(release: Release) -> None:
    lines = unfolded(written("ics"))
    assert "SUMMARY;LANGUAGE=zh-Hans:跨语言模型评估" in lines
    assert "CATEGORIES;LANGUAGE=en:Main forum" in lines
    assert not any("LANGUAGE=und" in line for line in lines)


def test_a_language_can_be_asked_for_and_the_original_stands_in(release: Release) -> None:
    lines = unfolded(written("ics", "zh-Hans"))
    assert "CATEGORIES;LANGUAGE=zh-Hans:人工智能论坛" in lines
    assert "SUMMARY;LANGUAGE=en:Tea" in lines


def test_a_cancelled_session_stays_and_says_so(release: Release) -> None:
    event = event_called(written("ics"), "Rural")
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert event["DESCRIPTION"].startswith("This session does not take place.")


def test_a_break_does_not_make_anybody_busy(release: Release) -> None:
    event = event_called(written("ics"), "Tea")
    assert event["TRANSP"] == "TRANSPARENT"
    assert "LOCATION" not in event


def test_what_has_no_time_yet_stands_in_no_calendar(world: Programme, release: Release) -> None:
    assert "Closing" not in written("ics").decode()
    empty = write_icalendar(source(), Selection("session", world.sessions["later"].address))
    assert components(empty) == []
    assert "BEGIN:VTIMEZONE" in unfolded(empty)


def test_a_session_keeps_its_name_when_it_moves_and_only_its_number_grows(world: Programme, release: Release) -> None:
    before = {event["UID"]: event["SEQUENCE"] for event in components(written("ics"))}
    place_session(world.sessions["opening"], [(world.rooms["hall"], at(20, 15), at(20, 16))])
    after = {e["UID"]: e["SEQUENCE"] for e in components(write_icalendar(released(world.edition)))}
    assert before.keys() == after.keys()
    moved = f"session-{world.sessions['opening'].public_id}-1@assembly.example.record"
    assert {name for name in after if after[name] != before[name]} == {moved}
    assert after[moved] == "2"


def test_each_slot_is_an_event_of_its_own(world: Programme, release: Release) -> None:
    place_session(
        world.sessions["opening"],
        [(world.rooms["hall"], at(20, 15), at(20, 16)), (world.rooms["plenary"], at(19, 9), at(19, 11))],
    )
    held = [e for e in components(write_icalendar(released(world.edition))) if e["SUMMARY"].startswith("Opening")]
    assert [event["UID"].partition("@")[0][-2:] for event in held] == ["-1", "-2"]
    assert [event["DTSTART"] for event in held] == ["20261119T010000Z", "20261120T070000Z"]


def test_parts_of_a_programme(world: Programme, release: Release) -> None:
    night = "Night of open networks"
    assert summaries(Selection("day", "2026-11-19")) == [
        "Opening: an Internet for everyone", "跨语言模型评估", "Tea", night,
    ]  # fmt: skip
    assert night in summaries(Selection("room", world.rooms["hall"].address))
    assert summaries(Selection("speaker", world.speakers["chen"].person.address)) == ["跨语言模型评估"]
    assert summaries(Selection("session", world.sessions["night"].address)) == [night]
    main = world.edition.forums.get(rank="main")
    assert summaries(Selection("forum", main.address)) == ["Opening: an Internet for everyone"]


@pytest.mark.parametrize("kind", ["session", "speaker", "room", "forum"])
def test_a_part_that_was_not_released_is_not_there(release: Release, kind: str) -> None:
    with pytest.raises(NothingThereError):
        write_icalendar(source(), Selection(kind, f"{kind}:0000000000"))
    with pytest.raises(NothingThereError):
        write_icalendar(source(), Selection("day", "2026-11-25"))


def test_an_event_without_length_has_no_end(world: Programme) -> None:
    draft_session(world.edition, Text.of("Bell", "en"), slots=[(None, at(19, 12), at(19, 12))])
    assert "DTEND" not in event_called(write_icalendar(released(world.edition)), "Bell")


@pytest.mark.usefixtures("body")
@pytest.mark.parametrize(
    ("month", "day", "starts", "ends"),
    [(3, 29, "20260329T003000Z", "20260329T013000Z"), (10, 25, "20261025T003000Z", "20261025T013000Z")],
)
def test_an_hour_stays_an_hour_when_the_clocks_change(month: int, day: int, starts: str, ends: str) -> None:
    edition = convene("clocks", "Europe/Paris")
    begin = datetime.datetime(2026, month, day, 0, 30, tzinfo=datetime.UTC)
    draft_session(edition, Text.of("Night watch", "en"), slots=[(None, begin, begin + datetime.timedelta(hours=1))])
    event = event_called(write_icalendar(released(edition)), "Night watch")
    assert (event["DTSTART"], event["DTEND"]) == (starts, ends)


class TestWriting:
    def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(self, world: Programme) -> None:
        change_session(world.sessions["models"], abstract=Text.of("如何比较不同语言的模型。🌍" * 40, "zh-Hans"))
        calendar = write_icalendar(released(world.edition))
        lines = calendar.split(b"\r\n")
        assert max(len(line) for line in lines) <= 75
        assert all(line.decode() for line in lines[:-1])
        assert "🌍" * 1 in event_called(calendar, "跨语言")["DESCRIPTION"]

    @pytest.mark.parametrize("length", [74, 75, 76, 148, 149, 150, 151])
    def test_folding_loses_nothing(self, length: int) -> None:
        line = "SUMMARY:" + "x" * (length - 8)
        assert fold(line).replace(b"\r\n ", b"") == line.encode() + b"\r\n"

    def test_what_could_begin_a_property_is_escaped(self, world: Programme) -> None:
        change_session(world.sessions["night"], title=Text.of("A, b; c\\d", "en"))
        change_session(world.sessions["night"], abstract=Text.of("One\r\nATTENDEE:mailto:x@example.org", "en"))
        lines = unfolded(write_icalendar(released(world.edition)))
        assert "SUMMARY;LANGUAGE=en:A\\, b\\; c\\\\d" in lines
        assert not any(line.startswith("ATTENDEE") for line in lines)
        assert escape("a\r\nb") == "a\\nb"

    def test_overrides_of_direction_and_control_characters_go(self, world: Programme) -> None:
        change_session(world.sessions["night"], title=Text.of("Night\u202e of\x07 open", "en"))
        change_session(world.sessions["night"], abstract=Text.of("Come\u202d all\x1b", "en"))
        calendar = write_icalendar(released(world.edition)).decode()
        assert not set("\u202e\u202d\x07\x1b") & set(calendar)

    def test_html_becomes_plain_text(self, world: Programme) -> None:
        html = "<p>One &amp; <b>two</b></p><script>alert(1)</script><ul><li>three</li></ul>"
        change_session(world.sessions["night"], abstract=Text.of(html, "en"))
        described = event_called(write_icalendar(released(world.edition)), "Night")["DESCRIPTION"]
        assert described == "One & two\\n\\nthree"

    def test_an_address_that_is_not_of_the_web_is_not_handed_on(self, world: Programme) -> None:
        change_session(world.sessions["night"], link="javascript:alert(1)")
        change_session(world.sessions["opening"], link="https://meet.example/opening")
        lines = unfolded(write_icalendar(released(world.edition)))
        assert [line for line in lines if line.startswith("CONFERENCE")] == [
            "CONFERENCE;VALUE=URI:https://meet.example/opening"
        ]


def test_a_withdrawn_cancellation_is_a_confirmed_event_again(world: Programme, release: Release) -> None:
    cancel_session(world.sessions["night"])
    assert event_called(write_icalendar(released(world.edition)), "Night")["STATUS"] == "CANCELLED"
    change_session(world.sessions["night"], status="confirmed")
    event = event_called(write_icalendar(released(world.edition, "Third")), "Night")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", "3")


def test_an_independent_reader_finds_the_same_events(world: Programme, release: Release) -> None:
    reader = pytest.importorskip("icalendar")
    change_session(world.sessions["night"], abstract=Text.of("One, two;\nthree \\ 四" * 20, "en"))
    calendar = reader.Calendar.from_ical(write_icalendar(released(world.edition)))
    events = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == 5
    assert not [error for component in calendar.walk() for error in component.errors]
    night = events["Night of open networks"]
    assert night.decoded("DTSTART") == at(20, 0, 30)
    assert night.decoded("DTEND") == at(20, 2)
    assert str(night["DESCRIPTION"]) == "One, two;\nthree \\ 四" * 20
    assert events["跨语言模型评估"]["SUMMARY"].params["LANGUAGE"] == "zh-Hans"
    assert str(calendar["X-WR-TIMEZONE"]) == "Asia/Shanghai"
