"""schedule.json, valid against the C3VOC's schema (github.com/voc/schedule, validator/json/schema.json).

The schema has no place for cancelled sessions and sessions without a time; it knows a few kinds of link only, and its
pattern for time zones leaves out some. docs/run/exports.md lists what is not carried.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, timedelta
from typing import Any, Final

from django.conf import settings

from folkmoot import __version__
from folkmoot.halls.convene.session.enums import Role
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

MEDIA_TYPE: Final = "application/json"
SCHEMA = "https://c3voc.de/schedule/schema.json"
KINDS_OF_LINK = frozenset({"slides", "paper", "web", "blog", "article", "media", "related", "activitypub"})
_ZONE = re.compile(r"^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$")


def write_schedule_json(source: Source) -> bytes:
    """Write a programme as JSON."""
    with source.speaking():
        events = Events(source)
        site = str(settings.SITE_URL)
        whole = {
            "$schema": SCHEMA,
            "generator": {"name": "Folkmoot", "version": __version__, "url": site},
            "schedule": {
                "version": events.version,
                "base_url": site + source.addresses.page("programme"),
                "url": site + source.addresses.file("schedule", suffix="json"),
                "conference": _conference(source, events),
            },
        }
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _conference(source: Source, events: Events) -> dict[str, Any]:
    zone = source.programme.edition["zone"]
    return {
        "title": source.title.value,
        "acronym": acronym(source),
        "start": events.days[0].day.isoformat(),
        "end": events.days[-1].day.isoformat(),
        "daysCount": len(events.days),
        "timeslot_duration": _clock(timedelta(minutes=events.grain)),
        **({"time_zone_name": zone} if _ZONE.search(zone) else {}),
        "url": settings.SITE_URL + source.addresses.page("programme"),
        "tracks": [
            {"name": source.line(forum.name).value, "slug": forum.id.partition(":")[2].lower()}
            for forum in source.programme.forums
        ],
        "rooms": [
            {"name": source.room_name(room), "guid": source.marks.guid(room.id), "capacity": room.capacity}
            for room in source.programme.rooms
        ],
        "days": [_day(day, events) for day in events.days],
    }


def _day(day: EventDay, events: Events) -> dict[str, Any]:
    rooms: dict[str, list[dict[str, Any]]] = {}
    for held in day.rooms:
        rooms.setdefault(held.name, []).extend(_event(event, held.name, events) for event in held.events)
    return {
        "index": day.index,
        "date": day.day.isoformat(),
        "day_start": day.starts.isoformat(),
        "day_end": day.ends.isoformat(),
        "rooms": rooms,
    }


def _event(event: Event, room: str, events: Events) -> dict[str, Any]:
    source, session = event.source, event.session
    links, attachments = event.links
    return {
        "guid": event.guid,
        "id": event.number,
        "slug": event.slug,
        "url": page_of(source, session),
        "origin_url": source.page(session),
        "room": room,
        "title": source.title_of(session).value,
        "subtitle": source.line(session.subtitle).value,
        "track": source.line(session.forum.name).value if session.forum else "",
        "type": kind_of(session),
        "language": ", ".join(session.languages),
        "abstract": source.block(session.abstract).value,
        "description": source.block(session.description).value,
        **_times(event),
        "do_not_record": not session.recorded,
        "persons": _people(event, events),
        "links": [_link(link) for link in links],
        "attachments": [_link(link) for link in attachments],
    }


def _times(event: Event) -> dict[str, str]:
    """Return start, length in whole minutes and, where that is exact, the end."""
    found = {
        "date": event.starts.isoformat(),
        "start": event.starts.strftime("%H:%M"),
        "duration": _clock(event.lasts),
    }
    if event.lasts.total_seconds() % 60 == 0:
        ends = event.slot.starts.astimezone(UTC) + event.lasts
        found["end"] = ends.astimezone(event.starts.tzinfo).isoformat()
    return found


def _clock(lasts: timedelta) -> str:
    hours, minutes = divmod(int(lasts.total_seconds()) // 60, 60)
    return f"{hours:02}:{minutes:02}"


def _people(event: Event, events: Events) -> list[dict[str, Any]]:
    found = []
    for person, name, role, number, guid in events.people(event.session):
        row: dict[str, Any] = {"name": name, "guid": guid}
        if number is not None:
            row["id"] = number
        if biography := event.source.block(person.biography):
            row["biography"] = biography.value
        if role != Role.SPEAKER:
            row["role"] = role
        found.append(row)
    return found


def _link(link: Link) -> dict[str, str]:
    said = {"url": link.url, "title": link.title}
    return {**said, "type": link.kind} if link.kind in KINDS_OF_LINK else said
