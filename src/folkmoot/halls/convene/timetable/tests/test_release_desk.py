"""The release desk: what it shows before the act, what it records, planned releases, and what it refuses."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from folkmoot.halls.convene.session.drafts import cancel_session, change_session, draft_session, place_session
from folkmoot.halls.convene.timetable.acts import PlanGoneError, release_planned
from folkmoot.halls.convene.timetable.conflicts import conflicts_in
from folkmoot.halls.convene.timetable.drafts import plan_release
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release
from folkmoot.halls.convene.timetable.queries import current_release, differing, pending_release, programme_of
from folkmoot.halls.convene.timetable.tasks import look_for_due_releases
from folkmoot.halls.members.account.acts import withdraw_office
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.record.log.models import Entry
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at, convene

DESK = "/en/convene/2026/release/"


def typed(**changed: Any) -> dict[str, Any]:
    return {
        "name": "Second",
        "announcement-text-en": "Two moved.",
        "announcement-original": "en",
        "when": "now",
        "step": "review",
    } | changed


def reviewed(page: str) -> dict[str, Any]:
    """What the confirmation button sends."""
    fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return dict(fields) | {"step": "perform"}


@pytest.fixture
def desk(client: Client, officer: Account) -> Client:
    client.force_login(officer)
    return client


def move(world: Programme, key: str) -> None:
    place_session(world.sessions[key], [(world.rooms["hall"], at(20, 15), at(20, 16))])


def test_the_review_shows_what_will_be_recorded_and_records_nothing(
    desk: Client, world: Programme, release: Release
) -> None:
    move(world, "opening")
    change_session(world.sessions["models"], title=Text.of("新标题", "zh-Hans"))
    cancel_session(world.sessions["night"])
    entries = Entry.objects.count()
    page = desk.post(DESK, typed()).content.decode()
    for words in (
        "What will be recorded",
        "timetable.released",
        "Moved",
        "Changed",
        "Cancelled",
        "Two moved.",
        "新标题",
        "secretariat",
    ):
        assert words in page
    assert Entry.objects.count() == entries
    assert Release.objects.count() == 1


def test_confirming_records_exactly_that(desk: Client, world: Programme, release: Release) -> None:
    move(world, "opening")
    page = desk.post(DESK, typed(erratum="on")).content.decode()
    answer = desk.post(DESK, reviewed(page), follow=True)
    made = current_release(world.edition)
    assert made is not None
    assert (made.number, made.name, made.erratum, made.notes) == (2, "Second", True, Text.of("Two moved.", "en"))
    entry = Entry.objects.order_by("-place")[0]
    assert entry.kind == "timetable.released"
    assert f"Release 2 is public; it is act {entry.place}" in answer.content.decode()
    opening = programme_of(made).session(world.sessions["opening"].address)
    assert opening is not None
    assert opening.slots[0].starts == at(20, 15)


def test_a_draft_that_changed_meanwhile_is_shown_again(desk: Client, world: Programme, release: Release) -> None:
    page = desk.post(DESK, typed()).content.decode()
    move(world, "opening")
    again = desk.post(DESK, reviewed(page)).content.decode()
    assert "The draft changed while this page was open." in again
    assert Release.objects.count() == 1
    desk.post(DESK, reviewed(again))
    assert Release.objects.count() == 2


def test_perform_without_review_only_reviews(desk: Client, world: Programme, release: Release) -> None:
    assert "What will be recorded" in desk.post(DESK, typed(step="perform")).content.decode()
    assert Release.objects.count() == 1


def test_the_fingerprint_of_an_unchanged_draft_stays(world: Programme, release: Release) -> None:
    one, two = pending_release(world.edition), pending_release(world.edition)
    assert one is not None
    assert two is not None
    assert one.fingerprint == two.fingerprint
    assert one.changes is not None
    assert differing(one.changes) == 0


def test_conflicts_are_named_with_both_sessions_and_local_times(
    desk: Client, world: Programme, release: Release
) -> None:
    other = draft_session(
        world.edition, Text.of("Collision", "en"), slots=[(world.rooms["plenary"], at(19, 10), at(19, 12))]
    )
    change_session(other, expected=5000)
    found = conflicts_in(world.edition)
    assert {conflict.kind for conflict in found} == {"room-double-booked", "room-too-small"}
    page = desk.post(DESK, typed()).content.decode()
    assert "Collision" in page
    assert "10:00" in page
    assert "11:00" in page
    assert "5000" in page
    assert {session.address for session in found[0].sessions} <= {other.address, world.sessions["opening"].address}


def test_cancelled_sessions_need_no_room(world: Programme) -> None:
    other = draft_session(
        world.edition, Text.of("Collision", "en"), slots=[(world.rooms["plenary"], at(19, 10), at(19, 12))]
    )
    assert len(conflicts_in(world.edition)) == 1
    cancel_session(other)
    assert conflicts_in(world.edition) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "This field is required."),
        ({"when": "later"}, "Say when the release is to be published."),
        ({"when": "later", "at": "2020-01-01T10:00"}, "This time has passed"),
        ({"when": "someday"}, "Select a valid choice."),
        ({"announcement-text-en": "ä" * 15_000}, "at most 20000 fit"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    desk: Client, world: Programme, release: Release, changed: dict[str, str], sentence: str
) -> None:
    page = desk.post(DESK, typed(**changed)).content.decode()
    assert sentence in page
    assert "What will be recorded</h1>" not in page


def test_nothing_can_be_corrected_before_the_first_release(desk: Client, world: Programme) -> None:
    assert "there is nothing to correct" in desk.post(DESK, typed(erratum="on")).content.decode()


def test_an_edition_without_sessions_says_what_to_do(desk: Client, world: Programme) -> None:
    convene("2027")
    assert "There is no session to release yet." in desk.get("/en/convene/2027/release/").content.decode()
    assert "There is no session to release yet." in desk.post("/en/convene/2027/release/", typed()).content.decode()


def test_only_officers_release(client: Client, officer: Account, world: Programme, release: Release) -> None:
    assert client.post(DESK, typed(step="perform")).status_code == 302
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    assert client.post(DESK, typed(step="perform")).status_code == 403
    client.force_login(officer)
    page = client.post(DESK, typed()).content.decode()
    withdraw_office(Actor.operator(), officer.person.offices.get())
    assert client.post(DESK, reviewed(page)).status_code == 403
    assert Release.objects.count() == 1


def test_a_form_from_elsewhere_is_refused(officer: Account, world: Programme) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    assert strict.post(DESK, typed()).status_code == 403


def test_scripts_are_shown_as_text(desk: Client, world: Programme, release: Release) -> None:
    script = '"><script>alert(1)</script>'
    change_session(world.sessions["opening"], title=Text.of(script, "en"))
    page = desk.post(DESK, typed(**{"name": script, "announcement-text-en": script})).content.decode()
    assert "alert(1)" in page
    assert "<script>alert" not in page


def test_a_planned_release_waits_for_its_time(desk: Client, world: Programme, release: Release) -> None:
    page = desk.post(DESK, typed(when="later", at="2099-01-01T10:00")).content.decode()
    assert "Freeze and publish at the stated time" in page
    answer = desk.post(DESK, reviewed(page), follow=True).content.decode()
    assert "Second" in answer
    planned = PlannedRelease.objects.get()
    assert planned.at == datetime.datetime(2099, 1, 1, 2, 0, tzinfo=datetime.UTC)
    assert planned.office == "secretariat"
    assert look_for_due_releases() == []
    change_session(world.sessions["opening"], title=Text.of("Changed after freezing", "en"))
    PlannedRelease.objects.update(at=timezone.now())
    assert look_for_due_releases() == ["Release 2 of 2026 was published as planned."]
    made = current_release(world.edition)
    assert made is not None
    opening = programme_of(made).session(world.sessions["opening"].address)
    assert opening is not None
    assert opening.title["texts"]["en"] == "Opening: an Internet for everyone"
    assert Entry.objects.order_by("-place")[0].fields["actor"]["office"] == "secretariat"
    assert look_for_due_releases() == []


def test_a_planned_release_is_performed_once(world: Programme, actor: Actor) -> None:
    planned = plan_release(actor, world.edition, timezone.now() + datetime.timedelta(minutes=1), "Once")
    twin = PlannedRelease.objects.get(pk=planned.pk)
    release_planned(actor, planned)
    with pytest.raises(PlanGoneError):
        release_planned(actor, twin)
    assert Release.objects.count() == 1


def test_one_plan_that_fails_does_not_hold_up_the_others(
    world: Programme, actor: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    soon = timezone.now() + datetime.timedelta(minutes=1)
    broken, good = (plan_release(actor, world.edition, soon, name) for name in ("Broken", "Good"))
    PlannedRelease.objects.filter(pk=broken.pk).update(document="f" * 64)
    PlannedRelease.objects.update(at=timezone.now())
    assert look_for_due_releases() == ["Release 1 of 2026 was published as planned."]
    assert PlannedRelease.objects.filter(pk=broken.pk).exists()
    assert not PlannedRelease.objects.filter(pk=good.pk).exists()
    assert "could not be published" in caplog.text


def test_a_planned_release_can_be_withdrawn_from_its_own_edition_only(
    desk: Client, world: Programme, actor: Actor
) -> None:
    planned = plan_release(actor, world.edition, timezone.now() + datetime.timedelta(days=1), "Later")
    convene("2027")
    assert desk.post(f"/en/convene/2027/release/planned/{planned.pk}/withdraw/").status_code == 404
    assert desk.get(f"{DESK}planned/{planned.pk}/withdraw/").status_code == 405
    assert PlannedRelease.objects.exists()
    desk.post(f"{DESK}planned/{planned.pk}/withdraw/")
    assert not PlannedRelease.objects.exists()
