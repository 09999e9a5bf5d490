"""CSV (RFC 4180) with the header that an import reads, see docs/run/schedule-files.md: a row for each slot.

In UTF-8 with a byte order mark, because spreadsheets guess without one. Sessions without a time have one row without
times. A name cannot hold a semicolon here, which separates names: a comma stands for it.

Spreadsheets take a cell that begins with = + - @ for a formula, and a title comes from whoever proposed it. Such a
cell gets a space in front: a formula begins with its very first character, so that spreadsheets show text; an import
strips spaces, so that the same text comes back. An apostrophe would stay in every list of tasks that begins with
a hyphen. Whoever wants no such rule at all takes the workbook, whose cells say that they are text.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Mapping
from typing import Final

from folkmoot.audit.programme import Session, Slot
from folkmoot.halls.convene.session.enums import Role
from folkmoot.halls.convene.timetable.exporters.events import kind_of, page_of
from folkmoot.halls.convene.timetable.exporters.marks import Mark
from folkmoot.halls.convene.timetable.exporters.selection import in_order
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.halls.convene.timetable.importers.schedule_csv import COLUMNS as READ

MEDIA_TYPE: Final = "text/csv; charset=utf-8"
COLUMNS = tuple(column for column in READ if column != "duration")
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_SEPARATORS = re.compile("[;；]")
_COLONS = re.compile("[:：]")


def write_schedule_csv(source: Source) -> bytes:
    """Write a programme as CSV."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, COLUMNS, restval="")
    writer.writeheader()
    with source.speaking():
        sessions = sorted(source.programme.sessions, key=_first)
        for session in sessions:
            row = _row(source, session)
            for place in [_place(source, slot) for slot in in_order(session)] or [{}]:
                writer.writerow({name: guarded(cell) for name, cell in {**row, **place}.items()})
    return codecs.BOM_UTF8 + written.getvalue().encode()


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("\\t-2"), guarded("a-b")
    (' =1+1', ' -2', 'a-b')
    """
    bare = cell.strip()
    return f" {bare}" if bare.startswith(FORMULAS) else bare


def _first(session: Session) -> tuple[bool, str, str]:
    slots = in_order(session)
    return not slots, slots[0].starts.isoformat() if slots else "", session.id


def _row(source: Source, session: Session) -> Mapping[str, str]:
    return {
        "guid": source.marks.exact_guid(session.id),
        "id": source.marks.sessions.get(session.id, Mark()).external,
        "title": source.title_of(session).value,
        "subtitle": source.line(session.subtitle).value,
        "abstract": source.block(session.abstract).value,
        "description": source.block(session.description).value,
        "kind": kind_of(session),
        "track": source.line(session.forum.name).value if session.forum else "",
        "language": ", ".join(session.languages),
        "speakers": "; ".join(_speaker(name, role) for _person, name, role in source.cast(session)),
        "cancelled": "yes" if session.cancelled else "no",
        "url": page_of(source, session),
        "do_not_record": "no" if session.recorded else "yes",
    }


def _speaker(name: str, role: str) -> str:
    """Return a name with its role; the role of a speaker is only said where the name holds a colon."""
    bare = _SEPARATORS.sub(",", name)
    return bare if role == Role.SPEAKER and not _COLONS.search(bare) else f"{role}: {bare}"


def _place(source: Source, slot: Slot) -> Mapping[str, str]:
    zone = source.programme.zone
    return {
        "room": source.room_name(slot.room),
        "start": slot.starts.astimezone(zone).isoformat(),
        "end": slot.ends.astimezone(zone).isoformat(),
    }
