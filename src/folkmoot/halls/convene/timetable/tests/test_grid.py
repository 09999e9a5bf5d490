"""Laying a day out as a grid."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.audit.programme import NOTHING, Programme, Room, Session, Slot
from folkmoot.halls.convene.timetable.grid import SIDE_BY_SIDE, Cell, Grid, lay_out

DAY = date(2026, 11, 19)
ROOMS = tuple(Room(f"room:{n}", NOTHING, NOTHING, None, NOTHING, False) for n in range(20))


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
    return next(c for part in grid.parts for c in part.cells if c.occurrence.session.id == f"session:{number}")


def test_an_hour_is_twelve_lines_and_rooms_are_columns() -> None:
    grid = laid((0, at(9), 60), (1, at(9, 30), 90))
    assert (cell(grid, 0).start, cell(grid, 0).end, cell(grid, 0).place) == (0, 12, 1)
    assert (cell(grid, 1).start, cell(grid, 1).end, cell(grid, 1).place) == (6, 24, 2)
    assert cell(grid, 1).classes == "fh0 fm6 th2 c2 k6"


def test_a_room_without_a_session_has_no_column() -> None:
    assert [column.room for column in laid((2, at(9), 60)).parts[0].columns] == [ROOMS[2]]


def test_a_break_spans_all_rooms_unless_something_happens_meanwhile() -> None:
    alone = laid((0, at(9), 60), (None, at(10), 30))
    assert "across" in cell(alone, 1).classes
    busy = laid((0, at(9), 90), (None, at(10), 30))
    assert busy.parts[0].columns[0].room is None
    assert cell(busy, 1).place == 1


def test_overlapping_sessions_of_a_room_stand_side_by_side() -> None:
    grid = laid((0, at(9), 60), (0, at(9, 30), 60), (0, at(11), 60))
    assert grid.parts[0].width == 2
    assert {cell(grid, 0).place, cell(grid, 1).place} == {1, 2}
    assert cell(grid, 2).span == 2


def test_empty_hours_are_folded() -> None:
    grid = laid((0, at(9), 60), (0, at(0, 30, day=20), 60))
    assert [(hour.moment.hour, hour.folded) for hour in grid.parts[0].hours] == [
        (9, False), (10, True), (0, False), (1, False),
    ]  # fmt: skip
    assert cell(grid, 1).start == 15 * 12 + 6


def test_each_part_shows_its_own_hours_on_the_clock_of_the_day() -> None:
    grid = laid(*[(room, at(9), 60) for room in range(7)], (7, at(15), 60), (8, at(15), 30))
    assert [part.rooms for part in grid.parts] == [5, 4]
    assert [hour.moment.hour for hour in grid.parts[0].hours] == [9]
    assert [(hour.moment.hour, hour.folded) for hour in grid.parts[1].hours] == [(9, False), (10, True), (15, False)]
    assert cell(grid, 7).classes.startswith("fh6 th7")


def test_parts_are_about_as_wide_as_one_another() -> None:
    widths = [part.width for part in laid(*[(room, at(9), 60) for room in range(20)]).parts]
    assert widths == [7, 7, 6]


def test_a_room_of_many_lanes_is_not_torn() -> None:
    grid = laid(*[(0, at(9), 60)] * 5, *[(room, at(9), 60) for room in range(1, 6)])
    assert all(part.width <= SIDE_BY_SIDE for part in grid.parts)
    assert sum(part.rooms for part in grid.parts) == grid.rooms == 6


def test_what_stands_across_is_a_session_of_the_first_part_and_a_band_of_the_others() -> None:
    grid = laid(*[(room, at(9), 60) for room in range(9)], (None, at(10), 30))
    assert [len(part.cells) for part in grid.parts] == [6, 4]
    assert [len(part.bands) for part in grid.parts] == [0, 1]


def test_hours_are_labelled_with_the_venues_clock_across_a_change_of_the_clocks() -> None:
    zone = "Europe/Berlin"
    start = datetime(2026, 10, 25, 1, tzinfo=ZoneInfo(zone)) - timedelta(days=0)
    found = lay_out(programme((0, start, 240), zone=zone), date(2026, 10, 24))
    assert found is not None
    assert [hour.moment.hour for hour in found.parts[0].hours][:4] == [1, 2, 2, 3]


def test_a_session_of_days_is_clipped_where_the_next_day_begins() -> None:
    grid = laid((0, at(9), 60 * 60), (1, at(10), 60))
    assert cell(grid, 0).end == 21 * 12


def test_a_grid_too_wide_to_read_is_no_grid() -> None:
    rows = [(0, at(9), 60)] * 13
    assert lay_out(programme(*rows), DAY) is None


@given(
    st.lists(
        st.tuples(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 7, 8, None]), st.integers(0, 500), st.integers(0, 200)),
        min_size=1,
        max_size=12,
    )
)
def test_no_two_cells_cover_each_other(rows: list[tuple[int | None, int, int]]) -> None:
    held = programme(*[(room, at(9) + timedelta(minutes=5 * n), 5 * m) for room, n, m in rows])
    grid = lay_out(held, DAY)
    if grid is None:
        return
    for part in grid.parts:
        covered: set[tuple[int, int]] = set()
        for found in part.cells:
            columns = range(found.place, found.place + found.span) if found.place else range(1, part.width + 1)
            area = {(line, column) for line in range(found.start, found.end) for column in columns}
            assert area
            assert max(columns) <= part.width
            assert not area & covered
            covered |= area
    assert sum(len(part.cells) for part in grid.parts) == len(held.on(DAY))
