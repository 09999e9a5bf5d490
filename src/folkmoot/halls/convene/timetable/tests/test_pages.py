"""The public pages of a released timetable, as readers of three languages get them."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from folkmoot.halls.convene.forum.drafts import draft_forum
from folkmoot.halls.convene.session.drafts import change_session, draft_session, withdraw_session
from folkmoot.halls.convene.speaker.drafts import change_speaker, draft_speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.drafts import plan_release
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.venue.drafts import draft_room, draft_venue
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.record.log.queries import seal_of
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at, convene

HERE = "/en/convene/2026/timetable/"


def html(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path if path.startswith("/") else HERE + path)
    assert response.status_code == status, response.content[:500]
    return response.content.decode()


def words(page: str) -> str:
    """The words of the main part of a page, without markup."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def session_page(world: Programme, name: str, language: str = "en") -> str:
    return f"/{language}/convene/2026/timetable/session/{world.sessions[name].public_id}/"


@pytest.mark.usefixtures("release")
class TestDay:
    def test_sessions_stand_in_order_with_time_room_forum_and_speakers(self, client: Client) -> None:
        said = words(html(client, "day/2026-11-19/"))
        order = ["Opening: an Internet for everyone", "跨语言模型评估", "Tea", "Night of open networks"]
        assert [said.index(title) for title in order] == sorted(said.index(title) for title in order)
        assert re.search(r"09:00 +2 h +Main forum +keynote +Opening", said)
        assert "Mirembe Okafor" in said
        assert "Times in the venue's zone, UTC+8." in said

    def test_what_starts_past_midnight_belongs_to_the_day_before_and_says_its_date(self, client: Client) -> None:
        assert re.search(r"00:30 +1 h 30 min +Fri 20 +social +Night", words(html(client, "day/2026-11-19/")))
        assert "Night of open networks" not in html(client, "day/2026-11-20/")

    def test_times_can_be_read_by_machines(self, client: Client) -> None:
        assert '<time datetime="2026-11-19T09:00:00+08:00">09:00</time>' in html(client, "day/2026-11-19/")

    def test_the_one_list_is_laid_out_by_classes_since_no_style_may_stand_in_the_page(self, client: Client) -> None:
        page = html(client, "day/2026-11-19/")
        assert "style=" not in page
        assert re.search(r'class="session edge-1 fh0 th2 c1 k6"', page)
        assert re.search(r'class="session edge-none pause[^"]* across k\d"', page)

    def test_rooms_head_the_columns_with_seats_and_languages(self, client: Client) -> None:
        assert re.search(r"Plenary +1,200 seats +· +en", words(html(client, "day/2026-11-19/")))

    def test_a_cancelled_session_is_shown_as_cancelled(self, client: Client) -> None:
        page = html(client, "day/2026-11-20/")
        assert re.search(r'<span class="status warn">Cancelled</span>.*Rural networks', page, re.DOTALL)

    def test_a_session_without_a_time_stands_at_the_end(self, client: Client) -> None:
        assert re.search(
            r"Night of open networks.*No time yet.*Closing statement", words(html(client, "day/2026-11-19/"))
        )

    def test_a_day_without_sessions_is_not_found(self, client: Client) -> None:
        html(client, "day/2026-11-25/", 404)
        html(client, "day/2026-13-45/", 404)


@pytest.fixture
def many_rooms(actor: Actor, world: Programme) -> Programme:
    """A day of 37 rooms."""
    venue = draft_venue(world.edition, Text.of("Annex", "en"))
    for n in range(35):
        room = draft_room(venue, Text.of(f"Cabin {n}", "en"))
        draft_session(world.edition, Text.of(f"Talk {n}", "en"), slots=[(room, at(19, 9), at(19, 10))])
    release_timetable(actor, world.edition, "Many rooms")
    return world


class TestManyRooms:
    def test_they_stand_in_parts_below_one_another_each_with_its_name_and_heads(
        self, client: Client, many_rooms: Programme
    ) -> None:
        page = html(client, "day/2026-11-19/")
        assert "Rooms 1–7" in words(page)
        assert "Rooms 36–37" in words(page)
        assert page.count('class="part"') == 6
        assert page.count('class="grid-room') == 37
        assert page.count('<li class="session') == 35 + 5
        assert 'tabindex="0"' not in page.partition("<main")[2].partition(">")[2]

    def test_a_break_across_all_rooms_is_said_once_and_drawn_in_every_part(
        self, client: Client, many_rooms: Programme
    ) -> None:
        page = html(client, "day/2026-11-19/")
        assert len(re.findall(r"<li class=\"session[^>]*across", page)) == 1
        assert len(re.findall(r'<p class="band ', page)) == 5

    def test_a_day_can_be_narrowed_to_a_room_or_a_forum(self, client: Client, many_rooms: Programme) -> None:
        hall = many_rooms.rooms["hall"].public_id
        page = html(client, f"day/2026-11-19/?only=room-{hall}")
        assert "Night of open networks" in page
        assert "Talk 3<" not in page
        assert f'<option value="room-{hall}" selected>Hall A</option>' in page
        forum = many_rooms.sessions["opening"].forum
        assert forum is not None
        assert "Talk 3<" not in html(client, f"day/2026-11-19/?only=forum-{forum.public_id}")

    def test_what_the_day_does_not_hold_is_not_found(self, client: Client, many_rooms: Programme) -> None:
        html(client, "day/2026-11-19/?only=room-0000000000", 404)

    def test_a_day_of_few_rooms_needs_no_choice(self, client: Client, release: Release) -> None:
        page = html(client, "day/2026-11-19/")
        assert "<select" not in page
        assert "part-name" not in page


@pytest.mark.usefixtures("release")
class TestLanguages:
    def test_a_title_in_another_language_says_which_and_in_which_direction(
        self, client: Client, world: Programme
    ) -> None:
        page = html(client, session_page(world, "models", "ar"))
        assert '<html lang="ar" dir="rtl">' in page
        assert '<span lang="zh-Hans" dir="ltr">跨语言模型评估</span>' in page
        assert '<div class="prose" lang="zh-Hans" dir="ltr">' in page
        assert 'class="origin"' in page

    def test_a_text_in_the_readers_language_is_not_marked(self, client: Client, world: Programme) -> None:
        page = html(client, session_page(world, "models", "zh-hans"))
        assert '<span lang="zh-Hans"' not in page.partition("<main")[2]
        assert 'class="origin"' not in page

    def test_an_arabic_name_is_isolated_in_an_english_page(self, client: Client) -> None:
        assert '<span lang="ar" dir="rtl">ليلى حداد</span>' in html(client, "speakers/")

    def test_a_translated_name_of_a_forum_is_shown_to_its_readers(self, client: Client) -> None:
        assert "人工智能论坛" in html(client, "/zh-hans/convene/2026/timetable/day/2026-11-19/")


@pytest.mark.usefixtures("release")
class TestSession:
    def test_everything_a_visitor_needs_is_said(self, client: Client, world: Programme) -> None:
        page = html(client, session_page(world, "opening"))
        said = words(page)
        assert re.search(r"Thursday, 19 November 2026 ?, ?09:00 – 11:00 +UTC\+8 · 2 h", said)
        for fact in ("on site", "English", "Interpreted into: Arabic and Chinese (Simplified)",
                     "on the record · recorded", "Mirembe Okafor",
                     "keynote", "moderator", "Institute of Tides", "Main forum"):  # fmt: skip
            assert fact in said, fact
        assert "<strong>first</strong>" in page

    def test_a_session_without_a_time_says_so(self, client: Client, world: Programme) -> None:
        assert "No time yet" in words(html(client, session_page(world, "later")))

    def test_a_cancelled_one_says_that_it_does_not_take_place(self, client: Client, world: Programme) -> None:
        assert "does not take place" in words(html(client, session_page(world, "farms")))

    def test_an_identifier_that_never_was_is_not_found(self, client: Client) -> None:
        html(client, "session/0000000000/", 404)
        html(client, "session/lower-case/", 404)
        html(client, "speaker/0000000000/", 404)
        html(client, "room/0000000000/", 404)
        html(client, "forum/0000000000/", 404)
        html(client, "/en/convene/1999/timetable/", 404)

    def test_a_withdrawn_one_says_with_which_release(self, client: Client, actor: Actor, world: Programme) -> None:
        path = session_page(world, "night")
        withdraw_session(world.sessions["night"])
        release_timetable(actor, world.edition, "Second")
        release_timetable(actor, world.edition, "Third")
        said = words(html(client, path, 410))
        assert "This session was withdrawn with release 2." in said
        assert "Night of open networks" in said

    def test_only_web_addresses_are_linked(self, client: Client, actor: Actor, world: Programme) -> None:
        links = [{"url": "javascript:alert(1)", "title": "x"}, {"url": "https://slides.example/1", "title": "Slides"}]
        change_session(world.sessions["opening"], link="javascript:alert(2)", links=links)
        release_timetable(actor, world.edition, "Second")
        page = html(client, session_page(world, "opening"))
        assert "javascript" not in page
        assert 'href="https://slides.example/1"' in page


@pytest.mark.usefixtures("release")
class TestOtherPages:
    def test_the_index_lists_a_short_programme_day_by_day(self, client: Client) -> None:
        said = words(html(client, ""))
        assert re.search(
            r"An Internet for everyone.*Thursday, 19 November 2026.*Opening.*Friday, 20 November 2026.*Rural", said
        )

    def test_a_room_and_a_forum_list_their_sessions_only(self, client: Client, world: Programme) -> None:
        hall = words(html(client, f"room/{world.rooms['hall'].public_id}/"))
        assert "Night of open networks" in hall
        assert "Opening" not in hall
        forum = words(html(client, f"forum/{world.sessions['opening'].forum.public_id}/"))  # type: ignore[union-attr]
        assert "Opening" in forum
        assert "Closing statement" in forum
        assert "Rural" not in forum

    def test_the_forums_are_listed_with_their_rank(self, client: Client) -> None:
        assert re.search(r"Main forum +main forum +2 sessions", words(html(client, "forums/")))

    def test_the_venue_lists_rooms_and_seats(self, client: Client) -> None:
        assert re.search(r"Congress Centre.*Plenary +1,200 +Hall A +400", words(html(client, "venue/")))

    def test_a_speaker_page_is_not_for_search_engines(self, client: Client, world: Programme) -> None:
        path = f"{HERE}speaker/{world.speakers['okafor'].person.public_id}/"
        response = client.get(path)
        page = response.content.decode()
        assert '<meta name="robots" content="noindex">' in page
        assert response["X-Robots-Tag"] == "noindex"
        assert re.search(r"Takes part as +academia +\(self-declared\)", words(page))
        assert "Opening" in page

    def test_speakers_are_listed_by_name_and_hidden_ones_not_at_all(
        self, client: Client, actor: Actor, world: Programme
    ) -> None:
        change_speaker(world.speakers["haddad"], shown="hidden")
        change_speaker(world.speakers["chen"], shown="pseudonym", pseudonym="Lotus")
        release_timetable(actor, world.edition, "Second")
        said = words(html(client, "speakers/"))
        assert said.index("Lotus") < said.index("Mirembe Okafor")
        assert "حداد" not in said
        assert "陈丽华" not in html(client, session_page(world, "models"))

    def test_every_page_carries_the_seal_of_its_release_and_a_way_to_check_it(
        self, client: Client, world: Programme, release: Release
    ) -> None:
        seal = seal_of(release.address)
        assert seal is not None
        paths = ["", "day/2026-11-19/", "forums/", "speakers/", "venue/", "changes/", session_page(world, "opening")]
        for path in paths:
            page = html(client, path)
            assert seal.short in page
            bundle = re.search(r'href="(/convene/2026/timetable/[^"]+(?<!/schedule)\.json)"', page)
            assert bundle, path
            assert client.get(bundle[1]).json()["seal"] == seal.digest


def test_before_the_first_release_pages_say_so_and_show_no_draft(client: Client, world: Programme) -> None:
    for path in ("", "day/2026-11-19/", "speakers/", "changes/", session_page(world, "opening")):
        page = html(client, path)
        assert "The programme has not been released yet" in page
        assert "Opening" not in page
        assert "Okafor" not in page
    assert client.get("/convene/2026/timetable/programme.json").status_code == 404


def test_a_draft_and_a_planned_release_stay_unseen(
    client: Client, actor: Actor, world: Programme, release: Release
) -> None:
    change_session(world.sessions["opening"], title=Text.of("A secret guest", "en"))
    new = draft_session(world.edition, Text.of("Embargoed", "en"))
    plan_release(actor, world.edition, at(1, 0).replace(year=2099), "Later")
    for path in ("", "day/2026-11-19/", session_page(world, "opening"), "changes/"):
        page = html(client, path)
        assert "secret" not in page
        assert "Embargoed" not in page
    html(client, f"session/{new.public_id}/", 404)
    assert b"Embargoed" not in client.get("/convene/2026/timetable/programme.json").content


def test_nothing_anybody_wrote_becomes_markup(client: Client, actor: Actor) -> None:
    edition = convene()
    evil = Text.of("<script>alert('x')</script><img src=x onerror=alert(1)>", "en")
    venue = draft_venue(edition, evil, address_lines=evil)
    room = draft_room(venue, evil, equipment=evil)
    forum = draft_forum(edition, evil)
    speaker = draft_speaker(edition, draft_person(evil), biography=evil, actor_kind="<script>", external="")
    session = draft_session(
        edition, evil, subtitle=evil, abstract=evil, description=evil, kind_code="<script>", forum=forum,
        languages=["<script>"], interpretation=["<script>"], link="https://x.example/<script>",
        links=[{"url": "https://x.example/\"><script>", "title": "<script>"}],
        slots=[(room, at(19, 9), at(19, 10))], parts=[(speaker, "speaker")],
    )  # fmt: skip
    release_timetable(actor, edition, "<script>", evil)
    paths = ["", "day/2026-11-19/", "forums/", f"forum/{forum.public_id}/", f"room/{room.public_id}/", "speakers/",
             f"speaker/{speaker.person.public_id}/", f"session/{session.public_id}/", "venue/", "changes/"]  # fmt: skip
    for path in paths:
        page = html(client, path)
        assert "<script" not in page.replace('<script type="application/ld+json">', ""), path
        assert "<img" not in page, path
    assert b"<script" not in client.get("/convene/2026/timetable/changes.atom").content


def test_a_name_that_turns_the_line_around_is_kept_to_itself(client: Client, actor: Actor, world: Programme) -> None:
    trickster = draft_speaker(world.edition, draft_person(Text.of("Eve \u202egnp.exe")))
    draft_session(
        world.edition, Text.of("Turning"), slots=[(None, at(19, 15), at(19, 16))], parts=[(trickster, "speaker")]
    )
    release_timetable(actor, world.edition, "Second")
    page = html(client, "speakers/")
    assert re.search(r"<bdi>Eve [^<]*gnp\.exe</bdi>", page)
    assert "\u202e" not in page


def test_a_session_says_what_it_is_to_machines(client: Client, world: Programme, release: Release) -> None:
    page = html(client, session_page(world, "opening"))
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert block
    event = json.loads(block[1])
    assert (event["@type"], event["name"]) == ("Event", "Opening: an Internet for everyone")
    assert event["startDate"] == "2026-11-19T09:00:00+08:00"
    assert "application/ld+json" in html(client, "")
    assert "application/ld+json" not in html(client, session_page(world, "later"))
