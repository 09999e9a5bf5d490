"""Performing acts: right, state and entry in one transaction; places and times; what is refused."""

from unittest import mock

import pytest

from folkmoot.canon import canonical, digest, leaf_digest
from folkmoot.halls.convene.edition.acts import EDITION_OPENED, amend_edition, open_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.members.account.acts import give_office
from folkmoot.halls.members.body.acts import AlreadyFoundedError
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.record.log import acts
from folkmoot.halls.record.log.acts import EntryTooLargeError, UnfinishedActError, perform
from folkmoot.halls.record.log.models import Commitment, Document, Entry, Head
from folkmoot.halls.record.log.queries import bundle, newest_entries, record_size, seal_of, words_of
from folkmoot.kit.actor import Actor, NotAllowedError
from folkmoot.kit.text import Text
from tests.harness.world import Programme, found

pytestmark = pytest.mark.django_db
OPERATOR = Actor.operator()


def opened(slug: str = "2026") -> Edition:
    return open_edition(OPERATOR, slug, 2026, title=Text.of(f"Edition {slug}", "en"))


def test_places_are_gapless_from_zero(body: Body) -> None:
    for year in range(3):
        opened(f"e{year}")
    assert list(Entry.objects.values_list("place", flat=True)) == [0, 1, 2, 3]
    assert record_size() == 4


def test_an_entry_is_canonical_and_says_what_its_columns_say(body: Body) -> None:
    edition = opened()
    entry = Entry.objects.get(subject=edition.address)
    content = bytes(entry.content)
    assert canonical(entry.fields) == content
    assert entry.fields["payload"]["slug"] == "2026"
    assert entry.fields["actor"] == {"office": "operator", "person": None}
    assert (entry.fields["place"], entry.fields["kind"], entry.fields["hash"]) == (1, "edition.opened", "sha-256")
    seal = seal_of(edition.address)
    assert seal is not None
    assert seal.digest == leaf_digest(content)
    assert seal.short.replace(" ", "") == leaf_digest(content)[:8]


def test_the_person_behind_an_office_enters_only_as_a_commitment(actor: Actor) -> None:
    open_edition(actor, "2026", 2026)
    entry = newest_entries()[0]
    assert entry.fields["actor"]["office"] == "secretariat"
    assert actor.person is not None
    assert actor.person.encode() not in bytes(entry.content)
    kept = Commitment.objects.get(commitment=entry.fields["actor"]["person"]["commitment"])
    assert (kept.value, kept.owner) == (actor.person, actor.person)


def test_the_public_may_not_open_an_edition_and_nothing_is_left_behind(body: Body) -> None:
    with pytest.raises(NotAllowedError, match=r"The office 'public' may not perform edition\.opened"):
        open_edition(Actor(), "2026", 2026)
    assert not Edition.objects.exists()
    assert record_size() == 1


def test_an_act_that_fails_midway_leaves_neither_state_nor_entry(body: Body) -> None:
    opened()
    with pytest.raises(ValueError, match="There is an edition '2026' already"):
        opened()
    assert record_size() == 2
    with pytest.raises(UnfinishedActError), perform(EDITION_OPENED, OPERATOR):
        Edition.objects.create(slug="lost", year=2026)
    assert not Edition.objects.filter(slug="lost").exists()
    assert record_size() == 2


def test_a_second_body_cannot_be_founded(body: Body) -> None:
    with pytest.raises(AlreadyFoundedError, match="was founded here already"):
        found("Another")
    assert record_size() == 1


def test_a_clock_set_back_never_dates_an_entry_before_its_predecessor(body: Body) -> None:
    first = Entry.objects.get(place=0)
    with mock.patch.object(acts, "now", return_value="2001-01-01T00:00:00.000000Z"):
        opened()
    second = Entry.objects.get(place=1)
    assert second.time == first.time
    assert Head.objects.get().time == first.time


def test_an_entry_larger_than_a_bundle_allows_is_refused(body: Body) -> None:
    with pytest.raises(EntryTooLargeError, match="at most 65,535 fit"):
        open_edition(OPERATOR, "2026", 2026, theme=Text.of("x" * 70_000, "en"))
    assert not Edition.objects.exists()


@pytest.mark.parametrize("value", ["bad \ud800", "bad \0"])
def test_half_a_character_is_refused_before_anything_is_written(body: Body, value: str) -> None:
    with pytest.raises(ValueError, match="half a character"):
        open_edition(OPERATOR, "2026", 2026, theme=Text.of(value, "en"))
    assert record_size() == 1


def test_an_unchanged_edition_makes_no_act(body: Body) -> None:
    edition = opened()
    amend_edition(OPERATOR, edition, year=2026)
    assert record_size() == 2
    amend_edition(OPERATOR, edition, year=2027)
    assert [entry.kind for entry in newest_entries()[:2]] == ["edition.amended", "edition.opened"]


def test_an_entry_reads_as_a_sentence_in_the_readers_language(body: Body) -> None:
    edition = open_edition(OPERATOR, "2026", 2026, title=Text.of("Edition of 2026", "en", ar="دورة 2026"))
    entry = Entry.objects.get(subject=edition.address)
    assert words_of(entry, "en") == "The edition “Edition of 2026” was opened"
    assert "دورة 2026" in words_of(entry, "ar")


def test_an_office_names_nobody_in_clear(body: Body) -> None:
    person = draft_person(Text.of("Ines Calvo", "es"))
    office = give_office(OPERATOR, person, "secretariat")
    content = bytes(Entry.objects.get(subject=office.address).content).decode()
    assert "Ines" not in content
    assert person.public_id not in content


def test_entries_can_be_narrowed_by_kind_subject_and_day(release: object, world: Programme) -> None:
    assert [entry.kind for entry in newest_entries(kind="timetable.released")] == ["timetable.released"]
    assert [entry.kind for entry in newest_entries(subject=world.edition.address)] == ["edition.opened"]
    assert [entry.kind for entry in newest_entries(subject="edition")] == ["edition.opened"]
    today = Entry.objects.get(place=0).time[:10]
    from datetime import date, timedelta

    day = date.fromisoformat(today)
    assert newest_entries(since=day, until=day).count() == record_size()
    assert newest_entries(since=day + timedelta(days=1)).count() == 0


def test_a_bundle_holds_the_exact_text_behind_every_digest(release: object) -> None:
    entry = newest_entries(kind="timetable.released")[0]
    sheets = list(Document.objects.exclude(subject__startswith="edition").values_list("digest", flat=True))
    page = bundle(entry, sheets)
    assert leaf_digest(str(page["entry"]).encode()) == page["seal"]
    for part in ("documents", "sheets"):
        held = page[part]
        assert isinstance(held, dict)
        assert held
        assert all(digest(text.encode()) == name for name, text in held.items())
    assert page["withheld"] == []
