"""The way in: bytes of a schedule file to what it says.

The format is told by what a file contains; its name only serves to remark that it promises something else.
A new format is one reader that writes a :class:`~.transcript.Transcript`, and one line here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from folkmoot.halls.convene.timetable.importers import pentabarf, schedule_csv, schedule_json
from folkmoot.halls.convene.timetable.importers.assembly import assemble
from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.decoding import decode
from folkmoot.halls.convene.timetable.importers.document import (
    DEFAULT_LIMITS,
    Limits,
    Remarks,
    ScheduleFile,
    ScheduleFileError,
)
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.transcript import Transcript

_READERS: dict[str, Callable[[str, Limits, Remarks], Transcript]] = {
    pentabarf.FORMAT: pentabarf.read_pentabarf,
    schedule_json.FORMAT: schedule_json.read_schedule_json,
    schedule_csv.FORMAT: schedule_csv.read_schedule_csv,
}
_SUFFIXES = {
    "xml": pentabarf.FORMAT,
    "json": schedule_json.FORMAT,
    "csv": schedule_csv.FORMAT,
    "tsv": schedule_csv.FORMAT,
}
_WEB_PAGE = re.compile(
    r"(<\?xml[^>]*>\s*)?(<!--.{0,1000}?-->\s*){0,5}<(!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def read_schedule(
    content: bytes,
    *,
    name: str = "",
    zone: str | None = None,
    edition_zone: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> ScheduleFile:
    """Read a schedule file: frab / pentabarf XML, schedule.json, or CSV with our header.

    `name` is the file's name, used only for its suffix. `zone` is the IANA name that whoever imports has
    given, `edition_zone` that of the edition, for files that say nothing about zones. The size is checked
    before anything is decoded. Takes time and memory in proportion to the file, 0.3 s for 1,000 sessions.

    Raises :class:`ScheduleFileError`, and nothing else, for whatever cannot be read.
    """
    remarks = Remarks()
    text = decode(content, limits, remarks).text
    format_ = recognise(text)
    promised = _SUFFIXES.get(name.rpartition(".")[2].casefold())
    if promised not in (None, format_):
        remarks.add(
            _('The file is called "%(name)s", but it is %(format)s and was read as that.'),
            name=shorten(name),
            format=format_,
        )
    transcript = _READERS[format_](text, limits, remarks)
    return assemble(transcript, zone=zone, edition_zone=edition_zone, limits=limits, remarks=remarks)


def recognise(text: str) -> str:
    """The format of a text by what it contains.

    Raises :class:`ScheduleFileError` for what is certainly no schedule, with what it seems to be instead.
    """
    beginning = text.lstrip()[:2000]
    if beginning.startswith("<"):
        if _WEB_PAGE.match(beginning):
            raise ScheduleFileError(
                _(
                    "The file is a web page. Look on that page for a link to schedule.xml or schedule.json, "
                    "and import that."
                )
            )
        return pentabarf.FORMAT
    if beginning.startswith(("{", "[")):
        return schedule_json.FORMAT
    if beginning.startswith("BEGIN:VCALENDAR"):
        raise ScheduleFileError(
            _(
                "The file is a calendar (iCalendar), which names no speakers or rooms reliably. Import the "
                "XML or JSON of the same schedule."
            )
        )
    if schedule_csv.looks_like_header(text):
        return schedule_csv.FORMAT
    raise ScheduleFileError(
        _(
            'The file is no schedule that can be read. It begins with "%(beginning)s"; expected is XML with '
            '<schedule>, JSON with "schedule", or CSV whose first row names title, start and end.'
        ),
        line=1,
        beginning=shorten(beginning),
    )
