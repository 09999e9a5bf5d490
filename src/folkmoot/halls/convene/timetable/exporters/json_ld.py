"""schema.org Event as JSON-LD 1.1, for a data block in the pages of sessions and editions.

A block `<script type="application/ld+json">` is data, not a script (HTML, 4.12.1): it is never run, and the content
security policy of a page, which governs scripts, lets it stand. What could end the block, or begin a comment in it, is
written as a JSON escape.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from folkmoot.audit.programme import Room, Session, Slot
from folkmoot.halls.convene.session.enums import Mode
from folkmoot.halls.convene.timetable.exporters.phrasing import is_web, plain
from folkmoot.halls.convene.timetable.exporters.selection import in_order
from folkmoot.halls.convene.timetable.exporters.source import Source

LONGEST_TEXT = 500
_SCHEMA = "https://schema.org/"
_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_MODES = {
    Mode.ON_SITE.value: "OfflineEventAttendanceMode",
    Mode.ONLINE.value: "OnlineEventAttendanceMode",
    Mode.HYBRID.value: "MixedEventAttendanceMode",
}


def session_json_ld(source: Source, session: Session) -> SafeString:
    """Return a session as a data block's content, one Event for each slot; empty without a time or where withheld."""
    slots = in_order(session)
    if session.withheld or not slots:
        return SafeString("")
    with source.speaking():
        events = [_event(source, session, slot) for slot in slots]
        return _block(events[0] if len(events) == 1 else {"@graph": events})


def edition_json_ld(source: Source) -> SafeString:
    """Return an edition as a data block's content; empty where its days are not known."""
    edition = source.programme.edition
    if not edition["starts"] or not edition["ends"]:
        return SafeString("")
    with source.speaking():
        place = source.line(edition["place"]).value
        return _block({
            **_edition(source),
            "startDate": edition["starts"],
            "endDate": edition["ends"],
            **_known(description=source.line(edition["theme"]).value, location=_place(place)),
            "organizer": _known(**{"@type": "Organization"}, name=source.line(source.body).value),
        })  # fmt: skip


def _block(value: Mapping[str, Any]) -> SafeString:
    text = json.dumps({"@context": _SCHEMA.rstrip("/"), **value}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308  (no <, > or & is left in it)


def _edition(source: Source) -> dict[str, Any]:
    page = settings.SITE_URL + source.addresses.page("programme")
    return {"@type": "Event", "name": source.title.value, "url": page}


def _event(source: Source, session: Session, slot: Slot) -> dict[str, Any]:
    zone = source.programme.zone
    status = "EventCancelled" if session.cancelled else "EventScheduled"
    mode = _MODES.get(session.mode)
    return _known(
        **{"@type": "Event"},
        name=source.title_of(session).value,
        description=plain(source.block(session.abstract).value)[:LONGEST_TEXT],
        startDate=slot.starts.astimezone(zone).isoformat(),
        endDate=slot.ends.astimezone(zone).isoformat(),
        eventStatus=_SCHEMA + status,
        eventAttendanceMode=_SCHEMA + mode if mode else "",
        location=_locations(source, session, slot.room),
        performer=[{"@type": "Person", "name": name} for _person, name, _role in source.cast(session)],
        inLanguage=list(session.languages),
        url=source.page(session),
        superEvent=_edition(source),
    )


def _locations(source: Source, session: Session, room: Room | None) -> list[dict[str, Any]]:
    found = [_place(source.room_name(room), source.line(room.venue).value)] if room and not room.online else []
    if is_web(session.link):
        found.append({"@type": "VirtualLocation", "url": session.link})
    return [place for place in found if place]


def _place(name: str, address: str = "") -> dict[str, Any]:
    return {"@type": "Place", **_known(name=name, address=address)} if name else {}


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
