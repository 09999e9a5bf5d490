"""What the invented edition consists of, as plain values: no database, no identifiers, no clock."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from folkmoot.kit.text import Text

OFFSET = datetime.timezone(datetime.timedelta(hours=8))
FIRST_DAY = datetime.date(2026, 11, 17)
DAYS = 4


def moment(day: int, hour: int, minute: int = 0) -> datetime.datetime:
    """Return a moment on day 1, 2, ... of the edition at the venue; hours past 24 run into the next morning."""
    midnight = datetime.datetime.combine(FIRST_DAY, datetime.time(), OFFSET)
    return midnight + datetime.timedelta(days=day - 1, hours=hour, minutes=minute)


@dataclass(frozen=True)
class RoomPlan:
    """A room; `venue` is the key of its venue, `capacity` None where nobody sits."""

    key: str
    venue: str
    name: Text
    capacity: int | None
    equipment: Text
    online: bool = False


@dataclass(frozen=True)
class ForumPlan:
    """A forum and its weight."""

    key: str
    name: Text
    rank: str


@dataclass(frozen=True)
class OrganisationPlan:
    """An invented organisation."""

    name: Text
    actor_kind: str


@dataclass(frozen=True)
class SpeakerPlan:
    """A speaker; `shown` is how the name is shown, `organisation` a place in the list of organisations."""

    name: Text
    language: str
    organisation: int | None
    actor_kind: str
    biography: Text
    shown: str = "full"
    pseudonym: str = ""


@dataclass(frozen=True)
class SlotPlan:
    """When and where; no room means across rooms."""

    room: str | None
    starts: datetime.datetime
    ends: datetime.datetime

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return int((self.ends - self.starts).total_seconds()) // 60

    def overlaps(self, other: SlotPlan) -> bool:
        """Whether two half-open intervals share a moment."""
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True)
class SessionPlan:
    """A session or a break; `parts` are places in the list of speakers with roles."""

    key: str
    title: Text
    abstract: Text = field(default_factory=Text)
    kind: str = ""
    forum: str | None = None
    status: str = "confirmed"
    mode: str = "on-site"
    on_record: str = "on-record"
    recorded: bool = True
    is_break: bool = False
    languages: tuple[str, ...] = ()
    interpretation: tuple[str, ...] = ()
    expected: int | None = None
    link: str = ""
    slots: tuple[SlotPlan, ...] = ()
    parts: tuple[tuple[int, str], ...] = ()


Sessions = Mapping[str, SessionPlan]


@dataclass(frozen=True)
class State:
    """The draft as it stands at one moment: sessions by key, and the speakers not yet announced."""

    sessions: Sessions
    unannounced: frozenset[int] = frozenset()


@dataclass(frozen=True)
class ReleasePlan:
    """A release of one state, with its name and notes."""

    name: str
    notes: Text
    state: State
    erratum: bool = False
