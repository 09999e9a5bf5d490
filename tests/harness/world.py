"""A small world for tests: a founded body, officers, and an edition in several languages and scripts.

Everything is made through the same acts and drafts that the product uses.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

import pytest

from folkmoot.halls.convene.edition.acts import open_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.drafts import draft_forum
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.drafts import cancel_session, draft_session
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.drafts import draft_speaker
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.venue.drafts import draft_room, draft_venue
from folkmoot.halls.convene.venue.models import Room
from folkmoot.halls.members.account.acts import give_office
from folkmoot.halls.members.account.drafts import open_account
from folkmoot.halls.members.account.models import Account
from folkmoot.halls.members.account.queries import actor_of
from folkmoot.halls.members.body.acts import BodyState, found_body
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.organisation.drafts import draft_organisation
from folkmoot.halls.members.person.drafts import draft_person
from folkmoot.kit.actor import SECRETARIAT, Actor
from folkmoot.kit.text import Text

OFFICER_PASSWORD = "a quiet lighthouse keeper"


def found(name: str = "Assembly for an Open Internet") -> Body:
    """Found an invented body."""
    state = BodyState(
        name=Text.of(name, "en", ar="جمعية إنترنت مفتوح", zh_Hans="开放互联网大会"),
        notice=Text.of("Illustrative body: a demonstration", "en"),
        mark=12,
        languages=["en", "ar", "zh-Hans"],
        zone="Asia/Shanghai",
        area_list="none",
        origin="assembly.example/record",
        illustrative=True,
    )
    return found_body(Actor.operator(), state)


def appoint(email: str = "officer@assembly.example", name: str = "Ines Calvo") -> Account:
    """Give the secretariat's office to somebody with an account."""
    person = draft_person(Text.of(name, "es"))
    account = open_account(person, email, OFFICER_PASSWORD)
    give_office(Actor.operator(), person, SECRETARIAT)
    return account


def convene(slug: str = "2026", zone: str = "Asia/Shanghai") -> Edition:
    """Open an edition of two days."""
    return open_edition(
        Actor.operator(),
        slug,
        2026,
        title=Text.of("Edition of 2026", "en", ar="دورة 2026", zh_Hans="2026年大会"),
        theme=Text.of("An Internet for everyone", "en"),
        place=Text.of("Harbour City", "en"),
        starts=datetime.date(2026, 11, 19),
        ends=datetime.date(2026, 11, 20),
        zone=zone,
        languages=["en", "zh-Hans", "ar"],
        status="announced",
    )


@dataclass
class Programme:
    """The drafted rows of the small programme, by the name a test calls them."""

    edition: Edition
    rooms: dict[str, Room] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)


def at(day: int, hour: int, minute: int = 0) -> datetime.datetime:
    """A moment of November 2026 in the venue's zone, UTC+8."""
    return datetime.datetime(2026, 11, day, hour, minute, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))


def draft_programme(edition: Edition) -> Programme:
    """Draft six sessions: a keynote, a Chinese one, a night, a break, a cancelled one, one without time."""
    world = Programme(edition)
    venue = draft_venue(edition, Text.of("Congress Centre", "en", zh_Hans="会议中心"))
    world.rooms["plenary"] = draft_room(venue, Text.of("Plenary", "en"), capacity=1200)
    world.rooms["hall"] = draft_room(venue, Text.of("Hall A", "en"), capacity=400)
    main = draft_forum(edition, Text.of("Main forum", "en"), rank="main")
    sub = draft_forum(edition, Text.of("Artificial intelligence", "en", zh_Hans="人工智能论坛"))
    institute = draft_organisation(Text.of("Institute of Tides", "en"), "academia")
    for key, name, language in (
        ("okafor", "Mirembe Okafor", "en"),
        ("chen", "陈丽华", "zh-Hans"),
        ("haddad", "ليلى حداد", "ar"),
    ):
        world.speakers[key] = draft_speaker(
            edition, draft_person(Text.of(name, language)), organisation=institute, actor_kind="academia"
        )
    _draft_sessions(world, main, sub)
    cancel_session(world.sessions["farms"])
    return world


def _draft_sessions(world: Programme, main: Forum, sub: Forum) -> None:
    rooms, speakers, edition = world.rooms, world.speakers, world.edition
    world.sessions = {
        "opening": draft_session(
            edition,
            Text.of("Opening: an Internet for everyone", "en"),
            kind_code="keynote",
            forum=main,
            abstract=Text.of("The **first** hour.\n\n- Access\n- Trust", "en"),
            languages=["en"],
            interpretation=["ar", "zh-Hans"],
            slots=[(rooms["plenary"], at(19, 9), at(19, 11))],
            parts=[(speakers["okafor"], "keynote"), (speakers["haddad"], "moderator")],
        ),
        "models": draft_session(
            edition,
            Text.of("跨语言模型评估", "zh-Hans"),
            kind_code="panel",
            forum=sub,
            mode="hybrid",
            languages=["zh-Hans"],
            abstract=Text.of("如何比较不同语言的模型。", "zh-Hans"),
            slots=[(rooms["hall"], at(19, 10), at(19, 11))],
            parts=[(speakers["chen"], "panellist")],
        ),
        "night": draft_session(
            edition,
            Text.of("Night of open networks", "en"),
            kind_code="social",
            slots=[(rooms["hall"], at(20, 0, 30), at(20, 2))],
        ),
        "break": draft_session(
            edition, Text.of("Tea", "en"), is_break=True, slots=[(None, at(19, 11), at(19, 11, 30))]
        ),
        "farms": draft_session(
            edition,
            Text.of("Rural networks: three farms, three lessons", "en"),
            forum=sub,
            slots=[(rooms["hall"], at(20, 11), at(20, 12))],
        ),
        "later": draft_session(edition, Text.of("Closing statement", "en"), forum=main),
    }


@pytest.fixture
def body(db: None) -> Body:
    """A founded body."""
    return found()


@pytest.fixture
def officer(body: Body) -> Account:
    """An officer of the secretariat with a password."""
    return appoint()


@pytest.fixture
def actor(officer: Account) -> Actor:
    """The officer as an actor."""
    return actor_of(officer)


@pytest.fixture
def world(actor: Actor) -> Programme:
    """A drafted programme, nothing released."""
    return draft_programme(convene())


@pytest.fixture
def release(actor: Actor, world: Programme) -> Release:
    """The drafted programme, released once."""
    return release_timetable(actor, world.edition, "First", Text.of("The first programme.", "en"))
