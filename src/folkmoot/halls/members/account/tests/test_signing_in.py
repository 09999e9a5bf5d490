"""Signing in: with a password, with a one-time link, and everything that must not work."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from folkmoot.halls.members.account import signin_links
from folkmoot.halls.members.account.drafts import (
    change_password,
    erase_account,
    forget_failures,
    note_failure,
    open_account,
)
from folkmoot.halls.members.account.forms import MOST_FAILURES, failure_token
from folkmoot.halls.members.account.models import Account, SignInFailure
from folkmoot.halls.members.account.signin_links import make_link
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.registry import Erasure
from folkmoot.kit.text import Text
from tests.harness.world import OFFICER_PASSWORD

PAGE = "/en/members/account/sign-in/"
RIGHT = {"email": "officer@assembly.example", "password": OFFICER_PASSWORD}
GENERIC = "This e-mail address and this password do not belong together."


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_an_officer_signs_in_and_comes_to_the_desk(client: Client, officer: Account) -> None:
    answer = client.post(PAGE, RIGHT)
    assert answer["Location"] == "/en/desk/"
    assert is_signed_in(client)


def test_the_address_may_be_written_in_any_case(client: Client, officer: Account) -> None:
    client.post(PAGE, {**RIGHT, "email": "Officer@Assembly.Example"})
    assert is_signed_in(client)


@pytest.mark.parametrize("wrong", [{"password": "wrong"}, {"email": "nobody@assembly.example"}])
def test_a_failure_never_says_what_was_wrong(client: Client, officer: Account, wrong: dict[str, str]) -> None:
    page = client.post(PAGE, {**RIGHT, **wrong}).content.decode()
    assert GENERIC in page
    assert not is_signed_in(client)


def test_a_closed_account_does_not_open(client: Client, officer: Account) -> None:
    officer.is_active = False
    officer.save()
    assert GENERIC in client.post(PAGE, RIGHT).content.decode()


def test_after_five_failures_even_the_right_password_waits(client: Client, officer: Account) -> None:
    for _ in range(MOST_FAILURES):
        client.post(PAGE, {**RIGHT, "password": "wrong"})
    assert "too many attempts" in client.post(PAGE, RIGHT).content.decode()
    assert not is_signed_in(client)
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    elsewhere.post(PAGE, RIGHT)
    assert is_signed_in(elsewhere)


def test_failures_are_forgotten_after_a_while_and_after_success(officer: Account, client: Client) -> None:
    token = failure_token(RIGHT["email"], "127.0.0.1")
    for _ in range(MOST_FAILURES):
        note_failure(token)
    SignInFailure.objects.update(at=timezone.now() - datetime.timedelta(minutes=16))
    client.post(PAGE, RIGHT)
    assert is_signed_in(client)
    assert not SignInFailure.objects.filter(token=token).exists()
    forget_failures(token)


def test_neither_address_stands_in_the_count_of_failures(client: Client, officer: Account) -> None:
    client.post(PAGE, {**RIGHT, "password": "wrong"})
    row = SignInFailure.objects.get()
    assert len(row.token) == 64
    assert failure_token(RIGHT["email"], "127.0.0.1") == row.token
    assert failure_token(RIGHT["email"], "127.0.0.2") != row.token


def test_old_failures_are_not_kept(officer: Account) -> None:
    note_failure("a" * 64)
    SignInFailure.objects.update(at=timezone.now() - datetime.timedelta(hours=2))
    note_failure("b" * 64)
    assert [row.token for row in SignInFailure.objects.all()] == ["b" * 64]


@pytest.mark.parametrize(
    "onward",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "evil",
        "\t//evil.example",
    ],
)
def test_nobody_is_led_away_from_the_site(client: Client, officer: Account, onward: str) -> None:
    assert client.post(PAGE, {**RIGHT, "next": onward})["Location"] == "/en/desk/"
    assert client.get(PAGE, {"next": onward})["Location"] == "/en/desk/"


def test_a_path_of_the_site_is_gone_on_to(client: Client, officer: Account) -> None:
    assert client.post(PAGE, {**RIGHT, "next": "/ar/record/"})["Location"] == "/ar/record/"


def test_the_way_on_is_shown_escaped(client: Client, body: Body) -> None:
    page = client.get(PAGE, {"next": '/"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_a_form_from_elsewhere_does_not_sign_in(officer: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(PAGE, RIGHT).status_code == 403


def test_reading_sets_no_session_cookie(client: Client, officer: Account) -> None:
    client.get(PAGE)
    assert "sessionid" not in client.cookies
    client.post(PAGE, RIGHT)
    assert client.cookies["sessionid"]["httponly"]


def test_signing_out_needs_a_button(client: Client, officer: Account) -> None:
    client.post(PAGE, RIGHT)
    assert client.get("/en/members/account/sign-out/").status_code == 405
    assert is_signed_in(client)
    client.post("/en/members/account/sign-out/")
    assert not is_signed_in(client)


def test_looking_at_a_link_does_not_use_it_up(client: Client, officer: Account) -> None:
    link = make_link(officer)
    for _ in range(2):
        assert "Sign in with this link" in client.get(link).content.decode()
    assert not is_signed_in(client)
    assert client.post(link)["Location"] == "/en/desk/"
    assert is_signed_in(client)


def test_a_link_works_once(client: Client, officer: Account) -> None:
    link = make_link(officer)
    client.post(link)
    again = Client()
    assert again.get(link).status_code == 410
    assert again.post(link).status_code == 410
    assert not is_signed_in(again)


def test_a_link_is_void_after_a_sign_in_of_any_kind_and_a_new_password(client: Client, officer: Account) -> None:
    before_password = make_link(officer)
    client.post(PAGE, RIGHT)
    assert Client().post(before_password).status_code == 410
    officer.refresh_from_db()
    link = make_link(officer)
    change_password(officer, "another quiet lighthouse")
    assert Client().post(link).status_code == 410


def test_a_link_is_void_after_a_day(client: Client, officer: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    link = make_link(officer)
    real = signin_links.SignInTokens._now
    day = datetime.timedelta(days=1)
    monkeypatch.setattr(
        signin_links.SignInTokens, "_now", lambda self: real(self) + day - datetime.timedelta(minutes=1)
    )
    assert client.get(link).status_code == 200
    monkeypatch.setattr(
        signin_links.SignInTokens, "_now", lambda self: real(self) + day + datetime.timedelta(minutes=1)
    )
    assert client.post(link).status_code == 410
    assert not is_signed_in(client)


def test_a_link_of_somebody_else_or_made_up_is_void(client: Client, officer: Account) -> None:
    other = open_account(draft_person(Text.of("Other")), "other@assembly.example")
    token = make_link(officer).rstrip("/").rpartition("/")[2]
    for number, made_up in (
        (other.pk, token),
        (officer.pk, "abc-def"),
        (officer.pk, "x"),
        (999, token),
        (officer.pk, "~-0"),
    ):
        assert client.post(f"{PAGE}{number}/{made_up}/").status_code == 410
    assert not is_signed_in(client)


def test_a_link_of_a_closed_account_is_void(client: Client, officer: Account) -> None:
    link = make_link(officer)
    officer.is_active = False
    officer.save()
    assert client.post(link).status_code == 410


def test_whoever_came_by_link_chooses_a_password(client: Client, body: Body) -> None:
    account = open_account(draft_person(Text.of("New")), "new@assembly.example")
    client.post(make_link(account))
    page = client.get("/en/members/account/password/").content.decode()
    assert 'name="old"' not in page
    new = "seven calm harbours"
    client.post("/en/members/account/password/", {"new": new, "again": new})
    account.refresh_from_db()
    assert account.check_password(new)
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"old": "wrong", "new": "seven calm harbours", "again": "seven calm harbours"}, "not your present password"),
        ({"old": OFFICER_PASSWORD, "new": "short", "again": "short"}, "at least 12 characters"),
        ({"old": OFFICER_PASSWORD, "new": "seven calm harbours", "again": "eight calm harbours"}, "are not the same"),
    ],
)
def test_a_password_is_changed_only_properly(
    client: Client, officer: Account, typed: dict[str, str], sentence: str
) -> None:
    client.force_login(officer)
    assert sentence in client.post("/en/members/account/password/", typed).content.decode()
    officer.refresh_from_db()
    assert officer.check_password(OFFICER_PASSWORD)


def test_a_new_password_signs_other_devices_out(client: Client, officer: Account) -> None:
    other = Client()
    other.force_login(officer)
    client.force_login(officer)
    new = "seven calm harbours"
    client.post("/en/members/account/password/", {"old": OFFICER_PASSWORD, "new": new, "again": new})
    assert client.get("/en/desk/").status_code == 200
    assert other.get("/en/desk/").status_code == 302


def test_nobody_signed_in_has_no_password_page(client: Client, body: Body) -> None:
    assert client.get("/en/members/account/password/").status_code == 302


def test_the_account_of_an_erased_person_is_closed(officer: Account) -> None:
    erasure = Erasure()
    erase_account(officer.person.address, erasure)
    officer.refresh_from_db()
    assert not officer.is_active
    assert "officer" not in officer.email
    assert not officer.has_usable_password()
    assert any("office" in str(remark) for remark in erasure.remarks)


def test_the_form_names_what_is_missing(client: Client, body: Body) -> None:
    page = client.post(PAGE, {}).content.decode()
    assert "2 things need another look" in page
