"""Every page a visitor can reach: answered, sealed, computed again from its download, also after an erasure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

import folkmoot.audit
from folkmoot.halls.convene.archive.acts import describe_archive
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.enums import Ground
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.crawling import Page, read_page, walk
from tests.harness.world import Programme

pytestmark = pytest.mark.django_db
SCRIPT = Path(folkmoot.audit.__file__).parent / "check_page.py"


@pytest.fixture
def archive(body: object) -> None:
    row = {
        "year": 2020, "name": Text.of("A conference", "en").written(),
        "fields": [{"label": Text.of("Participants", "en").written(), "value": "1,000"}], "source": ["a newspaper"],
    }  # fmt: skip
    facts = {"institution": "A conference", "note": "Counts as the press gave them.", "gap": "No dates.", "rows": [row]}
    describe_archive(Actor.operator(), "a-conference", Text.of("A conference", "en"), facts)


def computed_seal(page: Page, client: Client, folder: Path) -> str:
    """Download what a page offers and run the documented script on it, in a Python without Folkmoot."""
    download = folder / "page.json"
    download.write_bytes(client.get(page.bundle).content)
    entry = folder / "entry.json"
    place = json.loads(json.loads(download.read_text("utf-8"))["entry"])["place"]
    entry.write_bytes(client.get(f"/record/entry/{place}.json").content)
    done = subprocess.run(
        [sys.executable, "-I", "-S", SCRIPT, download, entry], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{page.address}: {done.stdout}{done.stderr}"
    assert "everything agrees" in done.stdout
    return done.stdout.partition("seal ")[2].partition("\n")[0]


def hold_every_seal(client: Client, folder: Path) -> dict[str, Page]:
    pages = {page.address: page for page in walk(client)}
    sealed = [page for page in pages.values() if page.bundle]
    for page in sealed:
        assert computed_seal(page, client, folder) == page.seal, page.address
    return pages


def test_every_page_answers_and_every_seal_is_computed_again(
    client: Client, release: Release, archive: None, tmp_path: Path
) -> None:
    pages = hold_every_seal(client, tmp_path)
    broken = {address: page.response.status_code for address, page in pages.items() if page.response.status_code != 200}
    assert broken == {}
    kinds = {"timetable/", "timetable/day/", "timetable/session/", "timetable/speaker/", "timetable/venue/",
             "timetable/forum/", "timetable/room/", "timetable/changes/", "/archive/", "/convene/2026/"}  # fmt: skip
    sealed = " ".join(address for address, page in pages.items() if page.bundle)
    assert {kind for kind in kinds if kind not in sealed} == set()


def test_reading_sets_no_cookie_and_needs_no_inline_style(client: Client, release: Release, archive: None) -> None:
    for page in walk(client):
        assert not page.response.cookies, page.address
        assert "Cookie" not in page.response.headers.get("Vary", ""), page.address
        assert " style=" not in page.text, page.address
        assert " onclick=" not in page.text, page.address
        policy = page.response.headers["Content-Security-Policy"]
        assert "unsafe-inline" not in policy
        assert "default-src 'self'" in policy


@pytest.mark.parametrize(("start", "tag", "direction"), [("/ar/", "ar", "rtl"), ("/zh-hans/", "zh-Hans", "ltr")])
def test_every_page_says_its_language_and_direction(
    client: Client, release: Release, archive: None, start: str, tag: str, direction: str
) -> None:
    for page in walk(client, start):
        assert page.response.status_code == 200, page.address
        assert f'<html lang="{tag}" dir="{direction}">' in page.text, page.address


def test_after_an_erasure_the_name_is_nowhere_and_every_seal_still_holds(
    client: Client, release: Release, world: Programme, actor: Actor, archive: None, tmp_path: Path
) -> None:
    name = "Mirembe Okafor"
    person = world.speakers["okafor"].person
    before = {page.address for page in walk(client) if name in page.text}
    assert len(before) >= 3
    redact(actor, person.address, Ground.OWN_REQUEST)
    pages = hold_every_seal(client, tmp_path)
    assert [address for address, page in pages.items() if name in page.text] == []
    downloads = {link for page in pages.values() for link in page.links if link.endswith((".json", ".atom"))}
    assert [link for link in downloads if name in client.get(link).content.decode()] == []
    assert list(check_record()) == []
    session = read_page(client, f"/en/convene/2026/timetable/session/{world.sessions['opening'].public_id}/")
    assert "name withheld" in session.text.lower()
