"""The page that shows what erasing a person reaches, and does it."""

from __future__ import annotations

import pytest
from django.test import Client

from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_person, rehearse_erasure, rename_person, suppressed
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log.models import Document, Entry
from folkmoot.kit.text import Text
from tests.harness.world import Programme

CONFIRMED = {"ground": "own-request", "understood": "on"}


@pytest.fixture
def speaker(world: Programme, release: Release) -> Person:
    """Somebody who appears in the released programme."""
    return world.speakers["okafor"].person


def page_of(person: Person) -> str:
    return f"/en/members/person/{person.public_id}/erase/"


def test_the_page_says_what_will_be_reached_and_changes_nothing(
    client: Client, officer: Account, speaker: Person
) -> None:
    client.force_login(officer)
    entries, sheets = Entry.objects.count(), Document.objects.filter(content=None).count()
    page = client.get(page_of(speaker)).content.decode()
    assert "1 published sheet is withheld." in page
    assert "withheld from 1 release." in page
    speaker.refresh_from_db()
    assert str(speaker.name) == "Mirembe Okafor"
    assert (Entry.objects.count(), Document.objects.filter(content=None).count()) == (entries, sheets)


def test_a_rehearsal_reaches_what_the_erasure_reaches(speaker: Person) -> None:
    assert rehearse_erasure(speaker.address).sheets == rehearse_erasure(speaker.address).sheets
    assert len(rehearse_erasure(speaker.address).sheets) == 1


@pytest.mark.parametrize("missing", ["ground", "understood"])
def test_nothing_is_erased_without_ground_and_confirmation(
    client: Client, officer: Account, speaker: Person, missing: str
) -> None:
    client.force_login(officer)
    answer = client.post(page_of(speaker), {name: value for name, value in CONFIRMED.items() if name != missing})
    assert "One thing needs another look" in answer.content.decode()
    speaker.refresh_from_db()
    assert not speaker.erased


def test_an_invented_ground_is_refused(client: Client, officer: Account, speaker: Person) -> None:
    client.force_login(officer)
    client.post(page_of(speaker), {**CONFIRMED, "ground": "they annoy us"})
    speaker.refresh_from_db()
    assert not speaker.erased


def test_only_officers_see_or_erase(client: Client, speaker: Person) -> None:
    assert client.post(page_of(speaker), CONFIRMED).status_code == 302
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    assert client.get(page_of(speaker)).status_code == 403
    assert client.post(page_of(speaker), CONFIRMED).status_code == 403
    speaker.refresh_from_db()
    assert not speaker.erased


def test_a_form_from_elsewhere_is_refused(officer: Account, speaker: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    assert strict.post(page_of(speaker), CONFIRMED).status_code == 403
    speaker.refresh_from_db()
    assert not speaker.erased


def test_nobody_of_that_name_is_not_found(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert client.get("/en/members/person/0000000000/erase/").status_code == 404


def test_an_erased_person_gets_no_new_name(speaker: Person) -> None:
    speaker.erased = True
    with pytest.raises(ValueError, match="was erased"):
        rename_person(speaker, Text.of("Back again"))


def test_names_are_remembered_as_fingerprints_only(speaker: Person) -> None:
    assert not suppressed(["Mirembe Okafor"])
