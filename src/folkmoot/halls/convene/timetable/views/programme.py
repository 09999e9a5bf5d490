"""The programme as a whole, and day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse

from folkmoot.halls.convene.timetable.grid import Column, Grid, lay_out
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rows import Lister
from folkmoot.halls.convene.timetable.views.released import of_release, show
from folkmoot.halls.convene.timetable.wording import count_changes

SHORT_PROGRAMME = 120
MANY_COLUMNS = 6


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


@of_release
def programme(request: HttpRequest, published: Published) -> HttpResponse:
    """Show all days; a short programme with its sessions, a long one day by day with links."""
    lister = Lister(published.programme, published.addresses)
    occurrences = lister.occurrences()
    context = {
        "days": day_links(published),
        "listed": lister.by_day(occurrences) if len(occurrences) <= SHORT_PROGRAMME else (),
        "without_time": lister.without_time(published.programme.sessions),
        "changes": count_changes(published.counted),
    }
    return show(request, published, "programme", context, bundle=published.addresses.file("programme"))


@of_release
def day(request: HttpRequest, published: Published, day: date) -> HttpResponse:
    """Show a day: a list that a wide screen lays out as a grid."""
    if day not in published.programme.days:
        raise Http404(f"Nothing is released for {day}.")
    grid = lay_out(published.programme, day)
    lister = Lister(published.programme, published.addresses, published.counted.moved if published.counted else ())
    context = {
        "day": day,
        "days": day_links(published, day),
        "grid": grid,
        "many": grid is not None and grid.width > MANY_COLUMNS,
        "heads": _heads(published, grid) if grid else (),
        "rows": lister.on(day, grid),
        "without_time": lister.without_time(published.programme.sessions),
        "changes": count_changes(published.counted),
    }
    return show(request, published, "day", context, bundle=published.addresses.file("day", day=day))


def _heads(published: Published, grid: Grid) -> list[Head]:
    spoken: dict[str, dict[str, None]] = {}
    for cell in grid.cells:
        if cell.occurrence.slot.room:
            found = spoken.setdefault(cell.occurrence.slot.room.id, {})
            found.update(dict.fromkeys(cell.occurrence.session.languages))
    heads = []
    for column in grid.columns:
        room = column.room.id if column.room else ""
        path = published.addresses.of("room", room) if room else ""
        heads.append(Head(column, path, tuple(spoken.get(room, ()))))
    return heads
