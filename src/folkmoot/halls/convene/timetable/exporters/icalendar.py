"""iCalendar (RFC 5545, with RFC 7986): a calendar to subscribe to, of a programme or of a part of it.

- One VEVENT (3.6.1) for each slot of a session. Its UID (3.8.4.7) is made of the session's public identifier, the
  place of the slot among the session's slots and the origin of the body's record, so that a session that moves stays
  the same event in every calendar.
- SEQUENCE (3.8.7.4) is the number of the release in which the session last changed, DTSTAMP (3.8.7.2) the moment of
  the act that published the current one.
- Times are in UTC (3.3.5, form 2): a slot is a moment that was released, and no program has to know the rules of the
  venue's zone to find it, not even after they change. The zone is named in X-WR-TIMEZONE.
- What has no time yet cannot stand in a calendar. A calendar must hold a component (3.6): an empty one holds the
  zone UTC.
- Lines are folded at 75 octets between characters (3.1), text is escaped (3.3.11) and says its language (3.2.10).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from django.conf import settings
from django.utils.translation import gettext as _

from folkmoot import __version__
from folkmoot.audit.programme import Room, Session, Slot
from folkmoot.halls.convene.session.enums import Role
from folkmoot.halls.convene.timetable.exporters.phrasing import Words, is_web, plain
from folkmoot.halls.convene.timetable.exporters.selection import EVERYTHING, Selection
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.kit.phrases import listed, noted

MEDIA_TYPE = "text/calendar; charset=utf-8"
OCTETS = 75
_LANGUAGE = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
_UTC = ("BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE")  # fmt: skip


def write_icalendar(source: Source, selection: Selection = EVERYTHING) -> bytes:
    """Write a calendar of what is selected."""
    with source.speaking():
        events = [line for found in selection.slots(source) for line in _event(source, *found)]
        lines = [*_head(source, selection), *(events or _UTC), "END:VCALENDAR"]
        return b"".join(fold(line) for line in lines)


def fold(line: str) -> bytes:
    """Return a content line in UTF-8, folded at 75 octets, never within a character, with its line break.

    >>> [len(part) for part in fold("SUMMARY:" + "é" * 60).split(b"\\r\\n")]
    [74, 55, 0]
    """
    octets = line.encode()
    if len(octets) <= OCTETS:
        return octets + b"\r\n"
    parts, start, room = [], 0, OCTETS
    while start < len(octets):
        end = min(start + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end])
        start, room = end, OCTETS - 1
    return b"\r\n ".join(parts) + b"\r\n"


def escape(value: str) -> str:
    """Return a text as a property's value may hold it."""
    marked = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return marked.replace("\r", "").replace("\n", "\\n")


def _head(source: Source, selection: Selection) -> Iterator[str]:
    name = " · ".join(part for part in (source.title.value, selection.label(source)) if part)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Folkmoot//Folkmoot {__version__}//EN")
    yield "CALSCALE:GREGORIAN"
    yield f"LAST-MODIFIED:{_moment(source.released)}"
    yield _text("NAME", Words(name, source.title.language))
    yield f"X-WR-CALNAME:{escape(name)}"
    yield f"X-WR-TIMEZONE:{source.programme.edition['zone']}"
    yield f"URL:{settings.SITE_URL}{source.addresses.page('programme')}"
    yield f"SOURCE;VALUE=URI:{settings.SITE_URL}{selection.path(source)}"
    yield from ("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H")


def _event(source: Source, session: Session, turn: int, slot: Slot) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(source, session, turn)}"
    yield f"DTSTAMP:{_moment(source.released)}"
    yield f"SEQUENCE:{source.revisions.get(session.id, source.number)}"
    yield f"DTSTART:{_moment(slot.starts)}"
    if slot.ends > slot.starts:
        yield f"DTEND:{_moment(slot.ends)}"
    yield _text("SUMMARY", source.title_of(session))
    yield f"STATUS:{'CANCELLED' if session.cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'TRANSPARENT' if session.is_break or session.cancelled else 'OPAQUE'}"
    if slot.room:
        yield _text("LOCATION", _place(source, slot.room))
    yield from _categories(source, session)
    if description := _description(source, session):
        yield _text("DESCRIPTION", description)
    if is_web(session.link):
        yield f"CONFERENCE;VALUE=URI:{session.link}"
    yield f"URL:{source.page(session)}"
    yield "END:VEVENT"


def uid(source: Source, session: Session, turn: int) -> str:
    """Return the UID of a slot: the same in every release, language and calendar of this body."""
    return f"{session.id.replace(':', '-')}-{turn + 1}@{source.origin.replace('/', '.')}"


def _place(source: Source, room: Room) -> Words:
    name, venue = source.line(room.name), source.line(room.venue)
    return Words(", ".join(part for part in (name.value, venue.value) if part), name.language)


def _categories(source: Source, session: Session) -> Iterator[str]:
    """Yield one CATEGORIES for the forum and one for the kind, each in its own language."""
    forum = source.line(session.forum.name) if session.forum else Words("")
    for words in (forum, source.kind_of(session)):
        if words:
            yield _text("CATEGORIES", words)


def _description(source: Source, session: Session) -> Words:
    """Return who takes part and the abstract, as plain text."""
    people = [
        name if role == Role.SPEAKER else noted(name, source.role(role)) for _person, name, role in source.cast(session)
    ]
    abstract = source.block(session.abstract) or source.block(session.description)
    parts: Sequence[str] = (
        _("This session does not take place.") if session.cancelled else "",
        source.line(session.subtitle).value,
        listed(people) if people else "",
        plain(abstract.value),
    )
    return Words("\n\n".join(part for part in parts if part), abstract.language)


def _text(name: str, words: Words) -> str:
    said = f";LANGUAGE={words.language}" if _LANGUAGE.fullmatch(words.language) else ""
    return f"{name}{said}:{escape(words.value)}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
