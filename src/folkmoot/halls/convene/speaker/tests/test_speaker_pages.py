"""Officers' pages about speakers: the list, the form, and what it must refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.desk import Desk, version_in
from tests.harness.world import Programme, convene

LIST = "/en/convene/2026/speaker/"
SCRIPT = '"><script>alert(1)</script>'


def page_of(speaker: Speaker, edition: str = "2026") -> str:
    return f"/en/convene/{edition}/speaker/{speaker.public_id}/edit/"


def typed(**changed: Any) -> dict[str, Any]:
    form = {
        "name-text-en": "Mirembe Okafor",
        "name-original": "en",
        "shown": "full",
        "organisation-text-en": "Institute of Tides",
    }
    return form | changed


@pytest.fixture
def desk(officer: Account) -> Desk:
    """A browser in which the officer is signed in."""
    browser = Desk()
    browser.force_login(officer)
    return browser


def test_the_list_is_narrowed_by_words_in_any_script(desk: Desk, world: Programme) -> None:
    assert "3 speakers" in desk.get(LIST).content.decode()
    page = desk.get(LIST, {"words": "陈"}).content.decode()
    assert "陈丽华" in page
    assert "Okafor" not in page
    assert "3 speakers" in desk.get(LIST, {"words": "tides"}).content.decode()
    assert "No speaker fits these filters." in desk.get(LIST, {"shown": "hidden"}).content.decode()


def test_a_name_gets_a_second_script_and_a_biography(desk: Desk, world: Programme) -> None:
    speaker = world.speakers["okafor"]
    form = typed(
        **{"name-text-zh-Hans": "米伦贝", "biography-text-en": "Builds.\nNetworks.", "biography-original": "en"}
    )
    assert desk.post(page_of(speaker), form).status_code == 302
    speaker = Speaker.objects.get(pk=speaker.pk)
    assert speaker.person.name == Text.of("Mirembe Okafor", "en", zh_Hans="米伦贝")
    assert speaker.biography == Text.of("Builds.\nNetworks.", "en")
    assert Organisation.objects.count() == 1


def test_a_new_organisation_is_written_down_and_an_empty_one_taken_away(desk: Desk, world: Programme) -> None:
    speaker = world.speakers["okafor"]
    desk.post(page_of(speaker), typed(**{"organisation-text-en": "Institute of Winds", "organisation-original": "en"}))
    speaker = Speaker.objects.get(pk=speaker.pk)
    assert str(speaker.organisation) == "Institute of Winds"
    assert str(Speaker.objects.get(pk=world.speakers["chen"].pk).organisation) == "Institute of Tides"
    desk.post(page_of(speaker), typed(**{"organisation-text-en": ""}))
    assert Speaker.objects.get(pk=speaker.pk).organisation is None


def test_a_language_not_stated_can_be_stated(desk: Desk, world: Programme) -> None:
    speaker = world.speakers["okafor"]
    form = typed(**{"name-text-en": "", "name-text-und": "Mirembe Okafor", "name-original": "und", "name-stated": "en"})
    desk.post(page_of(speaker), form)
    assert Person.objects.get(pk=speaker.person.pk).name == Text.of("Mirembe Okafor", "en")


def test_a_script_that_is_no_language_of_the_edition_has_its_row(desk: Desk, world: Programme) -> None:
    form = typed(**{"name-further-tag": "ru", "name-further-text": "Мирембе Окафор"})
    desk.post(page_of(world.speakers["okafor"]), form)
    name = Person.objects.get(pk=world.speakers["okafor"].person.pk).name
    assert name.texts["ru"] == "Мирембе Окафор"
    assert 'name="name-text-ru"' in desk.get(page_of(world.speakers["okafor"])).content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name-text-en": " "}, "This field is required."),
        ({"shown": "pseudonym"}, "Say which pseudonym is shown"),
        ({"shown": "in lights"}, "Select a valid choice."),
        ({"name-text-ar": "اسم", "name-original": "zh-Hans"}, "Mark which language is the original"),
        ({"name-machine": ["en"]}, "cannot be a machine translation"),
        ({"name-further-tag": "not a tag", "name-further-text": "x"}, "is no language tag"),
        ({"name-further-tag": "en", "name-further-text": "x"}, "There are two texts in English"),
        ({"name-text-en": "x" * 1001}, "at most 1000 can be kept"),
        ({"actor_kind": "invented"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    desk: Desk, world: Programme, changed: dict[str, Any], sentence: str
) -> None:
    answer = desk.post(page_of(world.speakers["okafor"]), typed(**changed))
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert str(Person.objects.get(pk=world.speakers["okafor"].person.pk).name) == "Mirembe Okafor"


def test_scripts_in_every_field_are_shown_as_text(desk: Desk, world: Programme) -> None:
    form = typed(**{f"{name}-text-en": SCRIPT for name in ("name", "organisation", "biography")}, pseudonym=SCRIPT)
    assert desk.post(page_of(world.speakers["okafor"]), form).status_code == 302
    session = f"/en/convene/2026/session/{world.sessions['opening'].public_id}/edit/"
    erasing = f"/en/members/person/{world.speakers['okafor'].person.public_id}/erase/"
    for path in (LIST, page_of(world.speakers["okafor"]), session, erasing):
        page = desk.get(path).content.decode()
        assert "alert(1)" in page
        assert "<script>alert" not in page


def test_the_public_and_other_editions_reach_nothing(client: Client, officer: Account, world: Programme) -> None:
    speaker = world.speakers["okafor"]
    for path in (LIST, f"{LIST}add/", page_of(speaker)):
        assert client.post(path, typed()).status_code == 302
    visitor = open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example")
    client.force_login(visitor)
    for path in (LIST, f"{LIST}add/", page_of(speaker)):
        assert client.get(path).status_code == 403
    convene("2027")
    client.force_login(officer)
    assert client.get(page_of(speaker, "2027")).status_code == 404
    assert client.get("/en/convene/2030/speaker/").status_code == 404


def test_a_form_from_elsewhere_is_refused(officer: Account, world: Programme) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    assert strict.post(page_of(world.speakers["okafor"]), typed()).status_code == 403


def test_adding_somebody_writes_person_and_participation_down(desk: Desk, world: Programme) -> None:
    answer = desk.post(f"{LIST}add/", typed(**{"name-text-en": "New Voice", "shown": "plain"}))
    speaker = next(s for s in Speaker.objects.all() if str(s.person.name) == "New Voice")
    assert answer["Location"] == page_of(speaker)
    assert speaker.shown == "plain"


def test_an_erased_person_cannot_be_edited(desk: Desk, world: Programme) -> None:
    person = world.speakers["okafor"].person
    person.erased = True
    person.save()
    assert desk.post(page_of(world.speakers["okafor"]), typed()).status_code == 410
    assert "Mirembe Okafor</a>" not in desk.get(LIST).content.decode()


def test_choosing_a_pseudonym_after_the_name_was_released_is_warned_about(desk: Desk, world: Programme) -> None:
    form = typed(shown="pseudonym", pseudonym="Night owl")
    path = page_of(world.speakers["okafor"])
    desk.post(path, form)
    assert "own name already" not in desk.get(path).content.decode()
    desk.post(path, typed())
    release_timetable(Actor.operator(), world.edition, "First")
    desk.post(path, form)
    assert "own name already" in desk.get(path).content.decode()


def test_what_another_tab_saved_about_a_speaker_is_shown_first(desk: Desk, world: Programme) -> None:
    speaker = world.speakers["okafor"]
    version = version_in(desk.get(page_of(speaker)).content.decode())
    desk.post(page_of(speaker), typed(actor_kind="academia", **{"biography-text-en": "Builds.", "version": version}))
    stale = typed(actor_kind="academia", shown="plain", version=version)
    page = desk.post(page_of(speaker), stale).content.decode()
    assert "Somebody else saved this meanwhile" in page
    assert "Builds." in page
    assert Speaker.objects.get(pk=speaker.pk).shown == "full"
    seen = stale | {"biography-text-en": "Builds.", "version": version_in(page)}
    assert desk.post(page_of(speaker), seen).status_code == 302
    found = Speaker.objects.get(pk=speaker.pk)
    assert (found.shown, str(found.biography)) == ("plain", "Builds.")


def test_an_old_form_about_a_speaker_without_a_version_saves_nothing_unseen(desk: Desk, world: Programme) -> None:
    page = desk.post(page_of(world.speakers["okafor"]), typed(shown="plain", version="")).content.decode()
    assert "Somebody else saved this meanwhile" in page
    assert Speaker.objects.get(pk=world.speakers["okafor"].pk).shown == "full"
