"""Casting: who takes which part in which session, with nobody in two places and nobody in more than three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from folkmoot.demo.plan import SessionPlan, SlotPlan, SpeakerPlan

MOST_SESSIONS = 3

ROLES: dict[str, tuple[tuple[str, ...], ...]] = {
    "ceremony": (("moderator", "keynote", "keynote", "keynote", "video", "video"),),
    "keynote": (("keynote", "moderator"), ("keynote",), ("video", "moderator")),
    "panel": (
        ("moderator", "panellist", "panellist", "panellist", "panellist"),
        ("moderator", "panellist", "panellist", "panellist", "rapporteur"),
        ("moderator", "panellist", "panellist", "panellist", "panellist", "panellist"),
    ),
    "workshop": (
        ("moderator", "speaker", "speaker"),
        ("moderator", "speaker", "speaker", "rapporteur"),
        ("speaker", "speaker", "speaker"),
    ),
    "open-forum": (("moderator", "speaker", "speaker", "speaker"), ("moderator", "speaker", "speaker", "video")),
    "town-hall": (("moderator", "panellist", "panellist"), ("moderator", "panellist", "panellist", "rapporteur")),
    "release": (("speaker", "speaker"), ("speaker", "speaker", "moderator")),
    "lightning-talk": (("speaker",), ("speaker", "speaker")),
}


@dataclass
class _Desk:
    """Who is free, and how much each person does already."""

    random: Random
    speakers: Sequence[SpeakerPlan]
    load: list[int]
    busy: dict[int, list[SlotPlan]] = field(default_factory=dict)

    def find(self, plan: SessionPlan, taken: Sequence[int]) -> int:
        """Return the person with the least to do who is free and, if possible, speaks the session's language."""
        return min(
            (who for who in range(len(self.speakers)) if who not in taken and self._free(who, plan)),
            key=lambda who: (self._cost(who, plan), self.random.random()),
        )

    def engage(self, who: int, plan: SessionPlan) -> None:
        """Write a part down."""
        self.load[who] += 1
        self.busy.setdefault(who, []).extend(plan.slots)

    def _free(self, who: int, plan: SessionPlan) -> bool:
        if self.load[who] >= MOST_SESSIONS:
            return False
        return not any(slot.overlaps(other) for slot in plan.slots for other in self.busy.get(who, ()))

    def _cost(self, who: int, plan: SessionPlan) -> int:
        stranger = "en" not in plan.languages and self.speakers[who].language not in plan.languages
        return 2 * self.load[who] + 3 * stranger


def cast(random: Random, sessions: Sequence[SessionPlan], speakers: Sequence[SpeakerPlan]) -> list[SessionPlan]:
    """Return the sessions with their parts, in the order given."""
    desk = _Desk(random, speakers, [0] * len(speakers))
    return [_cast_one(desk, plan, number) for number, plan in enumerate(sessions)]


def _cast_one(desk: _Desk, plan: SessionPlan, number: int) -> SessionPlan:
    wanted = ROLES[plan.kind]
    parts: list[tuple[int, str]] = []
    for role in wanted[number % len(wanted)]:
        who = desk.find(plan, [person for person, _ in parts])
        desk.engage(who, plan)
        parts.append((who, role))
    return replace(plan, parts=tuple(parts))
