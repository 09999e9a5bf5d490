"""Drafting venues and rooms."""

from __future__ import annotations

from typing import Any

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.kit.text import Text


def draft_venue(edition: Edition, name: Text, **fields: Any) -> Venue:
    """Draft a venue of an edition; it stands after the others unless `order` is given."""
    fields.setdefault("order", edition.venues.count())
    return Venue.objects.create(edition=edition, name=name, **fields)


def draft_room(venue: Venue, name: Text, **fields: Any) -> Room:
    """Draft a room; it stands after the venue's other rooms unless `order` is given."""
    fields.setdefault("order", venue.rooms.count())
    return Room.objects.create(venue=venue, name=name, **fields)


def change_venue(venue: Venue, **changed: Any) -> Venue:
    """Change fields of a venue; public pages follow with the next release."""
    for name, value in changed.items():
        setattr(venue, name, value)
    venue.save(update_fields=list(changed))
    return venue


def change_room(room: Room, **changed: Any) -> Room:
    """Change fields of a room; what a schedule file calls it stays known."""
    for name, value in changed.items():
        setattr(room, name, value)
    room.save(update_fields=list(changed))
    return room
