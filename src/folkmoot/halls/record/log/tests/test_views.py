"""The record in public."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from folkmoot.canon import digest, leaf_digest
from folkmoot.halls.convene.archive.acts import describe_archive
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.models import Document, Entry
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.world import Programme

ATTACK = '"><script>alert(1)</script>\u202e'


def test_an_empty_record_says_why_and_what_comes(client: Client, db: None) -> None:
    text = client.get("/en/record/").text
    assert "The record is empty." in text
    assert "founding of the body" in text


def test_the_newest_act_stands_first_in_words(client: Client, release: Release) -> None:
    text = client.get("/en/record/").text
    assert text.index("Timetable release") < text.index("was opened") < text.index("was founded")
    assert f"{Entry.objects.count()} acts so far" in text


def test_the_list_narrows_by_kind_subject_and_day(client: Client, release: Release) -> None:
    edition = release.edition.address
    assert "was founded" not in client.get("/en/record/?kind=edition.opened").text
    assert "was opened" in client.get("/en/record/?subject=edition").text
    assert "was opened" in client.get(f"/en/record/?subject={edition}").text
    assert "was founded" not in client.get(f"/en/record/?subject={edition}").text
    assert "was founded" in client.get("/en/record/?since=2020-01-01&until=2199-01-01").text
    assert "No act is like that." in client.get("/en/record/?until=2020-01-01").text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("kind=nonsense", "no act of the kind “nonsense”"),
        ("subject=../etc", "“../etc” names no subject"),
        ("subject=edition:short", "“edition:short” names no subject"),
        ("since=yesterday", "This is no day"),
        ("until=2026-13-45", "This is no day"),
        ("page=99", "There is no page “99”"),
        ("page=last", "There is no page “last”"),
        ("subject=%00", "Null characters are not allowed"),
    ],
)
def test_a_wrong_value_gets_a_sentence(client: Client, release: Release, asked: str, sentence: str) -> None:
    response = client.get(f"/en/record/?{asked}")
    assert response.status_code == 200
    assert sentence in response.text
    assert "was founded" in response.text


def test_the_list_asks_as_much_for_one_act_as_for_fifty(
    client: Client, body: Body, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(7):
        client.get("/en/record/")
    for number in range(60):
        describe_archive(Actor.operator(), f"a{number}", Text.of(f"Archive {number}", "en"), {"rows": []})
    with django_assert_num_queries(7):
        text = client.get("/en/record/").text
    assert "Page 1 of 2" in text
    assert "was founded" in client.get("/en/record/?page=2").text


def test_an_entry_reads_as_words_fields_and_bytes(client: Client, release: Release) -> None:
    entry = Entry.objects.get(subject=release.address)
    text = client.get(f"/en/record/entry/{entry.place}/").text
    assert "was published" in text
    assert "secretariat" in text
    assert entry.leaf in text
    assert release.document in text
    assert f'href="/en/convene/{release.edition.slug}/"' in text
    assert "&quot;kind&quot;:&quot;timetable.released&quot;" in text


def test_a_person_in_an_entry_stays_a_commitment(client: Client, release: Release) -> None:
    given = Entry.objects.get(kind="office.given")
    text = client.get(f"/en/record/entry/{given.place}/").text
    assert "withheld as a commitment" in text
    assert "person:" not in text
    redact(Actor.operator(), given.commitments.get().owner, Ground.OWN_REQUEST)
    assert "its key destroyed since" in client.get(f"/en/record/entry/{given.place}/").text


def test_an_entry_that_is_not_there_is_not_found(client: Client, body: Body) -> None:
    for place in (1, 10**30):
        assert client.get(f"/en/record/entry/{place}/").status_code == 404
        assert client.get(f"/record/entry/{place}.json").status_code == 404


def test_the_bytes_of_an_entry_make_its_leaf(client: Client, release: Release) -> None:
    for entry in Entry.objects.all():
        response = client.get(f"/record/entry/{entry.place}.json")
        assert leaf_digest(response.content) == entry.leaf
        assert response.headers["Content-Type"] == "application/json"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_bundle_of_an_entry_holds_what_the_seal_needs(client: Client, release: Release) -> None:
    entry = Entry.objects.get(subject=release.address)
    bundle = json.loads(client.get(f"/record/entry/{entry.place}/page.json").content)
    assert leaf_digest(bundle["entry"].encode()) == bundle["seal"] == entry.leaf
    assert digest(bundle["documents"][release.document].encode()) == release.document


def test_a_document_can_be_had_once_an_entry_names_it(client: Client, release: Release) -> None:
    response = client.get(f"/record/document/{release.document}.json")
    assert digest(response.content) == release.document
    sheet = Document.objects.exclude(digest=release.document).filter(scope=release.edition.address).first()
    assert sheet is not None
    assert client.get(f"/record/document/{sheet.digest}.json").status_code == 404


def test_a_document_under_embargo_cannot_be_had(client: Client, world: Programme) -> None:
    secret = Document.objects.create(
        digest=digest(b"{}"), scope=world.edition.address, subject=world.edition.address, content=b"{}"
    )
    PlannedRelease.objects.create(
        edition=world.edition, at="2030-01-01T00:00Z", name="Later", document=secret.digest, office="secretariat"
    )
    assert client.get(f"/record/document/{secret.digest}.json").status_code == 404


def test_a_withheld_document_is_gone_with_a_sentence(client: Client, body: Body) -> None:
    Document.objects.create(digest="0" * 64, scope="body", subject="person:7K3M9QX2TA", content=None)
    response = client.get(f"/record/document/{'0' * 64}.json")
    assert response.status_code == 410
    assert "This document was withheld" in response.text


def test_html_in_a_title_is_only_text_in_the_record(client: Client, body: Body) -> None:
    archive = describe_archive(Actor.operator(), "x", Text.of(ATTACK, "en"), {"rows": []})
    place = Entry.objects.get(subject=archive.address).place
    for path in ("/en/record/", f"/ar/record/entry/{place}/", "/record/acts.atom"):
        text = client.get(path).text
        assert "<script>alert" not in text
        assert "\u202e" not in text.split("<details>")[0]


def test_a_title_in_another_language_says_so_inside_the_sentence(client: Client, body: Body) -> None:
    describe_archive(Actor.operator(), "x", Text.of("世界", "zh-Hans"), {"rows": []})
    assert '“<span lang="zh-Hans" dir="ltr">世界</span>”' in client.get("/en/record/").text


def test_the_check_page_shows_the_script_it_offers(client: Client, body: Body) -> None:
    script = client.get("/record/check_page.py")
    assert script.status_code == 200
    assert "hashlib" in client.get("/en/record/check/").text


def test_the_feed_has_every_act_in_the_language_asked_for(client: Client, release: Release) -> None:
    response = client.get("/record/acts.atom?language=ar")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert 'xml:lang="ar"' in response.text
    assert "/ar/record/entry/0/" in response.text
    assert response.text.count("<entry>") == Entry.objects.count()
    assert client.get("/record/acts.atom?kind=edition.opened").text.count("<entry>") == 1


def test_the_feed_refuses_what_it_cannot_read(client: Client, body: Body) -> None:
    for asked in ("language=xx", "kind=nonsense", "since=x"):
        response = client.get(f"/record/acts.atom?{asked}")
        assert response.status_code == 400
        assert response.headers["Content-Type"].startswith("text/plain")


def test_a_kind_that_is_no_longer_known_still_shows(
    client: Client, body: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    from folkmoot.kit.act import catalogue

    monkeypatch.setattr(catalogue, "_kinds", {})
    assert "body.founded" in client.get("/en/record/").text
    assert client.get("/en/record/entry/0/").status_code == 200


def test_codes_are_shown_as_the_reader_calls_them(client: Client, release: Release) -> None:
    def said(kind: str, language: str = "en") -> str:
        place = Entry.objects.filter(kind=kind).values_list("place", flat=True)[0]
        return client.get(f"/{language}/record/entry/{place}/").text.partition("<details")[0]

    assert "English" in said("edition.opened")
    assert "the released programme" in said("timetable.released")
    assert "secretariat" in said("office.given")
    assert "secretariat" not in said("office.given", "zh-hans")
