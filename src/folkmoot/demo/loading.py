"""Bringing the content into the house, through drafts and acts, stage by stage.

How many releases there are says how far an earlier, interrupted run came; every stage can be repeated. When all of it
is there, nothing is touched, whatever has been changed on the desk since.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from folkmoot.demo import identity
from folkmoot.demo.archives.compilation import ARCHIVES
from folkmoot.demo.history import Content, build
from folkmoot.demo.officer import appoint_officer
from folkmoot.demo.organisations import organisations
from folkmoot.demo.plan import DAYS, FIRST_DAY, SessionPlan, SpeakerPlan, State
from folkmoot.halls.convene.archive.acts import describe_archive
from folkmoot.halls.convene.archive.queries import archives
from folkmoot.halls.convene.edition.acts import open_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import editions
from folkmoot.halls.convene.forum.drafts import draft_forum
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.drafts import (
    PartRow,
    SlotRow,
    cast_session,
    change_session,
    draft_session,
    place_session,
    withdraw_session,
)
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.drafts import change_speaker, draft_speakers
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.queries import releases
from folkmoot.halls.convene.venue.drafts import draft_room, draft_venue
from folkmoot.halls.convene.venue.models import Room
from folkmoot.halls.members.organisation.drafts import draft_organisations
from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.halls.members.person.drafts import draft_people
from folkmoot.halls.members.vocabulary.acts import adopt_vocabulary
from folkmoot.halls.members.vocabulary.defaults import KINDS_OF_ACTOR, KINDS_OF_ACTOR_TITLE
from folkmoot.kit.actor import Actor

Say = Callable[[str], None]


def is_loaded() -> bool:
    """Whether everything is there; the archives come last."""
    there = set(archives().values_list("slug", flat=True))
    return {archive.slug for archive in ARCHIVES} <= there


def load(say: Say) -> None:
    """Load what is not there yet; `say` receives a line for each stage."""
    if is_loaded():
        return
    operator = Actor.operator()
    appoint_officer(operator)
    adopt_vocabulary(operator, "kinds-of-actor", KINDS_OF_ACTOR_TITLE, KINDS_OF_ACTOR)
    adopt_vocabulary(operator, "session-kinds", identity.SESSION_KINDS_TITLE, identity.SESSION_KINDS)
    content = build()
    edition = editions().filter(slug=identity.SLUG).first() or _open(operator)
    _load_programme(operator, edition, content, say)
    for archive in ARCHIVES:
        say(f"Archive: {archive.title}")
        describe_archive(operator, archive.slug, archive.title, archive.facts())


def _open(operator: Actor) -> Edition:
    return open_edition(
        operator, identity.SLUG, identity.YEAR, title=identity.TITLE, theme=identity.THEME, place=identity.PLACE,
        starts=FIRST_DAY, ends=FIRST_DAY + datetime.timedelta(days=DAYS - 1), zone=identity.ZONE,
        languages=list(identity.WORKING_LANGUAGES), status="announced",
    )  # fmt: skip


def _load_programme(operator: Actor, edition: Edition, content: Content, say: Say) -> None:
    """Go through the stages that are missing: draft, release, draft, release, and what is left on the desk."""
    done = releases(edition).count()
    if done == 0 and not edition.speakers.exists():
        say(f"Drafting {len(content.speakers)} speakers, {len(identity.ROOMS)} rooms, {len(identity.FORUMS)} forums")
        _draft_ground(edition, content.speakers)
    before: Mapping[str, SessionPlan] = content.releases[done - 1].state.sessions if done else {}
    for plan in content.releases[done:]:
        bring_to(edition, before, plan.state, content.speakers)
        release = release_timetable(operator, edition, plan.name, plan.notes, erratum=plan.erratum)
        say(f"Release {release.number}, “{plan.name}”: {len(plan.state.sessions)} sessions and breaks")
        before = plan.state.sessions
    bring_to(edition, before, content.left, content.speakers)


def _draft_ground(edition: Edition, speakers: Iterable[SpeakerPlan]) -> None:
    """Draft what the sessions stand on: venues, rooms, forums, organisations, people."""
    plans = list(speakers)
    with transaction.atomic():
        venues = {
            key: draft_venue(edition, name, address_lines=lines) for key, (name, lines) in identity.VENUES.items()
        }
        for room in identity.ROOMS:
            draft_room(
                venues[room.venue], room.name, external=str(room.name), capacity=room.capacity,
                equipment=room.equipment, online=room.online,
            )  # fmt: skip
        for forum in identity.FORUMS:
            draft_forum(edition, forum.name, external=str(forum.name), rank=forum.rank)
        houses = draft_organisations((house.name, house.actor_kind, "") for house in organisations())
        people = draft_people(plan.name for plan in plans)
        draft_speakers(
            edition,
            [(person, _participation(plan, houses)) for person, plan in zip(people, plans, strict=True)],
        )


def _participation(plan: SpeakerPlan, houses: list[Organisation]) -> dict[str, Any]:
    return {
        "external": str(plan.name),
        "organisation": None if plan.organisation is None else houses[plan.organisation],
        "actor_kind": plan.actor_kind,
        "biography": plan.biography,
        "shown": plan.shown,
        "pseudonym": plan.pseudonym,
    }


def guid_of(key: str) -> str:
    """Return the guid of a session, the same in every installation of the demonstration."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://{identity.ORIGIN}/{identity.SLUG}/{key}"))


@dataclass(frozen=True)
class _Drafted:
    """What is drafted already: rooms, forums and speakers as the plan calls them, sessions by guid."""

    rooms: Mapping[str, Room]
    forums: Mapping[str, Forum]
    speakers: Sequence[Speaker]
    sessions: Mapping[str, Session]

    @classmethod
    def of(cls, edition: Edition, speakers: Iterable[SpeakerPlan]) -> _Drafted:
        rooms = {room.external: room for room in Room.objects.filter(venue__edition=edition)}
        forums = {forum.external: forum for forum in edition.forums.all()}
        people = {speaker.external: speaker for speaker in edition.speakers.all()}
        return cls(
            {plan.key: rooms[str(plan.name)] for plan in identity.ROOMS},
            {plan.key: forums[str(plan.name)] for plan in identity.FORUMS},
            [people[str(plan.name)] for plan in speakers],
            {session.guid: session for session in edition.sessions.all()},
        )

    def slots(self, plan: SessionPlan) -> list[SlotRow]:
        return [(self.rooms[s.room] if s.room else None, s.starts, s.ends) for s in plan.slots]

    def parts(self, plan: SessionPlan) -> list[PartRow]:
        return [(self.speakers[who], role) for who, role in plan.parts]

    def fields(self, plan: SessionPlan) -> dict[str, Any]:
        return {
            "title": plan.title, "abstract": plan.abstract, "kind_code": plan.kind,
            "forum": self.forums[plan.forum] if plan.forum else None, "status": plan.status, "mode": plan.mode,
            "on_record": plan.on_record, "recorded": plan.recorded, "is_break": plan.is_break,
            "languages": list(plan.languages), "interpretation": list(plan.interpretation),
            "expected": plan.expected, "link": plan.link,
        }  # fmt: skip


def bring_to(
    edition: Edition, before: Mapping[str, SessionPlan], state: State, speakers: tuple[SpeakerPlan, ...]
) -> None:
    """Bring the draft from one state to the next; doing it twice does no harm."""
    with transaction.atomic():
        drafted = _Drafted.of(edition, speakers)
        _announce(drafted, state, speakers)
        for key in before.keys() - state.sessions.keys():
            if session := drafted.sessions.get(guid_of(key)):
                withdraw_session(session)
        for key, plan in state.sessions.items():
            if plan != before.get(key):
                _write(edition, drafted, plan)


def _announce(drafted: _Drafted, state: State, speakers: tuple[SpeakerPlan, ...]) -> None:
    """Hide the speakers who are not announced yet, and show the others as they wish."""
    for number, (plan, speaker) in enumerate(zip(speakers, drafted.speakers, strict=True)):
        shown = "hidden" if number in state.unannounced else plan.shown
        if speaker.shown != shown:
            change_speaker(speaker, shown=shown)


def _write(edition: Edition, drafted: _Drafted, plan: SessionPlan) -> None:
    session = drafted.sessions.get(guid_of(plan.key))
    if session is None:
        fields = drafted.fields(plan) | {"guid": guid_of(plan.key)}
        title = fields.pop("title")
        draft_session(edition, title, slots=drafted.slots(plan), parts=drafted.parts(plan), **fields)
        return
    change_session(session, **drafted.fields(plan))
    place_session(session, drafted.slots(plan))
    cast_session(session, drafted.parts(plan))
