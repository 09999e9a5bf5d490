"""Uploads wait for a day, for their edition only, readable by the server alone."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.importers.uploads import (
    Upload,
    discard_upload,
    discard_uploads,
    find_upload,
    forget_uploads,
    keep_upload,
    remove_old_uploads,
)
from folkmoot.kit.registry import Erasure

HERE, THERE = Edition(slug="2026", public_id="0000000001"), Edition(slug="2027", public_id="0000000002")


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path / "uploads"


def keep(edition: Edition = HERE) -> str:
    return keep_upload(Upload(edition.address, "a.csv", "", False, True, b"title\n\xff\n"))


def test_an_upload_comes_back_as_it_was(folder: Path) -> None:
    token = keep()
    assert find_upload(token, HERE) == Upload(HERE.address, "a.csv", "", False, True, b"title\n\xff\n")
    assert stat.S_IMODE((folder / token).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_upload_is_for_its_edition_only(folder: Path) -> None:
    assert find_upload(keep(), THERE) is None


@pytest.mark.parametrize("token", ["", "..", "../secret", "x" * 43, "a/b", "\0"])
def test_no_other_file_is_reached(folder: Path, token: str) -> None:
    keep()
    assert find_upload(token, HERE) is None
    discard_upload(token)
    assert len(list(folder.iterdir())) == 1


def test_an_upload_goes_after_a_day(folder: Path) -> None:
    token = keep()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(folder / token, (yesterday, yesterday))
    assert find_upload(token, HERE) is None
    remove_old_uploads()
    assert list(folder.iterdir()) == []


def test_uploads_of_an_edition_are_discarded(folder: Path) -> None:
    gone, stays = keep(), keep(THERE)
    (folder / "broken").write_bytes(b"no head")
    assert discard_uploads(HERE) == 2
    assert find_upload(gone, HERE) is None
    assert find_upload(stays, THERE) is not None
    assert discard_uploads() == 1


@pytest.mark.django_db
def test_an_erasure_removes_uploads_once_it_is_committed(folder: Path, django_capture_on_commit_callbacks: Any) -> None:
    keep()
    with django_capture_on_commit_callbacks(execute=True):
        forget_uploads("person:0123456789", Erasure())
        assert len(list(folder.iterdir())) == 1
    assert list(folder.iterdir()) == []
