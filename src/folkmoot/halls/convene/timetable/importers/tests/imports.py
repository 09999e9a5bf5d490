"""An edition to import into, files that change between imports, and a dump of all drafted rows."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Model

from folkmoot.canon import digest
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.importers.applying import apply_import
from folkmoot.halls.convene.timetable.importers.plan import Plan, Source
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.tests.files import json_event, json_schedule, read
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.actor import Actor

DRAFTED: tuple[type[Model], ...] = (Venue, Room, Forum, Person, Speaker, Session, Slot, Appearance)

Row = dict[str, Any]


def dump() -> dict[str, list[Row]]:
    """Every drafted row with every column, numbers and all."""
    return {m.__name__: list(m._default_manager.order_by("pk").values()) for m in DRAFTED}


def person(name: str = "Ada Lovelace", id_: int | None = 1, **more: object) -> Row:
    """A person as schedule.json has them."""
    return {"id": id_, "name": name, **more}


def talk(id_: int = 1, title: str = "Opening", **changes: object) -> Row:
    """A session with a speaker and a track."""
    fields: Row = {
        "id": id_, "title": title, "guid": f"guid-{id_}", "track": "Main forum", "language": "en",
        "abstract": "The first hour.", "persons": [person()], "date": f"2026-11-03T{8 + id_:02}:30:00+08:00",
    }  # fmt: skip
    return json_event(**{**fields, **changes})


def planned(edition: Edition, *events: Row, **options: Any) -> Plan:
    """The plan for a file of these sessions."""
    content = json_schedule(*events)
    source = Source("schedule.json", digest(content.encode()))
    return plan_import(read(content), edition, source=source, **options)


def imported(edition: Edition, *events: Row, **options: Any) -> ScheduleImport:
    """Import a file of these sessions."""
    done = apply_import(Actor.operator(), planned(edition, *events, **options))
    assert done is not None
    return done


def session(number: int = 1) -> Session:
    """A session by the number in its guid."""
    return Session.objects.get(guid=f"guid-{number}")


def starts(number: int = 1) -> list[datetime.datetime]:
    """When a session begins."""
    return [slot.starts for slot in session(number).slots.all()]
