"""Publishing a notice and finding it: officers and readers, small and wide, by day and by night, in three languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.site.page.acts import publish_page
from folkmoot.halls.site.page.drafts import draft_first_pages, draft_page
from folkmoot.halls.site.page.models import Page
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import appoint, convene, draft_programme, found
from tests.journeys.test_reading import LANGUAGES, faults
from tests.journeys.test_secretariat import sign_in

pytestmark = pytest.mark.usefixtures("ticking")

PUBLIC = ["", "news/", "news/first/", "code-of-conduct/", "accessibility/", "privacy/", "search/", "search/?q=internet",
          "search/?q=语言", "search/?q=zzyzx", "search/?q=okafor&kind=person"]  # fmt: skip


@pytest.fixture
def site(live_site: str) -> str:
    found()
    appoint()
    operator = Actor.operator()
    release_timetable(operator, draft_programme(convene()).edition, "First")
    long = Text.of(
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungsausschuss " * 2, "de", ar="قواعد السلوك"
    )
    body = Text.of("# Part\n\n- one\n- two\n\n> said\n\n`code` and an [address](https://example.org)", "en")
    publish_page(operator, draft_page("page", "code-of-conduct", long, lead=Text.of("All.", "en"), body=body, order=1))
    publish_page(operator, draft_page("news", "first", Text.of("سفر الإنترنت", "ar"), body=Text.of("نص.", "ar")))
    draft_first_pages()
    return live_site


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_no_page_has_a_barrier(site: str, new_page: Callable[..., Tab], language: str, width: int, scheme: str) -> None:
    tab = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    wrong = []
    for path in PUBLIC:
        tab.goto(f"{site}/{language}/{path}")
        wrong += faults(tab)
    assert wrong == []


@pytest.mark.parametrize(("width", "scheme", "language"), [(320, "dark", "ar"), (1280, "light", "en")])
def test_no_page_of_the_desk_has_a_barrier(
    site: str, new_page: Callable[..., Tab], width: int, scheme: str, language: str
) -> None:
    tab = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    sign_in(tab, site)
    draft = Page.objects.get(slug="about").public_id
    wrong = []
    for path in ("", "add/", f"{draft}/", f"{draft}/preview/", f"{draft}/publish/"):
        tab.goto(f"{site}/{language}/desk/pages/{path}")
        wrong += faults(tab)
    assert wrong == []


@pytest.mark.browser(java_script_enabled=False, viewport={"width": 320, "height": 640})
def test_an_officer_publishes_news_and_a_reader_finds_it_without_scripts(site: str, page: Tab) -> None:
    sign_in(page, site)
    page.goto(f"{site}/en/desk/pages/add/")
    page.locator("#id_title-en").fill("A ferry to Harbour City")
    page.locator("#id_body-en").fill("It sails at **nine**.")
    page.get_by_label("News", exact=True).check()
    page.get_by_label("Address").fill("ferry")
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_role("link", name="See what will be recorded").click()
    expect(page.get_by_role("main")).to_contain_text("page.published")
    page.get_by_role("button", name="Publish the page").click()
    page.goto(f"{site}/en/")
    page.get_by_role("searchbox", name="Search this site").fill("FERR")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="A ferry to Harbour City").click()
    expect(page.get_by_role("strong")).to_have_text("nine")
    page.get_by_role("link", name="Proof").click()
    expect(page.get_by_role("main")).to_contain_text("page.published")
