"""Rows as plain JSON, and digests of them, so that an import can be undone exactly, or refuse to be."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import models

from folkmoot.canon import canonical, digest
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.text import MultilingualField, Text

# In the order in which rows can be created; taken out in the opposite one.
MODELS: dict[str, type[models.Model]] = {
    "venues": Venue,
    "rooms": Room,
    "forums": Forum,
    "people": Person,
    "speakers": Speaker,
    "sessions": Session,
}
PARTS: dict[str, type[models.Model]] = {"slots": Slot, "appearances": Appearance}


def plain_value(value: Any) -> Any:
    """Return a field's value as JSON."""
    if isinstance(value, Text):
        return value.written()
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    return value


def field_value(model: type[models.Model], name: str, value: Any) -> Any:
    """Return a field's value from its JSON; `name` is the column's, such as `forum_id`."""
    field = next(field for field in model._meta.concrete_fields if field.attname == name)
    if isinstance(field, MultilingualField):
        return Text.read(value)
    if isinstance(field, models.DateTimeField):
        return datetime.datetime.fromisoformat(value)
    return value


def plain_row(row: models.Model) -> dict[str, Any]:
    """Return all columns of a row as JSON."""
    return {f.attname: plain_value(getattr(row, f.attname)) for f in row._meta.concrete_fields}


def row_from(model: type[models.Model], plain: dict[str, Any]) -> models.Model:
    """Return an unsaved row with these columns, its number among them."""
    return model(**{name: field_value(model, name, value) for name, value in plain.items()})


def rows_of(edition: Edition) -> dict[str, list[models.Model]]:
    """Return every drafted row of an edition and the people who take part in it, with eight queries."""
    return {
        "venues": list(Venue.objects.filter(edition=edition)),
        "rooms": list(Room.objects.filter(venue__edition=edition)),
        "forums": list(Forum.objects.filter(edition=edition)),
        "people": list(Person.objects.filter(participations__edition=edition)),
        "speakers": list(Speaker.objects.filter(edition=edition)),
        "sessions": list(Session.objects.filter(edition=edition).prefetch_related("slots", "appearances")),
    }


def state_of(row: models.Model) -> str:
    """Return a digest of a row; of a session with its slots and appearances, whatever their numbers."""
    plain = plain_row(row)
    if isinstance(row, Session):
        plain["slots"] = _parts(row.slots.all())
        plain["appearances"] = _parts(row.appearances.all())
    return digest(canonical(plain))


def _parts(rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    return [{name: value for name, value in plain_row(row).items() if name != "id"} for row in rows]


def states_of(edition: Edition) -> dict[str, dict[str, str]]:
    """Return the digest of every drafted row of an edition, by kind and number (as text, as JSON keeps keys)."""
    return {kind: {str(row.pk): state_of(row) for row in rows} for kind, rows in rows_of(edition).items()}
