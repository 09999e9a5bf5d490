"""Dates, times, zones and numbers in the reader's language, always in Latin digits.

Digits are the same in every language, so that numbers in seals, codes, times and addresses match each other.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal

from folkmoot.kit.languages import active, active_locale

Zone = str | tzinfo | None


def long_date(day: date | str) -> str:
    """Return a date with its weekday: Thursday, 19 November 2026."""
    return format_date(_day(day), "full", active_locale())


def medium_date(day: date | str) -> str:
    """Return a date without its weekday: 19 November 2026."""
    return format_date(_day(day), "long", active_locale())


def short_day(day: date | str) -> str:
    """Return weekday and day of the month: Thu 19."""
    if active().startswith("zh"):
        return format_skeleton("Ed", _day(day), locale=active_locale())
    return format_date(_day(day), "EEE d", active_locale())


def date_range(first: date | None, last: date | None) -> str:
    """Return two dates as one phrase, 19–21 November 2026; empty when there is no first."""
    if first is None:
        return ""
    if last is None or last == first:
        return medium_date(first)
    return str(format_interval(first, last, "yMMMMd", locale=active_locale()))


def clock(moment: datetime | str, zone: Zone = None) -> str:
    """Return the time of day in a zone, on a clock of 24 hours."""
    return f"{_local(moment, zone):%H:%M}"


def moment(when: datetime | str, zone: Zone = None) -> str:
    """Return date, time and offset: 14 Nov 2026, 09:12 UTC+8."""
    local = _local(when, zone)
    day = format_skeleton("yMMMd", local, locale=active_locale())
    return f"{_day_and_clock(day, local)} {offset(local)}"


def short_moment(when: datetime | str, zone: Zone = None) -> str:
    """Return weekday, day of the month and time at the venue: Thu 19, 09:00."""
    local = _local(when, zone)
    return _day_and_clock(short_day(local), local)


def moment_of_year(when: datetime | str, zone: Zone = None) -> str:
    """Return day, month and time at the venue: 19 November, 09:00."""
    local = _local(when, zone)
    return _day_and_clock(format_skeleton("MMMMd", local, locale=active_locale()), local)


def iso(value: date | str) -> str:
    """Return a date or moment for the attribute of a `time` element."""
    return value if isinstance(value, str) else value.isoformat()


def zone_name(zone: Zone, at: date | str | None = None) -> str:
    """Return what a zone's clocks are off UTC at a moment (or a day's noon), UTC+8: zones have no other name here."""
    if at is None:
        return offset(datetime.now(_zone(zone)))
    if isinstance(at, date) and not isinstance(at, datetime):
        return offset(datetime(at.year, at.month, at.day, 12, tzinfo=_zone(zone)))
    return offset(_local(at, zone))


def offset(aware: datetime) -> str:
    """Return UTC, UTC+8 or UTC−3:30."""
    delta = aware.utcoffset() or timedelta()
    minutes = abs(int(delta.total_seconds())) // 60
    if not minutes:
        return "UTC"
    sign = "+" if delta > timedelta() else "−"
    return f"UTC{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def number(value: float | None) -> str:
    """Return a number with the separators of the reader's language."""
    return "" if value is None else format_decimal(value, locale=active_locale())


def _day_and_clock(day: str, local: datetime) -> str:
    """Join a day and the time of day as the reader's language does."""
    return str(active_locale().datetime_formats["medium"].format(f"{local:%H:%M}", day))


def _day(value: date | str) -> date:
    if isinstance(value, str):
        return datetime.fromisoformat(value)
    return value


def _local(value: datetime | str, zone: Zone) -> datetime:
    """Return a moment on the clocks of `zone`; without one, on the clocks it carries."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(_zone(zone)) if zone else aware


def _zone(zone: Zone) -> tzinfo:
    return ZoneInfo(zone) if isinstance(zone, str) and zone else zone if isinstance(zone, tzinfo) else UTC
