"""Editions in public."""

import json

from django.test import Client

from folkmoot.canon import leaf_digest
from folkmoot.halls.convene.edition.acts import amend_edition, open_edition
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.record.log.queries import seal_of
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme

ATTACK = "<script>alert(1)</script>"


def test_a_body_without_editions_says_who_opens_one(client: Client, body: Body) -> None:
    text = client.get("/en/convene/").text
    assert "No edition was opened yet." in text
    assert "secretariat" in text


def test_an_edition_shows_what_it_officially_is(client: Client, release: Release) -> None:
    text = client.get("/en/convene/2026/").text
    for words in ("An Internet for everyone", "Harbour City", "19–20 Nov 2026", "UTC+8", "Arabic", "announced"):
        assert words in text
    assert "Release 1, “First”" in text
    assert 'href="/en/convene/2026/timetable/"' in text


def test_an_unreleased_edition_says_what_comes_next(client: Client, world: Programme) -> None:
    text = client.get("/en/convene/2026/").text
    assert "No timetable has been released yet." in text
    assert "/timetable/" not in text


def test_a_cancelled_edition_says_so_in_words(client: Client, world: Programme) -> None:
    amend_edition(Actor.operator(), world.edition, status="cancelled")
    assert "This edition was cancelled." in client.get("/en/convene/2026/").text


def test_a_reader_of_arabic_sees_that_a_theme_is_english(client: Client, release: Release) -> None:
    text = client.get("/ar/convene/2026/").text
    assert '<span lang="en" dir="ltr">An Internet for everyone</span>' in text
    assert "دورة 2026" in text


def test_the_seal_is_that_of_the_edition_and_can_be_computed(client: Client, release: Release) -> None:
    seal = seal_of(release.edition.address)
    assert seal is not None
    text = client.get("/en/convene/2026/").text
    assert seal.short in text
    assert f'href="/en/record/entry/{seal.place}/"' in text
    assert 'href="/convene/2026/edition.json"' in text
    bundle = json.loads(client.get("/convene/2026/edition.json").content)
    assert leaf_digest(bundle["entry"].encode()) == seal.digest


def test_an_edition_that_is_not_there_is_not_found(client: Client, body: Body) -> None:
    assert client.get("/en/convene/1999/").status_code == 404
    assert client.get("/convene/1999/edition.json").status_code == 404


def test_html_in_any_field_of_an_edition_is_only_text(client: Client, body: Body) -> None:
    fields = {name: Text.of(ATTACK, "en") for name in ("title", "theme", "place")}
    open_edition(Actor.operator(), "x", 2026, languages=[ATTACK], **fields)
    for path in ("/en/", "/en/convene/", "/en/convene/x/", "/zh-hans/convene/x/"):
        assert ATTACK not in client.get(path).text
