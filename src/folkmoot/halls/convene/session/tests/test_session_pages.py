"""Officers' pages about sessions: the list with its filters, the form, and what it must refuse."""

from __future__ import annotations

import datetime
import re
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from folkmoot.halls.convene.edition.acts import amend_edition
from folkmoot.halls.convene.session.drafts import cast_session, change_session, draft_session, place_session
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.drafts import draft_speakers
from folkmoot.halls.members.account.acts import withdraw_office
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.person.drafts import draft_people, draft_person
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
from tests.harness.desk import Desk
from tests.harness.world import Programme, at, convene

LIST = "/en/convene/2026/session/"
SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


def page_of(session: Session, verb: str = "edit", edition: str = "2026") -> str:
    return f"/en/convene/{edition}/session/{session.public_id}/{verb}/"


def typed(**changed: Any) -> dict[str, Any]:
    """What a browser sends for a session with one slot row and one part row."""
    form: dict[str, Any] = {
        "title-text-en": "A title", "title-original": "en", "status": "confirmed", "mode": "on-site",
        "on_record": "on-record", "recorded": "on", "kind_code": "panel",
        "slots-TOTAL_FORMS": "1", "slots-INITIAL_FORMS": "0", "parts-TOTAL_FORMS": "1", "parts-INITIAL_FORMS": "0",
    }  # fmt: skip
    return form | changed


@pytest.fixture
def desk(officer: Account) -> Desk:
    """A browser in which the officer is signed in."""
    browser = Desk()
    browser.force_login(officer)
    return browser


def test_the_list_shows_every_session_by_time_and_those_without_last(desk: Desk, world: Programme) -> None:
    page = desk.get(LIST).content.decode()
    assert page.index("Opening: an Internet") < page.index("跨语言模型评估") < page.index("Closing statement")
    assert "6 sessions" in page


def test_filters_stand_in_the_address(desk: Desk, world: Programme) -> None:
    page = desk.get(LIST, {"words": "RURAL"}).content.decode()
    assert "Rural networks" in page
    assert "Closing statement" not in page
    cancelled = desk.get(LIST, {"status": "cancelled"}).content.decode()
    assert "1 session<" in cancelled
    forum = world.sessions["models"].forum
    assert forum is not None
    assert "2 sessions" in desk.get(LIST, {"forum": forum.public_id}).content.decode()
    assert "2 sessions" in desk.get(LIST, {"forum": "none"}).content.decode()
    assert "No session fits these filters." in desk.get(LIST, {"words": "zzz"}).content.decode()


def test_the_list_comes_in_pages(desk: Desk, world: Programme) -> None:
    for number in range(60):
        draft_session(world.edition, Text.of(f"Session {number}", "en"))
    page = desk.get(LIST, {"words": "session", "page": "2"}).content.decode()
    assert "Page 2 of 2" in page
    assert "words=session" in page


@pytest.mark.parametrize("verb", ["edit", "cancel", "withdraw"])
def test_the_public_changes_nothing(client: Client, world: Programme, verb: str) -> None:
    path = page_of(world.sessions["opening"], verb)
    assert client.post(path, typed()).status_code == 302
    client.force_login(open_account(draft_person(Text.of("Visitor")), "visitor@assembly.example"))
    assert client.post(path, typed()).status_code == 403
    opening = Session.objects.get(pk=world.sessions["opening"].pk)
    assert str(opening.title).startswith("Opening")
    assert opening.status == "confirmed"


@pytest.mark.parametrize("verb", ["edit", "cancel", "withdraw"])
def test_a_session_of_another_edition_is_not_found(desk: Desk, world: Programme, verb: str) -> None:
    convene("2027")
    assert desk.post(page_of(world.sessions["opening"], verb, "2027"), typed()).status_code == 404
    assert Session.objects.filter(pk=world.sessions["opening"].pk, status="confirmed").exists()


def test_a_form_from_elsewhere_is_refused(officer: Account, world: Programme) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    assert strict.post(page_of(world.sessions["opening"]), typed()).status_code == 403


def test_a_right_withdrawn_while_the_page_is_open_saves_nothing(desk: Desk, officer: Account, world: Programme) -> None:
    assert desk.get(page_of(world.sessions["opening"])).status_code == 200
    withdraw_office(Actor.operator(), officer.person.offices.get())
    assert desk.post(page_of(world.sessions["opening"]), typed()).status_code == 403
    world.sessions["opening"].refresh_from_db()
    assert str(world.sessions["opening"].title).startswith("Opening")


def sent_by(page: str) -> dict[str, Any]:
    """What a browser would send if nothing were touched."""
    form: dict[str, Any] = {}
    main = page.split('<form method="post"', 1)[1].split("</form>", 1)[0]
    for tag in re.findall(r"<input[^>]*>", main):
        said = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        ticked = said.get("type") not in {"radio", "checkbox"} or " checked" in tag
        if "name" in said and ticked:
            form.setdefault(said["name"], []).append(
                said.get("value", "" if said.get("type") not in {"radio", "checkbox"} else "on")
            )
    for name, text in re.findall(r'<textarea name="([^"]*)"[^>]*>\n?(.*?)</textarea>', main, re.DOTALL):
        form[name] = [text]
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', main, re.DOTALL):
        chosen = re.search(r'value="([^"]*)"[^>]* selected', options) or re.search(r'value="([^"]*)"', options)
        form[name] = [chosen[1] if chosen else ""]
    return form


def test_saving_an_untouched_form_changes_nothing(desk: Desk, world: Programme) -> None:
    for session in world.sessions.values():
        before = snapshot(session)
        page = desk.get(page_of(session)).content.decode()
        answer = desk.post(page_of(session), sent_by(page))
        assert answer.status_code == 302, answer.content.decode()
        session.refresh_from_db()
        assert snapshot(session) == before


def snapshot(session: Session) -> dict[str, Any]:
    fields = {f.attname: getattr(session, f.attname) for f in Session._meta.concrete_fields}
    slots = list(session.slots.values_list("room", "starts", "ends"))
    return {**fields, "slots": slots, "parts": list(session.appearances.values_list("speaker", "role", "order"))}


def test_texts_keep_their_original_and_say_which_is_a_machines(desk: Desk, world: Programme) -> None:
    form = typed(**{
        "title-text-zh-Hans": "开幕", "title-text-en": "Opening", "title-text-ar": "", "title-original": "zh-Hans",
        "title-machine": ["en"], "abstract-text-ar": "الملخص", "abstract-original": "en",
    })  # fmt: skip
    desk.post(page_of(world.sessions["later"]), form)
    later = Session.objects.get(pk=world.sessions["later"].pk)
    assert later.title == Text("zh-Hans", {"zh-Hans": "开幕", "en": "Opening"}, frozenset({"en"}))
    assert later.abstract == Text.of("الملخص", "ar")


def test_slots_are_local_to_the_venue_and_as_many_as_needed(desk: Desk, world: Programme) -> None:
    room = world.rooms["hall"].public_id
    form = typed(**{
        "slots-TOTAL_FORMS": "3", "slots-0-room": room, "slots-0-starts": "2026-11-19T14:00",
        "slots-0-ends": "2026-11-19T15:00", "slots-1-room": "",
        "slots-1-starts": "2026-11-20T23:30", "slots-1-ends": "2026-11-21T00:30",
        "slots-2-room": "",
    })  # fmt: skip
    assert desk.post(page_of(world.sessions["later"]), form).status_code == 302
    slots = list(world.sessions["later"].slots.all())
    assert [(slot.room, slot.starts, slot.ends) for slot in slots] == [
        (world.rooms["hall"], at(19, 14), at(19, 15)), (None, at(20, 23, 30), at(21, 0, 30)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title-text-en": ""}, "Title: This field is required."),
        ({"slots-0-starts": "2026-11-19T15:00", "slots-0-ends": "2026-11-19T14:00"}, "cannot end at 2026-11-19 14:00"),
        ({"slots-0-starts": "tomorrow", "slots-0-ends": "2026-11-19T14:00"}, "“tomorrow” is no date and time"),
        ({"slots-0-starts": "2026-11-19T14:00"}, "This field is required."),
        ({"parts-0-speaker": "Nobody Known", "parts-0-role": "speaker"}, "Nobody called “Nobody Known” speaks"),
        ({"link": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"forum": "0000000000"}, "Select a valid choice."),
        ({"expected": "-4"}, "greater than or equal to 0"),
        ({"slots-TOTAL_FORMS": "9999"}, "at most 60"),
        ({"slots-TOTAL_FORMS": "many"}, "ManagementForm data is missing"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    desk: Desk, world: Programme, changed: dict[str, str], sentence: str
) -> None:
    before = snapshot(world.sessions["opening"])
    answer = desk.post(page_of(world.sessions["opening"]), typed(**changed))
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    world.sessions["opening"].refresh_from_db()
    assert snapshot(world.sessions["opening"]) == before


def test_rooms_and_speakers_of_another_edition_cannot_be_chosen(desk: Desk, world: Programme) -> None:
    other = convene("2027")
    session = draft_session(other, Text.of("Elsewhere", "en"))
    form = typed(**{
        "slots-0-room": world.rooms["hall"].public_id, "slots-0-starts": "2027-11-19T14:00",
        "slots-0-ends": "2027-11-19T15:00",
        "parts-0-speaker": f"Mirembe Okafor · {world.speakers['okafor'].public_id}", "parts-0-role": "speaker",
    })  # fmt: skip
    page = desk.post(page_of(session, edition="2027"), form).content.decode()
    assert "Select a valid choice." in page
    assert "speaks in this edition" in page
    assert not session.slots.exists()


def test_people_are_chosen_by_name_or_by_identifier(desk: Desk, world: Programme) -> None:
    form = typed(**{
        "parts-TOTAL_FORMS": "2", "parts-0-speaker": "陈丽华", "parts-0-role": "moderator",
        "parts-1-speaker": f"whatever · {world.speakers['haddad'].public_id}", "parts-1-role": "video",
    })  # fmt: skip
    desk.post(page_of(world.sessions["later"]), form)
    parts = world.sessions["later"].appearances.values_list("speaker", "role")
    assert list(parts) == [(world.speakers["chen"].pk, "moderator"), (world.speakers["haddad"].pk, "video")]


def test_nobody_stands_in_a_session_twice(desk: Desk, world: Programme) -> None:
    form = typed(**{
        "parts-TOTAL_FORMS": "2", "parts-0-speaker": "陈丽华", "parts-0-role": "moderator",
        "parts-1-speaker": "陈丽华", "parts-1-role": "video",
    })  # fmt: skip
    assert "stands here twice" in desk.post(page_of(world.sessions["later"]), form).content.decode()


def test_two_people_of_one_name_are_told_apart(desk: Desk, world: Programme) -> None:
    draft_speakers(world.edition, [(draft_person(Text.of("陈丽华", "zh-Hans")), {})])
    form = typed(**{"parts-0-speaker": "陈丽华", "parts-0-role": "moderator"})
    assert "2 speakers are called" in desk.post(page_of(world.sessions["later"]), form).content.decode()


def test_scripts_in_every_field_are_shown_as_text(desk: Desk, world: Programme) -> None:
    texts = {f"{name}-text-en": SCRIPT for name in ("title", "subtitle", "abstract", "description")}
    assert desk.post(page_of(world.sessions["later"]), typed(**texts, kind_code=SCRIPT[:70])).status_code == 302
    for path in (page_of(world.sessions["later"]), LIST, "/en/desk/"):
        page = desk.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    wrong = desk.post(page_of(world.sessions["later"]), typed(**{"parts-0-speaker": SCRIPT, "slots-0-starts": SCRIPT}))
    assert "<script>alert" not in wrong.content.decode()
    assert "<script>alert" not in desk.get(LIST, {"words": SCRIPT, "forum": SCRIPT, "status": SCRIPT}).content.decode()


def test_overrides_and_control_characters_are_taken_out_with_a_note(desk: Desk, world: Programme) -> None:
    form = typed(**{"title-text-en": "safe\u202egnp.exe\x00\nend"})
    page = desk.post(page_of(world.sessions["later"]), form, follow=True).content.decode()
    assert str(Session.objects.get(pk=world.sessions["later"].pk).title) == "safegnp.exe end"
    assert "U+0000 and U+202E" in page


def test_a_session_with_thousands_of_people_keeps_them(desk: Desk, world: Programme) -> None:
    people = draft_people(Text.of(f"Person {number}") for number in range(5000))
    speakers = draft_speakers(world.edition, [(person, {}) for person in people])
    session = draft_session(world.edition, Text.of("Crowd", "en"), parts=[(speaker, "speaker") for speaker in speakers])
    page = desk.get(page_of(session)).content.decode()
    assert "5,000 people appear" in page or "5 000 people appear" in page
    assert desk.post(page_of(session), typed()).status_code == 302
    assert session.appearances.count() == 5000


def test_an_hour_that_does_not_exist_is_refused_and_a_double_one_noted(desk: Desk, world: Programme) -> None:
    edition = convene("2027", zone="Europe/Berlin")
    session = draft_session(edition, Text.of("Night", "en"))
    skipped = {"slots-0-starts": "2027-03-28T02:30", "slots-0-ends": "2027-03-28T04:00"}
    page = desk.post(page_of(session, edition="2027"), typed(**skipped)).content.decode()
    assert "does not exist at the venue" in page
    double = {"slots-0-starts": "2027-10-31T02:30", "slots-0-ends": "2027-10-31T04:00"}
    page = desk.post(page_of(session, edition="2027"), typed(**double), follow=True).content.decode()
    assert "comes twice at the venue" in page
    assert session.slots.get().starts == datetime.datetime(2027, 10, 31, 0, 30, tzinfo=datetime.UTC)


def test_the_later_of_a_double_hour_survives_saving(desk: Desk, world: Programme) -> None:
    edition = convene("2027", zone="Europe/Berlin")
    zone = ZoneInfo("Europe/Berlin")
    later = datetime.datetime(2027, 10, 31, 2, 30, fold=1, tzinfo=zone).astimezone(datetime.UTC)
    session = draft_session(edition, Text.of("Night", "en"))
    place_session(session, [(None, later, later + datetime.timedelta(hours=1))])
    desk.post(page_of(session, edition="2027"), sent_by(desk.get(page_of(session, edition="2027")).content.decode()))
    assert session.slots.get().starts == later


def test_adding_cancelling_and_taking_out(desk: Desk, world: Programme) -> None:
    answer = desk.post(f"{LIST}add/", typed(**{"title-text-en": "A new one"}))
    session = next(s for s in Session.objects.all() if str(s.title) == "A new one")
    assert answer["Location"] == page_of(session)
    desk.post(page_of(session, "cancel"))
    session.refresh_from_db()
    assert session.status == "cancelled"
    asked = desk.get(page_of(session, "withdraw")).content.decode()
    assert "the next release shows it as withdrawn" in asked
    assert Session.objects.filter(pk=session.pk).exists()
    desk.post(page_of(session, "withdraw"))
    assert not Session.objects.filter(pk=session.pk).exists()
    assert "not in the draft" in desk.get(page_of(session)).content.decode()


def test_opening_the_form_costs_the_same_for_many_sessions(
    desk: Desk, world: Programme, django_assert_max_num_queries: Any
) -> None:
    for number in range(40):
        draft_session(world.edition, Text.of(f"Session {number}", "en"))
    with django_assert_max_num_queries(24):
        desk.get(page_of(world.sessions["opening"]))
    with django_assert_max_num_queries(16):
        desk.get(LIST)


def test_what_another_tab_saved_is_shown_before_anything_is(desk: Desk, world: Programme) -> None:
    session = world.sessions["opening"]
    one, other = (sent_by(desk.get(page_of(session)).content.decode()) for _ in range(2))
    assert desk.post(page_of(session), one | {"title-text-en": ["Opening of the harbour"]}).status_code == 302
    answer = desk.post(page_of(session), other | {"kind_code": ["workshop"]})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Somebody else saved this meanwhile" in page
    both = page[page.index('id="both"') : page.index("</table>")]
    assert "Opening of the harbour" in both
    assert "Opening: an Internet for everyone" in both
    session.refresh_from_db()
    assert session.kind_code == "keynote"
    assert desk.post(page_of(session), sent_by(page)).status_code == 302
    session = Session.objects.get(pk=session.pk)
    assert (str(session.title), session.kind_code) == ("Opening of the harbour", "workshop")


def test_where_both_changed_the_same_field_the_second_confirmation_decides(desk: Desk, world: Programme) -> None:
    session = world.sessions["opening"]
    mine = sent_by(desk.get(page_of(session)).content.decode()) | {"title-text-en": ["Mine"]}
    change_session(session, title=Text.of("Theirs", "en"))
    page = desk.post(page_of(session), mine).content.decode()
    assert 'value="Mine"' in page
    assert "Theirs" in page
    change_session(session, title=Text.of("Theirs again", "en"))
    page = desk.post(page_of(session), sent_by(page)).content.decode()
    assert "Theirs again" in page
    assert str(Session.objects.get(pk=session.pk).title) == "Theirs again"
    desk.post(page_of(session), sent_by(page))
    assert str(Session.objects.get(pk=session.pk).title) == "Mine"


def test_times_and_people_changed_meanwhile_are_not_undone(desk: Desk, world: Programme) -> None:
    session = world.sessions["opening"]
    mine = sent_by(desk.get(page_of(session)).content.decode()) | {"title-text-en": ["Mine"]}
    place_session(session, [(world.rooms["hall"], at(20, 15), at(20, 16))])
    cast_session(session, [(world.speakers["chen"], "keynote")])
    page = desk.post(page_of(session), mine).content.decode()
    assert "2026-11-20 15:00–16:00 · Hall A" in page
    assert "陈丽华: keynote" in page
    assert "Mirembe Okafor: keynote" in page
    assert desk.post(page_of(session), sent_by(page)).status_code == 302
    assert [slot.starts for slot in session.slots.all()] == [at(20, 15)]
    assert [part.speaker for part in session.appearances.all()] == [world.speakers["chen"]]
    assert str(Session.objects.get(pk=session.pk).title) == "Mine"


@pytest.mark.parametrize("version", ["", "nonsense", "title:0000", "title"])
def test_a_form_that_does_not_say_what_it_showed_saves_nothing_unseen(
    desk: Desk, world: Programme, version: str
) -> None:
    before = snapshot(world.sessions["opening"])
    page = desk.post(page_of(world.sessions["opening"]), typed(version=version)).content.decode()
    assert "Somebody else saved this meanwhile" in page
    assert snapshot(Session.objects.get(pk=world.sessions["opening"].pk)) == before


def test_only_what_was_changed_is_written(desk: Desk, world: Programme) -> None:
    session = world.sessions["opening"]
    slots, parts = list(session.slots.values_list("pk")), list(session.appearances.values_list("pk"))
    form = sent_by(desk.get(page_of(session)).content.decode()) | {"expected": ["300"]}
    assert desk.post(page_of(session), form).status_code == 302
    assert list(session.slots.values_list("pk")) == slots
    assert list(session.appearances.values_list("pk")) == parts
    assert Session.objects.get(pk=session.pk).expected == 300


def test_the_box_that_takes_a_row_out_names_it(desk: Desk, world: Programme) -> None:
    page = desk.get(page_of(world.sessions["opening"])).content.decode()
    assert "Take out: Plenary, 2026-11-19 09:00" in page
    assert "Take out: Mirembe Okafor" in page
    assert page.count("Take out: ") == 3
    assert "Delete" not in page
    form = sent_by(page) | {"slots-0-DELETE": ["on"], "parts-1-DELETE": ["on"]}
    assert desk.post(page_of(world.sessions["opening"]), form).status_code == 302
    assert not world.sessions["opening"].slots.exists()
    assert [str(part.speaker) for part in world.sessions["opening"].appearances.all()] == ["Mirembe Okafor"]


def test_languages_without_text_are_folded_away(desk: Desk, world: Programme) -> None:
    page = desk.get(page_of(world.sessions["opening"])).content.decode()
    title = page[page.index('id="field-title"') : page.index('id="field-subtitle"')]
    shown, folded = title.split("<details", 1)
    assert 'name="title-text-en"' in shown
    assert 'name="title-text-ar"' in folded
    assert 'rows="8"' in page


def test_an_edition_without_languages_offers_those_of_the_body_and_any_other(desk: Desk, world: Programme) -> None:
    edition = convene("2027")
    amend_edition(Actor.operator(), edition, languages=[])
    path = "/en/convene/2027/session/add/"
    page = desk.get(path).content.decode()
    assert 'type="checkbox" name="languages" value="zh-Hans"' in page
    assert 'name="title-text-en"' in page
    form = typed(**{"languages": ["ar"], "languages-further": "fr, pt-br", "interpretation-further": "SW"})
    assert desk.post(path, form).status_code == 302
    session = edition.sessions.get()
    assert (session.languages, session.interpretation) == (["ar", "fr", "pt-BR"], ["sw"])
    wrong = desk.post(path, typed(**{"languages-further": "french please!"})).content.decode()
    assert "“french” is no language tag" in wrong
    assert edition.sessions.count() == 1
