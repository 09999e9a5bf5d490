"""When and where one entry of a file takes place.

A start is said in up to three ways at once: ``date`` with date and time, ``start`` with the time, and the
day under which the entry stands. ``date`` is believed first; a different ``start`` is remarked on. Where
there is no ``date``, a start before the day change is after midnight: it belongs to the day under which it
stands, and falls on the next date. A moment belongs to the day of the programme that its local time and the
day change say, also where it is listed under another day; that too is remarked on.

Ends and starts are compared as moments, in UTC: on a wall clock, the hour that comes twice lasts no time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.daybreak import day_of, on_day
from folkmoot.halls.convene.timetable.importers.document import FileSlot, Remarks, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.moments import (
    LONGEST,
    add_elapsed,
    is_moment,
    is_time,
    read_date,
    read_duration,
    read_moment,
    read_time,
)
from folkmoot.halls.convene.timetable.importers.transcript import EventWords
from folkmoot.halls.convene.timetable.importers.zones import LocalTimes


@dataclass(frozen=True, slots=True)
class SlotReader:
    """Reads the slots of one file: its zone and day change are fixed."""

    times: LocalTimes
    change: time
    remarks: Remarks

    def read(self, words: EventWords, title: str, room: str | None) -> FileSlot | None:
        """The slot of an entry; None if it has no time yet.

        Raises :class:`ScheduleFileError` for times that cannot be read, contradict one another or are only
        half there.
        """
        if not words.start and not is_moment(words.date):
            self._remark_on_no_time(words, title)
            return None
        written = self._written_start(words, title)
        start = self.times.place(written, words.line)
        self._compare_start(words, title, written, start)
        end = self._end(words, title, written, start)
        self._check_length(words, title, start, end)
        return FileSlot(room, start, end, self._day(words, title, start))

    def _check_length(self, words: EventWords, title: str, start: datetime, end: datetime) -> None:
        lasts = _moment(end) - _moment(start)
        if lasts == timedelta():
            self.remarks.add(
                _('"%(title)s" ends when it starts, at %(start)s.'),
                line=words.line,
                title=shorten(title),
                start=start.isoformat(" "),
            )
        if lasts < timedelta() or lasts > LONGEST:
            raise ScheduleFileError(
                _('"%(title)s" ends at %(end)s, before it starts at %(start)s.')
                if lasts < timedelta()
                else _('"%(title)s" lasts from %(start)s to %(end)s: at most %(days)s days are read.'),
                line=words.line,
                title=shorten(title),
                start=start.isoformat(" "),
                end=end.isoformat(" "),
                days=LONGEST.days,
            )

    def _remark_on_no_time(self, words: EventWords, title: str) -> None:
        if words.end or words.duration.strip("0:"):
            self.remarks.add(
                _('"%(title)s" has an end or a duration and no start; it is taken over without a time.'),
                line=words.line,
                title=shorten(title),
            )
        else:
            self.remarks.add(_('"%(title)s" has no time yet.'), line=words.line, title=shorten(title))

    def _written_start(self, words: EventWords, title: str) -> datetime:
        if is_moment(words.date):
            return read_moment(words.date, words.line)
        if is_moment(words.start):
            return read_moment(words.start, words.line)
        clock = read_time(words.start, words.line)
        if words.date:
            return datetime.combine(read_date(words.date, words.line), clock)
        if words.day is None or not words.day.date:
            raise ScheduleFileError(
                _('"%(title)s" starts at "%(start)s" and has no date. Write it like 2026-11-03 09:30.'),
                line=words.line,
                title=shorten(title),
                start=words.start,
            )
        return on_day(read_date(words.day.date, words.day.line), clock, self.change)

    def _compare_start(self, words: EventWords, title: str, written: datetime, start: datetime) -> None:
        """Remark on a ``start`` that is neither the time in ``date`` nor that moment in the file's zone."""
        if not (is_moment(words.date) and is_time(words.start)):
            return
        clock = read_time(words.start, words.line)
        if clock.replace(second=0) not in (written.time().replace(second=0), start.time().replace(second=0)):
            self.remarks.add(
                _('"%(title)s" starts at %(start)s and at %(date)s; the latter is used.'),
                line=words.line,
                title=shorten(title),
                start=words.start,
                date=words.date,
            )

    def _end(self, words: EventWords, title: str, written: datetime, start: datetime) -> datetime:
        lasts = read_duration(words.duration, words.line) if words.duration else None
        if not words.end:
            if lasts is None:
                raise ScheduleFileError(
                    _('"%(title)s" starts at %(start)s and has neither an end nor a duration.'),
                    line=words.line,
                    title=shorten(title),
                    start=start.isoformat(" "),
                )
            return add_elapsed(start, lasts)
        end = self.times.place(self._written_end(words, written), words.line, after=start)
        if lasts is not None and lasts != _moment(end) - _moment(start):
            raise ScheduleFileError(
                _(
                    '"%(title)s" ends at %(end)s, but its duration %(duration)s says something else: leave '
                    "one of them empty."
                ),
                line=words.line,
                title=shorten(title),
                end=words.end,
                duration=words.duration,
            )
        return end

    def _written_end(self, words: EventWords, written: datetime) -> datetime:
        """An end that is a time of day only is the next such time after the start."""
        if not is_time(words.end):
            return read_moment(words.end, words.line)
        end = datetime.combine(written.date(), read_time(words.end, words.line), tzinfo=written.tzinfo)
        return end if end >= written else end + timedelta(days=1)

    def _day(self, words: EventWords, title: str, start: datetime) -> date:
        computed = day_of(start, self.change)
        if words.day is None or not words.day.date:
            return computed
        listed = read_date(words.day.date, words.day.line)
        if listed != computed:
            self.remarks.add(
                _(
                    '"%(title)s" stands under %(listed)s, but starts at %(start)s; with days that end at '
                    "%(change)s it belongs to %(day)s."
                ),
                line=words.line,
                title=shorten(title),
                listed=listed.isoformat(),
                start=start.isoformat(" "),
                change=self.change.isoformat("minutes"),
                day=computed.isoformat(),
            )
        return computed


def _moment(local: datetime) -> datetime:
    return local.astimezone(UTC)
