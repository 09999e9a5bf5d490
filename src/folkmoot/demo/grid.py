"""The places of the edition: every stretch of time in a room that a session can have, in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from folkmoot.demo.identity import ROOMS
from folkmoot.demo.plan import DAYS, SlotPlan, moment

BLOCKS: tuple[tuple[int, int], ...] = ((9, 0), (11, 0), (14, 0), (16, 0))
LATE = (17, 45)
LATE_ROOMS = frozenset({"hall-a", "hall-b", "room-1", "room-2", "room-3", "room-4", "online-1"})
PATTERNS: tuple[tuple[int, ...], ...] = (
    (45, 45),
    (60, 30),
    (30, 30, 30),
    (45, 45),
    (90,),
    (30, 60),
    (45, 45),
)
LARGE_PATTERNS: tuple[tuple[int, ...], ...] = ((90,), (30, 60), (45, 45), (90,), (60, 30))
LARGE = frozenset({"plenary", "hall-a"})
OPENING, CLOSING = (1, 0), (DAYS, 3)

HOMES: dict[str, tuple[str, ...]] = {
    "plenary": ("development", "governance"),
    "hall-a": ("governance", "development"),
    "hall-b": ("intelligence", "trust"),
    "room-1": ("networks", "data"),
    "room-2": ("intelligence", "development"),
    "room-3": ("data", "trust"),
    "room-4": ("youth", "networks"),
    "room-5": ("trust", "youth"),
    "online-1": ("networks", "intelligence", "governance"),
    "online-2": ("youth", "data"),
}


@dataclass(frozen=True)
class Place:
    """A stretch of time in a room, and the forums that are at home there."""

    slot: SlotPlan
    day: int
    homes: tuple[str, ...]

    @property
    def room(self) -> str:
        """The key of the room."""
        return self.slot.room or ""


def places() -> list[Place]:
    """Return all places; nothing stands beside the opening and the closing."""
    found = [*_daily(), *_late()]
    return sorted(found, key=lambda place: (place.slot.starts, ORDER[place.room]))


ORDER: dict[str, int] = {room.key: number for number, room in enumerate(ROOMS)}


def _daily() -> Iterator[Place]:
    for day in range(1, DAYS + 1):
        for block, (hour, minute) in enumerate(BLOCKS):
            if (day, block) in (OPENING, CLOSING):
                continue
            for room, number in ORDER.items():
                patterns = LARGE_PATTERNS if room in LARGE else PATTERNS
                pattern = patterns[(number * 3 + block * 2 + day) % len(patterns)]
                yield from _divided(room, day, hour * 60 + minute, pattern)


def _late() -> Iterator[Place]:
    for day in range(1, DAYS):
        for room in sorted(LATE_ROOMS, key=ORDER.__getitem__):
            yield from _divided(room, day, LATE[0] * 60 + LATE[1], (45,))


def _divided(room: str, day: int, start: int, pattern: tuple[int, ...]) -> Iterator[Place]:
    for minutes in pattern:
        slot = SlotPlan(room, moment(day, 0, start), moment(day, 0, start + minutes))
        yield Place(slot, day, HOMES[room])
        start += minutes
