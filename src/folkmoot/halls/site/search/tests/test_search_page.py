"""The search page: results in the reader's language, marks, kinds, pages, and questions of every kind."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.site.page.acts import publish_page
from folkmoot.halls.site.page.drafts import draft_page
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text

pytestmark = pytest.mark.usefixtures("ticking")

HERE = "/en/search/"


def publish(actor: Actor, slug: str, title: Text, **fields: Any) -> None:
    fields.setdefault("body", Text.of("Some words.", "en"))
    publish_page(actor, draft_page("page", slug, title, **fields))


def ask(client: Client, question: str, language: str = "en", **more: str) -> str:
    answer = client.get(f"/{language}/search/", {"q": question, **more})
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.text


def test_results_are_labelled_linked_and_marked(client: Client, release: Release) -> None:
    text = ask(client, "everyone okafor")
    assert "1 result" in text
    assert '<p class="eyebrow">Session · Edition of 2026</p>' in text
    link = r'<a href="/en/convene/2026/timetable/session/\w{10}/">Opening: an Internet for <mark>everyone</mark></a>'
    assert re.search(link, text)
    assert "Mirembe <mark>Okafor</mark>" in text
    assert 'content="noindex"' in text
    assert 'value="everyone okafor"' in text


def test_a_result_says_the_language_it_is_in(client: Client, release: Release) -> None:
    text = ask(client, "语言")
    assert 'lang="zh-Hans" dir="ltr">跨<mark>语言</mark>模型评估</a>' in text
    assert 'lang="zh-Hans"' not in ask(client, "语言", "zh-hans").partition("<ol")[2]
    assert 'lang="ar" dir="rtl"><mark>ليلى</mark> حداد</a>' in ask(client, "ليلي")


def test_a_hit_in_another_language_is_quoted_in_it(client: Client, actor: Actor) -> None:
    publish(actor, "one", Text.of("Travel", "en", ar="السفر"), body=Text.of("By train.", "en", ar="بالقطار السريع"))
    text = ask(client, "القطار")
    assert ">Travel</a>" in text
    assert re.search(r'<p lang="ar" dir="rtl">.*<mark>بالقطار</mark> السريع</p>', text)


def test_nothing_that_was_written_becomes_html(client: Client, actor: Actor) -> None:
    publish(actor, "one", Text.of("<script>alert(1)</script> \u202emirror", "en"), body=Text.of("<b>bold</b>", "en"))
    text = ask(client, '<script>"alert')
    assert "<script>" not in text
    assert "&lt;<mark>script</mark>&gt;<mark>alert</mark>(1)" in text
    assert "\u202e" not in ask(client, "mirror")


def test_a_long_text_is_quoted_around_the_word(client: Client, actor: Actor) -> None:
    publish(actor, "one", Text.of("Long", "en"), body=Text.of("before " * 100 + "porcupine" + " after" * 100, "en"))
    found = re.search(r"<p>(….*<mark>porcupine</mark>.*…)</p>", ask(client, "porcupine"))
    assert found is not None
    assert len(found[1]) < 300


def test_kinds_narrow_what_is_shown_and_stay_in_the_address(client: Client, release: Release) -> None:
    text = ask(client, "okafor")
    assert 'href="?q=okafor&amp;kind=person"' in text
    narrowed = ask(client, "okafor", kind="person")
    assert "1 result" in narrowed
    assert 'href="?q=okafor&amp;kind=person" aria-current="true"' in narrowed
    assert ask(client, "okafor", kind="nonsense").count("<li><p class") == text.count("<li><p class")


def test_results_come_in_pages(client: Client, actor: Actor) -> None:
    for n in range(25):
        publish(actor, f"p{n}", Text.of(f"Porcupine {n}", "en"))
    first, second = ask(client, "porcupine"), ask(client, "porcupine", page="2")
    assert first.count("<li><p class") == 20
    assert second.count("<li><p class") == 5
    assert 'start="21"' in second
    assert 'href="?q=porcupine&amp;page=2"' in first
    assert ask(client, "porcupine", page="99999999999999999999").count("<li><p class") == 5


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("", "Type one word or several"),
        ("zzyzx", "Nothing published here holds all these words."),
        ('"" -- %', "There is no word in this question"),
    ],
)
def test_an_empty_answer_says_what_to_do(client: Client, body: Body, question: str, sentence: str) -> None:
    assert sentence in ask(client, question)


@pytest.mark.parametrize(
    "question",
    [
        '"', "'", "a' OR 1=1 --", "NEAR(a b)", "a AND NOT b", "*", "%_", "\\", "\0a\0", "\u202eabc", "\ud800",
        "x" * 10_000, "词" * 10_000, "ك" * 5_000, "a\u0301" * 3_000, "\U0001f600", "' UNION SELECT 1 --", "{{ 7 }}",
        "%s %(x)s", " ".join("abc" + chr(97 + n % 26) + str(n) for n in range(2_000)),
    ],
)  # fmt: skip
def test_no_question_is_too_much(client: Client, release: Release, question: str) -> None:
    ask(client, question.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    assert client.get(HERE + "?q=%FF%00%ED%A0%80&kind=%00&page=%00").status_code == 200


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(question=st.text(max_size=80))
def test_any_text_can_be_asked(client: Client, release: Release, question: str) -> None:
    ask(client, question)


def test_a_question_costs_few_queries_however_much_it_finds(
    client: Client, actor: Actor, django_assert_num_queries: Any
) -> None:
    publish(actor, "p", Text.of("Porcupine", "en"))
    with django_assert_num_queries(3):
        ask(client, "porcupine some words")
    for n in range(30):
        publish(actor, f"p{n}", Text.of(f"Porcupine {n}", "en"))
    with django_assert_num_queries(3):
        ask(client, "porcupine some words")


def test_every_page_has_a_box_that_asks(client: Client, body: Body) -> None:
    text = client.get("/ar/record/").text
    assert '<form class="search" role="search" action="/ar/search/">' in text
    assert client.get(HERE).text.count('role="search"') == 1
    assert client.post(HERE).status_code == 405
