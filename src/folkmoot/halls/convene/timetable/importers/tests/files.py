"""Small schedule files to try things with: one of each format, with whatever is to be tried in it."""

from __future__ import annotations

import json
import time
from html import escape

import pytest

from folkmoot.halls.convene.timetable.importers.document import Limits, ScheduleFile, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.reading import read_schedule

HEADER = "id,title,room,start,end,speakers"


def event(id_: str = "1", title: str = "Opening", inner: str = "", *, start: str = "09:30", guid: str = "") -> str:
    """An XML event of half an hour."""
    mark = f' guid="{guid}"' if guid else ""
    return (
        f'<event id="{id_}"{mark}>\n<title>{escape(title)}</title>\n<start>{start}</start>'
        f"<duration>00:30</duration>{inner}</event>\n"
    )


def xml(*events: str, conference: str = "", day: str = 'date="2026-11-03"', room: str = 'name="Hall"') -> str:
    """An XML schedule of one day and one room."""
    return (
        f"<schedule><conference><title>Moot</title>{conference}</conference>\n"
        f"<day {day}><room {room}>\n{''.join(events)}</room></day></schedule>"
    )


def json_event(**changes: object) -> dict[str, object]:
    """A JSON event of half an hour."""
    return {"id": 1, "title": "Opening", "date": "2026-11-03T09:30:00+08:00", "duration": "00:30"} | changes


def json_schedule(*events: object, **conference: object) -> str:
    """A JSON schedule of one day and one room, on several lines."""
    day = {"date": "2026-11-03", "rooms": {"Hall": list(events)}}
    return json.dumps({"schedule": {"conference": {"title": "Moot", "days": [day]} | conference}}, indent=1)


def csv_schedule(*rows: str, header: str = HEADER) -> str:
    """A CSV schedule."""
    return "\n".join((header, *rows)) + "\n"


def read(
    content: str | bytes,
    *,
    name: str = "",
    zone: str | None = "Asia/Shanghai",
    edition_zone: str | None = None,
    limits: Limits | None = None,
) -> ScheduleFile:
    """Read a file; Shanghai is its zone unless the test is about zones."""
    data = content.encode() if isinstance(content, str) else content
    return read_schedule(data, name=name, zone=zone, edition_zone=edition_zone, limits=limits or Limits())


def remarks_of(file: ScheduleFile) -> str:
    """All remarks as one text."""
    return "\n".join(str(remark) for remark in file.remarks)


def refusal(content: str | bytes, limits: Limits | None = None) -> str:
    """The sentence with which a file is refused; it takes no more than a moment."""
    began = time.perf_counter()
    with pytest.raises(ScheduleFileError) as refused:
        read(content, limits=limits)
    assert time.perf_counter() - began < 5
    return str(refused.value)
