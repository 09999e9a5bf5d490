"""The real files are imported completely, twice without a change, and undone without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.importers.applying import apply_import
from folkmoot.halls.convene.timetable.importers.opening import read_opening
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.importers.tests.imports import dump
from folkmoot.halls.convene.timetable.importers.undoing import undo_import
from folkmoot.halls.convene.venue.models import Room
from folkmoot.kit.actor import Actor

pytestmark = pytest.mark.django_db

FILES = [
    ("fosdem-2020.xml", "Europe/Brussels", 872, 35, 841, 965, 3),
    ("fosdem-2025.xml", None, 943, 29, 992, 1172, 1),
    ("ccc-38c3-schedule.xml", None, 1007, 72, 567, 1032, 143),
    ("voc-frab-camp2019.json", None, 79, 2, 90, 96, 0),
    ("voc-pretalx-rc3.json", None, 48, 5, 56, 57, 0),
]


@pytest.mark.parametrize(("name", "zone", "sessions", "rooms", "people", "parts", "clashes"), FILES)
def test_a_real_file_is_imported_completely(
    real_data: Path, name: str, zone: str | None, sessions: int, rooms: int, people: int, parts: int, clashes: int
) -> None:
    file = read_schedule((real_data / "schedules" / name).read_bytes(), name=name, zone=zone)
    empty = dump()
    plan = plan_import(file, None, opening=read_opening(file, "real"))
    assert plan.counts.get("speaker-in-two-places", 0) == clashes
    with CaptureQueriesContext(connection) as captured:
        done = apply_import(Actor.operator(), plan)
    assert done is not None
    assert len(captured) <= 100
    counted = [model._default_manager.count() for model in (Session, Slot, Room, Speaker, Appearance)]
    assert counted == [sessions, sessions, rooms, people, parts]
    assert plan_import(file, done.edition).writes_nothing
    undo_import(Actor.operator(), done)
    assert dump() == empty
