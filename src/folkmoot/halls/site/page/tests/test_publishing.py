"""Publishing pages and news: what is recorded, what waits for its hour, what an erasure reaches."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import draft_person, rehearse_erasure
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.queries import last_entry_of, record_size
from folkmoot.halls.site.page.acts import (
    NotPublishedError,
    PublicationGoneError,
    publish_page,
    publish_planned,
    withdraw_page,
)
from folkmoot.halls.site.page.drafts import (
    AddressFixedError,
    discard_page,
    draft_first_pages,
    draft_page,
    plan_publication,
    revise_page,
    withdraw_plan,
)
from folkmoot.halls.site.page.freezing import NothingToPublishError
from folkmoot.halls.site.page.models import Page, PlannedPublication
from folkmoot.halls.site.page.queries import published_text
from folkmoot.halls.site.page.tasks import look_for_due_pages
from folkmoot.kit.actor import Actor, NotAllowedError
from folkmoot.kit.text import Text

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def page(actor: Actor) -> Page:
    title = Text.of("Code of conduct", "en", zh_Hans="行为准则")
    return draft_page("page", "conduct", title, body=Text.of("Be kind.", "en"), order=3)


def make_due(planned: PlannedPublication) -> None:
    PlannedPublication.objects.filter(pk=planned.pk).update(at=timezone.now() - HOUR)


def test_publishing_records_the_address_and_a_digest_but_no_words(actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    entry = last_entry_of(page.address)
    assert entry is not None
    assert entry.kind == "page.published"
    assert entry.fields["payload"] == {
        "section": "page", "slug": "conduct", "order": 3, "status": "published", "document": page.document,
    }  # fmt: skip
    assert b"Be kind" not in bytes(entry.content)
    assert list(check_record()) == []


def test_a_row_that_differs_from_its_entry_is_found(actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    Page.objects.filter(pk=page.pk).update(slug="other")
    assert [finding.sentence for finding in check_record()] == [f"{page.address}: slug is not what entry 2 says."]


def test_a_draft_changes_nothing_that_is_public(actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    revise_page(page, title=Text.of("Changed", "en"), body=Text.of("Changed.", "en"), order=9)
    page.refresh_from_db()
    assert (str(published_text(page).title), str(page.heading), page.menu, page.altered) == (
        "Code of conduct", "Code of conduct", 3, True,
    )  # fmt: skip
    assert list(check_record()) == []


def test_the_same_words_keep_their_sheet_and_are_not_published_twice(actor: Actor, page: Page) -> None:
    publish_page(actor, page)
    sheet = published_text(page).sheet
    size = record_size()
    with pytest.raises(NothingToPublishError, match="says in public what its draft says"):
        publish_page(actor, page)
    assert record_size() == size
    publish_page(actor, revise_page(page, order=4))
    assert published_text(page).sheet == sheet
    publish_page(actor, revise_page(page, body=Text.of("Be very kind.", "en")))
    assert published_text(page).sheet != sheet


@pytest.mark.parametrize(("title", "words", "missing"), [("", "Words.", "title"), ("Words", "", "body")])
def test_an_empty_page_is_not_published(actor: Actor, title: str, words: str, missing: str) -> None:
    page = draft_page("page", "empty", Text.of(title, "en") if title else Text(), body=Text.of(words, "en"))
    with pytest.raises(NothingToPublishError, match=f"has no {missing}"):
        publish_page(actor, page)


def test_only_an_officer_publishes(page: Page) -> None:
    with pytest.raises(NotAllowedError):
        publish_page(Actor(), page)
    with pytest.raises(NotAllowedError):
        withdraw_page(Actor(), page)


def test_an_address_that_readers_know_is_fixed(actor: Actor, page: Page) -> None:
    revise_page(page, slug="conduct-code")
    plan = plan_publication(actor, page, timezone.now() + HOUR)
    with pytest.raises(AddressFixedError):
        revise_page(page, slug="another")
    with pytest.raises(AddressFixedError):
        discard_page(page)
    withdraw_plan(plan)
    discard_page(page)
    assert not Page.objects.exists()


def test_a_planned_page_is_published_as_it_was_frozen(actor: Actor, page: Page, client: Client) -> None:
    planned = plan_publication(actor, page, timezone.now() + HOUR)
    revise_page(page, body=Text.of("Rewritten meanwhile.", "en"))
    assert look_for_due_pages() == []
    assert client.get("/en/conduct/").status_code == 404
    make_due(planned)
    assert look_for_due_pages() == ["The page conduct was published as planned."]
    text = client.get("/en/conduct/").text
    assert "Be kind." in text
    assert "Rewritten" not in text
    page.refresh_from_db()
    assert page.altered
    assert look_for_due_pages() == []
    assert list(check_record()) == []


def test_a_plan_given_up_publishes_nothing(actor: Actor, page: Page) -> None:
    planned = plan_publication(actor, page, timezone.now() + HOUR)
    withdraw_plan(PlannedPublication.objects.get(pk=planned.pk))
    with pytest.raises(PublicationGoneError):
        publish_planned(actor, planned)
    with pytest.raises(ValueError, match="has passed"):
        plan_publication(actor, page, timezone.now() - HOUR)


def test_a_frozen_page_cannot_be_fetched_by_its_digest_before_its_hour(
    actor: Actor, page: Page, client: Client
) -> None:
    planned = plan_publication(actor, page, timezone.now() + HOUR)
    assert client.get(f"/record/document/{planned.document}.json").status_code == 404


def test_one_page_that_fails_does_not_hold_up_the_others(actor: Actor, page: Page) -> None:
    late = draft_page("news", "late", Text.of("Late", "en"), body=Text.of("Words.", "en"))
    first = plan_publication(Actor("nobody"), page, timezone.now() + HOUR)
    make_due(first)
    make_due(plan_publication(actor, late, timezone.now() + HOUR))
    assert look_for_due_pages() == ["The page late was published as planned."]


def test_what_was_withdrawn_is_gone_and_can_come_back(actor: Actor, page: Page, client: Client) -> None:
    with pytest.raises(NotPublishedError):
        withdraw_page(actor, page)
    publish_page(actor, page)
    withdraw_page(actor, page)
    answer = client.get("/en/conduct/")
    assert answer.status_code == 410
    assert "Be kind." not in answer.text
    assert client.get("/site/page/conduct.json").status_code == 404
    publish_page(actor, page)
    assert "Be kind." in client.get("/en/conduct/").text
    assert list(check_record()) == []


def test_an_erasure_strikes_the_draft_and_withholds_the_published_text(
    actor: Actor, body: Body, client: Client
) -> None:
    name = "Mirembe Okafor"
    person = draft_person(Text.of(name, "en"))
    page = draft_page("news", "prize", Text.of(f"{name} wins", "en"), body=Text.of(f"By {name}.", "en"))
    publish_page(actor, page)
    waiting = draft_page("page", "later", Text.of("Later", "en"), body=Text.of(f"With {name}.", "en"))
    plan_publication(actor, waiting, timezone.now() + HOUR)
    rehearse_erasure(person.address)
    assert name in client.get("/en/news/prize/").text
    redact(actor, person.address, Ground.OWN_REQUEST)
    for path in ("/en/news/prize/", "/en/news/", "/news.atom", "/site/news/prize.json", "/en/"):
        assert name not in client.get(path).text, path
    assert client.get("/en/news/prize/").status_code == 410
    page.refresh_from_db()
    waiting.refresh_from_db()
    assert name not in f"{page.title}{page.body}{page.heading}{waiting.body}"
    assert not PlannedPublication.objects.exists()
    assert list(check_record()) == []
    publish_page(actor, page)
    assert "[…] wins" in client.get("/en/news/prize/").text


def test_the_first_pages_are_drafts_and_drafted_once(body: Body, client: Client) -> None:
    first = draft_first_pages()
    assert [page.slug for page in first] == ["about", "privacy", "imprint", "accessibility"]
    assert [page.pk for page in draft_first_pages()] == [page.pk for page in first]
    assert all(page.status == "draft" and page.title and page.body for page in first)
    assert client.get("/en/about/").status_code == 404
