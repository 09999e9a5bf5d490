"""A full disk, a folder that cannot be written to, a database that is busy: nothing is lost, and it is said."""

from __future__ import annotations

import datetime
from unittest import mock

import pytest
from django.db import OperationalError, connection

from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.queries import current_release
from folkmoot.halls.record.log import acts
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.queries import record_size
from folkmoot.kit.actor import Actor
from folkmoot.web.middleware import storage_fault
from tests.harness.committed import CommittedDatabase
from tests.harness.world import Programme, convene, draft_programme, found


@pytest.fixture
def drafted(committed_db: CommittedDatabase) -> Programme:
    found()
    return draft_programme(convene())


def pragma(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {statement}")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def only_on_sqlite() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a full disk is made with a page limit, which only SQLite has")


def test_a_disk_that_fills_up_during_a_release_changes_nothing(drafted: Programme) -> None:
    only_on_sqlite()
    size = record_size()
    pragma(f"max_page_count = {pragma('page_count')}")
    with pytest.raises(OperationalError) as error:
        release_timetable(Actor.operator(), drafted.edition, "First")
    assert storage_fault(error.value) == "full"
    assert (record_size(), current_release(drafted.edition)) == (size, None)
    assert list(check_record()) == []
    pragma("max_page_count = 1000000")
    assert release_timetable(Actor.operator(), drafted.edition, "First").number == 1


def test_a_database_that_cannot_be_written_to_is_named(drafted: Programme) -> None:
    only_on_sqlite()
    size = record_size()
    pragma("query_only = ON")
    with pytest.raises(OperationalError) as error:
        release_timetable(Actor.operator(), drafted.edition, "First")
    assert storage_fault(error.value) == "read-only"
    pragma("query_only = OFF")
    assert record_size() == size
    assert release_timetable(Actor.operator(), drafted.edition, "First").number == 1


def test_a_clock_set_back_an_hour_does_not_stop_a_release(drafted: Programme) -> None:
    release_timetable(Actor.operator(), drafted.edition, "First")
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    with mock.patch.object(acts, "now", return_value=past.strftime("%Y-%m-%dT%H:%M:%S.%fZ")):
        release_timetable(Actor.operator(), drafted.edition, "Second")
    assert list(check_record()) == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("database or disk is full", "full"),
        ("[Errno 28] No space left on device: 'x'", "full"),
        ("could not extend file: No space left on device", "full"),
        ("attempt to write a readonly database", "read-only"),
        ("[Errno 30] Read-only file system: 'x'", "read-only"),
        ("unable to open database file", "read-only"),
        ("database is locked", "busy"),
        ("syntax error", None),
    ],
)
def test_a_fault_of_the_storage_is_told_from_other_errors(words: str, fault: str | None) -> None:
    assert storage_fault(OSError(words)) == fault
