"""Pentabarf / frab XML, valid against the C3VOC's schema (github.com/voc/schedule, validator/xsd/schedule.xml.xsd).

The schema has no place for roles, biographies, the capacity of rooms, cancelled sessions and sessions without a time;
docs/run/exports.md lists what is not carried. Where a day ends is said by the start and end of each day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from xml.etree import ElementTree

from django.conf import settings

from folkmoot import __version__
from folkmoot.halls.convene.timetable.exporters.events import (
    Event,
    EventDay,
    Events,
    Link,
    acronym,
    kind_of,
    page_of,
)
from folkmoot.halls.convene.timetable.exporters.source import Source

MEDIA_TYPE: Final = "application/xml; charset=utf-8"
# What no XML 1.0 document may hold, not even escaped (XML 1.0, production 2).
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_IN_HOURS = timedelta(hours=100)
_LONGEST = timedelta(days=9, hours=23, minutes=59)


def write_pentabarf(source: Source) -> bytes:
    """Write a programme as XML."""
    with source.speaking():
        events = Events(source)
        root = ElementTree.Element("schedule")
        _add(root, "generator", "", name="Folkmoot", system=source.origin, version=__version__)
        _add(root, "url", settings.SITE_URL + source.addresses.file("schedule", suffix="xml"))
        _add(root, "version", events.version)
        _add_conference(root, source, events)
        for day in events.days:
            _add_day(root, day, events)
        return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))


def duration(lasts: timedelta) -> str:
    """Return a length as the schema wants it: hours and minutes, with seconds or days where they are needed.

    Up to ten days can be said; what is longer says ten days less a minute.

    >>> duration(timedelta(minutes=45)), duration(timedelta(seconds=5430)), duration(timedelta(days=5, minutes=30))
    ('00:45', '01:30:30', '5:00:30')
    """
    if lasts >= _LONGEST_IN_HOURS:
        days, rest = divmod(min(lasts, _LONGEST), timedelta(days=1))
        return f"{days}:{_clock(rest)}"
    seconds = int(lasts.total_seconds()) % 60
    return _clock(lasts) + (f":{seconds:02}" if seconds else "")


def _clock(lasts: timedelta) -> str:
    hours, minutes = divmod(int(lasts.total_seconds()) // 60, 60)
    return f"{hours:02}:{minutes:02}"


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    if text:
        element.text = _UNWRITABLE.sub("", text)
    return element


def _add_conference(root: ElementTree.Element, source: Source, events: Events) -> None:
    conference = _add(root, "conference", "")
    words: Mapping[str, str] = {
        "title": source.title.value,
        "acronym": acronym(source),
        "start": events.days[0].day.isoformat(),
        "end": events.days[-1].day.isoformat(),
        "days": str(len(events.days)),
        "timeslot_duration": _clock(timedelta(minutes=events.grain)),
        "url": settings.SITE_URL + source.addresses.page("programme"),
        "time_zone_name": source.programme.edition["zone"],
    }
    for tag, text in words.items():
        _add(conference, tag, text)
    for forum in source.programme.forums:
        name = source.line(forum.name).value
        _add(conference, "track", name, name=name)


def _add_day(root: ElementTree.Element, day: EventDay, events: Events) -> None:
    bounds = {"date": day.day.isoformat(), "start": day.starts.isoformat(), "end": day.ends.isoformat()}
    element = _add(root, "day", "", index=str(day.index), **bounds)
    for held in day.rooms:
        guid = {"guid": events.source.marks.guid(held.room.id)} if held.room else {}
        room = _add(element, "room", "", name=held.name, **guid)
        for event in held.events:
            _add_event(room, event, held.name, events)


def _add_event(room: ElementTree.Element, event: Event, room_name: str, events: Events) -> None:
    source, session = event.source, event.session
    element = _add(room, "event", "", id=str(event.number), guid=event.guid)
    _add(element, "room", room_name)
    for tag, text in _words(event).items():
        _add(element, tag, text)
    recording = _add(element, "recording", "")
    _add(recording, "license", "")
    _add(recording, "optout", "false" if session.recorded else "true")
    _add_people(element, event, events)
    for tag, links in zip(("links", "attachments"), event.links, strict=True):
        _add_links(_add(element, tag, ""), tag.removesuffix("s"), links)
    if page := page_of(source, session):
        _add(element, "url", page)
    _add(element, "origin_url", source.page(session))


def _words(event: Event) -> Mapping[str, str]:
    source, session = event.source, event.session
    return {
        "title": source.title_of(session).value,
        "subtitle": source.line(session.subtitle).value,
        "type": kind_of(session),
        "date": event.starts.isoformat(),
        "start": event.starts.strftime("%H:%M"),
        "duration": duration(event.lasts),
        "abstract": source.block(session.abstract).value,
        "description": source.block(session.description).value,
        "slug": event.slug,
        "track": source.line(session.forum.name).value if session.forum else "",
        "language": ", ".join(session.languages),
    }


def _add_people(element: ElementTree.Element, event: Event, events: Events) -> None:
    people = _add(element, "persons", "")
    for _person, name, _role, number, guid in events.people(event.session):
        _add(people, "person", name, guid=guid, **({} if number is None else {"id": str(number)}))


def _add_links(parent: ElementTree.Element, tag: str, links: list[Link]) -> None:
    for link in links:
        _add(parent, tag, link.title, href=link.url, **({"type": link.kind} if link.kind else {}))
