"""What stands in an edition's draft before an import, in the same plain values that a file is turned into."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.kit.text import Text


@dataclass
class Standing:
    """All rows of an edition that an import may touch, read with seven queries; empty for an edition to come."""

    venue: Venue | None = None
    rooms: list[Room] = field(default_factory=list)
    forums: list[Forum] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    addresses: dict[tuple[type, int], str] = field(default_factory=dict)

    @classmethod
    def of(cls, edition: Edition | None) -> Standing:
        """Read an edition's draft."""
        if edition is None:
            return cls()
        standing = cls(
            edition.venues.first(),
            list(Room.objects.filter(venue__edition=edition)),
            list(edition.forums.all()),
            list(edition.speakers.select_related("person").order_by("id")),
            list(edition.sessions.prefetch_related("slots", "appearances").order_by("id")),
        )
        for row in (*standing.rooms, *standing.forums, *standing.speakers):
            standing.addresses[(type(row), row.pk)] = row.address
        return standing

    def session_values(self, session: Session) -> dict[str, Any]:
        """Return a session's fields as the file's are written, see `proposals`."""
        texts = {name: original_of(getattr(session, name)) for name in ("title", "subtitle", "abstract", "description")}
        plain = ("external", "kind_code", "status", "recorded", "is_break", "languages", "links")
        return {
            **texts,
            **{name: getattr(session, name) for name in plain},
            "forum": self.addresses.get((Forum, session.forum_id or 0), ""),
            "slots": sorted_slots([self._slot(slot) for slot in session.slots.all()]),
            "people": [
                [self.addresses.get((Speaker, part.speaker_id), ""), part.role] for part in session.appearances.all()
            ],
        }

    def _slot(self, slot: Any) -> list[Any]:
        room = self.addresses.get((Room, slot.room_id or 0), "")
        return [written_moment(slot.starts), written_moment(slot.ends), room]

    def speaker_values(self, speaker: Speaker) -> dict[str, Any]:
        """Return a participation's fields as the file's are written, see `people`."""
        return {
            "external": speaker.external,
            "name": str(speaker.person.name),
            "biography": original_of(speaker.biography),
        }


def original_of(text: Text) -> dict[str, Any]:
    """Return a text without its translations, which are the desk's, as JSON; nothing is nothing in any language."""
    return text_value(str(text), text.original)


def text_value(value: str, language: str) -> dict[str, Any]:
    """Return a value in one language as JSON."""
    return Text.of(value, language).written() if value else Text().written()


def with_original(text: Text, original: dict[str, Any]) -> Text:
    """Return a text with another original; the desk's translations stay, unless there is no original any more."""
    said = Text.read(original)
    if not said:
        return said
    rest = {tag: value for tag, value in text.texts.items() if tag not in (text.original, said.original)}
    return Text(said.original, {**rest, **said.texts}, text.machine & frozenset(rest))


def written_moment(moment: datetime.datetime) -> str:
    """Return a moment in UTC, the same for equal moments."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="seconds")


def sorted_slots(slots: list[list[Any]]) -> list[list[Any]]:
    """Return slots `[starts, ends, room]` by time, then room."""
    return sorted(slots)
