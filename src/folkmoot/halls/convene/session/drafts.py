"""Drafting and changing sessions; public pages follow with the next release."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.enums import SessionStatus
from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.venue.models import Room
from folkmoot.kit.text import Text

SlotRow = tuple[Room | None, datetime.datetime, datetime.datetime]
PartRow = tuple[Speaker, str]


def draft_session(
    edition: Edition, title: Text, *, slots: Iterable[SlotRow] = (), parts: Iterable[PartRow] = (), **fields: Any
) -> Session:
    """Draft a session with its slots (room, starts, ends) and parts (speaker, role)."""
    with transaction.atomic():
        session = Session.objects.create(edition=edition, title=title, **fields)
        place_session(session, slots)
        cast_session(session, parts)
    return session


def change_session(session: Session, **changed: Any) -> Session:
    """Change fields of a session."""
    for name, value in changed.items():
        setattr(session, name, value)
    session.save(update_fields=list(changed))
    return session


def revise_session(
    session: Session, changed: dict[str, Any], *, slots: Iterable[SlotRow] | None, parts: Iterable[PartRow] | None
) -> Session:
    """Change fields, slots and parts of a session together; None leaves the slots or the parts as they are."""
    with transaction.atomic():
        if changed:
            change_session(session, **changed)
        if slots is not None:
            place_session(session, slots)
        if parts is not None:
            cast_session(session, parts)
    return session


def place_session(session: Session, slots: Iterable[SlotRow]) -> None:
    """Give a session these slots and no others; none means that it has no time yet."""
    session.slots.all().delete()
    Slot.objects.bulk_create([Slot(session=session, room=r, starts=s, ends=e) for r, s, e in slots])


def cast_session(session: Session, parts: Iterable[PartRow]) -> None:
    """Give a session these parts and no others, in this order."""
    session.appearances.all().delete()
    Appearance.objects.bulk_create(
        [Appearance(session=session, speaker=s, role=r, order=order) for order, (s, r) in enumerate(parts)]
    )


def cancel_session(session: Session) -> Session:
    """Cancel a session: it stays in the programme, marked."""
    return change_session(session, status=SessionStatus.CANCELLED)


def withdraw_session(session: Session) -> None:
    """Take a session out: with the next release it is absent."""
    session.delete()
