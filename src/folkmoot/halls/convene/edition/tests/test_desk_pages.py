"""Officers open and amend editions on pages; what will be recorded is shown before anything is."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from folkmoot.halls.convene.edition.acts import amend_edition, open_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import editions, official_state
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.record.log.models import Entry
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.desk import version_in
from tests.harness.world import Programme

OPEN = "/en/convene/edition/open/"
AMEND = "/en/convene/2026/edition/"


@pytest.fixture
def desk(client: Client, officer: Account) -> Client:
    client.force_login(officer)
    return client


def typed(**changed: Any) -> dict[str, Any]:
    form = {
        "slug": "2027", "year": "2027", "title-text-en": "Edition of 2027", "title-original": "en",
        "place-text-en": "River City", "starts": "2027-05-01", "ends": "2027-05-03", "zone": "Asia/Shanghai",
        "day_change": "05:30", "languages": ["en", "ar"], "languages-further": "sw", "status": "announced",
    }  # fmt: skip
    return form | changed


def sent_by(review: str) -> dict[str, Any]:
    """What the review page sends again."""
    main = review[review.index('name="fingerprint"') - 20_000 if len(review) > 20_000 else 0 :]
    form: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', main):
        if name != "csrfmiddlewaretoken":
            form.setdefault(unescape(name), []).append(unescape(value))
    return form


def test_an_edition_is_opened_from_nothing_after_a_look_at_what_is_recorded(desk: Client, body: Body) -> None:
    entries = Entry.objects.count()
    review = desk.post(OPEN, typed()).content.decode()
    assert "What will be recorded" in review
    assert Entry.objects.count() == entries
    payload = json.loads(unescape(re.findall(r'<pre dir="ltr">(.*?)</pre>', review, re.DOTALL)[0]))
    answer = desk.post(OPEN, sent_by(review) | {"step": "perform"}, follow=True).content.decode()
    assert "The edition is opened" in answer
    assert Entry.objects.latest("place").fields["payload"] == payload
    edition = Edition.objects.get(slug="2027")
    assert (edition.day_change, edition.languages, edition.status) == ("05:30", ["en", "ar", "sw"], "announced")
    assert str(edition.place) == "River City"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"slug": "archive"}, "has a meaning of its own"),
        ({"slug": "edition"}, "has a meaning of its own"),
        ({"slug": "a b"}, "Enter a valid"),
        ({"slug": "2026"}, "There is an edition “2026” already"),
        ({"title-text-en": ""}, "Title: This field is required."),
        ({"ends": "2027-04-30"}, "cannot end on 2027-04-30 before it starts on 2027-05-01"),
        ({"starts": ""}, "Say the first day as well"),
        ({"zone": "Asia/Shanghia"}, "Did you mean Asia/Shanghai"),
        ({"day_change": "25:00"}, "Enter a valid time"),
        ({"languages-further": "not!a!tag"}, "is no language tag"),
        ({"status": "over"}, "Select a valid choice"),
        ({"year": "26"}, "greater than or equal to 1900"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    desk: Client, world: Programme, changed: dict[str, str], sentence: str
) -> None:
    page = desk.post(OPEN, typed(**changed) | {"step": "perform"}).content.decode()
    assert sentence in page
    assert Edition.objects.count() == 1


def test_nothing_is_recorded_that_was_not_looked_at(desk: Client, body: Body) -> None:
    review = desk.post(OPEN, typed()).content.decode()
    changed = sent_by(review) | {"year": "2028", "step": "perform"}
    assert "What will be recorded" in desk.post(OPEN, changed).content.decode()
    assert "What will be recorded" in desk.post(OPEN, typed(step="perform")).content.decode()
    assert not Edition.objects.exists()
    back = desk.post(OPEN, sent_by(review) | {"step": "back"}).content.decode()
    assert 'value="River City"' in back


def amended(page: str, **changed: Any) -> dict[str, Any]:
    edition = Edition.objects.get(slug="2026")
    form = typed(
        **{
            "year": "2026", "title-text-en": "Edition of 2026", "title-text-ar": "دورة 2026",
            "title-text-zh-Hans": "2026年大会", "theme-text-en": "An Internet for everyone",
            "place-text-en": "Harbour City", "starts": "2026-11-19", "ends": "2026-11-20", "day_change": "06:00",
            "languages": edition.languages, "languages-further": "", "version": version_in(page),
        }
    )  # fmt: skip
    return form | changed


def test_only_what_changes_is_amended_and_the_review_says_what_stood_before(desk: Client, world: Programme) -> None:
    before = official_state(world.edition)
    review = desk.post(AMEND, amended(desk.get(AMEND).content.decode(), **{"place-text-en": "Hill City"}))
    page = review.content.decode()
    assert page.count("before:") == 1
    assert "Harbour City" in page
    desk.post(AMEND, sent_by(page) | {"step": "perform"})
    after = official_state(Edition.objects.get(slug="2026"))
    assert {name for name in after if after[name] != before[name]} == {"place"}


def test_an_untouched_edition_is_not_amended(desk: Client, world: Programme) -> None:
    entries = Entry.objects.count()
    page = desk.post(AMEND, amended(desk.get(AMEND).content.decode()), follow=True).content.decode()
    assert "Nothing changes." in page
    assert Entry.objects.count() == entries


def test_what_others_amended_meanwhile_is_shown_before_anything_is_recorded(desk: Client, world: Programme) -> None:
    mine = amended(desk.get(AMEND).content.decode(), **{"place-text-en": "Hill City"})
    review = desk.post(AMEND, mine).content.decode()
    amend_edition(Actor.operator(), world.edition, status="held")
    page = desk.post(AMEND, sent_by(review) | {"step": "perform"}).content.decode()
    assert "Somebody else saved this meanwhile" in page
    assert str(Edition.objects.get(slug="2026").place) == "Harbour City"
    again = desk.post(AMEND, mine | {"status": "held", "version": version_in(page)}).content.decode()
    desk.post(AMEND, sent_by(again) | {"step": "perform"})
    edition = Edition.objects.get(slug="2026")
    assert (edition.status, str(edition.place)) == ("held", "Hill City")


def test_only_officers_open_and_amend(client: Client, world: Programme) -> None:
    for path in (OPEN, AMEND, "/en/convene/edition/import/"):
        assert client.post(path, typed()).status_code == 302
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    for path in (OPEN, AMEND, "/en/convene/edition/import/"):
        assert client.get(path).status_code == 403
        assert client.post(path, typed(step="perform")).status_code == 403
    assert Edition.objects.count() == 1


def test_a_form_from_elsewhere_is_refused(officer: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    assert strict.post(OPEN, typed()).status_code == 403


def test_html_in_a_title_is_only_text(desk: Client, body: Body) -> None:
    page = desk.post(OPEN, typed(**{"title-text-en": "<script>alert(1)</script>"})).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_editions_of_a_year_stand_newest_first(db: None, body: Body) -> None:
    for slug, year, starts in (("a", 2026, "2026-02-01"), ("b", 2026, "2026-09-01"), ("c", 2026, None),
                               ("d", 2025, "2025-12-01")):  # fmt: skip
        open_edition(Actor.operator(), slug, year, starts=starts)
    assert [edition.slug for edition in editions()] == ["b", "a", "c", "d"]
