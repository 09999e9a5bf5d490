"""What an import would do: recognised by guid, id and name; said in words; nothing written."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.drafts import change_session, draft_session
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.drafts import draft_speaker
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.importers.describing import as_text, describe
from folkmoot.halls.convene.timetable.importers.language_tags import language_tag, languages_of
from folkmoot.halls.convene.timetable.importers.opening import read_opening
from folkmoot.halls.convene.timetable.importers.plan import Kind, Plan
from folkmoot.halls.convene.timetable.importers.tests.files import json_schedule, read
from folkmoot.halls.convene.timetable.importers.tests.imports import (
    dump,
    imported,
    person,
    planned,
    session,
    talk,
)
from folkmoot.halls.convene.venue.drafts import draft_room, draft_venue
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.text import Text
from tests.harness.world import convene

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(db: None) -> Edition:
    return convene()


def words(plan: Plan) -> str:
    return as_text(describe(plan))


def test_planning_writes_nothing(edition: Edition) -> None:
    before = dump()
    plan = planned(edition, talk())
    assert dump() == before
    assert plan.counts["sessions_created"] == plan.counts["people_created"] == plan.counts["rooms_created"] == 1


def test_the_same_file_changes_nothing(edition: Edition) -> None:
    imported(edition, talk(1), talk(2, "Closing"))
    plan = planned(edition, talk(1), talk(2, "Closing"))
    assert plan.changes_nothing
    assert plan.writes_nothing
    assert words(plan).startswith("Nothing changes.")


def test_a_new_title_is_shown_beside_the_old_one(edition: Edition) -> None:
    imported(edition, talk())
    text = words(planned(edition, talk(title="Opening and welcome")))
    assert "“Opening”: title becomes “Opening and welcome” (English); it was “Opening” (English)." in text
    assert "1 session changes" in text


def test_a_move_is_said_with_local_times_and_rooms(edition: Edition) -> None:
    imported(edition, talk())
    text = words(planned(edition, talk(date="2026-11-03T15:00:00+08:00")))
    assert "becomes 2026-11-03 15:00–15:30 Hall; it was 2026-11-03 09:30–10:00 Hall." in text


def test_a_correction_by_the_desk_is_kept_and_reported(edition: Edition) -> None:
    imported(edition, talk())
    change_session(session(), title=Text.of("Grand opening", "en"))
    plan = planned(edition, talk())
    assert plan.changes_nothing
    assert plan.counts["kept"] == 1
    assert "title stays “Grand opening” (English); the file says “Opening” (English), as before." in words(plan)


def test_a_conflict_is_reported_until_it_is_settled(edition: Edition) -> None:
    imported(edition, talk(), talk(2))
    change_session(session(), title=Text.of("Grand opening", "en"))
    file = [talk(title="Opening and welcome"), talk(2, abstract="Another.")]
    imported(edition, *file)
    assert str(session().title) == "Grand opening"
    again = planned(edition, *file)
    assert again.counts["conflicts"] == 1
    assert "the file now says “Opening and welcome”" in words(again)
    imported(edition, *file, overwrite=True)
    assert str(session().title) == "Opening and welcome"
    assert planned(edition, *file).counts["conflicts"] == 0


def test_a_translation_by_the_desk_is_no_correction_and_survives_a_change(edition: Edition) -> None:
    imported(edition, talk())
    change_session(session(), title=session().title.with_translation("ar", "الافتتاح"))
    assert planned(edition, talk()).counts["kept"] == 0
    imported(edition, talk(title="Welcome"))
    assert session().title.texts == {"en": "Welcome", "ar": "الافتتاح"}


def test_sessions_of_the_desk_are_left_alone(edition: Edition) -> None:
    draft_session(edition, Text.of("Tea", "en"))
    imported(edition, talk(), withdraw_missing=True)
    plan = planned(edition, talk(), withdraw_missing=True)
    assert plan.missing == ()
    assert plan.changes_nothing


def test_a_session_that_left_the_file_is_named_and_stays(edition: Edition) -> None:
    imported(edition, talk(1), talk(2, "Closing"))
    plan = planned(edition, talk(1))
    assert plan.missing == ("Closing",)
    assert plan.changes_nothing
    assert "1 session of an earlier file is not in this one, and stays" in words(plan)


def test_people_are_one_by_id_and_two_by_different_ids(edition: Edition) -> None:
    imported(edition, talk(1, persons=[person("Li Wei", 1)]), talk(2, persons=[person("Li Wei", 2)]))
    assert Speaker.objects.count() == 2
    imported(edition, talk(1, persons=[person("Li Wei (Lagoon)", 1)]), talk(2, persons=[person("Li Wei", 2)]))
    assert {str(speaker.person) for speaker in Speaker.objects.all()} == {"Li Wei (Lagoon)", "Li Wei"}


def test_people_without_ids_are_one_by_exact_name(edition: Edition) -> None:
    imported(edition, talk(1, persons=[person("Li Wei", None)]), talk(2, persons=[person(" Li Wei", None)]))
    assert Speaker.objects.get().external == "name:Li Wei"


def test_people_keep_their_row_when_a_later_file_gives_them_ids(edition: Edition) -> None:
    imported(edition, talk(persons=[person("Li Wei", None)]))
    before = Speaker.objects.get()
    imported(edition, talk(persons=[person("Li Wei", 7)]))
    after = Speaker.objects.get()
    assert (after.public_id, after.external) == (before.public_id, "id:7")


def test_somebody_known_from_another_edition_is_one_person(edition: Edition) -> None:
    known = draft_person(Text.of("Ada Lovelace", "en"))
    plan = planned(edition, talk())
    assert "“Ada Lovelace” is taken for the person of exactly that name" in words(plan)
    imported(edition, talk())
    assert Speaker.objects.get().person == known


@pytest.mark.parametrize("twice", ["here", "in the file", "taking part"])
def test_a_name_that_stands_for_two_people_joins_nobody(edition: Edition, twice: str) -> None:
    known = draft_person(Text.of("Ada Lovelace", "en"))
    persons = [person()]
    if twice == "here":
        draft_person(Text.of("Ada Lovelace", "en"))
    elif twice == "in the file":
        persons.append(person(id_=2))
    else:
        draft_speaker(edition, known)
    plan = planned(edition, talk(persons=persons))
    assert all(item.person is None for item in plan.of(Kind.PERSON))
    assert ("they are taken for two people" in words(plan)) == (twice == "taking part")


def test_a_room_the_desk_has_drafted_is_used(edition: Edition) -> None:
    room = draft_room(draft_venue(edition, Text.of("Congress Centre", "en")), Text.of("Hall", "en"))
    imported(edition, talk())
    assert session().slots.get().room == room


def test_overlaps_are_reported_with_both_sessions(edition: Edition) -> None:
    plan = planned(edition, talk(1), talk(2, "Closing", date="2026-11-03T09:45:00+08:00"))
    text = words(plan)
    assert "“Opening” and “Closing” are both in Hall from 2026-11-03 09:45 to 10:00." in text
    assert "Ada Lovelace is in “Opening” and in “Closing” from 2026-11-03 09:45 to 10:00." in text


def test_what_is_not_understood_is_listed(edition: Edition) -> None:
    odd = talk(
        language="de, klingonish", persons=[person(role="juggler")], weather="fine",
        links=[{"url": "javascript:alert(1)", "title": "Slides"}, {"url": "https://moot.example/", "title": "More"}],
    )  # fmt: skip
    plan = planned(edition, odd)
    text = words(plan)
    for said in ("“klingonish” (1)", "“juggler” (1)", "“javascript:alert(1)” (1)", "weather"):
        assert said in text
    imported(edition, odd)
    assert [link["url"] for link in session().links] == ["https://moot.example/"]
    assert session().languages == ["de"]


def test_the_language_of_words_is_the_session_s_or_the_edition_s(edition: Edition) -> None:
    imported(edition, talk(1, language="zh_Hans"), talk(2, language="de, en"), talk(3, language=""))
    assert [session(number).title.original for number in (1, 2, 3)] == ["zh-Hans", "en", "en"]
    assert [session(number).languages for number in (1, 2, 3)] == [["zh-Hans"], ["de", "en"], []]


@pytest.mark.parametrize(
    ("word", "tag"),
    [("de", "de"), ("ger", "de"), ("zh-hans", "zh-Hans"), ("pt_BR", "pt-BR"), ("xx", None), ("und", None), ("e", None)],
)
def test_languages_are_recognised_by_their_codes(word: str, tag: str | None) -> None:
    assert language_tag(word) == tag


def test_an_edition_is_read_from_the_file() -> None:
    file = read(json_schedule(talk(1, language="de"), talk(2, language="en"), talk(3, language="de")), zone=None)
    opening = read_opening(file, "moot")
    assert (opening.year, str(opening.title), opening.zone, opening.languages) == (
        2026,
        "Moot",
        "Etc/GMT-8",
        ("de", "en"),
    )
    assert languages_of(file.events[0]) == ["de"]


def test_a_plan_is_told_in_the_reader_s_language(edition: Edition) -> None:
    plan = planned(edition, talk())
    with translation.override("en"):
        assert describe(plan).confirm == "Take over 1 session"


def test_planning_takes_as_many_queries_for_many_sessions_as_for_one(edition: Edition) -> None:
    def queries(count: int) -> int:
        events = [talk(n % 9 + 1, guid=f"g{n}", id=n, persons=[person(f"P {n}", n)]) for n in range(count)]
        with CaptureQueriesContext(connection) as captured:
            planned(edition, *events)
        return len(captured)

    imported(edition, talk())
    assert queries(1) == queries(60) <= 10


def test_html_is_kept_as_it_stands(edition: Edition) -> None:
    imported(edition, talk(abstract="<p>One <script>alert(1)</script></p>"))
    assert str(Session.objects.get().abstract) == "<p>One <script>alert(1)</script></p>"


def test_nobody_is_written_down_who_is_only_planned(edition: Edition) -> None:
    planned(edition, talk(persons=[person("Only Planned", 9)]))
    assert not Person.objects.filter(name__texts__und="Only Planned").exists()
