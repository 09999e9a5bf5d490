"""The desk for pages and news: who gets in, what the form keeps, and the page before the act."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.record.log.queries import record_size
from folkmoot.halls.site.page.acts import publish_page
from folkmoot.halls.site.page.drafts import draft_page, revise_page
from folkmoot.halls.site.page.models import Page, PlannedPublication
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text

DESK = "/en/desk/pages/"


def typed(**changed: str) -> dict[str, str]:
    return {
        "title-text-en": "Travel", "title-text-zh-Hans": "旅行", "title-original": "zh-Hans", "title-machine": "en",
        "body-text-en": "By train.", "body-original": "en", "section": "page", "slug": "travel", "order": "2",
    } | changed  # fmt: skip


@pytest.fixture
def desk(client: Client, officer: Account) -> Client:
    client.force_login(officer)
    return client


@pytest.fixture
def page(actor: Actor) -> Page:
    return draft_page("page", "travel", Text.of("Travel", "en"), body=Text.of("By train.", "en"))


def confirmation(desk: Client, page: Page) -> dict[str, str]:
    text = desk.get(f"{DESK}{page.public_id}/publish/").text
    found = re.search(r'name="fingerprint" value="([0-9a-f]+)"', text)
    assert found is not None
    return {"fingerprint": found[1], "when": "now"}


@pytest.mark.parametrize("path", ["", "add/", "{page}/", "{page}/preview/", "{page}/publish/"])
def test_nobody_else_gets_in(client: Client, page: Page, path: str) -> None:
    address = DESK + path.format(page=page.public_id)
    assert client.get(address).status_code == 302
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("verb", ["withdraw", "discard", "publish"])
def test_nobody_else_changes_anything(client: Client, page: Page, verb: str) -> None:
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    assert client.post(f"{DESK}{page.public_id}/{verb}/").status_code == 403
    assert Page.objects.filter(pk=page.pk, status="draft").exists()


def test_a_page_is_written_in_languages_with_its_original_marked(desk: Client) -> None:
    answer = desk.post(f"{DESK}add/", typed())
    page = Page.objects.get(slug="travel")
    assert answer["Location"] == f"{DESK}{page.public_id}/"
    assert page.title == Text("zh-Hans", {"en": "Travel", "zh-Hans": "旅行"}, frozenset({"en"}))
    assert (page.order, page.status) == (2, "draft")
    text = desk.get(answer["Location"]).text
    assert 'lang="zh-Hans"' in text
    assert re.search(r'name="title-original" value="zh-Hans" checked', text)


@pytest.mark.parametrize("slug", ["record", "search", "news", "desk", "call", "ai", "pt-br"])
def test_an_address_of_something_else_is_refused(desk: Client, slug: str) -> None:
    text = desk.post(f"{DESK}add/", typed(slug=slug)).text
    assert "is kept for a part of the site" in text
    assert not Page.objects.exists()


def test_an_address_is_taken_once_per_kind(desk: Client, page: Page) -> None:
    assert "is another page&#x27;s address" in desk.post(f"{DESK}add/", typed()).text
    assert desk.post(f"{DESK}add/", typed(section="news")).status_code == 302


def test_a_published_address_stays_whatever_is_sent(desk: Client, actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    desk.post(f"{DESK}{page.public_id}/", typed(slug="other", section="news"))
    page.refresh_from_db()
    assert (page.slug, page.section, str(page.title)) == ("travel", "page", "旅行")


def test_the_preview_shows_the_draft_to_officers_only(desk: Client, actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    revise_page(page, body=Text.of("By **boat**.", "en"))
    answer = desk.get(f"{DESK}{page.public_id}/preview/")
    assert "<strong>boat</strong>" in answer.text
    assert 'content="noindex"' in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert "boat" not in desk.get("/en/travel/").text


def test_the_page_before_the_act_shows_what_will_be_recorded_and_records_nothing(desk: Client, page: Page) -> None:
    size = record_size()
    text = desk.get(f"{DESK}{page.public_id}/publish/").text
    for words in ("page.published", "<code>travel</code>", "By train.", "secretariat", "the original"):
        assert words in text
    assert record_size() == size
    assert desk.post(f"{DESK}{page.public_id}/publish/", confirmation(desk, page)).status_code == 302
    assert record_size() == size + 1
    assert "By train." in desk.get("/en/travel/").text


def test_a_draft_that_changed_meanwhile_is_shown_again(desk: Client, page: Page) -> None:
    sent = confirmation(desk, page)
    revise_page(page, body=Text.of("By balloon.", "en"))
    text = desk.post(f"{DESK}{page.public_id}/publish/", sent).text
    assert "The draft changed while this page was open." in text
    assert "By balloon." in text
    assert not Page.objects.filter(status="published").exists()


def test_a_stated_time_freezes_the_text_and_can_be_given_up(desk: Client, page: Page) -> None:
    later = (timezone.now() + datetime.timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    sent = confirmation(desk, page) | {"when": "later", "at": later}
    assert desk.post(f"{DESK}{page.public_id}/publish/", sent).status_code == 302
    planned = PlannedPublication.objects.get()
    assert "Frozen, to be published on" in desk.get(DESK).text
    desk.post(f"{DESK}{page.public_id}/planned/{planned.pk}/give-up/")
    assert not PlannedPublication.objects.exists()


@pytest.mark.parametrize("at", ["", "2020-01-01T10:00", "nonsense"])
def test_a_time_that_cannot_be_is_said_beside_the_field(desk: Client, page: Page, at: str) -> None:
    sent = confirmation(desk, page) | {"when": "later", "at": at}
    answer = desk.post(f"{DESK}{page.public_id}/publish/", sent)
    assert "One thing needs another look" in answer.text
    assert not PlannedPublication.objects.exists()


def test_a_page_without_text_leads_back_to_its_form(desk: Client, actor: Actor) -> None:
    page = draft_page("page", "bare", Text.of("Bare", "en"))
    assert desk.get(f"{DESK}{page.public_id}/publish/")["Location"] == f"{DESK}{page.public_id}/"


def test_withdrawing_and_throwing_away(desk: Client, actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    desk.post(f"{DESK}{page.public_id}/discard/")
    assert Page.objects.get().status == "published"
    desk.post(f"{DESK}{page.public_id}/withdraw/")
    assert desk.get("/en/travel/").status_code == 410
    draft = draft_page("news", "gone", Text.of("Gone", "en"))
    desk.post(f"{DESK}{draft.public_id}/discard/")
    assert not Page.objects.filter(slug="gone").exists()


def test_the_desk_says_where_each_page_stands(desk: Client, actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    revise_page(page, order=7)
    draft_page("news", "item", Text.of("Item", "en"))
    text = desk.get(DESK).text
    assert "The draft has changes" in text
    assert "Item" not in desk.get(f"{DESK}?section=page").text
    assert DESK in desk.get("/en/desk/").text
