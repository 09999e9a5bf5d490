"""The home page, also with nothing in it."""

from django.test import Client

from folkmoot.halls.convene.archive.acts import describe_archive
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.body.models import Body
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme


def test_an_installation_without_a_body_says_how_to_found_one(client: Client, db: None) -> None:
    page = client.get("/en/").text
    assert "No body has been founded here yet" in page
    assert "folkmoot init" in page


def test_a_body_without_an_edition_says_what_comes_next(client: Client, body: Body) -> None:
    page = client.get("/en/").text
    assert "Assembly for an Open Internet" in page
    assert "No edition was opened yet." in page
    assert "was founded" in page


def test_the_home_page_shows_theme_dates_acts_and_archives(client: Client, release: Release) -> None:
    describe_archive(Actor.operator(), "x", Text.of("Lighthouses", "en"), {"rows": []})
    page = client.get("/en/").text
    for words in ("An Internet for everyone", "19–20 Nov 2026", "Read the programme", "was published", "Lighthouses"):
        assert words in page
    assert "Illustrative body: a demonstration" in page


def test_before_a_release_no_programme_is_promised(client: Client, world: Programme) -> None:
    page = client.get("/en/").text
    assert "Read the programme" not in page
    assert "No timetable has been released yet." in page
