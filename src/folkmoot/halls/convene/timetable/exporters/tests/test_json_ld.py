"""JSON-LD: what search engines are told, and that nothing in it can end the block it stands in."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from folkmoot.audit.programme import Session
from folkmoot.halls.convene.session.drafts import change_session, place_session
from folkmoot.halls.convene.timetable.exporters.json_ld import edition_json_ld, session_json_ld
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.halls.convene.timetable.exporters.tests.exported import released, source
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at


def session(source: Source, world: Programme, key: str) -> Session:
    found = source.programme.session(world.sessions[key].address)
    assert found is not None
    return found


def test_a_session_is_an_event(world: Programme, release: Release) -> None:
    event = json.loads(session_json_ld(source(), session(source(), world, "opening")))
    assert (event["@context"], event["@type"]) == ("https://schema.org", "Event")
    assert event["startDate"] == "2026-11-19T09:00:00+08:00"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["location"] == [{"@type": "Place", "name": "Plenary", "address": "Congress Centre"}]
    assert event["performer"][0] == {"@type": "Person", "name": "Mirembe Okafor"}
    assert event["superEvent"]["name"] == "Edition of 2026"


def test_cancelled_hybrid_and_several_slots(world: Programme, release: Release) -> None:
    assert json.loads(session_json_ld(source(), session(source(), world, "farms")))["eventStatus"].endswith("Cancelled")
    hybrid = json.loads(session_json_ld(source(), session(source(), world, "models")))
    assert hybrid["eventAttendanceMode"].endswith("MixedEventAttendanceMode")
    place_session(world.sessions["night"], [(None, at(19, hour), at(19, hour + 1)) for hour in (20, 22)])
    twice = released(world.edition)
    assert len(json.loads(session_json_ld(twice, session(twice, world, "night")))["@graph"]) == 2


def test_what_has_no_time_yet_says_nothing(world: Programme, release: Release) -> None:
    assert session_json_ld(source(), session(source(), world, "later")) == ""


def test_the_edition_says_its_days_and_who_convenes_it(release: Release) -> None:
    event = json.loads(edition_json_ld(source()))
    assert (event["startDate"], event["endDate"]) == ("2026-11-19", "2026-11-20")
    assert event["organizer"] == {"@type": "Organization", "name": "Assembly for an Open Internet"}


def test_a_page_needs_no_further_query(
    world: Programme, release: Release, django_assert_num_queries: Callable[..., Any]
) -> None:
    published = Published.of("2026")
    assert published is not None
    assert published.entry.subject == release.address
    assert published.programme.digest == release.document
    with django_assert_num_queries(0):
        found = Source.of_page(published, "zh-hans")
        event = json.loads(session_json_ld(found, session(found, world, "models")))
        assert json.loads(edition_json_ld(found))["name"] == "2026年大会"
    assert "/zh-hans/convene/" in event["url"]


def test_no_text_can_end_the_block(world: Programme) -> None:
    change_session(world.sessions["night"], title=Text.of("</script><script>alert(1)//<!--&\u2028", "en"))
    found = released(world.edition)
    block = session_json_ld(found, session(found, world, "night"))
    assert not set("<>&\u2028") & set(block)
    assert json.loads(block)["name"].startswith("</script><script>alert(1)")
