"""Officers' import pages: upload, look, take over, undo; what is wrong stands beside the field."""

from __future__ import annotations

import re
from io import RawIOBase
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from folkmoot.halls.convene.session.drafts import change_session
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.timetable.importers.tests.files import json_schedule
from folkmoot.halls.convene.timetable.importers.tests.imports import dump, person, session, talk
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.text import Text
from tests.harness.world import Programme

pytestmark = pytest.mark.django_db

PAGE = "/en/convene/2026/timetable/import/"


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path / "uploads"


@pytest.fixture
def desk(client: Client, officer: Account, world: Programme) -> Client:
    client.force_login(officer)
    return client


def upload(desk: Client, content: str | bytes, *, name: str = "schedule.json", **fields: str) -> str:
    """Upload a file and return the page one is led to, or the form's own page."""
    data = content.encode() if isinstance(content, str) else content
    response = desk.post(PAGE, {"file": SimpleUploadedFile(name, data), **fields}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def seen(page: str) -> dict[str, str]:
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', page)
    assert found, page
    return {"seen": found[1]}


def preview_of(folder: Path) -> str:
    token = next(iter(folder.iterdir())).name
    return reverse("convene:import-preview", args=["2026", token])


def test_only_officers_see_the_pages(client: Client, world: Programme) -> None:
    assert client.get(PAGE).status_code == 302
    client.force_login(open_account(draft_person(Text.of("Nobody")), "nobody@assembly.example"))
    for path in (PAGE, f"{PAGE}preview/x/", f"{PAGE}preview/x/plan.txt", f"{PAGE}0123456789/"):
        assert client.get(path).status_code == 403
    assert client.post(f"{PAGE}0123456789/undo/").status_code == 403


def test_a_file_is_looked_at_taken_over_and_undone(desk: Client, folder: Path) -> None:
    before = dump()
    page = upload(desk, json_schedule(talk(1), talk(2, "Closing")))
    assert "2 sessions are new" in page
    assert "Take over 2 sessions" in page
    assert dump() == before
    page = desk.post(preview_of(folder), seen(page), follow=True).content.decode()
    assert "The schedule is taken over" in page
    assert str(session(2).title) == "Closing"
    assert list(folder.iterdir()) == []
    undo = reverse("convene:import-undo", args=["2026", ScheduleImport.objects.get().public_id])
    assert "The import is undone" in desk.post(undo, follow=True).content.decode()
    assert dump() == before
    assert "undone already" in desk.post(undo, follow=True).content.decode()


def test_the_plan_can_be_kept_as_a_text(desk: Client, folder: Path) -> None:
    upload(desk, json_schedule(talk(1, "مرحبا")))
    response = desk.get(preview_of(folder) + "plan.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "1 session is new" in response.content.decode()
    assert "مرحبا" in response.content.decode()


def test_what_was_changed_meanwhile_is_shown_again_instead_of_done(desk: Client, folder: Path) -> None:
    page = upload(desk, json_schedule(talk()))
    desk.post(preview_of(folder), seen(page))
    page = upload(desk, json_schedule(talk(title="Welcome")))
    change_session(session(), title=Text.of("Grand opening", "en"))
    page = desk.post(preview_of(folder), seen(page)).content.decode()
    assert "The programme was changed since you looked" in page
    assert str(session().title) == "Grand opening"


def test_an_upload_that_is_gone_leads_back(desk: Client, folder: Path) -> None:
    upload(desk, json_schedule(talk()))
    path = preview_of(folder)
    next(iter(folder.iterdir())).unlink()
    assert "The file is not here any more" in desk.get(path, follow=True).content.decode()
    assert desk.get(path + "plan.txt").status_code == 404


BROKEN: dict[str, tuple[str | bytes, str]] = {
    "not well-formed": ("<schedule>\n<day>\n</schedule>", "Line 3"),
    "entities": ('<!DOCTYPE s [<!ENTITY a "b">]>\n<schedule>&a;</schedule>', "Line 1"),
    "nested": ("[" * 100_000, ""),
    "speakers": (json_schedule(talk(persons=[person(f"P {n}", n) for n in range(5_000)])), "5000"),
    "no session": (json_schedule(), "no session"),
    "web page": ("<!doctype html><html>", "web page"),
    "binary": (b"\x00\x01\x02\xff" * 100, ""),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_changes_nothing_and_says_where(desk: Client, folder: Path, kind: str) -> None:
    content, said = BROKEN[kind]
    before = dump()
    page = upload(desk, content)
    error = re.search(r'id="id_file_error"><p>(.*?)</p>', page)
    assert error, page
    assert said in error[1]
    assert dump() == before
    assert not folder.exists()


def test_a_chinese_file_from_a_spreadsheet_is_taken_over(desk: Client, folder: Path) -> None:
    rows = "title,start,end,room,language,speakers\n世界互联网大会开幕式,2026-11-19 09:30,10:30,乌镇,zh-Hans,白居易\n"
    page = upload(desk, rows.encode("gb18030"), name="日程.csv")
    desk.post(preview_of(folder), seen(page))
    taken = Session.objects.exclude(guid="").get()
    assert taken.title.texts == {"zh-Hans": "世界互联网大会开幕式"}


def test_a_wrong_zone_is_answered_with_suggestions(desk: Client) -> None:
    page = upload(desk, json_schedule(talk()), zone="Asia/Shanghia")
    assert "“Asia/Shanghia” is not a time zone. Did you mean Asia/Shanghai" in page


def test_html_in_a_file_is_shown_as_text(desk: Client) -> None:
    page = upload(desk, json_schedule(talk(title="<script>alert(1)</script>")), name="<b>.json")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


class Lazy(RawIOBase):
    """A multipart request of any size that is made while it is read, and counts what was asked for."""

    def __init__(self, size: int) -> None:
        head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="big.xml"\r\n\r\n'
        self.parts = [head, *[b"x" * 1_000_000] * (size // 1_000_000), b"\r\n--b--\r\n"]
        self.length = sum(map(len, self.parts))
        self.left = b""

    def read(self, size: int = -1) -> bytes:
        while self.parts and len(self.left) < size:
            self.left += self.parts.pop(0)
        taken, self.left = self.left[:size], self.left[size:]
        return taken


def test_an_upload_of_two_hundred_megabytes_is_refused_beside_the_field(desk: Client, folder: Path) -> None:
    body = Lazy(200_000_000)
    response = desk.request(
        PATH_INFO=PAGE, REQUEST_METHOD="POST", CONTENT_TYPE="multipart/form-data; boundary=b",
        CONTENT_LENGTH=str(body.length), **{"wsgi.input": body},
    )  # fmt: skip
    page = response.content.decode()
    assert re.search(r'id="id_file_error"><p>big.xml is larger than 50 MB', page), page
    assert page.count("larger than 50 MB") == 2  # in the summary and beside the field
    assert not folder.exists()


def test_no_file_is_asked_for_beside_the_field(desk: Client) -> None:
    assert "Choose a file." in desk.post(PAGE, {}).content.decode()


def test_pages_take_as_many_queries_for_many_sessions_as_for_few(desk: Client, folder: Path) -> None:
    counts = []
    for count in (2, 40):
        upload(desk, json_schedule(*[talk(1, guid=f"g{n}", id=n, persons=[person(f"P {n}", n)]) for n in range(count)]))
        path = preview_of(folder)
        with CaptureQueriesContext(connection) as captured:
            desk.get(path)
        counts.append(len(captured))
        next(iter(folder.iterdir())).unlink()
    assert counts[0] == counts[1] <= 20
