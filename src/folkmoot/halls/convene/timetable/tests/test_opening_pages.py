"""Officers open an edition from a schedule file on pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.importers.tests.files import json_schedule
from folkmoot.halls.convene.timetable.importers.tests.imports import talk
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.halls.members.account.models import Account
from tests.harness.world import convene

PAGE = "/en/convene/edition/import/"


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path / "uploads"


@pytest.fixture
def desk(client: Client, officer: Account) -> Client:
    client.force_login(officer)
    return client


def upload(desk: Client, content: str, slug: str = "mine", **fields: str) -> str:
    file = SimpleUploadedFile("schedule.json", content.encode())
    return desk.post(PAGE, {"file": file, "slug": slug, **fields}, follow=True).content.decode()


def path_of(folder: Path) -> str:
    return f"{PAGE}preview/{next(iter(folder.iterdir())).name}/"


def seen(page: str) -> dict[str, str]:
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', page)
    assert found, page
    return {"seen": found[1]}


def test_an_edition_is_opened_from_a_file_after_a_look(desk: Client, folder: Path) -> None:
    page = upload(desk, json_schedule(talk(1), talk(2, "Closing")))
    assert "What will be recorded" in page
    assert "edition.opened" in page
    assert "2 sessions are new" in page
    assert not Edition.objects.exists()
    path = path_of(folder)
    done = desk.post(path, seen(page), follow=True).content.decode()
    assert "The edition is opened" in done
    assert Edition.objects.get(slug="mine").sessions.count() == 2
    assert ScheduleImport.objects.count() == 1
    assert "The file is not here any more" in desk.post(path, seen(page), follow=True).content.decode()


def test_nothing_is_opened_that_was_not_looked_at(desk: Client, folder: Path) -> None:
    upload(desk, json_schedule(talk()))
    assert "this is what would happen now" in desk.post(path_of(folder), {"seen": "0" * 64}).content.decode()
    assert not Edition.objects.exists()


def test_a_short_name_taken_meanwhile_is_asked_for_again(desk: Client, folder: Path) -> None:
    page = upload(desk, json_schedule(talk()))
    convene("mine")
    answer = desk.post(path_of(folder), seen(page), follow=True).content.decode()
    assert "There is an edition “mine” already" in answer
    assert Edition.objects.get().sessions.count() == 0


def test_what_is_wrong_stands_beside_its_field(desk: Client, folder: Path) -> None:
    convene("taken")
    assert "There is an edition “taken” already" in upload(desk, json_schedule(talk()), "taken")
    assert "has a meaning of its own" in upload(desk, json_schedule(talk()), "archive")
    assert re.search('id="id_file_error"><p>.*no session', upload(desk, json_schedule()))
    assert "Did you mean Asia/Shanghai" in upload(desk, json_schedule(talk()), zone="Asia/Shanghia")
    assert "Choose a file." in desk.post(PAGE, {"slug": "mine"}).content.decode()
    assert not folder.exists()


def test_an_upload_for_one_edition_opens_no_other(desk: Client, folder: Path) -> None:
    convene("2026")
    file = SimpleUploadedFile("schedule.json", json_schedule(talk()).encode())
    desk.post("/en/convene/2026/timetable/import/", {"file": file})
    assert "The file is not here any more" in desk.get(path_of(folder), follow=True).content.decode()
