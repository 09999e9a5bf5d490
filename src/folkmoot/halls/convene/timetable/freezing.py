"""Freezing the draft into a released document: a skeleton plus one salted sheet per session and person.

A sheet that says the same as in an earlier release is taken over with its salt, so that an unchanged session keeps
its digest: what changed between two releases can be read off the digests, and storage grows only with changes.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from folkmoot.audit.programme import FORMAT, SHEET_FORMAT
from folkmoot.canon import canonical, digest, read
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import official_state as edition_state
from folkmoot.halls.convene.session.enums import SessionStatus
from folkmoot.halls.convene.session.models import Appearance, Session
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.venue.models import Venue
from folkmoot.halls.members.person.enums import NameShown
from folkmoot.halls.members.vocabulary.queries import labels
from folkmoot.halls.record.log import queries as log
from folkmoot.kit.act import public_json
from folkmoot.kit.text import Text

SESSION_KINDS = "session-kinds"


class NothingToReleaseError(ValueError):
    """The edition has no session that could be released."""


@dataclass
class Frozen:
    """A frozen draft: the skeleton's bytes and the sheets by digest (`subject`, bytes)."""

    skeleton: bytes
    sheets: dict[str, tuple[str, bytes]]

    def fingerprint(self) -> str:
        """Return the digest of everything said, without salts: the same as long as the draft says the same."""
        said = {name: digest(canonical({**read(sheet), "salt": ""})) for name, (_, sheet) in self.sheets.items()}
        skeleton = read(self.skeleton)
        for row in [*skeleton["sessions"], *skeleton["people"]]:
            row["sheet"] = said[row["sheet"]]
        return digest(canonical(skeleton))


@dataclass
class _Sheets:
    """Writes sheets, taking over the salt of an equal one published before."""

    published: Mapping[str, Mapping[bytes, str]]
    written: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def write(self, subject: str, content: dict[str, Any]) -> str:
        """Return the digest of the sheet of `subject`."""
        plain = {"format": SHEET_FORMAT, "subject": subject, **content}
        salt = self.published.get(subject, {}).get(canonical(plain)) or secrets.token_hex(32)
        sheet = canonical({**plain, "salt": salt})
        name = digest(sheet)
        self.written[name] = (subject, sheet)
        return name


def freeze(edition: Edition, *, name: str, erratum: bool) -> Frozen:
    """Freeze the draft of an edition; raises NothingToReleaseError when there is no session in it."""
    sheets = _Sheets(_published_sheets(edition))
    sessions = list(_sessions(edition))
    if not sessions:
        raise NothingToReleaseError(
            f"The edition {edition.slug} has no session to release; import or write some first."
        )
    venues = edition.venues.prefetch_related("rooms")
    zone = ZoneInfo(edition.zone)
    kinds = labels(SESSION_KINDS)
    skeleton = {
        "format": FORMAT,
        "edition": public_json({"id": edition.address, **edition_state(edition)}),
        "release": {"name": name, "erratum": erratum},
        "kinds": {s.kind_code: kinds[s.kind_code].written() for s in sessions if s.kind_code in kinds},
        "forums": [{"id": f.address, "name": f.name.written(), "rank": f.rank} for f in edition.forums.all()],
        "venues": [_venue(venue) for venue in venues],
        "people": _people(sessions, sheets),
        "sessions": [_session(session, zone, sheets, kinds) for session in sessions],
    }
    return Frozen(canonical(skeleton), sheets.written)


def _published_sheets(edition: Edition) -> dict[str, dict[bytes, str]]:
    """Return the salt of every sheet published for the edition, by subject and unsalted content."""
    found: dict[str, dict[bytes, str]] = {}
    for subject, content in log.documents_within(edition.address):
        if subject == edition.address:
            continue
        sheet = read(content)
        salt = sheet.pop("salt")
        found.setdefault(subject, {})[canonical(sheet)] = salt
    return found


def _sessions(edition: Edition) -> Iterable[Session]:
    appearances = Appearance.objects.select_related("speaker__person", "speaker__organisation")
    return (
        edition.sessions.exclude(status=SessionStatus.DRAFT)
        .select_related("forum")
        .prefetch_related("slots__room", Prefetch("appearances", appearances))
        .order_by("public_id")
    )


def _venue(venue: Venue) -> dict[str, Any]:
    rooms = [
        {
            "id": room.address,
            "name": room.name.written(),
            "capacity": room.capacity,
            "equipment": room.equipment.written(),
            "online": room.online,
        }
        for room in venue.rooms.all()
    ]
    return {
        "id": venue.address, "name": venue.name.written(), "address": venue.address_lines.written(), "rooms": rooms,
    }  # fmt: skip


def _people(sessions: Iterable[Session], sheets: _Sheets) -> list[dict[str, Any]]:
    """Write a sheet for everybody who appears and may be shown."""
    speakers = {shown_as(a.speaker): a.speaker for s in sessions for a in _shown(s)}
    return [{"id": address, "sheet": sheets.write(address, _person(speakers[address]))} for address in sorted(speakers)]


def _shown(session: Session) -> list[Appearance]:
    return [a for a in session.appearances.all() if a.speaker.shown != NameShown.HIDDEN and not a.speaker.person.erased]


def shown_as(speaker: Speaker) -> str:
    """Return the address under which somebody stands in a release.

    Under a pseudonym it is one of this participation, so that nobody can be followed from edition to edition.
    """
    return speaker.alias if speaker.shown == NameShown.PSEUDONYM else speaker.person.address


def _person(speaker: Speaker) -> dict[str, Any]:
    if speaker.shown == NameShown.PSEUDONYM:
        return {"name": Text.of(speaker.pseudonym).written(), "pseudonym": True}
    organisation = speaker.organisation if speaker.shown == NameShown.FULL else None
    return {
        "name": speaker.person.name.written(),
        "biography": speaker.biography.written(),
        "affiliation": (organisation.name if organisation else Text()).written(),
        "actor_kind": speaker.actor_kind if speaker.shown == NameShown.FULL else "",
        "area": organisation.area if organisation else "",
        "external": speaker.external,
        "pseudonym": False,
    }


def _session(session: Session, zone: ZoneInfo, sheets: _Sheets, kinds: Mapping[str, Text]) -> dict[str, Any]:
    adopted = session.kind_code in kinds  # any other kind is free text, which may have to be withheld
    sheet = {
        "title": session.title.written(),
        "subtitle": session.subtitle.written(),
        "abstract": session.abstract.written(),
        "description": session.description.written(),
        "guid": session.guid,
        "external": session.external,
        "link": session.link,
        "links": session.links,
        **({} if adopted or not session.kind_code else {"kind_label": Text.of(session.kind_code).written()}),
    }
    return {
        "id": session.address,
        "sheet": sheets.write(session.address, sheet),
        "forum": session.forum.address if session.forum else None,
        "kind": session.kind_code if adopted else "",
        "status": session.status,
        "mode": session.mode,
        "on_record": session.on_record,
        "recorded": session.recorded,
        "break": session.is_break,
        "languages": session.languages,
        "interpretation": session.interpretation,
        "slots": [
            {
                "starts": slot.starts.astimezone(zone).isoformat(),
                "ends": slot.ends.astimezone(zone).isoformat(),
                "room": slot.room.address if slot.room else None,
            }
            for slot in session.slots.all()
        ],
        "people": [{"id": shown_as(a.speaker), "role": a.role} for a in _shown(session)],
    }
