"""The way in: languages, health, robots, faults."""

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory, override_settings

from folkmoot.halls.members.body.models import Body
from folkmoot.web import entrance


@pytest.mark.parametrize(
    ("wishes", "path"),
    [
        ("ar,en;q=0.5", "/ar/"),
        ("zh-CN,zh;q=0.9", "/zh-hans/"),
        ("en-GB", "/en/"),
        ("de,fr;q=0.9", "/en/"),
        ("zh-Hant,ar;q=0.5", "/ar/"),
        ("", "/en/"),
        ("*;q=nonsense,,,", "/en/"),
    ],
)
def test_a_reader_begins_in_the_best_language(client: Client, body: Body, wishes: str, path: str) -> None:
    response = client.get("/", headers={"accept-language": wishes})
    assert response.headers["Location"] == path
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/zh/record/?kind=body.founded", "/zh-hans/record/?kind=body.founded"),
        ("/zh-CN/", "/zh-hans/"),
        ("/EN/record/", "/en/record/"),
        ("/zh-Hans/", "/zh-hans/"),
    ],
)
def test_another_spelling_of_a_language_leads_to_ours(client: Client, asked: str, path: str) -> None:
    response = client.get(asked)
    assert response.status_code == 301
    assert response.headers["Location"] == path


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/xx/", "There is nothing at this address"),
        ("/de/record/", "There is nothing at this address"),
        # The nearest language that is there answers; it does not pretend to be the one asked for.
        ("/zh-hant/", '<html lang="zh-Hans"'),
        ("/zh-tw/record/", '<html lang="zh-Hans"'),
    ],
)
def test_an_unknown_language_is_not_found(client: Client, path: str, sentence: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert sentence in response.text


def test_health_counts_the_record(client: Client, body: Body) -> None:
    response = client.get("/healthz")
    assert response.json() == {"status": "ok", "database": "reachable", "record": 1}


def test_health_says_when_the_database_is_away(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> int:
        raise OperationalError("gone")

    monkeypatch.setattr(entrance, "record_size", fail)
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["database"] == "unreachable"


def test_robots_stay_out_of_the_desk(client: Client) -> None:
    assert "Disallow: /*/desk/" in client.get("/robots.txt").text


def test_the_page_for_a_fault_asks_nothing_of_the_database(rf: RequestFactory) -> None:
    response = entrance.show_fault(rf.get("/en/"))
    assert response.status_code == 500
    assert "Nothing was changed" in response.text


@pytest.mark.django_db
@override_settings(LOGGING_CONFIG=None)
def test_the_administration_asks_who_is_there(client: Client) -> None:
    response = client.get("/admin/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")


@pytest.mark.django_db
def test_the_administration_has_no_way_in_of_its_own(client: Client) -> None:
    response = client.post("/admin/login/?next=/admin/", {"username": "officer@assembly.example", "password": "x"})
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/en/members/account/sign-in/?next=/admin/")
    assert client.get("/admin/login/?next=https://evil.example/").headers["Location"].endswith("?next=/admin/")


@pytest.mark.django_db
def test_no_address_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    from folkmoot.web.logs import WithoutAddress

    caplog.handler.addFilter(WithoutAddress())
    client = Client(enforce_csrf_checks=True)
    assert client.post("/en/members/account/sign-in/1/secret-token/").status_code == 403
    client.get("/en/no-such-page/secret-token/")
    assert caplog.text
    assert "secret-token" not in caplog.text
