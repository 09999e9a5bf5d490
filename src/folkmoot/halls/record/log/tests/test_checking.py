"""`folkmoot record check` finds every difference between the record, its documents and the official rows."""

import pytest
from django.db import connection
from django.test import Client

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.account.models import Account, Office
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.members.vocabulary.acts import adopt_vocabulary
from folkmoot.halls.members.vocabulary.models import Term
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.checking import check_record
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.models import Commitment, Document, Entry
from folkmoot.halls.record.log.queries import redactions_by_ground, words_of
from folkmoot.halls.record.log.triggers import RULES, install_triggers
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme, appoint

pytestmark = pytest.mark.django_db


def sentences() -> list[str]:
    return [finding.sentence for finding in check_record()]


def by_hand(statement: str, *parameters: str | int | bytes) -> None:
    """Do what somebody with the database's password could do: take the triggers away and alter a row."""
    with connection.cursor() as cursor:
        for name, (table, *_) in RULES.items():
            cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))
        cursor.execute(statement, parameters)
    install_triggers()


def test_an_untouched_record_agrees(release: Release) -> None:
    assert sentences() == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"year": 1999}, "year"),
        ({"zone": "UTC"}, "zone"),
        ({"status": "held"}, "status"),
        ({"languages": []}, "languages"),
    ],
)
def test_an_edition_changed_beside_its_acts_is_found(world: Programme, changed: dict[str, object], field: str) -> None:
    Edition.objects.update(**changed)
    assert sentences() == [
        f"{world.edition.address}: {field} is not what entry {place_of(world.edition.address)} says."
    ]


def place_of(subject: str) -> int:
    return Entry.objects.filter(subject=subject).order_by("-place")[0].place


def test_an_office_moved_to_another_person_is_found(officer: Account) -> None:
    other = appoint("other@assembly.example", "Somebody Else")
    office = Office.objects.get(person=officer.person)
    Office.objects.filter(pk=office.pk).update(person=other.person)
    assert sentences() == [f"{office.address}: person is not what entry {place_of(office.address)} says."]


def test_an_official_row_without_an_act_is_found(release: Release) -> None:
    row = Release.objects.create(edition=release.edition, number=9, name="Forged", document=release.document)
    assert sentences() == [f"{row.address} stands in the database, but no entry made it official."]


def test_an_official_row_that_vanished_is_found(release: Release) -> None:
    place = place_of(release.address)
    Release.objects.all().delete()
    assert sentences() == [f"{release.address} of entry {place} is missing from the database."]


def test_altered_bytes_of_an_entry_are_found(release: Release) -> None:
    content = bytes(Entry.objects.get(place=0).content).replace(b"Assembly", b"Assemblx")
    by_hand("UPDATE record_entry SET content = %s WHERE place = 0", content)
    assert any("name is not what entry 0 says" in sentence for sentence in sentences())
    by_hand("UPDATE record_entry SET content = %s WHERE place = 0", content + b" ")
    assert any(sentence.startswith("Entry 0 was altered") for sentence in sentences())


def test_an_altered_column_of_an_entry_is_found(release: Release) -> None:
    by_hand("UPDATE record_entry SET kind = 'tea.served' WHERE place = 0")
    assert "Entry 0: the column kind is 'tea.served', its bytes say 'body.founded'." in sentences()


def test_a_dropped_entry_is_found(release: Release) -> None:
    last = Entry.objects.order_by("-place")[0].place
    by_hand("DELETE FROM record_commitment WHERE entry_id = %s", last)
    by_hand("DELETE FROM record_entry WHERE place = %s", last)
    assert f"The head says {last + 1} entries, but there are {last}." in sentences()


def test_an_altered_document_is_found(release: Release) -> None:
    by_hand("UPDATE record_document SET content = %s WHERE digest = %s", b"{}", release.document)
    assert f"The document {release.document} of {release.edition.address} was altered." in sentences()


def test_a_sheet_that_is_gone_without_a_redaction_is_found(release: Release, world: Programme) -> None:
    subject = world.sessions["opening"].address
    sheet = Document.objects.get(subject=subject)
    Document.objects.filter(pk=sheet.pk).update(content=None)
    assert sentences() == [f"The sheet {sheet.digest} of {subject} is gone, and no redaction names it."]


def test_a_missing_document_is_found(release: Release) -> None:
    Document.objects.filter(digest=release.document).delete()
    assert f"The document {release.document} of entry {place_of(release.address)} is missing." in sentences()


def test_a_value_that_does_not_open_its_commitment_is_found(officer: Account) -> None:
    commitment = Commitment.objects.filter(path="payload.person")[0]
    Commitment.objects.filter(pk=commitment.pk).update(value="person:0000000000")
    assert any("is not what the entry commits to" in sentence for sentence in sentences())


def test_a_key_that_is_gone_without_a_redaction_is_found(officer: Account) -> None:
    Commitment.objects.filter(path="payload.person").update(key=None, value=None)
    assert any("is gone, and no redaction names it" in sentence for sentence in sentences())


def test_a_sheet_that_was_deleted_outright_is_found(release: Release, world: Programme) -> None:
    sheet = Document.objects.get(subject=world.sessions["opening"].address)
    Document.objects.filter(pk=sheet.pk).delete()
    place = place_of(release.address)
    assert sentences() == [f"The sheet {sheet.digest}, named by the document of entry {place}, is missing."]


def test_a_commitment_whose_row_was_deleted_is_found(officer: Account) -> None:
    row = Commitment.objects.filter(path="payload.person")[0]
    place = row.entry_id
    Commitment.objects.filter(pk=row.pk).delete()
    assert f"A value that entry {place} commits to is missing." in sentences()


def test_a_term_changed_beside_its_act_is_found(body: Body) -> None:
    vocabulary = adopt_vocabulary(Actor.operator(), "themes", Text.of("Themes", "en"), {"a": Text.of("Access", "en")})
    Term.objects.filter(vocabulary=vocabulary).update(label=Text.of("Excess", "en"))
    assert sentences() == [f"{vocabulary.address}: document is not what entry {place_of(vocabulary.address)} says."]


def test_the_ground_of_an_erasure_is_only_counted(
    client: Client, release: Release, world: Programme, actor: Actor
) -> None:
    entry, _ = redact(actor, world.speakers["chen"].person.address, Ground.SAFETY)
    assert b"safety" not in bytes(entry.content)
    assert "safety" not in words_of(entry, "en")
    assert redactions_by_ground() == {}
    for person in ("okafor", "haddad"):
        redact(actor, world.speakers[person].person.address, Ground.OWN_REQUEST)
    for _number in range(2):
        redact(actor, draft_person(Text.of("Nobody Inparticular", "en")).address, Ground.OWN_REQUEST)
    assert redactions_by_ground() == {"own-request": 4, "safety": 1}
    assert "Redactions by ground: own request 4 · safety 1" in client.get("/en/record/").content.decode()
    assert sentences() == []
