"""What a schedule file says, once read: plain frozen values, the same for every format.

Reading decides *how a file is to be understood* (time zone, day change, which sessions and people are the
same); it never decides what happens to it. Planning an import and applying it start from these values.

Nothing a file holds is dropped in silence: what is not taken over stands in ``ScheduleFile.unknown``,
what was understood in a way that somebody may want to look at stands in ``ScheduleFile.remarks``, and what
cannot be understood at all raises :class:`ScheduleFileError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeAlias


def gettext_noop(message: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return message


def ngettext_noop(singular: str, plural: str) -> tuple[str, str]:
    """Mark a sentence with two forms for the catalogue; which one is shown follows its parameter `count`."""
    return singular, plural


_ = gettext_noop

Message: TypeAlias = str | tuple[str, str]
Param: TypeAlias = str | int | list[Any]


class ScheduleFileError(ValueError):
    """The file cannot be taken over: a sentence with the value in it and what to do about it.

    ``message`` is the message id for gettext (or two, of which ``count`` chooses one), ``params`` fill it, ``line``
    counts from 1 where it is known.
    ``str(error)`` is the English sentence with the line in front.
    """

    def __init__(self, message: Message, *, line: int | None = None, **params: Param) -> None:
        self.message = message
        self.params: Mapping[str, Param] = params
        self.line = line
        super().__init__(_in_english(message, params, line))


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the file that somebody may want to look at; it does not stop an import.

    A parameter called ``what`` (here and in errors) is a message id itself: "title", "name of a room". A parameter
    that is a list stands for words in quotation marks; see ``in_list``.
    """

    line: int | None
    message: Message
    params: Mapping[str, Param] = field(default_factory=dict)

    def __str__(self) -> str:
        return _in_english(self.message, self.params, self.line)


def in_list(words: Iterable[Any], most: int) -> list[Any]:
    """Return a parameter that is shown as a list of at most ``most`` words, with how many more there are at its end.

    A word may be a pair with a note: how often it occurs, or an id.
    """
    every = list(words)
    more = len(every) - most
    return [*every[:most], *([more] if more > 0 else [])]


def _in_english(message: Message, params: Mapping[str, Param], line: int | None) -> str:
    form = message if isinstance(message, str) else message[params.get("count") != 1]
    said = {name: _list_in_english(value) if isinstance(value, list) else value for name, value in params.items()}
    sentence = form % said
    return sentence if line is None else f"Line {line}: {sentence}"


def _list_in_english(parts: list[Any]) -> str:
    words = (part if isinstance(part, list) else [part] for part in parts)
    return ", ".join(
        f"{first} more" if isinstance(first, int) else " ".join([f"“{first}”", *(f"({note})" for note in notes)])
        for first, *notes in words
    )


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold; beyond it is refused with a sentence that names the number.

    ``size`` in bytes; ``depth`` in levels of nesting; ``values`` in XML elements or JSON values, ``row`` in
    characters of one line of CSV, ``columns`` of CSV. In characters: ``name_length`` (people, rooms, tracks,
    ids), ``line_length`` (titles, addresses) and ``text_length`` (abstracts, descriptions, biographies).
    """

    size: int = 50 * 1024 * 1024
    depth: int = 64
    values: int = 1_000_000
    row: int = 2_000_000
    columns: int = 200
    events: int = 20_000
    persons: int = 500
    links: int = 500
    days: int = 400
    line_length: int = 1_000
    name_length: int = 200
    text_length: int = 100_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class FileDay:
    """A day of the programme: it holds the sessions that start in ``[start, end)``, also past midnight."""

    date: date
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class FileRoom:
    """A room that holds at least one session."""

    name: str
    guid: str | None = None
    capacity: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class FileLink:
    """An address with its title; ``kind`` is what the file calls it (slides, paper, related, ...)."""

    url: str
    title: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class FileMention:
    """A person in a session.

    ``key`` says who is the same person within the file: ``id:...`` where the file gives people ids, else
    ``name:...`` with the exact name. ``guid`` is kept as the file has it (in files by pretalx the code).
    ``role`` is free text, empty where the file says none.
    """

    key: str
    external_id: str | None
    name: str
    role: str = ""
    guid: str | None = None
    biography: str = ""


@dataclass(frozen=True, slots=True)
class FileSlot:
    """One stretch of time ``[start, end)``, both aware; ``day`` is the programme's day it belongs to."""

    room: str | None
    start: datetime
    end: datetime
    day: date


@dataclass(frozen=True, slots=True)
class FileEvent:
    """A session.

    ``key`` identifies it within an edition (at most 64 characters): the file's guid, or one derived from the
    id. No slot means that it has no time yet. ``language`` stays as written ("de, en"). Texts may contain
    HTML: it is kept as text here and cleaned where it is shown. ``line`` is where the session begins.
    """

    key: str
    guid: str | None
    external_id: str
    slug: str
    title: str
    subtitle: str
    abstract: str
    description: str
    kind: str
    track: str
    language: str
    mentions: tuple[FileMention, ...]
    slots: tuple[FileSlot, ...]
    do_not_record: bool
    cancelled: bool
    links: tuple[FileLink, ...]
    attachments: tuple[FileLink, ...]
    url: str
    line: int | None


@dataclass(frozen=True, slots=True)
class ScheduleFile:
    """A whole file.

    ``format``: ``pentabarf-xml``, ``schedule-json`` or ``schedule-csv``. ``zone``: IANA name, or None where
    only the offsets of the times are known. ``zone_source``: option, file, offset or edition.
    ``day_change``: what starts earlier belongs to the day before. ``unknown``: what is not taken over, as
    (path, how often), by path.
    """

    format: str
    title: str
    acronym: str
    subtitle: str
    place: str
    version: str
    url: str
    zone: str | None
    zone_source: str
    day_change: time
    days: tuple[FileDay, ...]
    rooms: tuple[FileRoom, ...]
    events: tuple[FileEvent, ...]
    unknown: tuple[tuple[str, int], ...]
    remarks: tuple[Remark, ...]

    @property
    def person_names(self) -> dict[str, str]:
        """Every person of the file: key to the name as first written, in the file's order."""
        names: dict[str, str] = {}
        for event in self.events:
            for mention in event.mentions:
                names.setdefault(mention.key, mention.name)
        return names

    @property
    def persons_count(self) -> int:
        """How many people the file mentions."""
        return len(self.person_names)


class Remarks:
    """Gathers remarks while a file is read; of each kind the first hundred are kept and the rest counted."""

    kept_per_kind = 100

    def __init__(self) -> None:
        self._kept: list[Remark] = []
        self._counts: dict[Message, int] = {}

    def add(self, message: Message, *, line: int | None = None, **params: Param) -> None:
        """Note one thing; `message` is a message id and `params` fill it."""
        self._counts[message] = self._counts.get(message, 0) + 1
        if self._counts[message] <= self.kept_per_kind:
            self._kept.append(Remark(line, message, params))

    def all(self) -> tuple[Remark, ...]:
        """All remarks in the order they were made, then how many more there were of each kind."""
        more = [
            Remark(
                None,
                _('There are %(count)s more remarks like this one: "%(example)s"'),
                {"count": count - self.kept_per_kind, "example": self._example(message)},
            )
            for message, count in self._counts.items()
            if count > self.kept_per_kind
        ]
        return (*self._kept, *more)

    def _example(self, message: Message) -> str:
        return str(next(remark for remark in self._kept if remark.message == message))
