"""An XLSX workbook (ISO/IEC 29500) for people who print, sort and count: a sheet of sessions, a sheet of people.

Days and times are typed and in the venue's zone. Every other cell is written as text, never as a formula or a link,
whatever it begins with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from django.conf import settings
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from folkmoot.audit.programme import Session, Slot
from folkmoot.halls.convene.session.enums import Mode, OnRecord, Role, SessionStatus
from folkmoot.halls.convene.timetable.exporters.phrasing import plain
from folkmoot.halls.convene.timetable.exporters.selection import in_order
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.kit.phrases import listed, noted

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767
DAY, CLOCK, PLAIN = "yyyy-mm-dd", "hh:mm", ""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


@dataclass(frozen=True)
class Column:
    """A column: its heading, how wide it is in characters, and the form of what stands in it."""

    heading: str
    width: int = 16
    form: str = PLAIN


def write_workbook(source: Source) -> bytes:
    """Write a programme as a workbook."""
    import xlsxwriter  # type: ignore[import-not-found,import-untyped,unused-ignore]

    written = BytesIO()
    with source.speaking(), xlsxwriter.Workbook(written, OPTIONS) as book:
        book.set_properties({"title": source.title.value, "created": source.released.replace(tzinfo=None)})
        _write_sheet(book, _("Programme"), _session_columns(), _session_rows(source))
        _write_sheet(book, _("Speakers"), _people_columns(), _people_rows(source))
    return written.getvalue()


def _write_sheet(book: Any, name: str, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    sheet = book.add_worksheet(name)
    if get_language_bidi():
        sheet.right_to_left()
    head = book.add_format({"bold": True, "bottom": 1})
    forms = {form: book.add_format({"num_format": form, "align": "left"}) for form in (DAY, CLOCK)}
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, head)
    line = 0
    for line, row in enumerate(rows, start=1):
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write_cell(sheet, (line, place), value, forms.get(column.form))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, line, len(columns) - 1)


def _write_cell(sheet: Any, place: tuple[int, int], value: object, form: Any) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(*place, value, form)
    elif isinstance(value, int):
        sheet.write_number(*place, value)
    elif value:
        sheet.write_string(*place, str(value)[:LONGEST_CELL])


def _session_columns() -> list[Column]:
    return [
        Column(_("Day"), 11, DAY), Column(_("Starts"), 8, CLOCK), Column(_("Ends"), 8, CLOCK), Column(_("Room")),
        Column(_("Title"), 48), Column(_("Subtitle"), 24), Column(_("Forum"), 24), Column(_("Kind of session")),
        Column(_("Speakers"), 40), Column(_("Languages"), 12), Column(_("Interpreted into"), 12),
        Column(_("Status"), 12),
        Column(_("Taking part"), 14), Column(_("Reporting"), 18), Column(_("Recording"), 14),
        Column(_("Abstract"), 60), Column(_("Page"), 40), Column(_("Identifier"), 22),
    ]  # fmt: skip


def _session_rows(source: Source) -> Iterable[list[object]]:
    """Yield a row for each slot by time, then the sessions without one."""
    labels = {choice.value: str(choice.label) for kind in (SessionStatus, Mode, OnRecord) for choice in kind}
    slots = [(slot, session) for session in source.programme.sessions for slot in in_order(session)]
    for slot, session in sorted(slots, key=lambda row: (row[0].starts, row[1].id)):
        yield [*_times(source, slot), *_words(source, session, labels)]
    for session in source.programme.unscheduled:
        yield ["", "", "", "", *_words(source, session, labels)]


def _times(source: Source, slot: Slot) -> list[object]:
    starts, ends = (
        moment.astimezone(source.programme.zone).replace(tzinfo=None) for moment in (slot.starts, slot.ends)
    )
    return [starts.replace(hour=0, minute=0, second=0), starts, ends, source.room_name(slot.room)]


def _words(source: Source, session: Session, labels: dict[str, str]) -> list[object]:
    people = [
        name if role == Role.SPEAKER else noted(name, source.role(role)) for _person, name, role in source.cast(session)
    ]
    return [
        source.title_of(session).value, source.line(session.subtitle).value,
        source.line(session.forum.name).value if session.forum else "", source.kind_of(session).value,
        listed(people) if people else "", ", ".join(session.languages), ", ".join(session.interpretation),
        labels.get(session.status, session.status), labels.get(session.mode, session.mode),
        labels.get(session.on_record, session.on_record), _("recorded") if session.recorded else _("not recorded"),
        plain(source.block(session.abstract).value), source.page(session), session.id,
    ]  # fmt: skip


def _people_columns() -> list[Column]:
    return [
        Column(_("Name"), 32), Column(_("Organisation"), 40), Column(_("Sessions"), 10), Column(_("Page"), 40),
        Column(_("Identifier"), 22),
    ]  # fmt: skip


def _people_rows(source: Source) -> Iterable[list[object]]:
    counts: dict[str, int] = {}
    for session in source.programme.sessions:
        for part in session.parts:
            counts[part.person.id] = counts.get(part.person.id, 0) + 1
    shown = [(source.names[person.id], person) for person in source.programme.people if person.id in source.names]
    for name, person in sorted(shown, key=lambda row: (row[0].casefold(), row[1].id)):
        page = settings.SITE_URL + source.addresses.of("speaker", person.id)
        yield [name, source.line(person.affiliation).value, counts.get(person.id, 0), page, person.id]
