"""Adopted lists in public."""

from django.test import Client

from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.vocabulary.acts import adopt_vocabulary
from folkmoot.halls.members.vocabulary.models import Vocabulary
from folkmoot.halls.record.log.queries import seal_of
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text


def adopt(label: str) -> Vocabulary:
    terms = {"academia": Text.of(label, "en", ar="الأوساط الأكاديمية")}
    return adopt_vocabulary(Actor.operator(), "kinds", Text.of("Kinds of actor", "en"), terms, "Own list")


def test_no_list_yet_says_what_that_means(client: Client, body: Body) -> None:
    assert "No list was adopted yet." in client.get("/en/members/vocabulary/").text


def test_a_list_shows_terms_source_and_seal(client: Client, body: Body) -> None:
    seal = seal_of(adopt("Academia").address)
    page = client.get("/en/members/vocabulary/kinds/").text
    assert seal is not None
    for words in ("Academia", "Own list", seal.short, f"/record/entry/{seal.place}/page.json"):
        assert words in page
    assert "الأوساط الأكاديمية" in client.get("/ar/members/vocabulary/kinds/").text


def test_an_older_version_says_that_it_is_no_longer_in_force(client: Client, body: Body) -> None:
    adopt("Academia")
    adopt("Research")
    old = client.get("/en/members/vocabulary/kinds/1/").text
    assert "no longer in force" in old
    assert "Academia" in old
    assert "Research" in client.get("/en/members/vocabulary/kinds/").text


def test_a_list_that_is_not_there_is_not_found(client: Client, body: Body) -> None:
    adopt("Academia")
    assert client.get("/en/members/vocabulary/none/").status_code == 404
    assert client.get("/en/members/vocabulary/kinds/9/").status_code == 404


def test_html_in_a_label_is_only_text(client: Client, body: Body) -> None:
    adopt("<script>alert(1)</script>")
    assert "<script>alert" not in client.get("/en/members/vocabulary/kinds/").text
