"""How the programme came to be: three releases and an erratum, told backwards from the finished programme.

Going back, what is new in a release is taken out, what was moved or cancelled is put back, and what was withdrawn
stands again where something new came later. Every released state is free of conflicts; the draft that is left on
the desk afterwards has two, so that there is something to see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from folkmoot.demo import wording
from folkmoot.demo.editing import confirmed, conflicts, edited, swapped, with_fewer_speakers, without
from folkmoot.demo.gatherings import GATHERINGS
from folkmoot.demo.notes import ERRATUM, FINAL, FIRST, SECOND
from folkmoot.demo.people import speakers
from folkmoot.demo.plan import ReleasePlan, SessionPlan, Sessions, SpeakerPlan, State
from folkmoot.demo.programme import final_sessions
from folkmoot.demo.topics import BY_FORUM

SEED = "folkmoot demonstration: history"
NEW_IN_SECOND, NEW_IN_FINAL = 14, 6
WITHDRAWN_AFTER_FIRST, WITHDRAWN_AFTER_SECOND = 4, 2
SWAPS_BEFORE_SECOND, SWAPS_BEFORE_FINAL = 8, 3
CONFIRMED_LATE, CONFIRMED_LAST = 46, 9
PLACED_LATE, CANCELLED, UNANNOUNCED = 6, 3, 9

_KEPT = frozenset(plan.key for plan in GATHERINGS)


@dataclass(frozen=True)
class Content:
    """The whole invented edition: its speakers, its releases in order, and the draft that is left afterwards."""

    speakers: tuple[SpeakerPlan, ...]
    releases: tuple[ReleasePlan, ...]
    left: State


def build() -> Content:
    """Build the content; two builds are equal."""
    people = speakers()
    finished = final_sessions(people)
    random = Random(SEED)  # noqa: S311  (a seeded draw is the point)
    drawn = _Draw(random, [key for key in finished if _ordinary(finished[key])])
    corrected = _cancelled(finished, drawn.take(CANCELLED))
    final = _with_mistakes(corrected)
    second = _before_final(corrected, drawn)
    first = _before_second(second, drawn)
    shown = [who for who, person in enumerate(people) if person.shown == "full"]
    unannounced = frozenset(random.sample(shown, UNANNOUNCED))
    releases = (
        ReleasePlan("first programme", FIRST, State(first, unannounced)),
        ReleasePlan("after the speakers confirmed", SECOND, State(second)),
        ReleasePlan("final", FINAL, State(final)),
        ReleasePlan("final, corrected", ERRATUM, State(corrected), erratum=True),
    )
    return Content(people, releases, State(_left_on_the_desk(corrected)))


@dataclass
class _Draw:
    """Draws sessions for one purpose each."""

    random: Random
    keys: list[str]

    def take(self, count: int) -> list[str]:
        """Return sessions that nothing else was drawn for."""
        chosen = self.random.sample(self.keys, count)
        self.keys = [key for key in self.keys if key not in chosen]
        return chosen

    def take_pairs(self, sessions: Sessions, count: int) -> Iterator[tuple[str, str]]:
        """Yield pairs of one room and one length whose times can be exchanged without a conflict."""
        found = 0
        for one in self.random.sample(self.keys, len(self.keys)):
            if found == count:
                return
            other = next((key for key in self.keys if self._exchangeable(sessions, one, key)), None)
            if one not in self.keys or other is None:
                continue
            self.keys = [key for key in self.keys if key not in (one, other)]
            found += 1
            yield one, other

    @staticmethod
    def _exchangeable(sessions: Sessions, one: str, other: str) -> bool:
        first, second = sessions[one], sessions[other]
        alike = first.slots[0].room == second.slots[0].room and first.slots[0].minutes == second.slots[0].minutes
        return one != other and alike and not conflicts(swapped(sessions, one, other))


def _ordinary(plan: SessionPlan) -> bool:
    return not plan.is_break and plan.key not in _KEPT and len(plan.slots) == 1


def _cancelled(sessions: Sessions, keys: list[str]) -> Sessions:
    return edited(sessions, keys, lambda plan: replace(plan, status="cancelled"))


def _with_mistakes(sessions: Sessions) -> Sessions:
    """Return what the final release said before the erratum: a misspelt title, a wrong role, a language forgotten."""

    def misspelt(plan: SessionPlan) -> SessionPlan:
        return replace(plan, title=plan.title.map(lambda value: value.replace("bid", "bit")))

    def miscast(plan: SessionPlan) -> SessionPlan:
        return replace(plan, parts=tuple((who, "panellist") for who, _ in plan.parts))

    def mute(plan: SessionPlan) -> SessionPlan:
        return replace(plan, interpretation=plan.interpretation[:-1])

    return edited(edited(edited(sessions, ["networks-04-1"], misspelt), ["opening"], mute), ["achievements"], miscast)


def _before_final(sessions: Sessions, drawn: _Draw) -> Sessions:
    new = drawn.take(NEW_IN_FINAL)
    before: Sessions = {key: replace(plan, status="confirmed") for key, plan in sessions.items()}
    before = edited(before, drawn.take(CONFIRMED_LAST), with_fewer_speakers)
    for one, other in drawn.take_pairs(before, SWAPS_BEFORE_FINAL):
        before = swapped(before, one, other)
    return {**without(before, new), **_given_up(before, new[:WITHDRAWN_AFTER_SECOND], "second")}


def _before_second(sessions: Sessions, drawn: _Draw) -> Sessions:
    new = drawn.take(NEW_IN_SECOND)
    before = edited(sessions, drawn.take(CONFIRMED_LATE), with_fewer_speakers)
    for one, other in drawn.take_pairs(before, SWAPS_BEFORE_SECOND):
        before = swapped(before, one, other)
    before = edited(before, drawn.take(PLACED_LATE), lambda plan: replace(plan, slots=()))
    return {**without(before, new), **_given_up(before, new[:WITHDRAWN_AFTER_FIRST], "first")}


def _given_up(sessions: Sessions, successors: list[str], when: str) -> Sessions:
    """Return sessions that were withdrawn later, standing where their successors would stand."""
    found: dict[str, SessionPlan] = {}
    for number, key in enumerate(successors):
        successor = sessions[key]
        topic = next(topic for topic in BY_FORUM[successor.forum or ""][number:] if topic.language == "en")
        title = wording.title(topic, "town-hall", 3, number + 3)
        abstract = wording.abstract(topic, "town-hall", 3, number + 3)
        name = f"withdrawn-after-{when}-{number + 1}"
        found[name] = replace(successor, key=name, title=title, abstract=abstract, kind="town-hall", languages=("en",))
    return found


def _left_on_the_desk(sessions: Sessions) -> Sessions:
    """Return the draft with two conflicts: a room given twice, and a speaker asked for in two rooms at once."""
    doubled = _one_more_conflict(sessions, _room_changes(sessions))
    return _one_more_conflict(doubled, _speaker_changes(doubled))


def _one_more_conflict(sessions: Sessions, changes: Iterator[SessionPlan]) -> Sessions:
    """Apply the first change that brings in exactly one conflict among the sessions that take place."""
    before = len(conflicts(confirmed(sessions)))
    for change in changes:
        tried = {**sessions, change.key: change}
        if len(conflicts(confirmed(tried))) == before + 1:
            return tried
    raise LookupError("No change makes exactly one conflict.")


def _room_changes(sessions: Sessions) -> Iterator[SessionPlan]:
    for plan in confirmed(sessions).values():
        if _ordinary(plan) and plan.slots[0].room == "room-2" and plan.slots[0].minutes == 45:
            yield replace(plan, slots=(replace(plan.slots[0], room="room-3"),))


def _speaker_changes(sessions: Sessions) -> Iterator[SessionPlan]:
    timed = [plan for plan in confirmed(sessions).values() if _ordinary(plan)]
    for one in reversed(timed):
        for other in timed:
            if other.key != one.key and one.slots[0].overlaps(other.slots[0]):
                yield replace(one, parts=(*one.parts, (other.parts[0][0], "panellist")))
