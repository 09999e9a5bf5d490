"""The programme as it finally stands: three sessions on every topic, laid out over the places of the grid."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from folkmoot.demo import wording
from folkmoot.demo.casting import cast
from folkmoot.demo.gatherings import GATHERINGS, LIVE, breaks
from folkmoot.demo.grid import LARGE, Place, places
from folkmoot.demo.identity import ROOMS, WORKING_LANGUAGES
from folkmoot.demo.plan import SessionPlan, SpeakerPlan
from folkmoot.demo.topics import BY_FORUM, Topic

SEED = "folkmoot demonstration: programme"
USES = 3
UNTIMED_MINUTES = 45

KINDS: dict[int, tuple[str, ...]] = {
    30: ("lightning-talk", "release", "keynote"),
    45: ("panel", "open-forum", "workshop"),
    60: ("panel", "town-hall", "workshop", "open-forum"),
    90: ("workshop", "panel", "town-hall"),
}
WEIGHT: dict[str, int] = {
    "keynote": 5, "panel": 10, "workshop": 8, "open-forum": 6, "town-hall": 5, "release": 3, "lightning-talk": 7,
}  # fmt: skip
SPEECH_ROOMS = LARGE | {"hall-b"}
CAPACITY = {room.key: room.capacity for room in ROOMS}


@dataclass(frozen=True)
class Use:
    """The first, second or third session of a topic."""

    forum: str
    topic: int
    use: int

    @property
    def source(self) -> Topic:
        """The topic."""
        return BY_FORUM[self.forum][self.topic]

    @property
    def key(self) -> str:
        """The key of the session."""
        return f"{self.forum}-{self.topic + 1:02}-{self.use + 1}"


@dataclass
class _Layout:
    """Which uses are still to be placed, and which kinds and hours each topic has had."""

    waiting: dict[str, list[Use]]
    had: defaultdict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    last: dict[tuple[str, int], Place] = field(default_factory=dict)
    given: Counter[str] = field(default_factory=Counter)

    def take(self, place: Place) -> tuple[Use, str]:
        """Take the next use for a place, of a forum at home there, and choose its kind."""
        forum = self._forum(place)
        fitting = (use for use in self.waiting[forum] if self._kinds(use, place) and not self._parallel(use, place))
        use = next(fitting, None)
        if use is None:
            raise LookupError(f"Nothing of the forum {forum} fits {place}.")
        self.waiting[forum].remove(use)
        return use, self._choose(use, place)

    def _forum(self, place: Place) -> str:
        homes = [forum for forum in place.homes if self.waiting[forum]] or list(self.waiting)
        return max(homes, key=lambda forum: len(self.waiting[forum]))

    def _parallel(self, use: Use, place: Place) -> bool:
        last = self.last.get((use.forum, use.topic))
        return last is not None and last.slot.overlaps(place.slot)

    def _kinds(self, use: Use, place: Place) -> list[str]:
        had = self.had[(use.forum, use.topic)]
        fit = [kind for kind in KINDS[place.slot.minutes] if kind not in had]
        return [kind for kind in fit if kind != "keynote" or place.room in SPEECH_ROOMS]

    def _choose(self, use: Use, place: Place) -> str:
        kind = min(self._kinds(use, place), key=lambda kind: (self.given[kind] + 1) / WEIGHT[kind])
        self.had[(use.forum, use.topic)].add(kind)
        self.last[(use.forum, use.topic)] = place
        self.given[kind] += 1
        return kind


def final_sessions(speakers: tuple[SpeakerPlan, ...]) -> dict[str, SessionPlan]:
    """Return every session and break of the finished programme by key, with its parts."""
    random = Random(SEED)  # noqa: S311  (a seeded draw is the point)
    sessions = [*GATHERINGS, *_topical(random)]
    return {plan.key: plan for plan in [*cast(random, sessions, speakers), *breaks()]}


def _topical(random: Random) -> Iterator[SessionPlan]:
    """Yield the sessions on topics: first those with a place, then the few that have no time yet."""
    layout = _Layout(_uses(random))
    number = 0
    for number, place in enumerate(places(), start=1):
        use, kind = layout.take(place)
        yield _placed(_session(use, kind, number), place, number)
    for use in [use for forum in layout.waiting for use in layout.waiting[forum]]:
        number += 1
        free = [kind for kind in KINDS[UNTIMED_MINUTES] if kind not in layout.had[(use.forum, use.topic)]]
        yield replace(_session(use, free[0], number), mode="online")


def _uses(random: Random) -> dict[str, list[Use]]:
    """Return the uses of every forum: all first ones in a drawn order, then all second ones, then the third."""
    waiting: dict[str, list[Use]] = {}
    for forum, topics in BY_FORUM.items():
        order = list(range(len(topics)))
        random.shuffle(order)
        waiting[forum] = [Use(forum, topic, use) for use in range(USES) for topic in order]
    return waiting


def _session(use: Use, kind: str, number: int) -> SessionPlan:
    topic = use.source
    return SessionPlan(
        use.key,
        wording.title(topic, kind, use.use, number),
        wording.abstract(topic, kind, use.use, number),
        kind=kind,
        forum=use.forum,
        languages=(topic.language,),
        on_record="without-attribution" if number % 41 == 7 else "closed" if number % 97 == 11 else "on-record",
        recorded=number % 41 != 7 and number % 97 != 11,
    )


def _placed(plan: SessionPlan, place: Place, number: int) -> SessionPlan:
    """Give a session its place, and what follows from it: mode, link, interpretation, expected people."""
    capacity = CAPACITY[place.room]
    mode = "online" if capacity is None else "hybrid" if capacity >= 160 else "on-site"
    expected = capacity * (40 + number % 50) // 100 if capacity and number % 3 == 0 else None
    return replace(
        plan, mode=mode, slots=(place.slot,), expected=expected, interpretation=_interpretation(plan, place.room),
        link="" if mode == "on-site" else f"{LIVE}/{place.room}",
    )  # fmt: skip


def _interpretation(plan: SessionPlan, room: str) -> tuple[str, ...]:
    spoken = plan.languages[0]
    others = [tag for tag in WORKING_LANGUAGES if tag != spoken]
    if room == "plenary":
        return tuple(others)
    if room in {"hall-a", "hall-b"}:
        return ("zh-Hans", "fr") if spoken == "en" else ("en",)
    return ("en",) if spoken != "en" and room.startswith("online") else ()
