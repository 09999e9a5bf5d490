"""The venues with their rooms, and the programme of a room."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rows import Lister
from folkmoot.halls.convene.timetable.views.released import full, of_release, show


@of_release
def venue(request: HttpRequest, published: Published) -> HttpResponse:
    """Show the venues, and what each room offers."""
    venues = [_with_paths(published, venue) for venue in queries.venues_of(published.release.document)]
    return show(request, published, "venue", {"venues": venues}, bundle=published.addresses.file("skeleton"))


def _with_paths(published: Published, venue: Any) -> dict[str, Any]:
    rooms = [{**room, "path": published.addresses.of("room", room["id"])} for room in venue["rooms"]]
    return {**venue, "rooms": rooms}


@of_release
def room(request: HttpRequest, published: Published, identifier: str) -> HttpResponse:
    """Show what happens in a room, day by day."""
    address = full("room", identifier)
    found = next((room for room in published.programme.rooms if room.id == address), None)
    if found is None:
        raise Http404(f"The released programme has no room {address}.")
    lister = Lister(published.programme, published.addresses)
    held = [o for o in lister.occurrences() if o.slot.room and o.slot.room.id == address]
    context = {"room": found, "listed": lister.by_day(held), "hide_room": True}
    return show(request, published, "room", context, bundle=published.addresses.file("room", identifier=identifier))
