"""Freezing and releasing a timetable: what is in the document, what stays the same, what is refused."""

from __future__ import annotations

import datetime
from itertools import islice

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from folkmoot.canon import read
from folkmoot.halls.convene.session.drafts import change_session, withdraw_session
from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.speaker.drafts import change_speaker, draft_speakers
from folkmoot.halls.convene.timetable.acts import release_planned, release_timetable
from folkmoot.halls.convene.timetable.drafts import plan_release, withdraw_plan
from folkmoot.halls.convene.timetable.freezing import NothingToReleaseError
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release
from folkmoot.halls.convene.timetable.queries import current_release, programme_of
from folkmoot.halls.members.person.drafts import draft_people
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.models import Document
from folkmoot.halls.record.log.queries import last_entry_of, record_size
from folkmoot.kit.actor import Actor, NotAllowedError
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at, convene, draft_programme

pytestmark = pytest.mark.django_db


def skeleton(release: Release) -> bytes:
    return bytes(Document.objects.get(digest=release.document).content or b"")


def test_a_release_names_its_document_in_the_record(release: Release) -> None:
    entry = last_entry_of(release.address)
    assert entry is not None
    assert [(row["role"], row["digest"]) for row in entry.fields["documents"]] == [("programme", release.document)]
    assert entry.fields["payload"]["name"] == "First"
    assert entry.fields["payload"]["number"] == 1


def test_the_document_holds_no_title_and_no_name(release: Release) -> None:
    text = skeleton(release).decode()
    for personal in ("Okafor", "陈丽华", "Opening", "跨语言", "first** hour"):
        assert personal not in text


def test_the_programme_reads_back_as_it_was_drafted(release: Release, world: Programme) -> None:
    programme = programme_of(release)
    opening = programme.session(world.sessions["opening"].address)
    assert opening is not None
    assert opening.title["texts"] == {"en": "Opening: an Internet for everyone"}
    assert [(part.person.name["texts"], part.role) for part in opening.parts] == [
        ({"en": "Mirembe Okafor"}, "keynote"),
        ({"ar": "ليلى حداد"}, "moderator"),
    ]
    assert opening.slots[0].starts.isoformat() == "2026-11-19T09:00:00+08:00"
    assert opening.slots[0].room is not None
    assert opening.slots[0].room.capacity == 1200


def test_a_session_past_midnight_belongs_to_the_day_before(release: Release, world: Programme) -> None:
    programme = programme_of(release)
    assert [day.isoformat() for day in programme.days] == ["2026-11-19", "2026-11-20"]
    assert world.sessions["night"].address in [row.session.id for row in programme.on(datetime.date(2026, 11, 19))]


def test_a_session_without_a_time_is_released_all_the_same(release: Release, world: Programme) -> None:
    assert [session.id for session in programme_of(release).unscheduled] == [world.sessions["later"].address]


def test_an_unchanged_sheet_keeps_its_digest_from_release_to_release(
    release: Release, world: Programme, actor: Actor
) -> None:
    change_session(world.sessions["models"], title=Text.of("跨语言模型评估（修订）", "zh-Hans"))
    second = release_timetable(actor, world.edition, "Second")
    before, after = ({row["id"]: row["sheet"] for row in read(skeleton(r))["sessions"]} for r in (release, second))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {world.sessions["models"].address}


def test_two_sheets_that_say_the_same_have_different_digests(world: Programme, actor: Actor) -> None:
    for name in ("opening", "later"):
        change_session(world.sessions[name], title=Text.of("Same", "en"), abstract=Text())
    sheets = [row["sheet"] for row in read(skeleton(release_timetable(actor, world.edition, "First")))["sessions"]]
    assert len(set(sheets)) == len(sheets)


def test_what_is_withdrawn_is_absent_and_what_is_cancelled_is_marked(
    release: Release, world: Programme, actor: Actor
) -> None:
    withdrawn, cancelled = world.sessions["night"].address, world.sessions["farms"].address
    withdraw_session(world.sessions["night"])
    programme = programme_of(release_timetable(actor, world.edition, "Second"))
    assert programme.session(withdrawn) is None
    found_again = programme.session(cancelled)
    assert found_again is not None
    assert found_again.cancelled


@pytest.mark.parametrize(
    ("shown", "fields", "leaks"),
    [
        ("hidden", {}, ["陈丽华", "Institute of Tides"]),
        ("pseudonym", {"pseudonym": "A network engineer"}, ["陈丽华", "Institute of Tides", "academia"]),
        ("plain", {}, ["Institute of Tides"]),
    ],
)
def test_a_name_is_shown_only_as_its_bearer_chose(
    world: Programme, actor: Actor, shown: str, fields: dict[str, str], leaks: list[str]
) -> None:
    change_speaker(world.speakers["chen"], shown=shown, biography=Text.of("She builds networks.", "en"), **fields)
    chen = world.speakers["chen"]
    person = chen.alias if shown == "pseudonym" else chen.person.address
    release_timetable(actor, world.edition, "First")
    sheets = [bytes(row.content or b"").decode() for row in Document.objects.filter(subject=person)]
    assert bool(sheets) == (shown != "hidden")
    for leak in leaks:
        assert not any(leak in sheet for sheet in sheets)


def test_the_public_may_not_release(world: Programme) -> None:
    size = record_size()
    with pytest.raises(NotAllowedError):
        release_timetable(Actor(), world.edition, "Forged")
    assert (record_size(), current_release(world.edition)) == (size, None)


def test_an_edition_with_nothing_in_it_is_not_released(actor: Actor) -> None:
    with pytest.raises(NothingToReleaseError, match="The edition 2026 has no session to release"):
        release_timetable(actor, convene(), "First")


def test_a_planned_release_publishes_what_was_frozen_and_not_what_came_later(world: Programme, actor: Actor) -> None:
    moment = timezone.now() + datetime.timedelta(hours=1)
    size = record_size()
    planned = plan_release(actor, world.edition, moment, "Embargoed")
    change_session(world.sessions["opening"], title=Text.of("Changed afterwards", "en"))
    assert (record_size(), current_release(world.edition)) == (size, None)
    release = release_planned(Actor.clock(), planned)
    opening = programme_of(release).session(world.sessions["opening"].address)
    assert opening is not None
    assert opening.title["texts"]["en"] == "Opening: an Internet for everyone"
    assert not PlannedRelease.objects.exists()
    assert list(check_record()) == []


def test_a_release_cannot_be_planned_for_the_past(world: Programme, actor: Actor) -> None:
    with pytest.raises(ValueError, match="has passed; choose a later moment"):
        plan_release(actor, world.edition, timezone.now() - datetime.timedelta(minutes=1), "Late")


def test_a_plan_given_up_publishes_nothing(world: Programme, actor: Actor) -> None:
    withdraw_plan(plan_release(actor, world.edition, timezone.now() + datetime.timedelta(hours=1), "Never"))
    assert current_release(world.edition) is None


def test_an_edition_across_a_daylight_saving_change_keeps_real_durations(actor: Actor) -> None:
    edition = convene("autumn", "Europe/Brussels")
    world = draft_programme(edition)
    start = datetime.datetime(2026, 10, 25, 0, 30, tzinfo=datetime.UTC)
    Slot.objects.filter(session=world.sessions["night"]).update(starts=start, ends=start + datetime.timedelta(hours=2))
    slot = programme_of(release_timetable(actor, edition, "First")).session(world.sessions["night"].address).slots[0]  # type: ignore[union-attr]
    assert (slot.starts.isoformat(), slot.ends.isoformat()) == (
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T03:30:00+01:00",
    )
    assert slot.ends - slot.starts == datetime.timedelta(hours=2)


def thousand(edition_sessions: int = 1_000) -> tuple[Programme, int]:
    """Draft a thousand sessions with a thousand speakers, two in each."""
    world = Programme(convene("large"))
    drafted = draft_programme(world.edition)
    people = draft_people(Text.of(f"Speaker {n}", "en") for n in range(1_000))
    speakers = draft_speakers(world.edition, [(person, {}) for person in people])
    sessions = Session.objects.bulk_create(
        [
            Session(edition=world.edition, title=Text.of(f"Session {n}", "en"), abstract=Text.of("Words. " * 60, "en"))
            for n in range(edition_sessions)
        ]
    )
    room = drafted.rooms["hall"]
    Slot.objects.bulk_create([Slot(session=s, room=room, starts=at(19, 9), ends=at(19, 10)) for s in sessions])
    pairs = ((s, speakers[(n + k) % 1_000], k) for n, s in enumerate(sessions) for k in range(2))
    Appearance.objects.bulk_create([Appearance(session=s, speaker=sp, order=k) for s, sp, k in islice(pairs, None)])
    return world, len(sessions)


def test_a_thousand_sessions_are_released_in_forty_queries(actor: Actor) -> None:
    world, count = thousand()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        release = release_timetable(actor, world.edition, "Large")
    assert len(captured) <= 40, [query["sql"][:90] for query in captured]
    assert len(programme_of(release).sessions) == count + 6
    with CaptureQueriesContext(connection) as again:
        release_timetable(actor, world.edition, "Large again")
    assert len(again) <= 40
