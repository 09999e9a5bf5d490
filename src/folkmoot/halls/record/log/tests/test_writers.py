"""Eight writers at once, and writers killed in the middle of an act, on both databases, with real commits."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connections

from folkmoot.halls.convene.edition.acts import open_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.models import Entry
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.committed import CommittedDatabase
from tests.harness.world import found

WRITERS = 8
ACTS_EACH = 25

# Amends its edition for ever (or `limit` times) and says each act aloud only after it was acknowledged.
WRITER = """
import sys, django
django.setup()
from folkmoot.halls.convene.edition.acts import amend_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.kit.actor import Actor
slug, limit = sys.argv[1], int(sys.argv[2])
edition = Edition.objects.get(slug=slug)
for year in range(1, limit + 1):
    amend_edition(Actor.operator(), edition, year=year)
    print(year, flush=True)
"""


def start(slug: str, limit: int, output: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "folkmoot.web.settings", "PYTHONWARNINGS": "ignore"}
    with output.open("wb") as file:
        return subprocess.Popen([sys.executable, "-c", WRITER, slug, str(limit)], stdout=file, env=environment)


@pytest.fixture
def editions(committed_db: CommittedDatabase) -> list[str]:
    """One edition for each writer, in a database of its own."""
    found()
    slugs = [f"edition-{number}" for number in range(WRITERS)]
    for slug in slugs:
        open_edition(Actor.operator(), slug, 1, title=Text.of(slug, "en"))
    connections.close_all()
    return slugs


def places() -> list[int]:
    return list(Entry.objects.order_by("place").values_list("place", flat=True))


def test_eight_writers_leave_no_gap_no_double_and_no_deadlock(editions: list[str], tmp_path: Path) -> None:
    writers = [start(slug, ACTS_EACH + 1, tmp_path / slug) for slug in editions]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * WRITERS
    # The first amendment of each writer changes nothing (the year is 1 already) and makes no act.
    assert places() == list(range(1 + WRITERS + WRITERS * ACTS_EACH))
    assert set(Edition.objects.values_list("year", flat=True)) == {ACTS_EACH + 1}
    assert list(check_record()) == []


def kill_at_random_moments(rounds: int, editions: list[str], folder: Path) -> None:
    """Kill two writers in the middle of their acts, again and again; hold state against record after each."""
    chance = random.Random(rounds)
    acknowledged = 0
    for number in range(rounds):
        outputs = [folder / f"{slug}-{number}" for slug in editions[:2]]
        writers = [start(slug, 100_000, output) for slug, output in zip(editions[:2], outputs, strict=True)]
        await_words(outputs)
        time.sleep(chance.uniform(0, 0.12))
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
        assert [writer.wait(timeout=30) for writer in writers] == [-signal.SIGKILL] * 2
        acknowledged += sum(hold_against(slug, output) for slug, output in zip(editions[:2], outputs, strict=True))
        assert places() == list(range(len(places())))
        if rounds <= 10 or number % 20 == 19:  # reading a whole record of many thousand acts takes its time
            assert list(check_record()) == []
    assert acknowledged >= rounds


def await_words(outputs: list[Path]) -> None:
    """Wait until every writer has acknowledged something, so that the kill falls among acts."""
    deadline = time.monotonic() + 60
    while not all(output.stat().st_size for output in outputs):
        assert time.monotonic() < deadline, "a writer did not start"
        time.sleep(0.01)


def hold_against(slug: str, output: Path) -> int:
    """No acknowledged act is lost: the row is at the last acknowledged year, or at the one being acknowledged."""
    said = [int(line) for line in output.read_text().split("\n")[:-1] if line]
    assert Edition.objects.get(slug=slug).year in {said[-1], said[-1] + 1}
    return len(said)


def test_a_writer_killed_in_the_middle_of_an_act_loses_nothing(editions: list[str], tmp_path: Path) -> None:
    kill_at_random_moments(10, editions, tmp_path)


@pytest.mark.soak
def test_writers_killed_two_hundred_times_lose_nothing(editions: list[str], tmp_path: Path) -> None:
    kill_at_random_moments(200, editions, tmp_path)
