"""Laying a day out as a grid: rooms as columns, five-minute lines as rows, so that durations are true.

A page's policy allows no styles inside it, so a cell says where it stands in a few classes (`fh1 fm6 th2 tm0 c3`:
from line 1 hour 6, to line 2 hours 0, third column) that the style sheet adds up. Hours in which no room holds
anything are folded, overlapping sessions of one room stand side by side in lanes, and what stands across rooms
spans them all unless something else happens meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from folkmoot.audit.programme import Occurrence, Programme, Room

LINE = timedelta(minutes=5)
HOUR = timedelta(hours=1)
LINES = 12
FOLDED = 3
LONG = timedelta(hours=12)
WIDEST = 96
MOST_LANES = 12
LATEST = 48 * LINES


@dataclass(frozen=True)
class Column:
    """A room's column: it begins at `place` (from one) and has as many lanes as sessions run side by side."""

    room: Room | None
    place: int
    lanes: int


@dataclass(frozen=True)
class Cell:
    """Where an occurrence stands: lines [start, end) and `span` columns from `place`; place 0 is across all."""

    occurrence: Occurrence
    start: int
    end: int
    place: int
    span: int

    @property
    def classes(self) -> str:
        """The classes of the style sheet that put the cell there."""
        lines = f"fh{self.start // LINES} fm{self.start % LINES} th{self.end // LINES} tm{self.end % LINES}"
        column = f"c{self.place}" if self.place else "across"
        return f"{lines} {column}" + (f" w{self.span}" if self.span > 1 else "")


@dataclass(frozen=True)
class Hour:
    """A line across the grid with its time; `folded` when the hours from here on are left out."""

    moment: datetime
    line: int
    folded: bool

    @property
    def classes(self) -> str:
        """The classes of the style sheet that put the line there."""
        return f"fh{self.line // LINES} fm{self.line % LINES}"


@dataclass(frozen=True)
class Grid:
    """A day laid out; cells stand in the order of the occurrences."""

    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    hours: tuple[Hour, ...]
    width: int

    @property
    def bottom(self) -> str:
        """The classes of the last line."""
        last = max(self.hours[-1].line, max(cell.end for cell in self.cells))
        return f"th{last // LINES} tm{last % LINES}"


@dataclass(frozen=True)
class _Span:
    """An occurrence with its interval in UTC, clipped to what the day's grid shows."""

    occurrence: Occurrence
    starts: datetime
    ends: datetime

    def meets(self, other: _Span) -> bool:
        """Whether the two half-open intervals overlap."""
        return self.starts < other.ends and other.starts < self.ends


def lay_out(programme: Programme, day: date) -> Grid | None:
    """Return the grid of a day, or None where it would be too wide or too long to read."""
    spans = [_clip(occurrence, programme, day) for occurrence in programme.on(day)]
    if not spans:
        return None
    hours, lines = _hours(spans, programme.zone)
    groups = _by_column(spans, programme.rooms)
    columns: list[Column] = []
    cells: dict[int, tuple[int, int]] = {}
    for room, held in groups:
        lanes = _lanes(held)
        column = Column(room, sum(c.lanes for c in columns) + 1, max(lane + wide for _, lane, wide in lanes))
        columns.append(column)
        cells.update({id(span): (column.place + lane, wide) for span, lane, wide in lanes})
    laid = tuple(_cell(span, lines, cells.get(id(span), (0, 1))) for span in spans)
    width = sum(column.lanes for column in columns)
    fits = width <= WIDEST and all(c.lanes <= MOST_LANES for c in columns) and max(c.end for c in laid) < LATEST
    return Grid(tuple(columns), laid, hours, max(1, width)) if fits else None


def _clip(occurrence: Occurrence, programme: Programme, day: date) -> _Span:
    """Half a day is shown whole; what lasts longer ends for the grid where the next day begins."""
    starts, ends = occurrence.slot.starts.astimezone(UTC), occurrence.slot.ends.astimezone(UTC)
    if ends - starts > LONG:
        hour, minute = programme.edition["day_change"].split(":")
        change = datetime.combine(day + timedelta(days=1), time(int(hour), int(minute)), programme.zone)
        ends = max(starts + LINE, min(ends, change.astimezone(UTC)))
    return _Span(occurrence, starts, max(ends, starts + LINE))


@dataclass(frozen=True)
class _Lines:
    """From moments to lines of the grid: for every hour from `origin` its first line, and whether it is folded."""

    origin: datetime
    hours: tuple[tuple[int, bool], ...]

    def of(self, moment: datetime) -> int:
        """Return the line at or before a moment (UTC)."""
        whole, rest = divmod(moment - self.origin, HOUR)
        line, folded = self.hours[whole]
        return line if folded else line + rest // LINE


def _hours(spans: Sequence[_Span], zone: ZoneInfo) -> tuple[tuple[Hour, ...], _Lines]:
    """Return the hour lines of a day and the mapping of moments; two or more empty hours fold into one gap."""
    first = min(span.starts for span in spans).astimezone(zone)
    origin = first.replace(minute=0, second=0, microsecond=0).astimezone(UTC)
    count = (max(span.ends for span in spans) - origin) // HOUR + 1
    busy = [_is_busy(spans, origin + n * HOUR) for n in range(count)]
    shown: list[Hour] = []
    mapped: list[tuple[int, bool]] = []
    line = 0
    for folded, run in _runs(busy):
        for n in run:
            mapped.append((line, folded))
            if not folded or n == run[0]:
                shown.append(Hour((origin + n * HOUR).astimezone(zone), line, folded))
            line += 0 if folded else LINES
        line += FOLDED if folded else 0
    return tuple(shown), _Lines(origin, tuple(mapped))


def _is_busy(spans: Iterable[_Span], hour: datetime) -> bool:
    return any(span.starts < hour + HOUR and span.ends > hour for span in spans)


def _runs(busy: Sequence[bool]) -> list[tuple[bool, list[int]]]:
    """Split the hours into runs, each with whether it is folded: empty, two hours or longer, and not the last."""
    runs = [(held, list(places)) for held, places in groupby(range(len(busy)), key=lambda n: busy[n])]
    return [(not held and len(places) > 1 and places[-1] + 1 < len(busy), places) for held, places in runs]


def _by_column(spans: Sequence[_Span], rooms: Iterable[Room]) -> list[tuple[Room | None, list[_Span]]]:
    """Return the spans of every column, rooms in their order.

    What has no room spans the grid; where it meets something else it stands in a first column of its own.
    """
    held: dict[str | None, list[_Span]] = {}
    for span in spans:
        room = span.occurrence.slot.room
        if room or any(span.meets(other) for other in spans if other is not span):
            held.setdefault(room.id if room else None, []).append(span)
    ordered: list[tuple[Room | None, list[_Span]]] = [(None, held[None])] if None in held else []
    return ordered + [(room, held[room.id]) for room in rooms if room.id in held]


def _lanes(spans: Sequence[_Span]) -> list[tuple[_Span, int, int]]:
    """Return span, lane and width in lanes: who meets nobody in the room takes its whole width."""
    free: list[datetime] = []
    placed = []
    for span in sorted(spans, key=lambda s: s.starts):
        lane = next((n for n, ends in enumerate(free) if ends <= span.starts), len(free))
        free[lane : lane + 1] = [span.ends]
        placed.append((span, lane))
    alone = {id(span) for span in spans if not any(span.meets(other) for other in spans if other is not span)}
    return [(span, lane, len(free) if id(span) in alone else 1) for span, lane in placed]


def _cell(span: _Span, lines: _Lines, where: tuple[int, int]) -> Cell:
    start = lines.of(span.starts)
    return Cell(span.occurrence, start, max(start + 1, lines.of(span.ends)), *where)
