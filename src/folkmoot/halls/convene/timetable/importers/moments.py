"""Dates, times and durations as files write them.

- Moments: ISO 8601, ``2026-11-03T09:30:00+08:00``, also with a space, without seconds, without an offset.
- Times of day: ``09:30`` or ``09:30:00``.
- Durations: ``00:45``, ``00:45:00`` (hours, minutes, seconds), ``1:02:00`` with a single first digit and less
  than 24 hours after it (days, hours, minutes, as pretalx writes), ``PT45M`` and ``P1DT2H`` (ISO 8601), or
  a whole number of minutes.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _

LONGEST = timedelta(days=31)
_YEARS = range(1900, 2200)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?", re.ASCII)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.0+)?", re.ASCII)
_CLOCK_DURATION = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?", re.ASCII)
_ISO_DURATION = re.compile(r"P(?=.)(?:(\d{1,3})D)?(?:T(?=.)(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?", re.ASCII)
_MINUTES = re.compile(r"\d{1,5}", re.ASCII)


def read_date(value: str, line: int | None) -> date:
    """A calendar date, from ``2026-11-03`` or from the beginning of a moment."""
    found = _DATE.match(value)
    if found and (len(value) == 10 or value[10] in "T "):
        try:
            return _within_years(date.fromisoformat(found[0]), value, line)
        except ValueError as error:
            if isinstance(error, ScheduleFileError):
                raise
    raise ScheduleFileError(
        _('"%(value)s" is not a date. Write it as year-month-day, like 2026-11-03.'),
        line=line,
        value=shorten(value),
    )


def read_moment(value: str, line: int | None) -> datetime:
    """A date with a time; aware if the file gives an offset, else naive. Fractions of a second go."""
    if _MOMENT.fullmatch(value):
        try:
            moment = datetime.fromisoformat(_normal_form(value)).replace(microsecond=0)
        except ValueError:
            pass
        else:
            _within_years(moment.date(), value, line)
            return moment
    raise ScheduleFileError(
        _('"%(value)s" is not a date with a time. Write it like 2026-11-03 09:30 or 2026-11-03T09:30:00+08:00.'),
        line=line,
        value=shorten(value),
    )


def is_moment(value: str) -> bool:
    """Whether the words hold both a date and a time, so that :func:`read_moment` is to be asked."""
    return len(value) > 10 and _DATE.match(value) is not None


def is_time(value: str) -> bool:
    """Whether the words look like a time of day without a date."""
    return _TIME.fullmatch(value) is not None


def read_time(value: str, line: int | None) -> time:
    """A time of day from ``09:30`` or ``09:30:00``."""
    found = _TIME.fullmatch(value)
    try:
        if found:
            return time(int(found[1]), int(found[2]), int(found[3] or 0))
    except ValueError:
        pass
    raise ScheduleFileError(
        _('"%(value)s" is not a time of day. Write it as hours and minutes, like 09:30.'),
        line=line,
        value=shorten(value),
    )


def read_duration(value: str, line: int | None) -> timedelta:
    """A duration between nothing and 31 days; see the module for the ways to write it."""
    duration = _duration(value)
    if duration is None:
        raise ScheduleFileError(
            _('"%(value)s" is not a duration. Write it as hours and minutes, like 00:45.'),
            line=line,
            value=shorten(value),
        )
    if duration > LONGEST:
        raise ScheduleFileError(
            _('A session cannot last "%(value)s": at most %(days)s days are read.'),
            line=line,
            value=shorten(value),
            days=LONGEST.days,
        )
    return duration


def add_elapsed(moment: datetime, duration: timedelta) -> datetime:
    """The moment after so much real time, in the same zone, also across a change of clocks."""
    return (moment.astimezone(UTC) + duration).astimezone(moment.tzinfo)


def _duration(value: str) -> timedelta | None:
    if _MINUTES.fullmatch(value):
        return timedelta(minutes=int(value))
    if found := _ISO_DURATION.fullmatch(value):
        days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    found = _CLOCK_DURATION.fullmatch(value)
    if found is None:
        return None
    first, second, third = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[3] is not None and len(found[1]) == 1 and second < 24 and third < 60:
        return timedelta(days=first, hours=second, minutes=third)
    if second >= 60 or third >= 60:
        return None
    return timedelta(hours=first, minutes=second, seconds=third)


def _normal_form(value: str) -> str:
    day, clock = value[:10], value[11:].replace(" ", "")
    return f"{day}T{clock if clock[1] != ':' else '0' + clock}"


def _within_years(day: date, value: str, line: int | None) -> date:
    if day.year not in _YEARS:
        raise ScheduleFileError(
            _('The year of "%(value)s" is not between %(first)s and %(last)s.'),
            line=line,
            value=shorten(value),
            first=_YEARS[0],
            last=_YEARS[-1],
        )
    return day
