"""schedule.xml and schedule.json: what stands in them and what must not."""

from __future__ import annotations

import datetime
import json
import re
from uuid import UUID

import pytest

from folkmoot.halls.convene.session.drafts import change_session, draft_session, place_session
from folkmoot.halls.convene.speaker.drafts import change_speaker, draft_speaker
from folkmoot.halls.convene.timetable.exporters.pentabarf import duration, write_pentabarf
from folkmoot.halls.convene.timetable.exporters.schedule_json import write_schedule_json
from folkmoot.halls.convene.timetable.exporters.tests.exported import (
    json_event,
    released,
    tree,
    written,
    xml_event,
)
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at, convene

EVENT = {
    "guid", "id", "slug", "url", "origin_url", "room", "title", "subtitle", "track", "type", "language", "abstract",
    "description", "date", "start", "duration", "end", "do_not_record", "persons", "links", "attachments",
}  # fmt: skip


class TestXml:
    def test_it_says_who_wrote_it_which_release_it_is_and_where_it_takes_place(self, release: Release) -> None:
        root = tree(written("xml"))
        assert [child.tag for child in root] == ["generator", "url", "version", "conference", "day"]
        assert root.findtext("version") == "1 First"
        conference = root.find("conference")
        assert conference is not None
        said = {child.tag: child.text for child in conference}
        assert said["acronym"] == "2026"
        assert said["time_zone_name"] == "Asia/Shanghai"
        assert [track.get("name") for track in conference.iter("track")] == ["Main forum", "Artificial intelligence"]

    def test_a_night_belongs_to_the_day_that_led_to_it(self, release: Release) -> None:
        days = tree(written("xml")).findall("day")
        assert [day.get("date") for day in days] == ["2026-11-19"]
        assert (days[0].get("start"), days[0].get("end")) == ("2026-11-19T06:00:00+08:00", "2026-11-20T06:00:00+08:00")
        night = xml_event(written("xml"), "Night")
        assert (night.findtext("date"), night.findtext("start")) == ("2026-11-20T00:30:00+08:00", "00:30")
        assert night.findtext("duration") == "01:30"

    def test_cancelled_sessions_and_those_without_a_time_are_left_out(self, release: Release) -> None:
        titles = {event.findtext("title") for event in tree(written("xml")).iter("event")}
        assert titles == {"Opening: an Internet for everyone", "跨语言模型评估", "Night of open networks", "Tea"}

    def test_people_carry_an_id_and_a_guid_and_keep_them(self, world: Programme, release: Release) -> None:
        people = [(p.text, p.get("id"), p.get("guid")) for p in xml_event(written("xml"), "Opening").iter("person")]
        assert [name for name, _id, _guid in people] == ["Mirembe Okafor", "ليلى حداد"]
        assert all(UUID(guid).version == 5 and int(identifier or "") > 0 for _name, identifier, guid in people)
        change_session(world.sessions["opening"], title=Text.of("Opening, again", "en"))
        again = xml_event(write_pentabarf(released(world.edition)), "Opening").iter("person")
        assert [(p.text, p.get("id"), p.get("guid")) for p in again] == people

    def test_two_people_of_one_name_stay_two(self, world: Programme) -> None:
        other = draft_speaker(world.edition, draft_person(Text.of("Mirembe Okafor", "en")))
        slot = (world.rooms["hall"], at(19, 15), at(19, 16))
        draft_session(world.edition, Text.of("The other", "en"), slots=[slot], parts=[(other, "speaker")])
        file = read_schedule(write_pentabarf(released(world.edition)))
        assert list(file.person_names.values()).count("Mirembe Okafor") == 2

    def test_links_attachments_and_the_page(self, world: Programme) -> None:
        links = [
            {"url": "https://a.example/", "title": "A", "kind": "related"},
            {"url": "javascript:alert(1)", "title": "B", "kind": ""},
            {"url": "HTTPS://B.example/", "title": "C", "kind": "page"},
            {"url": "https://a.example/slides.pdf", "title": "Slides", "kind": "slides"},
            {"url": "https://moot.example/opening", "title": "", "kind": "page"},
        ]
        change_session(world.sessions["opening"], links=links)
        event = xml_event(write_pentabarf(released(world.edition)), "Opening")
        assert [(link.text, link.get("href")) for link in event.iter("link")] == [("A", "https://a.example/")]
        assert [a.get("href") for a in event.iter("attachment")] == ["https://a.example/slides.pdf"]
        assert event.findtext("url") == "https://moot.example/opening"
        assert "/session/" in event.findtext("origin_url", "")

    def test_markup_in_texts_stays_text(self, world: Programme) -> None:
        change_session(world.sessions["night"], title=Text.of("<b>&amp;]]></event>", "en"))
        change_session(world.sessions["night"], abstract=Text.of("a\x08b\x0b\u202ec", "en"))
        event = xml_event(write_pentabarf(released(world.edition)), "<b>")
        assert event.findtext("title") == "<b>&amp;]]></event>"
        assert event.findtext("abstract") == "abc"

    def test_each_slot_has_its_own_guid_and_id(self, world: Programme) -> None:
        slots = [(world.rooms["hall"], at(20, hour), at(20, hour + 1)) for hour in (15, 17)]
        place_session(world.sessions["opening"], slots)
        events = list(tree(write_pentabarf(released(world.edition))).iter("event"))
        for name in ("guid", "id"):
            assert len({event.get(name) for event in events}) == len(events) == 5
        slugs = [event.findtext("slug", "") for event in events]
        assert len(set(slugs)) == 5
        assert all(re.fullmatch(r"[a-z0-9_]{4,}-[a-z0-9\-_]{4,}", slug) for slug in slugs)

    def test_do_not_record_is_an_opt_out(self, world: Programme) -> None:
        change_session(world.sessions["opening"], recorded=False)
        content = write_pentabarf(released(world.edition))
        assert xml_event(content, "Opening").findtext("recording/optout") == "true"
        assert xml_event(content, "Night").findtext("recording/optout") == "false"

    @pytest.mark.parametrize(
        ("lasts", "said"),
        [({"minutes": 5}, "00:05"), ({"hours": 99, "minutes": 59}, "99:59"), ({"days": 5}, "5:00:00"),
         ({"seconds": 90}, "00:01:30"), ({"days": 31}, "9:23:59"), ({}, "00:00")],
    )  # fmt: skip
    def test_lengths(self, lasts: dict[str, int], said: str) -> None:
        assert duration(datetime.timedelta(**lasts)) == said


class TestJson:
    def test_an_event_has_the_fields_of_the_schema_and_no_more(self, release: Release) -> None:
        event = json_event(written("json"), "Opening")
        assert event.keys() == EVENT
        assert (event["start"], event["duration"]) == ("09:00", "02:00")
        assert event["end"] == "2026-11-19T11:00:00+08:00"
        assert [(p["name"], p.get("role")) for p in event["persons"]] == [
            ("Mirembe Okafor", "keynote"), ("ليلى حداد", "moderator"),
        ]  # fmt: skip
        assert isinstance(event["id"], int)
        assert UUID(event["guid"]).version == 5

    def test_rooms_are_listed_with_guid_and_capacity_and_a_break_stands_across_them(self, release: Release) -> None:
        conference = json.loads(written("json"))["schedule"]["conference"]
        assert [(room["name"], room["capacity"]) for room in conference["rooms"]] == [
            ("Plenary", 1200),
            ("Hall A", 400),
        ]
        assert [event["title"] for event in conference["days"][0]["rooms"][""]] == ["Tea"]

    def test_a_zone_that_the_schema_does_not_know_is_left_to_the_offsets(self, world: Programme) -> None:
        edition = convene("fixed", "Etc/GMT-8")
        draft_session(edition, Text.of("Alone", "en"), slots=[(None, at(19, 9), at(19, 10))])
        conference = json.loads(write_schedule_json(released(edition)))["schedule"]["conference"]
        assert "time_zone_name" not in conference
        assert conference["days"][0]["day_start"] == "2026-11-19T06:00:00+08:00"

    def test_an_end_is_said_only_where_it_agrees_with_whole_minutes(self, world: Programme) -> None:
        odd = datetime.timedelta(minutes=5, seconds=30)
        place_session(world.sessions["night"], [(None, at(19, 20), at(19, 20) + odd)])
        content = write_schedule_json(released(world.edition))
        event = json_event(content, "Night")
        assert event["duration"] == "00:05"
        assert "end" not in event
        assert read_schedule(content).events

    def test_biographies_are_carried_and_pseudonyms_stand_for_names(self, world: Programme) -> None:
        change_speaker(world.speakers["chen"], biography=Text.of("研究员", "zh-Hans"))
        change_speaker(world.speakers["okafor"], shown="pseudonym", pseudonym="Lighthouse", external="id:77")
        content = write_schedule_json(released(world.edition))
        assert json_event(content, "跨语言")["persons"][0]["biography"] == "研究员"
        pseudonym = json_event(content, "Opening")["persons"][0]
        assert pseudonym["name"] == "Lighthouse"
        assert pseudonym["id"] != 77
        assert "Okafor" not in content.decode()


def test_a_programme_without_any_time_is_a_day_without_sessions(world: Programme) -> None:
    edition = convene("early")
    draft_session(edition, Text.of("Some day", "en"))
    source = released(edition)
    assert [day.get("date") for day in tree(write_pentabarf(source)).iter("day")] == ["2026-11-19"]
    days = json.loads(write_schedule_json(source))["schedule"]["conference"]["days"]
    assert [(day["date"], day["rooms"]) for day in days] == [("2026-11-19", {})]
