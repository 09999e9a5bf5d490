"""Laying a day out as a grid: rooms as columns, five-minute lines as rows, so that durations are true.

A page's policy allows no styles inside it, so a cell says where it stands in a few classes (`fh1 fm6 th2 c3 k5`:
from hour 1 line 6 of the day, to hour 2, third column, room for so much text) that the style sheet adds up. More
rooms than stand side by side on a page make several parts, one below the other, each with its own heads and hours.
Hours in which no room of a part holds anything are folded, overlapping sessions of one room stand side by side in
lanes, and what stands across rooms spans them all unless something else happens meanwhile.
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
LONG = timedelta(hours=12)
SIDE_BY_SIDE = 7
MOST_LANES = 12
LATEST = 48 * LINES
# From how many lines on a cell has room for: the time above the title, two lines of title, three, a line of
# details, three of them, more of both.
ROOMY = (4, 6, 8, 10, 12, 18)


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
        column = f"c{self.place}" if self.place else "across"
        room = sum(self.end - self.start >= lines for lines in ROOMY)
        wide = f" w{self.span}" if self.span > 1 else ""
        return f"{_line('f', self.start)} {_line('t', self.end)} {column}{wide} k{room}"


@dataclass(frozen=True)
class Hour:
    """An hour of a part with its time; `folded` when it and the next ones are left out."""

    moment: datetime
    line: int
    folded: bool

    @property
    def classes(self) -> str:
        """The classes of the style sheet that put the line there."""
        return _line("f", self.line)


@dataclass(frozen=True)
class Part:
    """Rooms side by side; cells stand in the order of the occurrences, `bands` are those of the first part again."""

    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    bands: tuple[Cell, ...]
    hours: tuple[Hour, ...]

    @property
    def width(self) -> int:
        """How many columns there are, counting lanes."""
        return max(1, sum(column.lanes for column in self.columns))

    @property
    def rooms(self) -> int:
        """How many rooms there are."""
        return sum(column.room is not None for column in self.columns)


@dataclass(frozen=True)
class Grid:
    """A day laid out."""

    parts: tuple[Part, ...]

    @property
    def rooms(self) -> int:
        """How many rooms there are."""
        return sum(part.rooms for part in self.parts)


def _line(letter: str, line: int) -> str:
    """Return the classes of a line; the style sheet takes a missing second one as zero."""
    hour, rest = divmod(line, LINES)
    return f"{letter}h{hour} {letter}m{rest}" if rest else f"{letter}h{hour}"


@dataclass(frozen=True)
class _Span:
    """An occurrence with its interval in UTC, clipped to what the day's grid shows."""

    occurrence: Occurrence
    starts: datetime
    ends: datetime

    def meets(self, other: _Span) -> bool:
        """Whether the two half-open intervals overlap."""
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True)
class _Held:
    """What a column holds: spans with their lane and width in lanes."""

    room: Room | None
    spans: tuple[tuple[_Span, int, int], ...]

    @property
    def lanes(self) -> int:
        return max(lane + wide for _, lane, wide in self.spans)


def lay_out(programme: Programme, day: date, held: Sequence[Occurrence] | None = None) -> Grid | None:
    """Return the grid of a day, or of some of what it holds; None where that is too crowded or too long to read."""
    spans = [_clip(occurrence, programme, day) for occurrence in (programme.on(day) if held is None else held)]
    if not spans:
        return None
    columns = [_Held(room, tuple(_lanes(found))) for room, found in _by_column(spans, programme.rooms)]
    placed = {id(span) for column in columns for span, _, _ in column.spans}
    across = [span for span in spans if id(span) not in placed]
    origin = _origin(spans, programme.zone)
    if any(column.lanes > MOST_LANES for column in columns) or max(s.ends for s in spans) - origin >= LATEST * LINE:
        return None
    order = {id(span): number for number, span in enumerate(spans)}
    parts: list[Part] = []
    for group in _split(columns):
        cells = [(span, _cell(span, origin, place, wide)) for span, place, wide in _places(group)]
        bands = [(span, _cell(span, origin, 0, 1)) for span in across]
        hours = _hours([span for span, _ in cells + bands], origin, programme.zone)
        shown = sorted(cells if parts else cells + bands, key=lambda found: order[id(found[0])])
        parts.append(
            Part(_columns(group), tuple(c for _, c in shown), tuple(c for _, c in bands) if parts else (), hours)
        )
    return Grid(tuple(parts))


def _split(columns: Sequence[_Held]) -> list[list[_Held]]:
    """Split columns into parts of about the same width; without any there is one part for what stands across."""
    total = sum(column.lanes for column in columns)
    count = max(1, -(-total // SIDE_BY_SIDE))
    most = -(-total // count)
    parts: list[list[_Held]] = [[]]
    for column in columns:
        if parts[-1] and sum(c.lanes for c in parts[-1]) + column.lanes > most:
            parts.append([])
        parts[-1].append(column)
    return parts


def _columns(group: Sequence[_Held]) -> tuple[Column, ...]:
    found: list[Column] = []
    for held in group:
        found.append(Column(held.room, sum(c.lanes for c in found) + 1, held.lanes))
    return tuple(found)


def _places(group: Sequence[_Held]) -> list[tuple[_Span, int, int]]:
    """Return every span of a part with its column and width."""
    return [
        (span, column.place + lane, wide)
        for held, column in zip(group, _columns(group), strict=True)
        for span, lane, wide in held.spans
    ]


def _clip(occurrence: Occurrence, programme: Programme, day: date) -> _Span:
    """Half a day is shown whole; what lasts longer ends for the grid where the next day begins."""
    starts, ends = occurrence.slot.starts.astimezone(UTC), occurrence.slot.ends.astimezone(UTC)
    if ends - starts > LONG:
        hour, minute = programme.edition["day_change"].split(":")
        change = datetime.combine(day + timedelta(days=1), time(int(hour), int(minute)), programme.zone)
        ends = max(starts + LINE, min(ends, change.astimezone(UTC)))
    return _Span(occurrence, starts, max(ends, starts + LINE))


def _origin(spans: Sequence[_Span], zone: ZoneInfo) -> datetime:
    """Return the beginning of the first hour of a day, on the venue's clock."""
    first = min(span.starts for span in spans).astimezone(zone)
    return first.replace(minute=0, second=0, microsecond=0).astimezone(UTC)


def _hours(spans: Sequence[_Span], origin: datetime, zone: ZoneInfo) -> tuple[Hour, ...]:
    """Return the hours in which a part holds something; two or more empty ones in between fold into one gap."""
    first = (min(span.starts for span in spans) - origin) // HOUR
    last = -(-(max(span.ends for span in spans) - origin) // HOUR)
    busy = [_is_busy(spans, origin + n * HOUR) for n in range(first, last)]
    return tuple(
        Hour((origin + (first + n) * HOUR).astimezone(zone), (first + n) * LINES, folded)
        for folded, run in _runs(busy)
        for n in (run[:1] if folded else run)
    )


def _is_busy(spans: Iterable[_Span], hour: datetime) -> bool:
    return any(span.starts < hour + HOUR and span.ends > hour for span in spans)


def _runs(busy: Sequence[bool]) -> list[tuple[bool, list[int]]]:
    """Split the hours into runs, each with whether it is folded: empty, and two hours or longer."""
    runs = [(held, list(places)) for held, places in groupby(range(len(busy)), key=lambda n: busy[n])]
    return [(not held and len(places) > 1, places) for held, places in runs]


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


def _cell(span: _Span, origin: datetime, place: int, wide: int) -> Cell:
    start, end = (span.starts - origin) // LINE, (span.ends - origin) // LINE
    return Cell(span.occurrence, start, max(start + 1, end), place, wide)
