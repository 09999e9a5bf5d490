"""Files behind the pages, the feed, caching, and what a page costs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from folkmoot.canon import leaf_digest
from folkmoot.halls.convene.session.drafts import change_session, draft_session, place_session, withdraw_session
from folkmoot.halls.convene.speaker.drafts import draft_speaker
from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.body.acts import amend_body
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.actor import Actor
from folkmoot.kit.registry import registry
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at

HERE = "/en/convene/2026/timetable/"
FILES = "/convene/2026/timetable/"
ATOM = "{http://www.w3.org/2005/Atom}"
CACHES = (queries._programme, queries.skeleton_of, queries.venues_of, queries._changes)


def second(actor: Actor, world: Programme) -> Release:
    """A second release: one session moved, one new, one changed, one withdrawn."""
    place_session(world.sessions["opening"], [(world.rooms["plenary"], at(19, 9, 30), at(19, 11))])
    change_session(world.sessions["models"], abstract=Text.of("新的摘要。", "zh-Hans"))
    withdraw_session(world.sessions["night"])
    draft_session(world.edition, Text.of("Bridging the last mile", "en"))
    return release_timetable(actor, world.edition, "Second", Text.of("Speakers confirmed.", "en"), erratum=True)


class TestChanges:
    def test_the_page_says_what_is_new_moved_changed_and_withdrawn(
        self, client: Client, actor: Actor, world: Programme, release: Release
    ) -> None:
        second(actor, world)
        page = client.get(HERE + "changes/").content.decode()
        order = [
            "1 new session, 1 session moved, 1 session changed and 1 session withdrawn since release 1.",
            "Speakers confirmed.", 'id="new"', "Bridging the last mile", 'id="moved"', "Opening", ">Thu 19, 09:00<",
            ">Thu 19, 09:30<", 'id="edited"', "跨语言模型评估", 'id="withdrawn"', "Night", "All releases", "First",
        ]  # fmt: skip
        places = [page.index(words) for words in order]
        assert places == sorted(places)
        assert "Erratum" in page

    def test_the_list_says_from_when_a_session_moved(
        self, client: Client, actor: Actor, world: Programme, release: Release
    ) -> None:
        second(actor, world)
        assert "moved from 09:00" in client.get(HERE + "day/2026-11-19/").content.decode()

    def test_the_first_release_has_nothing_before_it(self, client: Client, release: Release) -> None:
        assert "The first release" in client.get(HERE + "changes/").content.decode()
        assert client.get(HERE + "changes/2/").status_code == 404

    def test_the_registry_knows_the_page_of_a_release(self, client: Client, release: Release) -> None:
        path = registry.page_of(release.address)
        assert path == HERE + "changes/1/"
        assert client.get(path).status_code == 200


class TestFeed:
    def test_it_is_atom_with_names_that_last(
        self, client: Client, actor: Actor, world: Programme, release: Release
    ) -> None:
        newest = second(actor, world)
        response = client.get(FILES + "changes.atom")
        assert response["Content-Type"].startswith("application/atom+xml")
        feed = ElementTree.fromstring(response.content)
        entries = feed.findall(f"{ATOM}entry")
        assert feed.findtext(f"{ATOM}id", "").startswith("tag:assembly.example,2026:edition:")
        assert [e.findtext(f"{ATOM}id") for e in entries] == [
            f"tag:assembly.example,2026:{newest.address}", f"tag:assembly.example,2026:{release.address}",
        ]  # fmt: skip
        assert [e.findtext(f"{ATOM}title") for e in entries] == ["Release 2, an erratum: Second", "Release 1: First"]
        assert "1 session moved" in entries[0].findtext(f"{ATOM}summary", "")
        assert all(e.findtext(f"{ATOM}updated") for e in [feed, *entries])


class TestBundles:
    def test_the_entry_has_the_digest_that_the_seal_shows(self, client: Client, release: Release) -> None:
        bundle = client.get(FILES + "programme.json").json()
        assert leaf_digest(bundle["entry"].encode()) == bundle["seal"]
        assert release.document in bundle["documents"]
        assert len(bundle["sheets"]) == 6 + 3

    def test_a_bundle_holds_what_its_page_shows_and_no_more(
        self, client: Client, world: Programme, release: Release
    ) -> None:
        def sheets(path: str) -> int:
            return len(client.get(FILES + path).json()["sheets"])

        assert sheets(f"session/{world.sessions['opening'].public_id}.json") == 3
        assert sheets(f"speaker/{world.speakers['chen'].person.public_id}.json") == 2
        assert sheets(f"room/{world.rooms['plenary'].public_id}.json") == 3
        assert sheets("skeleton.json") == 0
        assert sheets("day/2026-11-20.json") == 2
        assert client.get(FILES + "day/2026-11-25.json").status_code == 404
        assert client.get(FILES + "session/0000000000.json").status_code == 404
        assert client.get(FILES + "release/9.json").status_code == 404

    def test_an_earlier_release_can_still_be_checked(
        self, client: Client, actor: Actor, world: Programme, release: Release
    ) -> None:
        before = client.get(FILES + "programme.json").content
        second(actor, world)
        assert client.get(FILES + "release/1.json").content == before


class TestCaching:
    def test_a_page_is_public_for_a_minute_without_cookies(self, client: Client, release: Release) -> None:
        for path in (HERE, HERE + "day/2026-11-19/", HERE + "speakers/", FILES + "programme.json"):
            response = client.get(path)
            assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=60", "must-revalidate"}
            assert not response.cookies
            assert "Cookie" not in response.get("Vary", "")

    def test_the_tag_differs_by_language_release_and_frame(
        self, client: Client, actor: Actor, world: Programme, release: Release, body: Body
    ) -> None:
        tags = [client.get(HERE)["ETag"], client.get("/ar/convene/2026/timetable/")["ETag"]]
        amend_body(actor, body, notice=Text.of("Another line", "en"))
        tags.append(client.get(HERE)["ETag"])
        second(actor, world)
        tags.append(client.get(HERE)["ETag"])
        assert len(set(tags)) == 4

    def test_only_reading_is_allowed(self, client: Client, release: Release) -> None:
        assert client.post(HERE).status_code == 405


def grow(world: Programme, count: int) -> None:
    """Add sessions with a speaker each."""
    for n in range(count):
        speaker = draft_speaker(world.edition, draft_person(Text.of(f"Person {n}", "en")))
        slot = (world.rooms["plenary"], at(20, 9), at(20, 10))
        draft_session(world.edition, Text.of(f"Session {n}", "en"), slots=[slot], parts=[(speaker, "speaker")])


@pytest.mark.parametrize("count", [0, 60])
def test_a_page_costs_at_most_ten_queries_to_render_whatever_its_size_and_one_afterwards(
    client: Client,
    actor: Actor,
    world: Programme,
    release: Release,
    count: int,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    grow(world, count)
    gone = world.sessions["night"].public_id
    second(actor, world)
    paths = ["", "day/2026-11-19/", "day/2026-11-20/", "forums/", "speakers/", "venue/", "changes/", "changes/1/",
             f"room/{world.rooms['plenary'].public_id}/", f"session/{world.sessions['opening'].public_id}/",
             f"session/{gone}/", f"speaker/{world.speakers['okafor'].person.public_id}/"]  # fmt: skip
    for path in paths:
        for cache in CACHES:
            cache.cache_clear()
        with django_assert_max_num_queries(10):
            tag = client.get(HERE + path)["ETag"]
        with django_assert_max_num_queries(1):
            assert client.get(HERE + path)["ETag"] == tag
        with django_assert_max_num_queries(1):
            assert client.get(HERE + path, headers={"if-none-match": tag}).status_code == 304


def test_a_long_list_of_speakers_comes_in_pages(client: Client, actor: Actor, world: Programme) -> None:
    grow(world, 220)
    release_timetable(actor, world.edition, "Many")
    first, last = (client.get(f"{HERE}speakers/?page={n}").content.decode() for n in (1, 2))
    assert first.count('class="person"') == 200
    assert last.count('class="person"') == 23
    assert 'aria-current="page"' in last
    assert client.get(f"{HERE}speakers/?page=nonsense").status_code == 200
