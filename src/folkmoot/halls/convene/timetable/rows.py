"""Sessions as lines of a list: what stands in a line, in which order, in which shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from folkmoot.audit.programme import Occurrence, PersonSheet, Programme, Room, Session, Slot, TextJSON
from folkmoot.halls.convene.session.enums import Mode
from folkmoot.halls.convene.timetable.addresses import Addresses
from folkmoot.halls.convene.timetable.comparing import Move
from folkmoot.halls.convene.timetable.grid import Cell

EDGES = 5
NAMED = 3


@dataclass(frozen=True)
class Row:
    """A session in one of its slots, or without one; `day` is the programme day and `cell` its place in a grid."""

    session: Session
    slot: Slot | None
    day: date | None
    path: str
    kind: TextJSON | None
    local_date: date | None
    mode: str
    moved_from: datetime | None = None
    cell: str = ""

    @property
    def edge(self) -> str:
        """The class of the forum's edge of colour."""
        return edge_of(self.session)

    @property
    def duration(self) -> str:
        """How long the slot is, in words."""
        return duration(self.slot) if self.slot else ""

    @property
    def room(self) -> Room | None:
        """Where it is."""
        return self.slot.room if self.slot else None

    @property
    def late(self) -> bool:
        """Whether it starts past midnight, on the date after the programme day it belongs to."""
        return self.local_date != self.day

    @property
    def tagged(self) -> bool:
        """Whether there is a word above the title: the status, the forum or the kind."""
        return bool(self.session.cancelled or self.session.forum or self.kind)

    @property
    def described(self) -> bool:
        """Whether there is a line below the title."""
        session = self.session
        return bool(self.room or session.mode != Mode.ON_SITE or session.parts or session.languages or self.moved_from)

    @property
    def linked(self) -> bool:
        """Whether there is more to read than the title: a break without a text has no page worth a visit."""
        session = self.session
        return not session.is_break or any(text["texts"] for text in (session.abstract, session.description))

    @property
    def moved_day(self) -> bool:
        """Whether it moved from another day."""
        return bool(self.moved_from and self.moved_from.date() != self.local_date)

    @cached_property
    def named(self) -> tuple[PersonSheet, ...]:
        """Who is named in the line: everybody when few, nobody when many."""
        people = tuple(part.person for part in self.session.parts)
        return people if len(people) <= NAMED else ()

    @property
    def speakers(self) -> str:
        """How many speakers there are, where they are too many to be named."""
        count = len(self.session.parts)
        if count <= NAMED:
            return ""
        return ngettext("%(count)d speaker", "%(count)d speakers", count) % {"count": count}


@dataclass(frozen=True)
class DayRows:
    """A day and its lines."""

    day: date
    path: str
    rows: tuple[Row, ...]


def edge_of(session: Session) -> str:
    """Return the class of the forum's edge: five colours in the order of the forums, none without a forum."""
    return f"edge-{session.forum.place % EDGES + 1}" if session.forum else "edge-none"


def duration(slot: Slot) -> str:
    """Return the length of a slot in hours and minutes."""
    hours, minutes = divmod(int((slot.ends - slot.starts).total_seconds()) // 60, 60)
    if not hours:
        return _("%(minutes)d min") % {"minutes": minutes}
    if not minutes:
        return _("%(hours)d h") % {"hours": hours}
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}


@dataclass(frozen=True)
class Lister:
    """Makes lines of one programme; `moves` says from where sessions moved with this release."""

    programme: Programme
    addresses: Addresses
    moves: tuple[Move, ...] = ()

    @cached_property
    def _from(self) -> dict[str, datetime]:
        """When a session that has one slot, before and now, started before."""
        single = [move for move in self.moves if len(move.before) == len(move.after) == 1]
        times = [(move.session.id, move.before[0].starts, move.after[0].starts) for move in single]
        return {name: before.astimezone(self.programme.zone) for name, before, after in times if before != after}

    @cached_property
    def _modes(self) -> dict[str, str]:
        return {choice.value: str(choice.label) for choice in Mode}

    def row(self, session: Session, slot: Slot | None, cell: str = "") -> Row:
        """Return the line of a session in a slot."""
        kinds: Mapping[str, Any] = self.programme.kinds
        return Row(
            session=session, slot=slot, path=self.addresses.of("session", session.id),
            day=self.programme.day_of(slot.starts) if slot else None,
            local_date=slot.starts.astimezone(self.programme.zone).date() if slot else None,
            kind=kinds.get(session.kind), mode=self._modes.get(session.mode, session.mode),
            moved_from=self._from.get(session.id), cell=cell,
        )  # fmt: skip

    def in_cells(self, cells: Iterable[Cell]) -> tuple[Row, ...]:
        """Return the lines of what a grid holds, with their places in it."""
        return tuple(self.row(cell.occurrence.session, cell.occurrence.slot, cell.classes) for cell in cells)

    def by_day(self, occurrences: Iterable[Occurrence]) -> tuple[DayRows, ...]:
        """Return lines day by day, in the order given."""
        days: dict[date, list[Row]] = {}
        for found in occurrences:
            days.setdefault(self.programme.day_of(found.slot.starts), []).append(self.row(found.session, found.slot))
        return tuple(DayRows(day, self.addresses.day(day), tuple(days[day])) for day in sorted(days))

    def without_time(self, sessions: Iterable[Session]) -> tuple[Row, ...]:
        """Return the lines of those sessions that have no time yet."""
        return tuple(self.row(session, None) for session in sessions if not session.slots)

    def occurrences(self) -> tuple[Occurrence, ...]:
        """Return everything that has a time, in order."""
        return tuple(found for day in self.programme.days for found in self.programme.on(day))
