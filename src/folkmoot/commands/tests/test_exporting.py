"""`folkmoot export schedule` writes what was released, and says why where it cannot."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from folkmoot.cli import build_parser
from folkmoot.commands.exporting import run
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.exporters.formats import FORMATS
from folkmoot.halls.convene.timetable.models import Release
from tests.harness.world import Programme


def options(*arguments: str) -> argparse.Namespace:
    return build_parser().parse_args(["export", "schedule", *arguments])


def test_it_writes_a_file_and_says_which_release_it_is(
    release: Release, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "programme.ics"
    assert run(options("2026", "--format", "ics", "--output", str(target))) == 0
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert f"Release 1 of 2026: {target}" in capsys.readouterr().out


def test_without_a_file_the_bytes_go_to_standard_output(
    release: Release, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(options("2026", "--format", "csv", "--language", "zh-Hans")) == 0
    written = capfdbinary.readouterr().out
    assert written.startswith(b"\xef\xbb\xbfguid,")
    assert "人工智能论坛" in written.decode()


def test_the_formats_of_the_command_are_those_there_are() -> None:
    from folkmoot.commands import exporting

    assert set(exporting.FORMATS) == set(FORMATS)


@pytest.mark.usefixtures("body")
def test_an_edition_that_is_not_there_and_a_language_that_is_none(release: Release) -> None:
    with pytest.raises(Edition.DoesNotExist):
        run(options("1999"))
    with pytest.raises(ValueError, match="no language tag"):
        run(options("2026", "--language", "en_GB"))


def test_a_draft_is_never_written(world: Programme) -> None:
    with pytest.raises(ValueError, match="has no release yet"):
        run(options("2026"))
