"""Drafting venues and rooms."""

from __future__ import annotations

from typing import Any

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.kit.text import Text


def draft_venue(edition: Edition, name: Text, **fields: Any) -> Venue:
    """Draft a venue of an edition."""
    return Venue.objects.create(edition=edition, name=name, order=edition.venues.count(), **fields)


def draft_room(venue: Venue, name: Text, **fields: Any) -> Room:
    """Draft a room; it stands after the venue's other rooms unless `order` is given."""
    fields.setdefault("order", venue.rooms.count())
    return Room.objects.create(venue=venue, name=name, **fields)
