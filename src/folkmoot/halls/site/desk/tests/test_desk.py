"""The desk: who gets in, and what it says of each edition."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from folkmoot.halls.convene.session.drafts import change_session
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.account.acts import withdraw_office
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme


def test_nobody_signed_in_is_led_to_the_sign_in_page_and_back(client: Client, body: Body) -> None:
    answer = client.get("/en/desk/")
    assert answer.status_code == 302
    assert answer["Location"] == "/en/members/account/sign-in/?next=/en/desk/"


def test_an_account_without_office_reads_a_sentence(client: Client, body: Body) -> None:
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    answer = client.get("/en/desk/")
    assert answer.status_code == 403
    assert "for officers of the body" in answer.content.decode()


def test_an_office_withdrawn_while_signed_in_opens_nothing_more(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert client.get("/en/desk/").status_code == 200
    withdraw_office(Actor.operator(), officer.person.offices.get())
    assert client.get("/en/desk/").status_code == 403


def test_an_empty_desk_says_what_to_do_next(client: Client, officer: Account) -> None:
    client.force_login(officer)
    page = client.get("/en/desk/").content.decode()
    assert "There is no edition yet." in page
    for name in ("edition-open", "edition-import"):
        assert f'href="{reverse(f"convene:{name}")}"' in page
        assert client.get(reverse(f"convene:{name}")).status_code == 200


def test_the_desk_counts_what_is_not_yet_public(
    client: Client, officer: Account, release: Release, world: Programme
) -> None:
    client.force_login(officer)
    assert "No change since the last release." in client.get("/en/desk/").content.decode()
    change_session(world.sessions["opening"], title=Text.of("Another opening", "en"))
    change_session(world.sessions["opening"], kind_code="panel")
    change_session(world.sessions["later"], mode="online")
    page = client.get("/en/desk/").content.decode()
    assert "2 changes" in page
    assert "First" in page


@pytest.mark.parametrize("language", ["en", "ar", "zh-hans"])
def test_the_desk_links_to_every_work(client: Client, officer: Account, world: Programme, language: str) -> None:
    client.force_login(officer)
    page = client.get(f"/{language}/desk/").content.decode()
    for name in ("session-drafts", "speaker-drafts", "venue-drafts", "forum-drafts", "edition-amend", "release-desk"):
        path = reverse(f"convene:{name}", args=[world.edition.slug]).replace("/en/", f"/{language}/", 1)
        assert f'href="{path}"' in page
    assert 'content="noindex"' in page


def test_pages_of_the_desk_are_kept_in_no_cache(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert "no-store" in client.get("/en/desk/")["Cache-Control"]
