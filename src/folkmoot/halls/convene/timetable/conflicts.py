"""Contradictions in the draft of a programme, as sentences that name sessions, rooms, people and local times."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.utils.translation import get_language, gettext

from folkmoot.engines import timetable as engine
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.enums import SessionStatus
from folkmoot.halls.convene.session.models import Appearance, Session
from folkmoot.halls.convene.venue.models import Room
from folkmoot.kit.dates import moment_of_year
from folkmoot.kit.phrases import quoted
from folkmoot.kit.text import Text


@dataclass(frozen=True)
class DraftConflict:
    """One contradiction: a sentence, what kind it is, and the sessions it is between (one for a room too small)."""

    kind: str
    sentence: str
    sessions: tuple[Session, ...]


def conflicts_in(edition: Edition) -> list[DraftConflict]:
    """Return what contradicts itself in the draft of an edition; cancelled and unreleased sessions need no room."""
    sessions = list(_sessions(edition))
    rooms = list(Room.objects.filter(venue__edition=edition))
    report = engine.find_conflicts(
        engine.TimetableProblem(
            tuple(_claims(session) for session in sessions),
            tuple(engine.Room(room.address, None if room.online else room.capacity) for room in rooms),
        )
    )
    known = {session.address: session for session in sessions}
    words = _Words(_names(sessions, rooms), ZoneInfo(edition.zone), get_language() or "en")
    return [
        DraftConflict(found.kind.value, words.sentence(found), tuple(known[address] for address in found.sessions))
        for found in report.conflicts
    ]


def _sessions(edition: Edition) -> list[Session]:
    appearances = Prefetch("appearances", Appearance.objects.select_related("speaker__person"))
    sessions = edition.sessions.filter(status=SessionStatus.CONFIRMED)
    return list(sessions.prefetch_related("slots__room", appearances).order_by("public_id"))


def _claims(session: Session) -> engine.Session:
    return engine.Session(
        session.address,
        tuple(
            engine.Slot(_seconds(slot.starts), _seconds(slot.ends), slot.room.address if slot.room else None)
            for slot in session.slots.all()
        ),
        tuple(part.speaker.person.address for part in session.appearances.all()),
        session.expected,
    )


def _seconds(moment: datetime.datetime) -> int:
    return int(moment.timestamp())


def _names(sessions: list[Session], rooms: list[Room]) -> dict[str, Text]:
    people = {part.speaker.person.address: part.speaker.person.name for s in sessions for part in s.appearances.all()}
    return {s.address: s.title for s in sessions} | {room.address: room.name for room in rooms} | people


@dataclass(frozen=True)
class _Words:
    """What stands for identifiers and seconds in a sentence."""

    names: Mapping[str, Text]
    zone: ZoneInfo
    language: str

    def sentence(self, conflict: engine.Conflict) -> str:
        """Return a conflict as a sentence in the reader's language, times as they are at the venue."""
        params = {name: self._word(name, value) for name, value in conflict.params.items()}
        return gettext(conflict.message) % params

    def _word(self, name: str, value: str | int) -> str:
        if name in {"start", "end"}:
            return moment_of_year(datetime.datetime.fromtimestamp(int(value), self.zone))
        if name in {"expected", "capacity"}:
            return str(value)
        # Isolated, so that a title from right to left does not turn the sentence around it.
        return f"\u2068{quoted(str(self.names[str(value)].shown_in(self.language)))}\u2069"
