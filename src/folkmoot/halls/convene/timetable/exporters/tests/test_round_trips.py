"""Import, release, export, import: nothing is lost that the format can carry, for real files and small ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.exporters.tests.exported import written
from folkmoot.halls.convene.timetable.importers.applying import apply_import
from folkmoot.halls.convene.timetable.importers.document import ScheduleFile
from folkmoot.halls.convene.timetable.importers.opening import read_opening
from folkmoot.halls.convene.timetable.importers.plan import Kind, Plan
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.importers.standing import text_value
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.kit.actor import Actor
from tests.harness.world import Programme, found

pytestmark = pytest.mark.django_db

FILES = [
    ("fosdem-2020.xml", "Europe/Brussels"),
    ("fosdem-2025.xml", None),
    ("ccc-38c3-schedule.xml", None),
    ("voc-frab-camp2019.json", None),
    ("voc-pretalx-rc3.json", None),
]
FORMATS = ("xml", "json", "csv")
NOTHING = text_value("", "")
KINDS_OF_LINK = {"slides", "paper", "web", "blog", "article", "media", "related", "activitypub", "page"}

Said = dict[str, dict[str, Any]]


def planned(file: ScheduleFile, slug: str) -> Plan:
    """The plan for an edition that is opened from a file."""
    return plan_import(file, None, opening=read_opening(file, slug))


def take_in(plan: Plan) -> Edition:
    """Do what a plan says."""
    done = apply_import(Actor.operator(), plan)
    assert done is not None
    return done.edition


def said(plan: Plan, suffix: str) -> Said:
    """What a plan would write for each session by guid, with names for rows, as far as a format can carry it."""
    names = {**plan.names, "": ""}
    return {item.key: _plain(dict(item.write), names, suffix) for item in plan.of(Kind.SESSION)}


def _plain(values: dict[str, Any], names: Mapping[str, str], suffix: str) -> dict[str, Any]:
    return {
        **values,
        "forum": names[values["forum"]],
        "slots": [[starts, ends, names[room]] for starts, ends, room in values["slots"]],
        "people": [[names[person].replace(";", ",") if suffix == "csv" else names[person], role]
                   for person, role in values["people"]],
        "links": _links(values["links"], suffix),
    }  # fmt: skip


def _links(links: list[dict[str, str]], suffix: str) -> list[dict[str, str]]:
    if suffix == "csv":
        return [link for link in links if link["kind"] == "page"]
    if suffix == "json":
        return [{**link, "kind": link["kind"] if link["kind"] in KINDS_OF_LINK else ""} for link in links]
    return links


def people(plan: Plan, suffix: str) -> Said:
    """Everybody by key, with the biography where the format carries it."""
    left_out = {"biography"} if suffix == "xml" else set()
    return {i.key: {n: v for n, v in i.write.items() if n not in left_out} for i in plan.of(Kind.PERSON)}


# What a re-import into the edition itself would change, by file and format.
LOST = {("fosdem-2020.xml", "json"): {"links"}, ("voc-pretalx-rc3.json", "xml"): {"biography"}}


@pytest.mark.parametrize(("name", "zone"), FILES)
def test_a_real_file_comes_back_the_same(real_data: Path, name: str, zone: str | None) -> None:
    found()
    original = planned(read_schedule((real_data / "schedules" / name).read_bytes(), name=name, zone=zone), "first")
    first = take_in(original)
    release_timetable(Actor.operator(), first, "First")
    for suffix in FORMATS:
        file = read_schedule(written(suffix, slug="first"), edition_zone=first.zone)
        second = planned(file, "second")
        assert said(second, suffix) == said(original, suffix)
        assert places(second) == places(original)
        if suffix != "csv":
            assert people(second, suffix) == people(original, suffix)
            assert changes_of(plan_import(file, first)) == LOST.get((name, suffix), set())
            assert (second.zone, file.day_change) == (original.zone, original.file.day_change)


def changes_of(plan: Plan) -> set[str]:
    """The fields that a re-import into the same edition would change; nothing new, nothing missing."""
    assert not any(item.is_new for item in plan.items)
    assert not plan.missing
    return {difference.field for item in plan.items for difference in (*item.changed, *item.conflicts)}


def places(plan: Plan) -> list[list[str]]:
    """The rooms and the forums by name."""
    return [sorted(item.label for item in plan.of(kind)) for kind in (Kind.ROOM, Kind.FORUM)]


def test_the_zone_stands_in_the_file(world: Programme, release: Release) -> None:
    assert {read_schedule(written(suffix)).zone for suffix in ("xml", "json")} == {"Asia/Shanghai"}


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_was_written_at_the_desk_comes_back_in_another_edition(
    world: Programme, release: Release, suffix: str
) -> None:
    content = written(suffix)
    file = read_schedule(content, zone="Asia/Shanghai" if suffix == "csv" else None)
    second = said(planned(file, "second"), suffix)
    titles = {str(values["title"]["texts"].popitem()[1]): values for values in second.values()}
    carried = 6 if suffix == "csv" else 4
    assert len(titles) == carried
    opening = titles["Opening: an Internet for everyone"]
    assert opening["kind_code"] == "keynote"
    assert opening["forum"] == "Main forum"
    assert opening["slots"] == [["2026-11-19T01:00:00+00:00", "2026-11-19T03:00:00+00:00", "Plenary"]]
    roles = ["speaker", "speaker"] if suffix == "xml" else ["keynote", "moderator"]
    assert opening["people"] == [["Mirembe Okafor", roles[0]], ["ليلى حداد", roles[1]]]
    assert titles["Tea"]["is_break"]
    assert titles["Tea"]["slots"][0][2] == ""
    if suffix == "csv":
        assert titles["Rural networks: three farms, three lessons"]["status"] == "cancelled"
        assert titles["Closing statement"]["slots"] == []


def test_guids_are_the_same_in_every_format_and_release(world: Programme, release: Release) -> None:
    first = {event.guid for event in read_schedule(written("xml")).events}
    release_timetable(Actor.operator(), world.edition, "Second")
    assert {event.guid for event in read_schedule(written("json")).events} == first
    assert first < {event.guid for event in read_schedule(written("csv"), zone="UTC").events}
