"""`folkmoot import`: plan, take over, list, undo, and the sentences for what cannot be done."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from folkmoot.commands import importing
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.tests.files import json_schedule
from folkmoot.halls.convene.timetable.importers.tests.imports import dump, talk
from tests.harness.world import convene

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "schedule.json"
    path.write_text(json_schedule(talk(1), talk(2, "Closing")))
    return path


def folkmoot(*words: object) -> int:
    """Run a command as the command line would after setting Django up."""
    parser = argparse.ArgumentParser()
    importing.register(parser.add_subparsers())
    options = parser.parse_args([str(word) for word in words])
    return int(options.run(options))


def test_an_import_is_planned_done_listed_and_undone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    convene()
    before = dump()
    assert folkmoot("import", "schedule", file, "--edition", "2026", "--dry-run") == 0
    said = capsys.readouterr().out
    assert "2 sessions are new" in said
    assert "Nothing was changed: this was a dry run." in said
    assert dump() == before
    assert folkmoot("import", "schedule", file, "--edition", "2026", "--yes") == 0
    address = re.search(r"import:[0-9A-Z]{10}", capsys.readouterr().out)
    assert address
    assert folkmoot("import", "list") == 0
    assert address[0] in capsys.readouterr().out
    assert folkmoot("import", "undo", address[0]) == 0
    assert dump() == before


def test_a_second_import_says_that_nothing_changes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    convene()
    folkmoot("import", "schedule", file, "--edition", "2026", "--yes")
    capsys.readouterr()
    assert folkmoot("import", "schedule", file, "--edition", "2026", "--yes") == 0
    assert capsys.readouterr().out.startswith("Nothing changes.")


def test_a_missing_edition_is_answered_with_those_there_are(file: Path) -> None:
    convene("2025")
    with pytest.raises(ImportRefusedError, match=r"no edition “2026” \(there are: 2025\); --create"):
        folkmoot("import", "schedule", file, "--edition", "2026")


def test_an_edition_is_opened_from_the_file(file: Path) -> None:
    folkmoot("import", "schedule", file, "--edition", "moot", "--create", "--timezone", "Asia/Shanghai")
    edition = Edition.objects.get()
    assert (edition.slug, edition.year, str(edition.title), edition.zone) == ("moot", 2026, "Moot", "Asia/Shanghai")
    assert str(edition.starts) == str(edition.ends) == "2026-11-03"


def test_a_dry_run_opens_no_edition(file: Path) -> None:
    folkmoot("import", "schedule", file, "--edition", "moot", "--create", "--dry-run")
    assert not Edition.objects.exists()


@pytest.mark.parametrize("slug", ["two words", "ä", "x" * 41])
def test_a_slug_that_cannot_be_opens_nothing(file: Path, slug: str) -> None:
    with pytest.raises(ImportRefusedError, match="cannot be an edition's slug"):
        folkmoot("import", "schedule", file, "--edition", slug, "--create")


@pytest.mark.parametrize(("typed", "meant"), [("Asia/Shanghia", "Asia/Shanghai"), ("brussels", "Europe/Brussels")])
def test_a_wrong_zone_is_answered_with_suggestions(file: Path, typed: str, meant: str) -> None:
    convene()
    with pytest.raises(ImportRefusedError, match=f"Did you mean .*{meant}"):
        folkmoot("import", "schedule", file, "--edition", "2026", "--timezone", typed)


def test_a_broken_file_changes_nothing_and_names_the_line(tmp_path: Path) -> None:
    convene()
    path = tmp_path / "broken.xml"
    path.write_text("<schedule>\n<day>\n</schedule>")
    with pytest.raises(ScheduleFileError, match="Line 3"):
        folkmoot("import", "schedule", path, "--edition", "2026")
    assert not Session.objects.exists()


def test_a_terminal_is_asked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    convene()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: "n")
    assert folkmoot("import", "schedule", file, "--edition", "2026") == 1
    assert not Session.objects.exists()
    monkeypatch.setattr("builtins.input", lambda _question: "y")
    assert folkmoot("import", "schedule", file, "--edition", "2026") == 0
    assert Session.objects.count() == 2


def test_an_unknown_import_cannot_be_undone() -> None:
    with pytest.raises(ImportRefusedError, match="folkmoot import list"):
        folkmoot("import", "undo", "import:0000000000")
