"""The page of a session, also of one that was withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse

from folkmoot.audit.programme import Part, Session, Slot
from folkmoot.halls.convene.session.enums import Mode, OnRecord, Role
from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.addresses import reader_language
from folkmoot.halls.convene.timetable.exporters.json_ld import session_json_ld
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rows import duration, edge_of
from folkmoot.halls.convene.timetable.views.released import full, of_release, show


@dataclass(frozen=True)
class Place:
    """One slot of a session with the pages of its day and room."""

    slot: Slot
    day: date
    day_path: str
    room_path: str
    duration: str
    date: date


@dataclass(frozen=True)
class Cast:
    """Somebody's part: the word for the role, and the page of the person, or the act that withheld the name."""

    part: Part
    role: str
    path: str
    withheld_by: int | None


@of_release
def session(request: HttpRequest, published: Published, identifier: str) -> HttpResponse:
    """Show a session, or say with which release it was withdrawn."""
    found = published.programme.session(full("session", identifier))
    if found is None:
        return _withdrawn(request, published, full("session", identifier))
    context = {
        "session": found,
        "withheld_by": published.withholding(found.sheet) if found.withheld else None,
        "kind": published.programme.kinds.get(found.kind),
        "edge": edge_of(found),
        "forum_path": published.addresses.of("forum", found.forum.id) if found.forum else "",
        "places": _places(published, found),
        "cast": _cast(published, found),
        "mode": _label(Mode, found.mode),
        "on_record": _label(OnRecord, found.on_record),
        "link": found.link if is_web(found.link) else "",
        "json_ld": session_json_ld(Source.of_page(published, reader_language()), found),
        "links": [link for link in found.links if is_web(link.get("url", ""))],
    }
    return show(
        request, published, "session", context, bundle=published.addresses.file("session", identifier=identifier)
    )


def is_web(address: str) -> bool:
    """Whether an address may be linked: http or https with a host, nothing else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _label(choices: type[Mode | OnRecord | Role], value: str) -> str:
    known: Mapping[str, str] = {choice.value: str(choice.label) for choice in choices}
    return known.get(value, value)


def _places(published: Published, session: Session) -> list[Place]:
    programme, addresses = published.programme, published.addresses
    found = []
    for slot in sorted(session.slots, key=lambda s: s.starts):
        day = programme.day_of(slot.starts)
        room = addresses.of("room", slot.room.id) if slot.room else ""
        found.append(
            Place(slot, day, addresses.day(day), room, duration(slot), slot.starts.astimezone(programme.zone).date())
        )
    return found


def _cast(published: Published, session: Session) -> list[Cast]:
    return [
        Cast(
            part,
            _label(Role, part.role),
            published.addresses.of("speaker", part.person.id),
            published.withholding(part.person.sheet) if part.person.withheld else None,
        )
        for part in session.parts
    ]


def _withdrawn(request: HttpRequest, published: Published, identifier: str) -> HttpResponse:
    """Answer 410 for a session that an earlier release held, 404 for one that never was."""
    seen = queries.last_seen(identifier, published.history)
    if seen is None:
        raise Http404(f"No release of {published.release.edition.slug} holds {identifier}.")
    after = next(release for release in reversed(published.history) if release.number > seen.release.number)
    context = {"seen": seen, "after": after, "after_path": published.addresses.release(after.number)}
    bundle = published.addresses.file("release", number=after.number)
    return show(request, published, "withdrawn", context, bundle=bundle, status=410)
