"""The first whole use, in a real browser: sign in, import, correct, release, read, erase; with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from folkmoot.halls.members.account.signin_links import make_link
from folkmoot.halls.record.log.checking import check_record
from tests.harness.world import OFFICER_PASSWORD, appoint, convene, found

SCHEDULE = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <conference>
    <title>Harbour Days</title><acronym>harbour</acronym><time_zone_name>Asia/Shanghai</time_zone_name>
  </conference>
  <day index="1" date="2026-11-19" start="2026-11-19T06:00:00+08:00" end="2026-11-20T06:00:00+08:00">
    <room name="Plenary">
      <event guid="11111111-1111-4111-8111-111111111111" id="1">
        <date>2026-11-19T09:00:00+08:00</date><start>09:00</start><duration>01:00</duration>
        <title>Opening of the harbour</title><language>en</language>
        <abstract>With &lt;b&gt;Aurelio Brandt&lt;/b&gt; and &lt;script&gt;alert(1)&lt;/script&gt; friends.</abstract>
        <persons><person id="7">Aurelio Brandt</person><person id="8">Mina Sorel</person></persons>
      </event>
      <event guid="22222222-2222-4222-8222-222222222222" id="2">
        <date>2026-11-19T23:30:00+08:00</date><start>23:30</start><duration>01:30</duration>
        <title>Night of the nets</title><language>en</language><persons><person id="8">Mina Sorel</person></persons>
      </event>
    </room>
  </day>
</schedule>
"""


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/en/desk/")
    page.get_by_label("E-mail address").fill("officer@assembly.example")
    page.get_by_label("Password").fill(OFFICER_PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Desk")


@pytest.fixture
def site(live_site: str) -> str:
    found()
    appoint()
    convene()
    return live_site


@pytest.mark.parametrize(
    ("width", "scripts"), [(1280, True), (320, False)], ids=["wide, with scripts", "phone, without scripts"]
)
def test_a_schedule_becomes_public_is_corrected_and_a_speaker_is_erased(
    site: str, new_page: Callable[..., Page], tmp_path: Path, width: int, scripts: bool
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    sign_in(page, site)
    file = tmp_path / "harbour.xml"
    file.write_text(SCHEDULE, encoding="utf-8")

    page.get_by_role("link", name="Import a schedule").first.click()
    page.get_by_label("Schedule file").set_input_files(file)
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("main")).to_contain_text("2 sessions")
    page.get_by_role("button", name=re.compile("Take over")).click()

    page.goto(f"{site}/en/convene/2026/timetable/")
    expect(page.get_by_role("main")).not_to_contain_text("Opening of the harbour")

    page.goto(f"{site}/en/convene/2026/session/")
    page.get_by_role("link", name="Opening of the harbour").click()
    page.locator("input[name^='title'][value='Opening of the harbour']").fill("Opening of the old harbour")
    page.get_by_role("button", name=re.compile("Keep|Save")).first.click()

    release(page, site, "First programme")
    page.goto(f"{site}/en/convene/2026/timetable/day/2026-11-19/")
    expect(page.get_by_role("main")).to_contain_text("Opening of the old harbour")
    expect(page.get_by_role("main")).to_contain_text("Night of the nets")
    page.get_by_role("link", name="Opening of the old harbour").first.click()
    expect(page.get_by_role("main")).to_contain_text("Aurelio Brandt")
    assert "<script>alert" not in page.content()

    erase(page, site, "Aurelio Brandt")
    page.goto(f"{site}/en/convene/2026/timetable/day/2026-11-19/")
    expect(page.get_by_role("main")).not_to_contain_text("Opening of the old harbour")
    release(page, site, "Erratum")
    page.goto(f"{site}/en/convene/2026/timetable/day/2026-11-19/")
    expect(page.get_by_role("main")).to_contain_text("Opening of the old harbour")
    for address in ("timetable/", "timetable/day/2026-11-19/", "timetable/speakers/", "timetable/changes/"):
        page.goto(f"{site}/en/convene/2026/{address}")
        assert "Aurelio" not in page.content()
        assert scrolls_sideways(page) is False
    assert [finding.sentence for finding in check_record()] == []


def release(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/en/convene/2026/release/")
    page.get_by_label("Name of the release").fill(name)
    page.get_by_role("button", name="See what will be recorded").click()
    expect(page.get_by_role("main")).to_contain_text(name)
    page.get_by_role("main").get_by_role("button", name=re.compile("Release|Publish|Record")).first.click()


def erase(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/en/convene/2026/speaker/")
    page.get_by_role("link", name=name).click()
    page.get_by_role("link", name="See what erasing would reach").click()
    expect(page.get_by_role("main")).to_contain_text(f"Erase {name}")
    page.get_by_label("own request").check()
    page.get_by_label(re.compile("I have read what will be reached")).check()
    page.get_by_role("button", name="Erase everything personal about this person").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Everything personal is erased")
    expect(page.get_by_role("main")).not_to_contain_text(name)


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def test_a_link_signs_in_once(site: str, new_page: Callable[..., Page]) -> None:
    from folkmoot.halls.members.account.queries import account_of

    link = site + make_link(account_of("officer@assembly.example"))
    page = new_page()
    page.goto(link)
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Desk")
    other = new_page()
    other.goto(link)
    assert other.get_by_role("main").get_by_role("button").count() == 0
