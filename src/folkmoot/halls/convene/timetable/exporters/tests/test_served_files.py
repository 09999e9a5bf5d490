"""The files on the site: where they are, how they are cached, what they cost, and what they never say."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from folkmoot.halls.convene.session.drafts import change_session, draft_session, place_session
from folkmoot.halls.convene.speaker.drafts import change_speaker, draft_speaker
from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.exporters import revisions
from folkmoot.halls.convene.timetable.exporters.tests.exported import components, csv_rows, unfolded
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.person.drafts import draft_person, rename_person
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at

HERE = "/convene/2026/timetable/"
SUFFIXES = ("ics", "xml", "json", "csv")
TYPES = {
    "ics": "text/calendar; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}


def calendars(world: Programme) -> list[str]:
    return [
        "day/2026-11-19.ics",
        f"session/{world.sessions['opening'].public_id}.ics",
        f"speaker/{world.speakers['okafor'].person.public_id}.ics",
        f"room/{world.rooms['plenary'].public_id}.ics",
        f"forum/{world.edition.forums.get(rank='main').public_id}.ics",
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_programme_is_there_in_every_format(client: Client, release: Release, suffix: str) -> None:
    response = client.get(f"{HERE}schedule.{suffix}")
    assert response.status_code == 200
    assert response["Content-Type"] == TYPES[suffix]
    assert response["Content-Disposition"] == f'attachment; filename="2026.{suffix}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Opening: an Internet for everyone" in response.content.decode()


def test_the_workbook_is_there(client: Client, release: Release) -> None:
    pytest.importorskip("xlsxwriter")
    response = client.get(f"{HERE}schedule.xlsx")
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response.content.startswith(b"PK")


def test_every_part_has_its_calendar(client: Client, world: Programme, release: Release) -> None:
    for path in calendars(world):
        response = client.get(HERE + path)
        assert "Opening: an Internet for everyone" in [e["SUMMARY"] for e in components(response.content)], path
        source = next(line for line in unfolded(response.content) if line.startswith("SOURCE"))
        assert source.endswith(HERE + path)
    speaker = client.get(f"{HERE}speaker/{world.speakers['okafor'].person.public_id}.ics")
    assert speaker["X-Robots-Tag"] == "noindex"


def test_a_file_is_sent_once_per_reader(client: Client, world: Programme, release: Release) -> None:
    for path in ("schedule.xml", *calendars(world)):
        first = client.get(HERE + path)
        assert first["ETag"]
        assert "max-age=60" in first["Cache-Control"]
        assert not first.cookies
        again = client.get(HERE + path, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304
        assert not again.content
    other = client.get(HERE + "schedule.xml?language=zh-Hans")
    assert other["ETag"] != client.get(HERE + "schedule.xml")["ETag"]


def test_a_new_release_is_a_new_file(client: Client, actor: Actor, world: Programme, release: Release) -> None:
    tag = client.get(HERE + "schedule.csv")["ETag"]
    release_timetable(actor, world.edition, "Second")
    assert client.get(HERE + "schedule.csv", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["schedule.ics", "schedule.xml", "day/2026-11-19.ics"])
def test_before_the_first_release_there_is_no_file(client: Client, world: Programme, path: str) -> None:
    assert client.get(HERE + path).status_code == 404


def test_what_was_never_released_is_not_found(client: Client, release: Release) -> None:
    for path in ("session/0000000000.ics", "speaker/0000000000.ics", "day/2026-11-25.ics", "schedule.pdf"):
        assert client.get(HERE + path).status_code == 404, path
    assert client.get("/convene/1999/timetable/schedule.ics").status_code == 404
    assert client.post(HERE + "schedule.ics").status_code == 405


def test_texts_come_in_the_language_that_was_asked_for(client: Client, release: Release) -> None:
    rows = csv_rows(client.get(HERE + "schedule.csv?language=zh-Hans").content)
    assert "人工智能论坛" in {row["track"] for row in rows}
    calendar = client.get(HERE + "schedule.ics?language=ar").content
    assert any(line.startswith("URL:") and "/ar/convene/" in line for line in unfolded(calendar))


def test_the_language_of_the_browser_changes_nothing(client: Client, release: Release) -> None:
    plain = client.get(HERE + "schedule.ics").content
    assert client.get(HERE + "schedule.ics", headers={"accept-language": "ar"}).content == plain


@pytest.mark.parametrize("tag", ["<script>", "e", "en_GB", "a" * 300, "en%0d%0aSet-Cookie: x"])
def test_what_is_no_language_is_refused(client: Client, release: Release, tag: str) -> None:
    assert client.get(f"{HERE}schedule.ics?language={tag}").status_code == 400


def test_nothing_drafted_since_the_release_stands_in_any_file(
    client: Client, world: Programme, release: Release
) -> None:
    before = {suffix: client.get(f"{HERE}schedule.{suffix}").content for suffix in SUFFIXES}
    change_session(world.sessions["opening"], title=Text.of("Secret opening", "en"))
    place_session(world.sessions["models"], [(world.rooms["plenary"], at(20, 9), at(20, 10))])
    rename_person(world.speakers["chen"].person, Text.of("Secret Name", "en"))
    change_speaker(world.speakers["okafor"], biography=Text.of("Secret life", "en"))
    draft_session(world.edition, Text.of("Secret session", "en"), slots=[(None, at(19, 13), at(19, 14))])
    assert {suffix: client.get(f"{HERE}schedule.{suffix}").content for suffix in SUFFIXES} == before


class TestErased:
    NAME = "Mirembe Okafor"

    @pytest.fixture
    def erased(self, actor: Actor, world: Programme) -> Programme:
        """A speaker whose name stands in their sheet, an abstract and a file's key, released and then erased."""
        change_session(world.sessions["opening"], abstract=Text.of(f"With {self.NAME}.", "en"))
        change_speaker(world.speakers["okafor"], external=f"name:{self.NAME}")
        release_timetable(actor, world.edition, "First")
        redact(Actor.operator(), world.speakers["okafor"].person.address, Ground.OWN_REQUEST)
        return world

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_no_file_names_them_and_the_session_keeps_its_place(
        self, client: Client, erased: Programme, suffix: str
    ) -> None:
        content = client.get(f"{HERE}schedule.{suffix}").content.decode()
        for word in (self.NAME, *self.NAME.split(), "Opening"):
            assert word not in content
        assert "Title withheld" in content
        assert "ليلى حداد" in content

    def test_the_workbook_does_not_name_them_either(self, client: Client, erased: Programme) -> None:
        pytest.importorskip("xlsxwriter")
        from folkmoot.halls.convene.timetable.exporters.tests.test_tables import cells

        content = client.get(f"{HERE}schedule.xlsx").content
        texts = [value for sheet in (1, 2) for row in cells(content, sheet) for _kind, value in row]
        assert not any("Okafor" in text for text in texts)
        assert "Title withheld" in texts

    def test_their_own_calendar_is_gone(self, client: Client, erased: Programme) -> None:
        public_id = erased.speakers["okafor"].person.public_id
        assert client.get(f"{HERE}speaker/{public_id}.ics").status_code == 404

    def test_whoever_had_the_file_gets_another(self, client: Client, actor: Actor, world: Programme) -> None:
        release_timetable(actor, world.edition, "First")
        tag = client.get(HERE + "schedule.ics")["ETag"]
        redact(Actor.operator(), world.speakers["okafor"].person.address, Ground.OWN_REQUEST)
        assert client.get(HERE + "schedule.ics", headers={"if-none-match": tag}).status_code == 200


def grow(world: Programme, count: int) -> None:
    """Add sessions with a speaker each."""
    for number in range(count):
        speaker = draft_speaker(world.edition, draft_person(Text.of(f"Person {number}", "en")))
        slot = (world.rooms["plenary"], at(20, 9), at(20, 10))
        draft_session(world.edition, Text.of(f"Session {number}", "en"), slots=[slot], parts=[(speaker, "speaker")])


@pytest.mark.parametrize("count", [0, 60])
def test_a_file_costs_at_most_nine_queries_whatever_its_size(
    client: Client, actor: Actor, world: Programme, release: Release, count: int,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:  # fmt: skip
    grow(world, count)
    for number in range(3):
        release_timetable(actor, world.edition, f"Release {number}")
    for path in (*(f"schedule.{suffix}" for suffix in SUFFIXES), *calendars(world)):
        for cache in (queries._programme, revisions._last_changes):
            cache.cache_clear()
        with django_assert_max_num_queries(9):
            tag = client.get(HERE + path)["ETag"]
        with django_assert_max_num_queries(2):
            assert client.get(HERE + path, headers={"if-none-match": tag}).status_code == 304


def test_pages_lead_to_their_calendars(client: Client, world: Programme, release: Release) -> None:
    page = client.get("/en/convene/2026/timetable/").content.decode()
    for suffix in (*SUFFIXES, "xlsx"):
        assert f'href="{HERE}schedule.{suffix}"' in page
    assert f'href="webcal://testserver{HERE}schedule.ics"' in page
    for path in calendars(world):
        page = client.get(f"/en{HERE}{path.removesuffix('.ics')}/").content.decode()
        assert f'href="{HERE}{path}"' in page, path


def test_json_of_a_programme_is_json(client: Client, release: Release) -> None:
    assert json.loads(client.get(HERE + "schedule.json").content)["schedule"]["version"] == "1 First"
