"""CSV with our own header: one row for each session in each place and time.

The first row names the columns, in any order and in any case; ``title`` and ``start`` must be there, and
``end`` or ``duration``. Comma, semicolon or tab separates cells (whichever the header uses), double quotes
enclose a cell with separators or line breaks in it. A column of another name is counted as unknown; a row
with more or fewer cells than the header is refused, because nobody could say which cell is missing.

``speakers`` holds names separated by semicolons, each with an optional role before a colon: ``moderator:
Ada Lovelace; Bai Juyi``. The full-width forms of both signs, as a Chinese keyboard writes them, will do.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import Limits, Remarks, ScheduleFileError, in_list
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.transcript import (
    EventWords,
    PersonWords,
    RoomWords,
    Transcript,
)

FORMAT = "schedule-csv"

COLUMNS = (
    "guid",
    "id",
    "title",
    "subtitle",
    "abstract",
    "description",
    "kind",
    "track",
    "language",
    "room",
    "start",
    "end",
    "duration",
    "speakers",
    "cancelled",
    "slug",
    "url",
    "do_not_record",
)
SEPARATORS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)


def read_schedule_csv(text: str, limits: Limits, remarks: Remarks) -> Transcript:
    """Write down what a CSV schedule says.

    Raises :class:`ScheduleFileError` for a header without the needed columns or with one twice, a row of
    another length, a quote that is never closed, and a cell that is too long.
    """
    return _CsvReader(text, limits).read()


def looks_like_header(text: str) -> bool:
    """Whether the first line names a title, or at least two other columns of ours."""
    header = _first_line(_without_separator_line(text))
    names = {_column_name(cell) for cell in header.split(_find_separator(text))}
    return "title" in names or len(names & set(COLUMNS)) > 1


def _without_separator_line(text: str) -> str:
    """Spreadsheets may put ``sep=;`` before everything else."""
    found = _SEPARATOR_LINE.match(text)
    return text[found.end() :] if found else text


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0].rstrip("\r")[:10_000]


def _find_separator(text: str) -> str:
    told = _SEPARATOR_LINE.match(text)
    if told and told[1] in SEPARATORS:
        return told[1]
    header = _first_line(_without_separator_line(text))
    return max(SEPARATORS, key=header.count)


def _column_name(cell: str) -> str:
    return cell.strip().strip('"').strip().casefold().replace(" ", "_")


class _CsvReader:
    def __init__(self, text: str, limits: Limits) -> None:
        self._limits = limits
        self._transcript = Transcript(FORMAT)
        self._skipped = 1 if _SEPARATOR_LINE.match(text) else 0
        self._separator = _find_separator(text)
        self._text = _without_separator_line(text)

    def read(self) -> Transcript:
        rows = self._rows()
        _line, header = next(rows, (1, []))
        columns = self._read_header([_column_name(cell) for cell in header])
        rooms: dict[str, int] = {}
        for line, row in rows:
            if len(self._transcript.events) > self._limits.events:
                break
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(columns):
                raise ScheduleFileError(
                    _(
                        "The row has %(cells)s cells and the header %(columns)s: fill up the row, or "
                        "enclose a cell with separators in it in double quotes."
                    ),
                    line=line,
                    cells=len(row),
                    columns=len(columns),
                )
            event = self._read_row(dict(zip(columns, row, strict=True)), line)
            self._transcript.events.append(event)
            rooms.setdefault(event.room, line)
        self._transcript.rooms += [RoomWords(name, line=line) for name, line in rooms.items() if name]
        return self._transcript

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line in which it begins."""
        reader = csv.reader(self._lines(), delimiter=self._separator, strict=True)
        while True:
            line = reader.line_num + self._skipped + 1
            try:
                row = next(reader, None)
            except csv.Error as error:
                raise self._explain(str(error), line) from None
            if row is None:
                return
            yield line, row

    def _lines(self) -> Iterator[str]:
        for number, line in enumerate(io.StringIO(self._text, newline=""), start=1 + self._skipped):
            if len(line) > self._limits.row:
                raise ScheduleFileError(
                    _("This line has %(length)s characters; at most %(limit)s are read."),
                    line=number,
                    length=len(line),
                    limit=self._limits.row,
                )
            yield line

    @staticmethod
    def _explain(reason: str, line: int) -> ScheduleFileError:
        if "unexpected end" in reason:
            return ScheduleFileError(
                _(
                    'A double quote is opened in this row and never closed. Add the closing ", and write a '
                    "quote within a cell twice."
                ),
                line=line,
            )
        if "field limit" in reason:
            return ScheduleFileError(
                _(
                    "A cell of this row is longer than %(limit)s characters. Is a double quote opened in it "
                    "and never closed?"
                ),
                line=line,
                limit=csv.field_size_limit(),
            )
        return ScheduleFileError(_("The CSV is broken in this row: %(reason)s."), line=line, reason=reason)

    def _read_header(self, columns: list[str]) -> list[str]:
        if len(columns) > self._limits.columns:
            raise ScheduleFileError(
                _("The header has %(count)s columns; at most %(limit)s are read."),
                line=1 + self._skipped,
                count=len(columns),
                limit=self._limits.columns,
            )
        missing = [name for name in ("title", "start") if name not in columns]
        if not {"end", "duration"} & set(columns):
            missing.append("end")
        if missing:
            raise ScheduleFileError(
                _("The first row should name the columns, but %(missing)s is not there. It reads: %(header)s."),
                line=1 + self._skipped,
                missing=in_list(missing, 3),
                header=in_list(map(shorten, columns), len(COLUMNS)),
            )
        for name in columns:
            if name and columns.count(name) > 1:
                raise ScheduleFileError(
                    _('The column "%(name)s" stands twice in the header: rename one.'),
                    line=1 + self._skipped,
                    name=shorten(name),
                )
        return [name or f"#{number}" for number, name in enumerate(columns, start=1)]

    def _read_row(self, cells: dict[str, str], line: int) -> EventWords:
        for name, cell in cells.items():
            if name not in COLUMNS and cell.strip():
                self._transcript.unknown[f"column {shorten(name)}"] += 1
        words = {name: cells.get(name, "").strip() for name in COLUMNS}
        speakers = words.pop("speakers")
        persons = tuple(_read_speakers(speakers, line))
        return EventWords(line=line, day=None, persons=persons, links=(), attachments=(), **words)


def _read_speakers(cell: str, line: int) -> Iterator[PersonWords]:
    for speaker in re.split("[;；]", cell):
        if not speaker.strip():
            continue
        role, name = re.split("[:：]", speaker, maxsplit=1) if re.search("[:：]", speaker) else ("", speaker)
        yield PersonWords(name, role=role.strip(), line=line)
