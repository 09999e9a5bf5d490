"""Somebody who was erased does not come back with a file: no row, no name in any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.models import Appearance
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.importers.applying import apply_import
from folkmoot.halls.convene.timetable.importers.describing import as_text, describe
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.importers.tests.imports import dump, imported, person, planned, session, talk
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.kit.actor import Actor
from tests.harness.world import convene

pytestmark = pytest.mark.django_db

FILE = [
    talk(
        1,
        "An hour with Ada Lovelace",
        abstract="Ada Lovelace and Bai Juyi speak.",
        persons=[person(), person("Bai Juyi", 2)],
    ),
    talk(2, persons=[person("Bai Juyi", 2, biography="Works with Ada Lovelace.")]),
]


@pytest.fixture
def edition(db: None) -> Edition:
    return convene()


def erase(name: str) -> None:
    redact(Actor.operator(), Person.objects.get(name__texts__und=name).address, Ground.OWN_REQUEST)


def test_the_same_file_after_an_erasure_changes_nothing(edition: Edition) -> None:
    imported(edition, *FILE)
    erase("Ada Lovelace")
    before = dump()
    plan = planned(edition, *FILE)
    assert plan.writes_nothing, as_text(describe(plan))
    assert plan.counts["erased"] == 1
    assert "Ada" not in as_text(describe(plan))
    assert dump() == before


def test_a_changed_file_does_not_bring_the_name_back(edition: Edition) -> None:
    imported(edition, *FILE)
    erase("Ada Lovelace")
    imported(
        edition, *[{**event, "subtitle": "With Ada Lovelace again"} for event in FILE], talk(3, persons=[person()])
    )
    assert "Ada" not in str(dump())
    assert str(session(1).subtitle) == "With […] again"
    assert str(session(1).title) == "An hour with […]"


@pytest.mark.parametrize("id_", [1, 44, None])
def test_a_new_edition_leaves_the_erased_out(edition: Edition, id_: int | None) -> None:
    imported(edition, *FILE)
    erase("Ada Lovelace")
    imported(
        convene("2027"),
        talk(7, "Ada Lovelace returns", persons=[person("ADA LOVELACE", id_), person("Ada Lovelace", 1)]),
    )
    assert "Ada" not in str(dump())
    assert not Appearance.objects.filter(session__guid="guid-7").exists()
    assert Speaker.objects.filter(edition__slug="2027").count() == 0


def test_nobody_learns_from_a_clash_who_was_erased(edition: Edition) -> None:
    imported(edition, talk(1), talk(2, date="2026-11-03T09:30:00+08:00"))
    erase("Ada Lovelace")
    plan = planned(edition, talk(1), talk(2, date="2026-11-03T09:30:00+08:00"))
    assert plan.counts.get("speaker-in-two-places", 0) == 0


@pytest.mark.parametrize("name", ["LOVELACE, Ada", "ada  lovelace", "Ada_Lovelace", "Ada&nbsp;Lovelace"])
def test_another_spelling_in_a_new_file_does_not_bring_the_person_back(edition: Edition, name: str) -> None:
    imported(edition, *FILE)
    erase("Ada Lovelace")
    imported(
        convene("2027"),
        talk(
            7, f"{name} returns", persons=[person(name, None)], type=f"{name} hour", track=f"Track of {name}",
            links=[{"url": "https://x.example/ada-lovelace", "title": "A"}],
        ),
    )  # fmt: skip
    assert "lovelace" not in str(dump()).casefold()
    assert Speaker.objects.filter(edition__slug="2027").count() == 0


def test_erasing_from_a_released_congress_of_a_thousand_sessions_takes_seconds(
    edition: Edition, real_data: Path
) -> None:
    content = (real_data / "schedules" / "ccc-38c3-schedule.xml").read_bytes()
    apply_import(Actor.operator(), plan_import(read_schedule(content, name="38c3.xml"), edition))
    release_timetable(Actor.operator(), edition, "First")
    (geist,) = [known for known in Person.objects.all() if str(known).casefold() == "moritz simon geist"]
    begun = time.process_time()
    redact(Actor.operator(), geist.address, Ground.OWN_REQUEST)
    assert time.process_time() - begun < 10
    assert "moritz simon geist" not in str(dump()).casefold()
