"""Reading the programme on any phone, in any language, with a keyboard only, by night, with assistive tools."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from folkmoot.halls.convene.archive.acts import describe_archive
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme, appoint, convene, draft_programme, found
from tests.journeys.test_secretariat import scrolls_sideways, sign_in

LANGUAGES = ["en", "ar", "zh-hans"]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


class Site:
    """The running site with its programme, and the addresses of one page of every kind."""

    def __init__(self, address: str, world: Programme) -> None:
        self.address = address
        self.world = world
        programme = "convene/2026/timetable"
        opening, chinese = world.sessions["opening"].public_id, world.sessions["models"].public_id
        forum = world.edition.forums.all()[0]
        self.public = [
            "", "convene/", "convene/2026/", "convene/archive/a-conference/", "members/vocabulary/", "record/",
            "record/entry/0/", "record/check/", f"{programme}/", f"{programme}/day/2026-11-19/",
            f"{programme}/room/{world.rooms['hall'].public_id}/", f"{programme}/forums/", f"{programme}/speakers/",
            f"{programme}/session/{opening}/", f"{programme}/session/{chinese}/",
            f"{programme}/speaker/{world.speakers['chen'].person.public_id}/", f"{programme}/venue/",
            f"{programme}/changes/", "members/account/sign-in/", "no-such-page/",
        ]  # fmt: skip
        self.desk = [
            "desk/", "convene/2026/session/", f"convene/2026/session/{opening}/edit/", "convene/2026/speaker/",
            f"convene/2026/speaker/{world.speakers['chen'].public_id}/edit/", "convene/2026/release/",
            "convene/2026/timetable/import/", "members/account/password/",
            "convene/edition/open/", "convene/edition/import/", "convene/2026/edition/",
            f"convene/2026/session/{opening}/withdraw/", "convene/2026/session/add/", "convene/2026/venue/",
            "convene/2026/venue/add/", f"convene/2026/venue/room/{world.rooms['hall'].public_id}/edit/",
            f"convene/2026/venue/{world.rooms['hall'].venue.public_id}/edit/",
            f"convene/2026/venue/{world.rooms['hall'].venue.public_id}/room/add/", "convene/2026/forum/",
            "convene/2026/forum/add/", f"convene/2026/forum/{forum.public_id}/edit/",
            f"members/person/{world.speakers['chen'].person.public_id}/erase/",
        ]  # fmt: skip


@pytest.fixture
def site(live_site: str) -> Site:
    found()
    appoint()
    world = draft_programme(convene())
    release_timetable(Actor.operator(), world.edition, "First", Text.of("The first programme.", "en"))
    row = {
        "year": 2020, "name": Text.of("A conference", "en").written(),
        "fields": [{"label": Text.of("Participants", "en").written(), "value": "1,000"}], "source": ["a newspaper"],
    }  # fmt: skip
    facts = {"institution": "A conference", "note": "As the press gave them.", "gap": "No dates.", "rows": [row]}
    describe_archive(Actor.operator(), "a-conference", Text.of("A conference", "en"), facts)
    return Site(live_site, world)


def faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, and whether the page scrolls sideways."""
    results = Axe().run(page, options=WCAG)
    found_faults = [
        f"{page.url}: {row['id']} at {[node['target'] for node in row['nodes']][:3]}"
        for row in results.response["violations"]
    ]
    return [*found_faults, *([f"{page.url} scrolls sideways"] if scrolls_sideways(page) else [])]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_no_page_has_a_barrier(
    site: Site, new_page: Callable[..., Page], language: str, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    wrong = []
    for path in site.public:
        page.goto(f"{site.address}/{language}/{path}")
        wrong += faults(page)
    assert wrong == []


@pytest.mark.parametrize(("width", "scheme", "language"), [(320, "dark", "ar"), (1280, "light", "en")])
def test_no_page_of_the_desk_has_a_barrier(
    site: Site, new_page: Callable[..., Page], width: int, scheme: str, language: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    sign_in(page, site.address)
    wrong = []
    for path in site.desk:
        page.goto(f"{site.address}/{language}/{path}")
        assert page.get_by_role("main").get_by_role("heading").count() > 0
        wrong += faults(page)
    assert wrong == []


@pytest.mark.browser(viewport={"width": 320, "height": 640}, java_script_enabled=False, locale="ar")
def test_a_delegate_reads_the_programme_in_arabic_with_a_keyboard_and_no_scripts(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/ar/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#main"
    page.keyboard.press("Enter")
    tab_to(page, "/timetable/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/convene/2026/timetable/")
    tab_to(page, f"/session/{site.world.sessions['models'].public_id}/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/session/**")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("跨语言模型评估")
    shown = title.locator("[lang]")
    assert (shown.get_attribute("lang"), shown.get_attribute("dir")) == ("zh-Hans", "ltr")
    expect(page.get_by_role("main")).to_contain_text("الصينية")
    assert not scrolls_sideways(page)
    tab_to(page, "/record/entry/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/entry/**")


def tab_to(page: Page, part: str, most: int = 60) -> None:
    """Press Tab until a link whose address holds `part` has the focus, and the focus can be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if part in (focused.get_attribute("href") or ""):
            box = focused.bounding_box()
            assert box is not None
            assert box["height"] > 0
            return
    pytest.fail(f"{most} presses of Tab do not reach a link to {part} on {page.url}")


@pytest.mark.browser(java_script_enabled=False)
def test_visitors_carry_nothing_away_but_the_page(site: Site, page: Page) -> None:
    for path in site.public[:-2]:
        page.goto(f"{site.address}/en/{path}")
    assert page.context.cookies() == []
