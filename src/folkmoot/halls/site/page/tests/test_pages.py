"""Pages and news in public: what they show, in which language, and what never leaks."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

import folkmoot.audit
from folkmoot.halls.site.page.acts import publish_page
from folkmoot.halls.site.page.drafts import draft_first_pages, draft_page, plan_publication
from folkmoot.halls.site.page.models import Page
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text

SCRIPT = Path(folkmoot.audit.__file__).parent / "check_page.py"
ATTACK = '<script>alert(1)</script><img src=x onerror="alert(1)">"\'&'
ATOM = "{http://www.w3.org/2005/Atom}"


def publish(actor: Actor, section: str, slug: str, title: Text, **fields: Any) -> Page:
    fields.setdefault("body", Text.of("Some words.", "en"))
    return publish_page(actor, draft_page(section, slug, title, **fields))


def test_a_page_is_shown_with_seal_and_bundle(actor: Actor, client: Client, tmp_path: Path) -> None:
    publish(actor, "page", "press", Text.of("Press kit", "en"), lead=Text.of("For you.", "en"),
            body=Text.of("# Logo\n\n**Bold** [link](https://example.org)", "en"))  # fmt: skip
    text = client.get("/en/press/").text
    for words in ("<h1>Press kit</h1>", "For you.", "<h3>Logo</h3>", "<strong>Bold</strong>", "Compute it yourself"):
        assert words in text
    bundle = client.get("/site/page/press.json")
    assert len(json.loads(bundle.content)["sheets"]) == 1
    (tmp_path / "page.json").write_bytes(bundle.content)
    done = subprocess.run(
        [sys.executable, "-I", "-S", SCRIPT, tmp_path / "page.json"], capture_output=True, text=True, check=False
    )
    assert "everything agrees" in done.stdout
    assert done.stdout.partition("seal ")[2][:9] in text


def test_another_language_is_marked_with_its_direction(actor: Actor, client: Client) -> None:
    publish(actor, "page", "visa", Text.of("تأشيرة", "ar"), body=Text.of("نص", "ar"))
    text = client.get("/en/visa/").text
    assert '<h1><span lang="ar" dir="rtl">تأشيرة</span></h1>' in text
    assert '<div class="prose" lang="ar" dir="rtl">' in text
    assert "In Arabic, the original" in text
    assert "the original" not in client.get("/ar/visa/").text


def test_a_translation_is_shown_to_its_readers(actor: Actor, client: Client) -> None:
    title = Text.of("Travel", "en", zh_Hans="旅行")
    publish(actor, "page", "travel", title, body=Text.of("By train.", "en", zh_Hans="乘火车。"), order=1)
    text = client.get("/zh-hans/travel/").text
    assert "<h1>旅行</h1>" in text
    assert "乘火车。" in text
    assert "By train" not in text
    assert 'href="/zh-hans/travel/">旅行</a>' in client.get("/zh-hans/").text


def test_scripts_in_every_field_stay_words(actor: Actor, client: Client) -> None:
    attack = Text.of(ATTACK, "en")
    publish(actor, "page", "evil", attack, lead=attack, body=attack, order=1)
    publish(actor, "news", "evil", attack, lead=attack, body=attack)
    for path in ("/en/evil/", "/en/news/evil/", "/en/news/", "/en/", "/news.atom", "/en/search/?q=alert"):
        text = client.get(path).text
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
    ElementTree.fromstring(client.get("/news.atom").content)


def test_drafts_and_embargoed_texts_are_nowhere(actor: Actor, client: Client) -> None:
    draft_page("page", "hidden", Text.of("Hidden porcupine", "en"), body=Text.of("porcupine", "en"), order=1)
    news = draft_page("news", "soon", Text.of("Soon porcupine", "en"), body=Text.of("porcupine", "en"))
    plan_publication(actor, news, timezone.now() + datetime.timedelta(hours=1))
    closed = ["/en/hidden/", "/en/news/soon/", "/site/page/hidden.json", "/site/news/soon.json"]
    silent = ["/en/news/", "/news.atom", "/en/", "/en/record/", "/record/acts.atom", "/ar/"]
    for path in closed + silent:
        assert "porcupine" not in client.get(path).text, path
    assert [client.get(path).status_code for path in closed] == [404] * 4
    assert "Nothing published here holds all these words." in client.get("/en/search/?q=porcupine").text


def test_news_stand_newest_first_in_list_and_feed(actor: Actor, client: Client) -> None:
    for number in range(22):
        page = publish(actor, "news", f"item-{number}", Text.of(f"Item {number}.", "en"))
        day = datetime.datetime(2026, 11, 1 + number, tzinfo=datetime.UTC)
        Page.objects.filter(pk=page.pk).update(published=day)
    text = client.get("/en/news/").text
    assert text.index("Item 21.") < text.index("Item 20.") < text.index("Item 2.")
    assert "Item 1." not in text
    assert "Item 1." in client.get("/en/news/?page=2").text
    feed = ElementTree.fromstring(client.get("/news.atom?language=ar").content)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries[:2]] == ["Item 21.", "Item 20."]
    assert len(entries) == 20
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"].endswith("/ar/news/item-21/")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 20


def test_an_empty_news_page_says_so_and_an_unknown_feed_language_is_refused(actor: Actor, client: Client) -> None:
    assert "No news has been published yet." in client.get("/en/news/").text
    answer = client.get("/news.atom?language=<b>xx")
    assert answer.status_code == 400
    assert answer["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("slug", ["privacy", "accessibility"])
def test_awaited_pages_say_that_they_are_not_completed_yet(actor: Actor, client: Client, slug: str) -> None:
    answer = client.get(f"/en/{slug}/")
    assert answer.status_code == 200
    assert f"The body has not completed its {slug} statement yet." in answer.text
    assert 'content="noindex"' in answer.text
    page = next(page for page in draft_first_pages() if page.slug == slug)
    publish_page(actor, page)
    assert "not completed" not in client.get(f"/en/{slug}/").text


@pytest.mark.parametrize("path", ["/en/record/", "/en/desk/", "/en/search/", "/en/news/", "/en/convene/"])
def test_a_page_shadows_nothing(actor: Actor, client: Client, path: str) -> None:
    publish(actor, "page", path.split("/")[2], Text.of("Impostor", "en"))
    assert "Impostor" not in client.get(path).text


def test_the_menu_at_the_foot_costs_no_query_and_keeps_its_order(
    actor: Actor, client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        client.get("/en/news/")
    for order, slug in ((2, "second"), (1, "first"), (0, "unlisted")):
        publish(actor, "page", slug, Text.of(slug.title(), "en"), order=order)
    with django_assert_num_queries(2):
        text = client.get("/en/news/").text
    assert text.index(">First</a>") < text.index(">Second</a>")
    assert "Unlisted" not in text


def test_reading_a_page_sets_no_cookie_and_costs_few_queries(
    actor: Actor, client: Client, django_assert_max_num_queries: Any
) -> None:
    publish(actor, "page", "about-us", Text.of("About us", "en"))
    with django_assert_max_num_queries(5):
        answer = client.get("/en/about-us/")
    assert not answer.cookies
    assert client.post("/en/about-us/").status_code == 405
