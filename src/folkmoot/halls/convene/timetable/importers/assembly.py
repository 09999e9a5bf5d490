"""From a file's own words to what they mean: the one place where a transcript is understood.

Every decision about formats ends here: the words are cleaned, the times placed in a zone and on a day, the
sessions and people identified, and what does not fit together is refused with the line or remarked on.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time

from folkmoot.halls.convene.timetable.importers.cleaning import Cleaner, shorten
from folkmoot.halls.convene.timetable.importers.daybreak import bound_day, find_day_change
from folkmoot.halls.convene.timetable.importers.document import (
    FileDay,
    FileEvent,
    FileRoom,
    Limits,
    Remarks,
    ScheduleFile,
    ScheduleFileError,
)
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.document import ngettext_noop as ngettext
from folkmoot.halls.convene.timetable.importers.entries import EntryReader
from folkmoot.halls.convene.timetable.importers.identity import join_slots, remark_on_people
from folkmoot.halls.convene.timetable.importers.moments import is_moment, read_date, read_moment
from folkmoot.halls.convene.timetable.importers.slots import SlotReader
from folkmoot.halls.convene.timetable.importers.transcript import Transcript
from folkmoot.halls.convene.timetable.importers.zones import LocalTimes, Times, ZoneChoice, choose_zone

_MOST_UNKNOWN = 200
_CAPACITY = re.compile(r"(\d{1,7})(\.0+)?", re.ASCII)


def assemble(
    transcript: Transcript, *, zone: str | None, edition_zone: str | None, limits: Limits, remarks: Remarks
) -> ScheduleFile:
    """Understand a transcript. `zone` is what the importer has said, `edition_zone` what the edition says.

    Raises :class:`ScheduleFileError` for the first thing that cannot be understood.
    """
    _refuse_too_many(transcript, limits)
    clean = Cleaner(limits, remarks)
    choice = _choose_zone(transcript, zone, edition_zone, remarks)
    change = find_day_change(transcript, choice.rules)
    slots = SlotReader(LocalTimes(choice, remarks), change, remarks)
    events = _read_events(transcript, clean, slots, limits, remarks)
    return ScheduleFile(
        format=transcript.format,
        title=clean.line(transcript.title, _("title")),
        acronym=clean.name(transcript.acronym, _("acronym")),
        subtitle=clean.line(transcript.subtitle, _("subtitle")),
        place=clean.line(", ".join(filter(None, (transcript.venue, transcript.city))), _("place")),
        version=clean.line(transcript.version, _("version")),
        url=clean.line(transcript.url, _("address")),
        zone=choice.name,
        zone_source=choice.source,
        day_change=change,
        days=_find_days(transcript, events, change, choice),
        rooms=_find_rooms(transcript, events, clean),
        events=events,
        unknown=_list_unknown(transcript.unknown),
        remarks=remarks.all(),
    )


def _read_events(
    transcript: Transcript, clean: Cleaner, slots: SlotReader, limits: Limits, remarks: Remarks
) -> tuple[FileEvent, ...]:
    conference = clean.line(transcript.acronym or transcript.title, _("title"))
    reader = EntryReader(clean, slots, limits, remarks, conference)
    events = join_slots([reader.read(words) for words in transcript.events], remarks)
    if not events:
        raise ScheduleFileError(_("The schedule holds no session, so there is nothing to import."))
    remark_on_people(events, remarks)
    return events


def _list_unknown(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """By path; of very many paths the commonest, and the rest as one sum under ``...``."""
    kept = counts.most_common(_MOST_UNKNOWN)
    rest = counts.total() - sum(count for _path, count in kept)
    return (*sorted(kept), *([("...", rest)] if rest else []))


def _refuse_too_many(transcript: Transcript, limits: Limits) -> None:
    sessions = ngettext(
        "The file holds %(count)s session; at most %(limit)s are read.",
        "The file holds %(count)s sessions; at most %(limit)s are read.",
    )
    days = ngettext(
        "The file holds %(count)s day; at most %(limit)s are read.",
        "The file holds %(count)s days; at most %(limit)s are read.",
    )
    for message, count, limit in (
        (sessions, len(transcript.events), limits.events),
        (days, len(transcript.days), limits.days),
    ):
        if count > limit:
            raise ScheduleFileError(message, count=count, limit=limit)


def _choose_zone(transcript: Transcript, option: str | None, edition: str | None, remarks: Remarks) -> ZoneChoice:
    moments: list[datetime] = []
    needs_zone = False
    for words in transcript.events:
        written = [value for value in (words.date, words.start, words.end) if is_moment(value)]
        moments += [read_moment(value, words.line) for value in written]
        needs_zone |= bool(words.start and not written)
    return choose_zone(option, transcript.zone, edition, Times.of(moments, needs_zone=needs_zone), remarks)


def _find_days(
    transcript: Transcript, events: tuple[FileEvent, ...], change: time, choice: ZoneChoice
) -> tuple[FileDay, ...]:
    dates: set[date] = {read_date(day.date, day.line) for day in transcript.days if day.date}
    dates |= {slot.day for event in events for slot in event.slots}
    return tuple(bound_day(day, change, choice.rules) for day in sorted(dates))


def _find_rooms(transcript: Transcript, events: tuple[FileEvent, ...], cleaner: Cleaner) -> tuple[FileRoom, ...]:
    """The rooms that hold a session, in the order of the file's own list of rooms."""
    used = dict.fromkeys(slot.room for event in events for slot in event.slots if slot.room is not None)
    rooms: dict[str, FileRoom] = {}
    for words in transcript.rooms:
        name = cleaner.name(words.name, _("name of a room"), words.line)
        if name in used and (name not in rooms or rooms[name] == FileRoom(name)):
            guid = cleaner.name(words.guid, _("guid"), words.line) or None
            capacity = _read_capacity(words.capacity, name, words.line)
            text = cleaner.text(words.description, _("description"), words.line)
            rooms[name] = FileRoom(name, guid, capacity, text)
    return tuple(rooms.values()) + tuple(FileRoom(name) for name in used if name not in rooms)


def _read_capacity(value: str, room: str, line: int | None) -> int | None:
    if not value.strip():
        return None
    found = _CAPACITY.fullmatch(value.strip())
    if found is None:
        raise ScheduleFileError(
            _('The capacity "%(value)s" of room "%(room)s" is not a number of people.'),
            line=line,
            value=shorten(value),
            room=room,
        )
    return int(found[1])
