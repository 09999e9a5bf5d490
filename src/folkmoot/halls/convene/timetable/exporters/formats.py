"""The formats there are, by the ending of their files: what they are sent as, and who writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from folkmoot.halls.convene.timetable.exporters import icalendar, pentabarf, schedule_csv, schedule_json, workbook
from folkmoot.halls.convene.timetable.exporters.source import Source


@dataclass(frozen=True)
class Format:
    """A format: its media type, and what writes a programme in it."""

    media_type: str
    write: Callable[[Source], bytes]


FORMATS: Mapping[str, Format] = {
    "ics": Format(icalendar.MEDIA_TYPE, icalendar.write_icalendar),
    "xml": Format(pentabarf.MEDIA_TYPE, pentabarf.write_pentabarf),
    "json": Format(schedule_json.MEDIA_TYPE, schedule_json.write_schedule_json),
    "csv": Format(schedule_csv.MEDIA_TYPE, schedule_csv.write_schedule_csv),
    "xlsx": Format(workbook.MEDIA_TYPE, workbook.write_workbook),
}
