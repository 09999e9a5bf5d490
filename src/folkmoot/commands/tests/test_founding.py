"""Founding a body from the command line, looking it over, and what is said when something is wrong."""

from __future__ import annotations

import re
import stat

import pytest

from tests.harness.installation import ANSWERS, Installation


def test_a_body_is_founded_looked_over_and_checked(installation: Installation) -> None:
    done = installation.run("init", *ANSWERS)
    assert done.returncode == 0, done.stderr
    assert "Assembly of the Coast is founded. Its record has begun." in done.stdout
    assert re.search(r"Sign in once, within a day: http://127\.0\.0\.1:8000/\S+", done.stdout)
    assert installation.run("check").stdout == "Everything is in order.\n"
    shown = installation.run("record", "show").stdout
    assert [line.split()[2] for line in shown.splitlines()] == ["office.given", "vocabulary.adopted", "body.founded"]
    checked = installation.run("record", "check")
    assert (checked.returncode, checked.stdout) == (0, "3 entries checked: everything agrees.\n")


def test_keys_are_readable_by_their_owner_only(installation: Installation) -> None:
    installation.run("init", *ANSWERS)
    keys = installation.folder / "keys"
    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    assert stat.S_IMODE((keys / "secret-key").stat().st_mode) == 0o600
    keys.chmod(0o755)
    looked = installation.run("check")
    assert looked.returncode == 1
    assert "can be read by others; `chmod 700` closes it." in looked.stdout


def test_a_body_is_founded_once(installation: Installation) -> None:
    installation.run("init", *ANSWERS)
    again = installation.run("init", *ANSWERS)
    assert again.returncode == 1
    assert again.stderr == "Assembly of the Coast was founded here already; one installation serves one body.\n"


@pytest.mark.parametrize(
    ("position", "value", "sentence"),
    [
        (7, "Mars/Olympus", "'Mars/Olympus' is no time zone; one looks like UTC or Etc/GMT-8."),
        (9, "no-such-file.csv", "no-such-file.csv: No such file or directory."),
        (11, "https://coast.example", "'https://coast.example' cannot name a record; it is an address without"),
        (13, "ines@coast.example", "'ines@coast.example' names no officer; write it as"),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_is_founded(
    installation: Installation, position: int, value: str, sentence: str
) -> None:
    answers = list(ANSWERS)
    answers[position] = value
    done = installation.run("init", *answers)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert "No body was founded here yet" in installation.run("check").stdout


def test_before_a_body_is_founded_every_command_says_so(installation: Installation) -> None:
    for command in (["serve"], ["record", "check"], ["release", "2026", "--name", "x"], ["signin", "a@b.example"]):
        done = installation.run(*command)
        assert done.returncode == 1
        assert "There is no body here yet" in done.stderr
        assert "`folkmoot init` founds a body here" in done.stderr


def test_areas_come_from_cldr_in_the_bodys_languages(installation: Installation) -> None:
    answers = [*ANSWERS[:9], "cldr", *ANSWERS[10:]]
    assert installation.run("init", *answers).returncode == 0
    assert "vocabulary.adopted" in installation.run("record", "show").stdout
    assert "Countries and areas" in installation.run("record", "show").stdout


def test_areas_come_from_the_bodys_own_file(installation: Installation) -> None:
    (installation.folder / "ours.csv").write_text("code,en,ar\nA1,North Shore,الشاطئ الشمالي\n", encoding="utf-8")
    answers = [*ANSWERS[:9], "ours.csv", *ANSWERS[10:]]
    assert installation.run("init", *answers).returncode == 0
    assert "Countries and areas" in installation.run("record", "show").stdout


def test_a_broken_area_file_is_named_with_its_line(installation: Installation) -> None:
    (installation.folder / "ours.csv").write_text("code,en,ar\nA1,North Shore\n", encoding="utf-8")
    done = installation.run("init", *ANSWERS[:9], "ours.csv", *ANSWERS[10:])
    assert done.returncode == 1
    assert "ours.csv, line 2: a code and 2 names are needed, not ['A1', 'North Shore']." in done.stderr


def test_a_misspelt_option_stops_the_start(installation: Installation) -> None:
    done = installation.run("check", FOLKMOOT_WORKERZ="2")
    assert done.returncode == 1
    assert "FOLKMOOT_WORKERZ is not an option of Folkmoot. Did you mean FOLKMOOT_WORKERS?" in done.stderr


def test_a_secret_is_never_printed(installation: Installation) -> None:
    listed = installation.run("options", FOLKMOOT_SECRET_KEY="sesame-open", DATABASE_URL="sqlite:////tmp/x.sqlite3")
    assert "sesame-open" not in listed.stdout + listed.stderr
    assert "(set, not shown)" in listed.stdout


def test_every_help_has_an_example(installation: Installation) -> None:
    from folkmoot.cli import build_parser

    names = next(action.choices for action in build_parser()._actions if isinstance(action.choices, dict))
    for command in [[], *([name] for name in names)]:
        done = installation.run(*command, "--help")
        assert done.returncode == 0, done.stderr
        assert "example:\n  " in done.stdout


def test_what_is_kept_is_readable_by_its_owner_only(installation: Installation) -> None:
    installation.run("init", *ANSWERS)
    data = installation.folder / "var"
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in data.iterdir()} == {0o600}
