"""Laying a day out as a grid."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.audit.programme import NOTHING, Programme, Room, Session, Slot
from folkmoot.halls.convene.timetable.grid import Cell, Grid, lay_out

DAY = date(2026, 11, 19)
ROOMS = tuple(Room(f"room:{n}", NOTHING, NOTHING, None, NOTHING, False) for n in range(3))


def programme(*rows: tuple[int | None, datetime, int], zone: str = "Asia/Shanghai") -> Programme:
    """Sessions as (room, start, minutes)."""
    sessions = tuple(
        Session(
            f"session:{n}", "", False, NOTHING, NOTHING, NOTHING, NOTHING, "", (), None, "", "confirmed", "on-site",
            "on-record", True, False, (), (),
            (Slot(start, start + timedelta(minutes=minutes), None if room is None else ROOMS[room]),), (),
        )
        for n, (room, start, minutes) in enumerate(rows)
    )  # fmt: skip
    return Programme("", {"zone": zone, "day_change": "06:00"}, {}, {}, (), ROOMS, sessions, ())


def at(hour: int, minute: int = 0, day: int = 19, zone: str = "Asia/Shanghai") -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(zone))


def laid(*rows: tuple[int | None, datetime, int]) -> Grid:
    grid = lay_out(programme(*rows), DAY)
    assert grid is not None
    return grid


def cell(grid: Grid, number: int) -> Cell:
    return next(c for c in grid.cells if c.occurrence.session.id == f"session:{number}")


def test_an_hour_is_twelve_lines_and_rooms_are_columns() -> None:
    grid = laid((0, at(9), 60), (1, at(9, 30), 90))
    assert (cell(grid, 0).start, cell(grid, 0).end, cell(grid, 0).place) == (0, 12, 1)
    assert (cell(grid, 1).start, cell(grid, 1).end, cell(grid, 1).place) == (6, 24, 2)
    assert cell(grid, 1).classes == "fh0 fm6 th2 tm0 c2"


def test_a_room_without_a_session_has_no_column() -> None:
    assert [column.room for column in laid((2, at(9), 60)).columns] == [ROOMS[2]]


def test_a_break_spans_all_rooms_unless_something_happens_meanwhile() -> None:
    alone = laid((0, at(9), 60), (None, at(10), 30))
    assert "across" in cell(alone, 1).classes
    busy = laid((0, at(9), 90), (None, at(10), 30))
    assert busy.columns[0].room is None
    assert cell(busy, 1).place == 1


def test_overlapping_sessions_of_a_room_stand_side_by_side() -> None:
    grid = laid((0, at(9), 60), (0, at(9, 30), 60), (0, at(11), 60))
    assert grid.width == 2
    assert {cell(grid, 0).place, cell(grid, 1).place} == {1, 2}
    assert cell(grid, 2).span == 2


def test_empty_hours_are_folded() -> None:
    grid = laid((0, at(9), 60), (0, at(0, 30, day=20), 60))
    folded = [hour for hour in grid.hours if hour.folded]
    assert [hour.moment.hour for hour in folded] == [10]
    assert cell(grid, 1).start < 24


def test_hours_are_labelled_with_the_venues_clock_across_a_change_of_the_clocks() -> None:
    zone = "Europe/Berlin"
    start = datetime(2026, 10, 25, 1, tzinfo=ZoneInfo(zone)) - timedelta(days=0)
    found = lay_out(programme((0, start, 240), zone=zone), date(2026, 10, 24))
    assert found is not None
    assert [hour.moment.hour for hour in found.hours][:4] == [1, 2, 2, 3]


def test_a_session_of_days_is_clipped_where_the_next_day_begins() -> None:
    grid = laid((0, at(9), 60 * 60), (1, at(10), 60))
    assert cell(grid, 0).end == 21 * 12


def test_a_grid_too_wide_to_read_is_no_grid() -> None:
    rows = [(0, at(9), 60)] * 13
    assert lay_out(programme(*rows), DAY) is None


@given(
    st.lists(
        st.tuples(st.sampled_from([0, 1, 2, None]), st.integers(0, 500), st.integers(0, 200)), min_size=1, max_size=12
    )
)
def test_no_two_cells_cover_each_other(rows: list[tuple[int | None, int, int]]) -> None:
    grid = lay_out(
        programme(*[(room, at(9) + timedelta(minutes=5 * n), 5 * m) for room, n, m in rows]), date(2026, 11, 19)
    )
    if grid is None:
        return
    covered: set[tuple[int, int]] = set()
    for found in grid.cells:
        columns = range(found.place, found.place + found.span) if found.place else range(1, grid.width + 1)
        area = {(line, column) for line in range(found.start, found.end) for column in columns}
        assert area
        assert max(columns) <= grid.width
        assert not area & covered
        covered |= area
