"""Imports into a draft: what is written, what a second file does to it, and that it is all or nothing."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.drafts import change_session
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.importers import writing
from folkmoot.halls.convene.timetable.importers.applying import apply_import
from folkmoot.halls.convene.timetable.importers.opening import read_opening
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.refusals import StalePlanError
from folkmoot.halls.convene.timetable.importers.tests.files import json_schedule, read
from folkmoot.halls.convene.timetable.importers.tests.imports import (
    dump,
    imported,
    person,
    planned,
    session,
    talk,
)
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.halls.record.log.queries import record_size
from folkmoot.kit.actor import Actor, NotAllowedError
from folkmoot.kit.text import Text
from tests.harness.world import convene

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(db: None) -> Edition:
    return convene()


def test_a_session_is_taken_over_with_all_it_has(edition: Edition) -> None:
    imported(
        edition,
        talk(
            type="Panel", subtitle="For all", do_not_record=True, url="https://moot.example/1",
            persons=[person("Ada", 1, role="moderator", biography="<b>Counts</b>"), person("Bai", 2)],
            attachments=[{"url": "https://moot.example/slides", "title": "Slides"}],
        ),
    )  # fmt: skip
    taken = session()
    assert (str(taken.title), str(taken.subtitle), taken.kind_code, taken.recorded) == (
        "Opening",
        "For all",
        "Panel",
        False,
    )
    assert taken.forum is not None
    assert (taken.forum.external, str(taken.forum.name)) == ("Main forum", "Main forum")
    assert [(str(part.speaker), part.role) for part in taken.appearances.all()] == [
        ("Ada", "moderator"),
        ("Bai", "speaker"),
    ]
    assert [(link["url"], link["kind"]) for link in taken.links][-1] == ("https://moot.example/1", "page")
    assert str(taken.slots.get().room) == "Hall"
    assert str(Speaker.objects.get(external="id:1").biography) == "<b>Counts</b>"


def test_a_cancelled_session_comes_back_when_the_file_says_so(edition: Edition) -> None:
    header = "guid,title,start,end,cancelled"
    for cancelled, status in (("yes", "cancelled"), ("", "confirmed")):
        file = read(f"{header}\ng,Opening,2026-11-03 09:30,10:00,{cancelled}\n")
        apply_import(Actor.operator(), plan_import(file, edition))
        assert Session.objects.get().status == status


def test_rows_keep_their_identifiers_through_changes(edition: Edition) -> None:
    imported(edition, talk())
    before = {s.address for s in Session.objects.all()} | {s.address for s in Speaker.objects.all()}
    imported(edition, talk(title="Welcome", persons=[person("Ada King", 1)], date="2026-11-04T09:00:00+08:00"))
    assert before == {s.address for s in Session.objects.all()} | {s.address for s in Speaker.objects.all()}
    assert str(session().title) == "Welcome"
    assert str(session().appearances.get().speaker.person) == "Ada King"


def test_a_withdrawn_session_is_not_released_and_returns_with_its_identifier(edition: Edition) -> None:
    imported(edition, talk(1), talk(2))
    address = session(2).address
    imported(edition, talk(1), withdraw_missing=True)
    assert session(2).status == "draft"
    assert planned(edition, talk(1), withdraw_missing=True).changes_nothing
    imported(edition, talk(1), talk(2))
    assert (session(2).status, session(2).address) == ("confirmed", address)


def test_a_session_the_desk_has_cancelled_is_not_withdrawn(edition: Edition) -> None:
    imported(edition, talk(1), talk(2))
    change_session(session(2), status="cancelled")
    assert planned(edition, talk(1), withdraw_missing=True).counts["conflicts"] == 1


def test_the_same_file_twice_leaves_one_import(edition: Edition) -> None:
    imported(edition, talk())
    before = dump()
    assert apply_import(Actor.operator(), planned(edition, talk())) is None
    assert ScheduleImport.objects.count() == 1
    assert dump() == before


def test_what_was_not_looked_at_is_not_done(edition: Edition) -> None:
    imported(edition, talk())
    plan = planned(edition, talk(title="Welcome"))
    change_session(session(), title=Text.of("Grand opening", "en"))
    before = dump()
    with pytest.raises(StalePlanError, match="look at the plan again"):
        apply_import(Actor.operator(), plan)
    assert dump() == before


def test_only_officers_import(edition: Edition) -> None:
    with pytest.raises(NotAllowedError):
        apply_import(Actor(), planned(edition, talk()))
    assert not Session.objects.exists()


def test_a_fault_halfway_leaves_nothing_behind(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(edition, talk())
    before = dump()

    def fail(*_args: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(writing.Writing, "_write_appearances", fail)
    with pytest.raises(DatabaseError):
        imported(edition, talk(title="Welcome"), talk(2))
    assert dump() == before
    assert ScheduleImport.objects.count() == 1


def test_an_edition_is_opened_by_its_act_and_filled(db: None) -> None:
    file = read(json_schedule(talk()), zone="Asia/Shanghai")
    done = apply_import(Actor.operator(), plan_import(file, None, opening=read_opening(file, "moot")))
    assert done is not None
    assert (done.edition.slug, done.edition.year, done.edition.zone) == ("moot", 2026, "Asia/Shanghai")
    assert record_size() == 1
    assert Session.objects.get().edition == done.edition


def test_an_import_keeps_counts_and_names_nobody(edition: Edition) -> None:
    done = imported(edition, talk())
    assert done.summary["sessions_created"] == 1
    assert "Ada" not in str(done.summary)


def test_writing_many_takes_few_queries_more(edition: Edition) -> None:
    def queries(count: int, start: int) -> int:
        events = [talk(1, guid=f"g{n}", id=n, persons=[person(f"P {n}", n)]) for n in range(start, start + count)]
        plan = planned(edition, *events)
        with CaptureQueriesContext(connection) as captured:
            apply_import(Actor.operator(), plan)
        return len(captured)

    imported(edition, talk())
    assert queries(40, 1000) <= queries(2, 10) + 4
