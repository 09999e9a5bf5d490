"""What a file says of a session, as plain values under the names of our fields.

Texts are `{original, texts, machine}` in one language, times are in UTC, rooms, forums and people are addresses,
or `new:` and the key in the file for what an import is about to create.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from folkmoot.halls.convene.session.enums import Role, SessionStatus
from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import FileEvent, FileLink, Remark, in_list
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.language_tags import (
    languages_of,
    text_language,
    unknown_languages,
)
from folkmoot.halls.convene.timetable.importers.roles import role_of
from folkmoot.halls.convene.timetable.importers.standing import sorted_slots, text_value, written_moment

LONGEST_KIND = 80
BREAK = "break"
PAGE = "page"
MOST_WORDS = 20


@dataclass
class Proposer:
    """Turns sessions of a file into values, and counts what it could not take over as it stands."""

    rooms: Mapping[str, str]
    forums: Mapping[str, str]
    people: Mapping[str, str | None]
    languages: list[str]
    odd_roles: Counter[str] = field(default_factory=Counter)
    odd_languages: Counter[str] = field(default_factory=Counter)
    odd_links: Counter[str] = field(default_factory=Counter)
    long_kinds: Counter[str] = field(default_factory=Counter)

    def values(self, event: FileEvent) -> dict[str, Any]:
        """Return what the file says of one session."""
        language = text_language(event, self.languages)
        self.odd_languages.update(unknown_languages(event))
        texts = {name: getattr(event, name) for name in ("title", "subtitle", "abstract", "description")}
        return {
            **{name: text_value(value, language) for name, value in texts.items()},
            "external": event.external_id,
            "kind_code": self._kind(event.kind),
            "status": SessionStatus.CANCELLED.value if event.cancelled else SessionStatus.CONFIRMED.value,
            "recorded": not event.do_not_record,
            "is_break": event.kind.casefold() == BREAK,
            "languages": languages_of(event),
            "links": self._links(event),
            "forum": self.forums.get(event.track, ""),
            "slots": sorted_slots([self._slot(slot) for slot in event.slots]),
            "people": self._people(event),
        }

    def _slot(self, slot: Any) -> list[Any]:
        room = self.rooms[slot.room] if slot.room is not None else ""
        return [written_moment(slot.start), written_moment(slot.end), room]

    def _kind(self, kind: str) -> str:
        if len(kind) > LONGEST_KIND:
            self.long_kinds[kind] += 1
        return shorten(kind, LONGEST_KIND)

    def _people(self, event: FileEvent) -> list[list[str]]:
        parts: dict[str, str] = {}
        for mention in event.mentions:
            role = role_of(mention.role)
            if role is None:
                self.odd_roles[mention.role] += 1
            reference = self.people[mention.key]
            if reference is not None:
                parts.setdefault(reference, (role or Role.SPEAKER).value)
        return [[reference, role] for reference, role in parts.items()]

    def _links(self, event: FileEvent) -> list[dict[str, str]]:
        page = (FileLink(event.url, "", PAGE),) if event.url else ()
        found: dict[str, dict[str, str]] = {}
        for link in (*event.links, *event.attachments, *page):
            if is_web_address(link.url):
                found.setdefault(link.url, {"url": link.url, "title": link.title, "kind": link.kind})
            else:
                self.odd_links[shorten(link.url or link.title)] += 1
        return list(found.values())

    def remarks(self) -> Iterable[Remark]:
        """Say what was not taken over as it stands."""
        for message, odd in (
            (_("These words stand for no language we know and are left out: %(words)s."), self.odd_languages),
            (_("These roles are not known here, who has them is taken for a speaker: %(words)s."), self.odd_roles),
            (_("These are not addresses of the web and are left out: %(words)s."), self.odd_links),
            (_("These kinds of session are too long and were shortened: %(words)s."), self.long_kinds),
        ):
            if odd:
                words = ([shorten(word), count] for word, count in odd.most_common())
                yield Remark(None, message, {"words": in_list(words, MOST_WORDS)})


def is_web_address(url: str) -> bool:
    """Whether an address may stand in a page: http or https, with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(c.isspace() for c in url)
    except ValueError:
        return False
