"""The plan of an import: what would be created, changed, kept and left alone, before anything is.

A plan is plain and frozen. It names rows by address (`room:7K3M9QX2TA`) and what does not exist yet by `new:` and
its key in the file, so that two plans over the same file and the same draft are equal and have one digest.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from folkmoot.canon import canonical, digest
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.importers.document import Remark, ScheduleFile
from folkmoot.kit.text import Text

Values = Mapping[str, Any]
NEW = "new:"


class Kind(StrEnum):
    """What an import can touch, in the order in which it is written."""

    ROOM = "rooms"
    FORUM = "forums"
    PERSON = "people"
    SESSION = "sessions"


@dataclass(frozen=True)
class Source:
    """Where a file came from: its name and the digest of its bytes."""

    name: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Opening:
    """An edition that is opened from a file, because there is none of that slug yet."""

    slug: str
    year: int
    title: Text
    place: Text
    starts: datetime.date
    ends: datetime.date
    zone: str
    day_change: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """One field in which the desk's value and the file's are not the same."""

    field: str
    desk: Any
    file: Any


@dataclass(frozen=True)
class Clash:
    """A room or a person in two places at once; `kind` is the engine's word for it."""

    kind: str
    said: Remark


@dataclass(frozen=True)
class Item:
    """One room, forum, person or session of the file, and what is to happen to it.

    `pk` is the row it was recognised as, None for a new one. `write` holds the fields to write (all of them for a new
    one), `changed` the same beside their old values. `kept`: the file says what it said before and the desk's
    correction stays. `conflicts`: both changed. `imported`: what the file said, to be remembered; None if that is
    remembered already. `person`: the row of a known person who now takes part in this edition too.
    """

    kind: Kind
    key: str
    label: str
    pk: int | None = None
    write: Values = field(default_factory=dict)
    changed: tuple[Difference, ...] = ()
    kept: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()
    imported: Values | None = None
    person: int | None = None
    withdrawn: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it would be created."""
        return self.pk is None

    @property
    def is_written(self) -> bool:
        """Whether anything about it would be written, if only what the file said."""
        return self.is_new or bool(self.write) or self.imported is not None


@dataclass(frozen=True)
class Plan:
    """What an import would do; see the module, and `describing` for the same in words.

    `missing`: titles of sessions that an earlier file held and this one does not. `erased`: how many people of the
    file were erased and stay away. `names`: what to call an address or a `new:` key. `venue`: the name of the venue
    to create for new rooms, empty where there is one.
    """

    file: ScheduleFile
    source: Source
    edition: Edition | None
    opening: Opening | None
    overwrite: bool
    withdraw_missing: bool
    items: tuple[Item, ...]
    missing: tuple[str, ...]
    erased: int
    venue: Text
    names: Mapping[str, str]
    remarks: tuple[Remark, ...]
    clashes: tuple[Clash, ...]

    @property
    def zone(self) -> str:
        """The zone in which the edition's times are shown."""
        if self.edition is not None:
            return self.edition.zone
        return self.opening.zone if self.opening else "UTC"

    @property
    def changes_nothing(self) -> bool:
        """Whether the draft would be the same afterwards."""
        return self.opening is None and not any(item.is_new or item.changed for item in self.items)

    @property
    def writes_nothing(self) -> bool:
        """Whether not even what the file last said would be remembered anew."""
        return not any(item.is_written for item in self.items)

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """Return the items of one kind."""
        return tuple(item for item in self.items if item.kind is kind)

    @property
    def counts(self) -> dict[str, int]:
        """Return how much happens, without naming anybody; this is what an import keeps as its summary."""
        found: dict[str, int] = {}
        for kind in Kind:
            items = self.of(kind)
            found[f"{kind}_created"] = sum(item.is_new for item in items)
            found[f"{kind}_changed"] = sum(bool(item.changed) and not item.withdrawn for item in items)
            found[f"{kind}_unchanged"] = sum(not item.is_new and not item.changed for item in items)
        found["sessions_withdrawn"] = sum(item.withdrawn for item in self.items)
        found["sessions_missing"] = len(self.missing)
        found["kept"] = sum(len(item.kept) for item in self.items)
        found["conflicts"] = sum(len(item.conflicts) for item in self.items)
        found["erased"] = self.erased
        return found | Counter(clash.kind for clash in self.clashes)

    @property
    def digest(self) -> str:
        """Return a digest of all that would be written; another one means that the draft changed in between."""
        rows = [
            [str(item.kind), item.key, item.pk, dict(item.write), [[d.field, d.desk] for d in item.changed]]
            for item in self.items
        ]
        return digest(canonical({"edition": self.edition.address if self.edition else None, "rows": rows}))
