"""Loading: through drafts and acts, stage by stage, once only, and never into somebody else's house."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from folkmoot.audit.programme import Programme
from folkmoot.demo import loading
from folkmoot.demo.archives.compilation import ARCHIVES
from folkmoot.demo.identity import OFFICER, SLUG
from folkmoot.demo.officer import appoint_officer, officer
from folkmoot.halls.convene.edition.queries import edition_called
from folkmoot.halls.convene.session.drafts import withdraw_session
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.conflicts import conflicts_in
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.timetable.queries import current_release, programme_of, releases
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.queries import record_size
from folkmoot.kit.actor import Actor


def quietly(line: str) -> None:
    """Say nothing."""


def published() -> Programme:
    release = current_release(edition_called(SLUG))
    assert release is not None
    return programme_of(release)


def test_everything_is_released_and_the_record_agrees(body: Body) -> None:
    loading.load(quietly)
    edition = edition_called(SLUG)
    programme = published()
    assert sum(not session.is_break for session in programme.sessions) == 300
    assert len(programme.rooms) == 10
    assert len(programme.days) == 4
    assert Speaker.objects.filter(edition=edition).count() == 500
    assert len(programme.people) == 500 - Speaker.objects.filter(edition=edition, shown="hidden").count()
    assert list(releases(edition).values_list("number", "erratum")) == [(4, True), (3, False), (2, False), (1, False)]
    assert len(conflicts_in(edition)) == 2
    assert [finding.sentence for finding in check_record()] == []
    size = record_size()
    withdraw_session(Session.objects.filter(edition=edition).first())  # type: ignore[arg-type]
    loading.load(quietly)
    assert record_size() == size
    assert Session.objects.filter(edition=edition).count() == len(programme.sessions) - 1


def test_a_loading_that_was_interrupted_is_taken_up_where_it_stopped(
    body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(actor: Actor, edition: object, name: str, *more: object, **fields: object) -> Release:
        if name == "final":
            raise InterruptedError(name)
        return release_timetable(actor, edition, name, *more, **fields)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(loading, "release_timetable", stumble)
        with pytest.raises(InterruptedError):
            loading.load(quietly)
    assert releases(edition_called(SLUG)).count() == 2
    said: list[str] = []
    loading.load(said.append)
    assert [line.split(",")[0] for line in said[:2]] == ["Release 3", "Release 4"]
    assert sum(not session.is_break for session in published().sessions) == 300
    assert len(conflicts_in(edition_called(SLUG))) == 2
    assert loading.is_loaded()


def test_the_officer_is_appointed_once(body: Body) -> None:
    assert officer() is None
    appoint_officer(Actor.operator())
    size = record_size()
    appoint_officer(Actor.operator())
    assert record_size() == size
    account = officer()
    assert account is not None
    assert account.email == OFFICER[1]


class Folder:
    """A folder of its own, and `folkmoot` run in it as a visitor would."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("FOLKMOOT_")}
        self.environment.pop("DATABASE_URL", None)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "folkmoot.cli", *arguments],
            cwd=self.path, env=self.environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    @property
    def database(self) -> Path:
        return self.path / "var" / "folkmoot.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_the_command_loads_once_prints_the_way_in_and_starts_anew(folder: Folder) -> None:
    first = folder.run("demo", "--no-serve")
    assert first.returncode == 0, first.stderr
    for archive in ARCHIVES:
        assert str(archive.title) in first.stdout
    assert re.search(r"Sign in once: +http://127\.0\.0\.1:8000/\S+", first.stdout)
    assert "folkmoot import schedule FILE" in first.stdout
    inode = folder.database.stat().st_ino
    second = folder.run("demo", "--no-serve")
    assert second.returncode == 0
    assert "Release" not in second.stdout
    assert folder.database.stat().st_ino == inode
    assert folder.run("record", "check").returncode == 0
    third = folder.run("demo", "--no-serve", "--fresh")
    assert third.returncode == 0, third.stderr
    assert "The earlier demonstration was removed." in third.stdout
    assert "Release 4" in third.stdout


ANSWERS = [
    "--name", "Assembly of the Coast", "--language", "en", "--zone", "UTC", "--areas", "none",
    "--origin", "coast.example/record", "--officer", "Ines Calvo <ines@coast.example>",
]  # fmt: skip


@pytest.mark.parametrize("more", [(), ("--fresh",)])
def test_a_body_of_somebody_is_never_touched(folder: Folder, more: tuple[str, ...]) -> None:
    assert folder.run("init", *ANSWERS).returncode == 0
    before = folder.database.read_bytes()
    refused = folder.run("demo", "--no-serve", *more)
    assert refused.returncode == 1
    assert "“Assembly of the Coast”, which is not the demonstration; nothing was changed" in refused.stderr
    assert folder.database.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(folder: Folder) -> None:
    folder.database.parent.mkdir()
    folder.database.write_text("my letters to the editor, " * 100)
    refused = folder.run("demo", "--no-serve", "--fresh")
    assert refused.returncode == 1
    assert "cannot be read" in refused.stderr
    assert folder.database.read_text().startswith("my letters")


def test_a_taken_address_is_named_before_anything_is_loaded(folder: Folder) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = folder.run("demo", "--bind", f"127.0.0.1:{port}")
    assert refused.returncode == 1
    assert f"127.0.0.1:{port} cannot be listened on" in refused.stderr
    assert not folder.database.exists()
