"""Which sheets stand behind a page: what somebody needs to check it, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from folkmoot.audit.programme import Programme, Session

Thing = TypeVar("Thing")


class NothingThereError(LookupError):
    """The released programme holds nothing of that name."""


def sheets_of(sessions: Iterable[Session]) -> list[str]:
    """Return the sheets of sessions and of the people in them, each once."""
    found: dict[str, None] = {}
    for session in sessions:
        found[session.sheet] = None
        found.update(dict.fromkeys(part.person.sheet for part in session.parts))
    return list(found)


def of_programme(programme: Programme) -> list[str]:
    """Return every sheet."""
    return [session.sheet for session in programme.sessions] + [person.sheet for person in programme.people]


def of_people(programme: Programme) -> list[str]:
    """Return the sheets of everybody."""
    return [person.sheet for person in programme.people]


def of_day(programme: Programme, day: date) -> list[str]:
    """Return the sheets of a day, and of what has no time yet."""
    held = [occurrence.session for occurrence in programme.on(day)]
    return sheets_of(_something([*held, *programme.unscheduled] if held else [], str(day)))


def of_session(programme: Programme, identifier: str) -> list[str]:
    """Return the sheets of a session."""
    found = programme.session(identifier)
    return sheets_of(_something([found] if found else [], identifier))


def of_speaker(programme: Programme, identifier: str) -> list[str]:
    """Return the sheets of somebody and of their sessions."""
    person = programme.person(identifier)
    if person is None:
        raise NothingThereError(identifier)
    return [person.sheet] if person.withheld else sheets_of(programme.sessions_of(identifier))


def of_room(programme: Programme, identifier: str) -> list[str]:
    """Return the sheets of what happens in a room."""
    _something([room for room in programme.rooms if room.id == identifier], identifier)
    return sheets_of(s for s in programme.sessions if any(slot.room and slot.room.id == identifier for slot in s.slots))


def of_forum(programme: Programme, identifier: str) -> list[str]:
    """Return the sheets of a forum's sessions."""
    _something([forum for forum in programme.forums if forum.id == identifier], identifier)
    return sheets_of(s for s in programme.sessions if s.forum and s.forum.id == identifier)


def _something(found: list[Thing], name: str) -> list[Thing]:
    if not found:
        raise NothingThereError(name)
    return found
