"""A file in its own words: what stands where, before anything is decided about it.

Each format has a reader that writes a transcript; one place (:mod:`.assembly`) then understands it, so that
a decision about time zones or people is taken once and not three times.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day as it stands in the file."""

    date: str
    start: str = ""
    end: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RoomWords:
    """A room as it stands in the file, with or without sessions."""

    name: str
    guid: str = ""
    capacity: str = ""
    description: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class LinkWords:
    """A link or attachment as it stands in the file."""

    url: str
    title: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PersonWords:
    """A person in a session as it stands in the file."""

    name: str
    id: str = ""
    guid: str = ""
    role: str = ""
    biography: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class EventWords:
    """A session in one place and time, as it stands in the file."""

    line: int | None
    title: str
    day: DayWords | None = None
    room: str = ""
    guid: str = ""
    id: str = ""
    slug: str = ""
    subtitle: str = ""
    abstract: str = ""
    description: str = ""
    kind: str = ""
    track: str = ""
    language: str = ""
    url: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    duration: str = ""
    do_not_record: str = ""
    cancelled: str = ""
    persons: tuple[PersonWords, ...] = ()
    links: tuple[LinkWords, ...] = ()
    attachments: tuple[LinkWords, ...] = ()


@dataclass(slots=True)
class Transcript:
    """A whole file in its own words. ``unknown`` counts what no reader knows, by path."""

    format: str
    title: str = ""
    acronym: str = ""
    subtitle: str = ""
    venue: str = ""
    city: str = ""
    version: str = ""
    url: str = ""
    zone: str = ""
    day_change: str = ""
    days: list[DayWords] = field(default_factory=list)
    rooms: list[RoomWords] = field(default_factory=list)
    events: list[EventWords] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
