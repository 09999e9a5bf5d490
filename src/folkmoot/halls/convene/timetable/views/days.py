"""The programme day by day: a timeline, and on a wide screen rooms side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from folkmoot.audit.programme import Forum, Occurrence, Room, TextJSON
from folkmoot.halls.convene.timetable import grid
from folkmoot.halls.convene.timetable.addresses import short
from folkmoot.halls.convene.timetable.grid import Column
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rows import Lister, Row
from folkmoot.halls.convene.timetable.views.released import full, show, with_filters
from folkmoot.halls.convene.timetable.wording import count_changes
from folkmoot.kit.dates import number
from folkmoot.kit.identifier import PATTERN

MANY_ROOMS = 21


@dataclass(frozen=True)
class DayLink:
    """A day in the row of days; `starts` and `ends` bound what happens on it."""

    day: date
    path: str
    count: int
    rooms: int
    starts: datetime
    ends: datetime
    current: bool = False


@dataclass(frozen=True)
class Head:
    """The head of a column: the page of its room, and the languages spoken in it on the day."""

    column: Column
    path: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """Rooms that stand side by side, with a name where there are several parts; `level` is that of its headings."""

    laid: grid.Part
    label: str
    level: int
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    bands: tuple[Row, ...]


@dataclass(frozen=True)
class Choice:
    """A room or forum to which a day can be narrowed."""

    value: str
    name: TextJSON
    chosen: bool


@dataclass(frozen=True)
class Choices:
    """Choices of one kind."""

    label: str
    choices: tuple[Choice, ...]


def day_links(published: Published, current: date | None = None) -> list[DayLink]:
    """Return the row of days."""
    found = []
    for day in published.programme.days:
        held = published.programme.on(day)
        rooms = {o.slot.room.id for o in held if o.slot.room}
        ends = max(o.slot.ends for o in held)
        count = sum(not o.session.is_break for o in held)
        path = published.addresses.day(day)
        found.append(DayLink(day, path, count, len(rooms), held[0].slot.starts, ends, day == current))
    return found


@with_filters(only=f"(room|forum)-{PATTERN}")
def day(request: HttpRequest, published: Published, day: date) -> HttpResponse:
    """Show a day, or what of it is in one room or forum."""
    if day not in published.programme.days:
        raise Http404(f"Nothing is released for {day}.")
    only = request.GET.get("only", "")
    everything = published.programme.on(day)
    held = _narrowed(everything, only)
    laid = grid.lay_out(published.programme, day, held)
    lister = Lister(published.programme, published.addresses, published.counted.moved if published.counted else ())
    context = {
        "day": day,
        "path": published.addresses.day(day),
        "starts": held[0].slot.starts,
        "days": day_links(published, day),
        "parts": _parts(published, lister, laid) if laid else (),
        "rows": () if laid else tuple(lister.row(found.session, found.slot) for found in held),
        "only": only,
        "choices": _choices(published, everything, only),
        "without_time": () if only else lister.without_time(published.programme.sessions),
        "changes": count_changes(published.counted),
    }
    return show(request, published, "day", context, bundle=published.addresses.file("day", day=day))


def _narrowed(held: Sequence[Occurrence], only: str) -> Sequence[Occurrence]:
    """Return what is in one room or forum of the day; one that holds nothing is not found."""
    kind, _dash, identifier = only.partition("-")
    wanted = full(kind, identifier)
    if kind == "room":
        held = [found for found in held if found.slot.room and found.slot.room.id == wanted]
    elif kind == "forum":
        held = [found for found in held if found.session.forum and found.session.forum.id == wanted]
    if not held:
        raise Http404(f"Nothing of {wanted} is released for this day.")
    return held


def _choices(published: Published, held: Sequence[Occurrence], only: str) -> tuple[Choices, ...]:
    """Return what a day of many rooms can be narrowed to, as far as it holds something of it."""
    rooms = {found.slot.room.id for found in held if found.slot.room}
    forums = {found.session.forum.id for found in held if found.session.forum}
    if len(rooms) <= MANY_ROOMS:
        return ()
    groups = (
        Choices(_("Forums"), tuple(_choice(f, only) for f in published.programme.forums if f.id in forums)),
        Choices(_("Rooms"), tuple(_choice(room, only) for room in published.programme.rooms if room.id in rooms)),
    )
    return tuple(group for group in groups if group.choices)


def _choice(place: Room | Forum, only: str) -> Choice:
    value = f"{place.id.partition(':')[0]}-{short(place.id)}"
    return Choice(value, place.name, value == only)


def _parts(published: Published, lister: Lister, laid: grid.Grid) -> list[Part]:
    several, before, parts = len(laid.parts) > 1, 0, []
    for part in laid.parts:
        label = _label(before + 1, before + part.rooms) if several else ""
        rows, bands = lister.in_cells(part.cells), lister.in_cells(part.bands)
        parts.append(Part(part, label, 3 if several else 2, _heads(published, part), rows, bands))
        before += part.rooms
    return parts


def _label(first: int, last: int) -> str:
    words = _("Room %(first)s") if last <= first else _("Rooms %(first)s–%(last)s")
    return words % {"first": number(first), "last": number(last)}


def _heads(published: Published, part: grid.Part) -> tuple[Head, ...]:
    spoken: dict[str, dict[str, None]] = {}
    for cell in part.cells:
        if cell.occurrence.slot.room:
            found = spoken.setdefault(cell.occurrence.slot.room.id, {})
            found.update(dict.fromkeys(cell.occurrence.session.languages))
    heads = []
    for column in part.columns:
        room = column.room.id if column.room else ""
        path = published.addresses.of("room", room) if room else ""
        heads.append(Head(column, path, tuple(spoken.get(room, ()))))
    return tuple(heads)
