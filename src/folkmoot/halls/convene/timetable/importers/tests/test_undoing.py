"""An import is undone as a whole, or refused with the rows that stand in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.drafts import change_session, draft_session, place_session, withdraw_session
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.drafts import change_speaker, draft_speaker
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.tests.imports import dump, imported, person, session, talk
from folkmoot.halls.convene.timetable.importers.undoing import undo_import
from folkmoot.halls.convene.timetable.queries import current_release, programme_of
from folkmoot.halls.convene.venue.models import Room
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.queries import record_size
from folkmoot.kit.actor import Actor, NotAllowedError
from folkmoot.kit.text import Text
from tests.harness.world import at, convene, draft_programme

pytestmark = pytest.mark.django_db

OPERATOR = Actor.operator()


@pytest.fixture
def edition(db: None) -> Edition:
    return convene()


def test_undoing_restores_every_row_as_it_was(edition: Edition) -> None:
    draft_programme(edition)
    before = dump()
    undo_import(OPERATOR, imported(edition, talk(1), talk(2, "Closing")))
    assert dump() == before


def test_undoing_a_second_import_restores_what_the_first_left(edition: Edition) -> None:
    draft_person(Text.of("Known Before", "en"))
    first = imported(edition, talk(1), talk(2, "Closing"), talk(3))
    change_session(session(3), title=Text.of("Corrected", "en"))
    before = dump()
    second = imported(
        edition,
        talk(
            1,
            "Welcome",
            date="2026-11-04T10:00:00+08:00",
            track="Other",
            persons=[person("Ada King", 1), person("B", 2)],
        ),
        talk(3, persons=[person("Known Before", 5)]),
        talk(4),
        withdraw_missing=True,
    )
    assert dump() != before
    undo_import(OPERATOR, second)
    assert dump() == before
    with pytest.raises(ImportRefusedError, match="“Corrected”"):
        undo_import(OPERATOR, first)


def test_imports_are_undone_from_the_newest(edition: Edition) -> None:
    before = dump()
    first = imported(edition, talk(1))
    second = imported(edition, talk(1, "Welcome"))
    with pytest.raises(ImportRefusedError, match=second.address):
        undo_import(OPERATOR, first)
    undo_import(OPERATOR, second)
    undo_import(OPERATOR, first)
    assert dump() == before
    with pytest.raises(ImportRefusedError, match="undone already"):
        undo_import(OPERATOR, first)


EDITS: dict[str, Callable[[Edition], object]] = {
    "“Grand opening”": lambda _e: change_session(session(), title=Text.of("Grand opening", "en")),
    "“Opening”": lambda _e: place_session(session(), []),
    "“Ada Lovelace”": lambda _e: change_speaker(Speaker.objects.get(), pseudonym="A."),
    "a row that was taken out": lambda _e: withdraw_session(session()),
    "“In an imported room”": lambda e: draft_session(
        e, Text.of("In an imported room", "en"), slots=[(Room.objects.get(), at(19, 9), at(19, 10))]
    ),
    "“With an imported speaker”": lambda e: draft_session(
        e, Text.of("With an imported speaker", "en"), parts=[(Speaker.objects.get(), "speaker")]
    ),
    "“In an imported forum”": lambda e: draft_session(e, Text.of("In an imported forum", "en"), forum=e.forums.get()),
}


@pytest.mark.parametrize("named", EDITS)
def test_an_import_that_was_worked_on_since_is_not_undone(edition: Edition, named: str) -> None:
    done = imported(edition, talk())
    EDITS[named](edition)
    before = dump()
    with pytest.raises(ImportRefusedError, match=named):
        undo_import(OPERATOR, done)
    assert dump() == before


def test_somebody_who_took_part_elsewhere_since_stands_in_the_way(edition: Edition) -> None:
    done = imported(edition, talk())
    draft_speaker(convene("2027"), Person.objects.get())
    with pytest.raises(ImportRefusedError, match="Ada Lovelace"):
        undo_import(OPERATOR, done)


def test_a_correction_taken_back_lets_the_import_be_undone(edition: Edition) -> None:
    done = imported(edition, talk())
    change_session(session(), title=Text.of("Grand opening", "en"))
    change_session(session(), title=Text.of("Opening", "en"))
    undo_import(OPERATOR, done)
    assert not Session.objects.exists()


def test_what_was_released_stays_released(edition: Edition) -> None:
    done = imported(edition, talk())
    release_timetable(OPERATOR, edition, "First")
    size = record_size()
    undo_import(OPERATOR, done)
    assert record_size() == size
    release = current_release(edition)
    assert release is not None
    assert len(programme_of(release).sessions) == 1


def test_an_erasure_makes_an_import_final(edition: Edition) -> None:
    done = imported(edition, talk())
    redact(OPERATOR, Person.objects.get().address, Ground.OWN_REQUEST)
    with pytest.raises(ImportRefusedError, match="erased"):
        undo_import(OPERATOR, done)


def test_only_officers_undo(edition: Edition) -> None:
    done = imported(edition, talk())
    with pytest.raises(NotAllowedError):
        undo_import(Actor(), done)
    assert Session.objects.exists()
