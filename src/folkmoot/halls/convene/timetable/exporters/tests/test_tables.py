"""CSV and the workbook: columns, types, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest

from folkmoot.halls.convene.session.drafts import change_session, place_session
from folkmoot.halls.convene.timetable.exporters.schedule_csv import COLUMNS, guarded, write_schedule_csv
from folkmoot.halls.convene.timetable.exporters.tests.exported import csv_rows, released, source, written
from folkmoot.halls.convene.timetable.exporters.workbook import write_workbook
from folkmoot.halls.convene.timetable.importers.reading import read_schedule
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.members.person.drafts import rename_person
from folkmoot.kit.text import Text
from tests.harness.world import Programme, at

FORMULA = '=HYPERLINK("https://evil.example","Open")'
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class TestCsv:
    def test_there_is_a_row_for_each_slot_and_one_for_what_has_no_time(self, world: Programme) -> None:
        slots = [(world.rooms["hall"], at(20, hour), at(20, hour + 1)) for hour in (15, 17)]
        place_session(world.sessions["opening"], slots)
        rows = csv_rows(write_schedule_csv(released(world.edition)))
        opening = [row for row in rows if row["title"].startswith("Opening")]
        assert [row["start"] for row in opening] == ["2026-11-20T15:00:00+08:00", "2026-11-20T17:00:00+08:00"]
        assert len({row["guid"] for row in opening}) == 1
        assert (rows[-1]["title"], rows[-1]["start"]) == ("Closing statement", "")
        assert rows[0].keys() == set(COLUMNS)

    def test_cancelled_roles_and_languages_are_said(self, release: Release) -> None:
        rows = {row["title"]: row for row in csv_rows(written("csv"))}
        assert rows["Rural networks: three farms, three lessons"]["cancelled"] == "yes"
        opening = rows["Opening: an Internet for everyone"]
        assert opening["speakers"] == "keynote: Mirembe Okafor; moderator: ليلى حداد"
        assert rows["Tea"]["kind"] == "break"

    @pytest.mark.parametrize("cell", [FORMULA, "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", "＝1", "\r\n=1"])
    def test_no_cell_begins_like_a_formula(self, cell: str) -> None:
        assert guarded(cell)[0] == " "
        assert guarded(cell).strip() == cell.strip()

    def test_what_looks_like_a_formula_comes_back_as_it_was(self, world: Programme) -> None:
        change_session(world.sessions["night"], title=Text.of(FORMULA, "en"), abstract=Text.of("- one\n- two", "en"))
        content = write_schedule_csv(released(world.edition))
        row = next(row for row in csv_rows(content) if "HYPERLINK" in row["title"])
        assert row["title"] == " " + FORMULA
        event = next(event for event in read_schedule(content, zone="Asia/Shanghai").events if event.title == FORMULA)
        assert event.abstract == "- one\n- two"

    def test_names_with_separators_stay_one_person(self, world: Programme) -> None:
        rename_person(world.speakers["chen"].person, Text.of("Chen: of the; tides", "en"))
        content = write_schedule_csv(released(world.edition))
        names = read_schedule(content, zone="Asia/Shanghai").person_names.values()
        assert "Chen: of the, tides" in names


def cells(workbook: bytes, sheet: int = 1) -> list[list[tuple[str, str]]]:
    """Rows of a sheet as (type, value): `s` for text, `n` for numbers, dates too."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        shared = ["".join(part.text or "" for part in item.iter(f"{SHEET}t")) for item in strings]
        tree = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
        assert not list(tree.iter(f"{SHEET}f")), "a formula"
        assert not list(tree.iter(f"{SHEET}hyperlink")), "a link"
    rows = []
    for row in tree.iter(f"{SHEET}row"):
        found = []
        for cell in row:
            value = cell.findtext(f"{SHEET}v", "")
            kind = cell.get("t", "n")
            found.append((kind, shared[int(value)] if kind == "s" and value else value))
        rows.append(found)
    return rows


class TestWorkbook:
    @pytest.fixture(autouse=True)
    def library(self) -> None:
        pytest.importorskip("xlsxwriter")

    def test_days_and_times_are_typed_and_in_the_zone_of_the_venue(self, release: Release) -> None:
        rows = cells(written("xlsx"))
        assert [value for _kind, value in rows[0][:5]] == ["Day", "Starts", "Ends", "Room", "Title"]
        day, starts, ends, room, title = rows[1][:5]
        assert (title[1], room) == ("Opening: an Internet for everyone", ("s", "Plenary"))
        assert [kind for kind, _value in (day, starts, ends)] == ["n", "n", "n"]
        assert (float(day[1]), float(starts[1]) - float(day[1])) == (46345.0, 0.375)
        assert float(ends[1]) - float(day[1]) == pytest.approx(11 / 24)

    def test_everything_else_is_text_whatever_it_begins_with(self, world: Programme) -> None:
        change_session(
            world.sessions["night"], title=Text.of(FORMULA, "en"), abstract=Text.of("https://a.example", "en")
        )
        texts = [value for row in cells(write_workbook(released(world.edition))) for kind, value in row if kind == "s"]
        assert FORMULA in texts
        assert "https://a.example" in texts

    def test_people_stand_on_a_sheet_of_their_own(self, release: Release) -> None:
        rows = cells(written("xlsx"), 2)
        assert [row[0][1] for row in rows] == ["Name", "Mirembe Okafor", "ليلى حداد", "陈丽华"]
        assert rows[1][2] == ("n", "1")

    def test_it_is_the_same_bytes_every_time_and_mirrored_in_arabic(self, release: Release) -> None:
        assert write_workbook(source()) == write_workbook(source())
        with zipfile.ZipFile(io.BytesIO(written("xlsx", "ar"))) as archive:
            assert b'rightToLeft="1"' in archive.read("xl/worksheets/sheet1.xml")

    def test_a_text_that_is_too_long_for_a_cell_is_cut(self, world: Programme) -> None:
        change_session(world.sessions["night"], abstract=Text.of("x" * 40_000, "en"))
        longest = max(len(value) for row in cells(write_workbook(released(world.edition))) for _kind, value in row)
        assert longest == 32_767
