"""Which day of the programme a session belongs to.

A night at a conference belongs to the day that led to it. Files say where one day ends and the next begins
in three ways: a ``day_change`` for all days; a start and an end for each day (``03:59`` and ``04:00`` are the
same end); or not at all, and then it is six in the morning.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta, tzinfo

from folkmoot.halls.convene.timetable.importers.document import FileDay
from folkmoot.halls.convene.timetable.importers.moments import is_moment, read_date, read_moment, read_time
from folkmoot.halls.convene.timetable.importers.transcript import DayWords, Transcript

DEFAULT_DAY_CHANGE = time(6)


def find_day_change(transcript: Transcript, rules: tzinfo) -> time:
    """The time of day at which one day of the programme ends and the next begins.

    From ``day_change``; else the commonest end among the days that end on the following date; else 06:00.
    """
    if transcript.day_change:
        return read_time(transcript.day_change, None)
    ends = Counter(end for day in transcript.days if (end := _night_end(day, rules)) is not None)
    return min(ends, key=lambda end: (-ends[end], end)) if ends else DEFAULT_DAY_CHANGE


def _night_end(day: DayWords, rules: tzinfo) -> time | None:
    if not (day.date and is_moment(day.end)):
        return None
    end = _local(read_moment(day.end, day.line), rules)
    if end.minute == 59:
        end += timedelta(minutes=1)
    after_midnight = end.date() == read_date(day.date, day.line) + timedelta(days=1)
    return end.time().replace(second=0) if after_midnight else None


def _local(moment: datetime, rules: tzinfo) -> datetime:
    return moment.replace(tzinfo=rules) if moment.tzinfo is None else moment.astimezone(rules)


def day_of(moment: datetime, change: time) -> date:
    """The day of the programme of a moment, by its local time.

    >>> day_of(datetime(2026, 11, 4, 2, 30), time(6))
    datetime.date(2026, 11, 3)
    """
    return moment.date() - timedelta(days=1) if moment.time() < change else moment.date()


def on_day(day: date, clock: time, change: time) -> datetime:
    """The naive local time of a time of day within a day of the programme, also past midnight.

    >>> on_day(date(2026, 11, 3), time(2, 30), time(6))
    datetime.datetime(2026, 11, 4, 2, 30)
    """
    return datetime.combine(day + timedelta(days=1) if clock < change else day, clock)


def bound_day(day: date, change: time, rules: tzinfo) -> FileDay:
    """The day of the programme with its bounds."""
    start = datetime.combine(day, change, tzinfo=rules)
    return FileDay(day, start, datetime.combine(day + timedelta(days=1), change, tzinfo=rules))
