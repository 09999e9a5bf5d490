"""Rooms and people in two places at once, in the programme as it would stand after an import."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from folkmoot.engines.timetable import Conflict, Room, Session, Slot, TimetableProblem, find_conflicts
from folkmoot.halls.convene.session.enums import SessionStatus
from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import Remark
from folkmoot.halls.convene.timetable.importers.plan import Clash, Values


@dataclass(frozen=True)
class Placed:
    """A session as it would stand: its values (see `proposals`), what to call it, how many are expected."""

    key: str
    title: str
    values: Values
    expected: int | None = None


def find_clashes(
    sessions: Iterable[Placed], capacities: Mapping[str, int | None], names: Mapping[str, str], zone: str
) -> list[Clash]:
    """Return every clash with both sessions named; cancelled and withdrawn sessions need no room and nobody."""
    held = [one for one in sessions if one.values["status"] == SessionStatus.CONFIRMED]
    problem = TimetableProblem(
        tuple(_session(one) for one in held),
        tuple(Room(reference, capacity) for reference, capacity in capacities.items()),
    )
    titles = {one.key: one.title for one in held}
    return [_in_words(conflict, titles, names, ZoneInfo(zone)) for conflict in find_conflicts(problem).conflicts]


def _session(one: Placed) -> Session:
    slots = tuple(Slot(_seconds(starts), _seconds(ends), room or None) for starts, ends, room in one.values["slots"])
    people = tuple(reference for reference, _role in one.values["people"])
    return Session(one.key, slots, people, one.expected)


def _seconds(moment: str) -> int:
    return int(datetime.datetime.fromisoformat(moment).timestamp())


def _in_words(conflict: Conflict, titles: Mapping[str, str], names: Mapping[str, str], zone: ZoneInfo) -> Clash:
    params: dict[str, Any] = dict(conflict.params)
    for name in ("first", "second"):
        if name in params:
            params[name] = f"“{shorten(titles[params[name]])}”"
    for name in ("room", "person"):
        if name in params:
            params[name] = names.get(params[name], params[name])
    for name in ("start", "end"):
        local = datetime.datetime.fromtimestamp(params[name], zone)
        params[name] = local.strftime("%Y-%m-%d %H:%M" if name == "start" else "%H:%M")
    return Clash(conflict.kind.value, Remark(None, conflict.message, params))
