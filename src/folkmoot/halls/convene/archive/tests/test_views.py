"""Archives in public."""

import json
from typing import Any

import pytest
from django.test import Client

from folkmoot.canon import digest, leaf_digest
from folkmoot.halls.convene.archive.acts import describe_archive
from folkmoot.halls.convene.archive.models import Archive
from folkmoot.halls.members.body.models import Body
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text

ATTACK = "<script>alert(1)</script>"


def text(value: str, language: str = "en") -> dict[str, Any]:
    return Text.of(value, language).written()


FACTS: dict[str, Any] = {
    "institution": text("Congress of Lighthouses"),
    "note": text("Counts are as the press gave them."),
    "gap": text("Nobody counted in 2020."),
    "rows": [
        {
            "year": 2019,
            "name": text("灯塔大会", "zh-Hans"),
            "fields": [{"label": text("participants"), "value": text("1,500")}],
            "source": ["lighthouses.example/2019"],
        },
        {"year": 2020, "name": text("Online"), "fields": [], "source": []},
    ],
}


@pytest.fixture
def archive(body: Body) -> Archive:
    return describe_archive(Actor.operator(), "lighthouses", Text.of("Lighthouses", "en"), FACTS)


@pytest.mark.parametrize("language", ["en", "ar", "zh-hans"])
def test_an_archive_never_passes_for_the_institutions_own_site(client: Client, archive: Archive, language: str) -> None:
    page = client.get(f"/{language}/convene/archive/lighthouses/").text
    assert 'class="banner" role="note"' in page


def test_every_row_names_its_sources_and_gaps(client: Client, archive: Archive) -> None:
    page = client.get("/en/convene/archive/lighthouses/").text
    assert "Not a site of this organisation: facts compiled from public sources" in page
    assert "lighthouses.example/2019" in page
    assert "The sources say nothing more." in page
    assert "Nobody counted in 2020." in page
    assert '<span lang="zh-Hans" dir="ltr">灯塔大会</span>' in page


def test_the_seal_can_be_computed_from_the_download(client: Client, archive: Archive) -> None:
    bundle = json.loads(client.get("/convene/archive/lighthouses/archive.json").content)
    assert leaf_digest(bundle["entry"].encode()) == bundle["seal"]
    assert digest(bundle["documents"][archive.document].encode()) == archive.document
    assert bundle["seal"][:4] in client.get("/en/convene/archive/lighthouses/").text


def test_html_in_any_field_of_an_archive_is_only_text(client: Client, body: Body) -> None:
    row = {
        "year": ATTACK,
        "name": text(ATTACK),
        "fields": [{"label": text(ATTACK), "value": ATTACK}],
        "source": [ATTACK],
    }
    facts = {"institution": ATTACK, "note": text(ATTACK), "gap": ATTACK, "rows": [row]}
    describe_archive(Actor.operator(), "x", Text.of(ATTACK, "en"), facts)
    assert ATTACK not in client.get("/en/convene/archive/x/").text


def test_an_archive_that_is_not_there_is_not_found(client: Client, body: Body) -> None:
    assert client.get("/en/convene/archive/none/").status_code == 404
    assert client.get("/convene/archive/none/archive.json").status_code == 404
