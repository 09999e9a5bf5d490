"""What changed between two releases of a programme, read off the two released documents alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from folkmoot.audit.programme import PersonSheet, Programme, Session, Slot

TITLE = "title"
TEXT = "text"
SPEAKERS = "speakers"
KIND = "kind"
ASPECTS: Mapping[str, Callable[[Session], Any]] = {
    SPEAKERS: lambda session: [(part.person.id, part.role) for part in session.parts],
    "forum": lambda session: session.forum.id if session.forum else None,
    KIND: lambda session: "" if session.kind_in_words else session.kind,
    "mode": lambda session: session.mode,
    "languages": lambda session: (session.languages, session.interpretation),
    "record": lambda session: (session.on_record, session.recorded),
    "break": lambda session: session.is_break,
}
WHAT = (TITLE, TEXT, *ASPECTS)


@dataclass(frozen=True)
class Move:
    """A session whose times or rooms changed; no slots means that it had, or has, no time yet."""

    session: Session
    before: tuple[Slot, ...]
    after: tuple[Slot, ...]


@dataclass(frozen=True)
class Edit:
    """A session that says something else than before; `what` names the aspects, in the order of `WHAT`."""

    session: Session
    before: Session
    what: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """The differences of two programmes; a session that moved and was edited stands in both lists."""

    new: tuple[Session, ...] = ()
    moved: tuple[Move, ...] = ()
    edited: tuple[Edit, ...] = ()
    cancelled: tuple[Session, ...] = ()
    reinstated: tuple[Session, ...] = ()
    withdrawn: tuple[Session, ...] = ()
    people: tuple[PersonSheet, ...] = ()

    def __bool__(self) -> bool:
        return any((self.new, self.moved, self.edited, self.cancelled, self.reinstated, self.withdrawn, self.people))


def compare(before: Programme, after: Programme) -> Changes:
    """Return what changed from `before` to `after`; sessions in the order of their first time.

    A session without a time comes last. People are listed when their sheet changed, never when they came or
    went: nobody has to explain a withdrawal, and the session says "speakers".
    """
    kept = [(old, new) for new in in_order(after) if (old := before.session(new.id))]
    return Changes(
        new=tuple(session for session in in_order(after) if before.session(session.id) is None),
        moved=tuple(Move(new, old.slots, new.slots) for old, new in kept if _places(old) != _places(new)),
        edited=tuple(Edit(new, old, what) for old, new in kept if (what := edited_aspects(old, new))),
        cancelled=tuple(new for old, new in kept if new.cancelled and not old.cancelled),
        reinstated=tuple(new for old, new in kept if old.cancelled and not new.cancelled),
        withdrawn=tuple(session for session in in_order(before) if after.session(session.id) is None),
        people=_changed_people(before, after),
    )


def in_order(programme: Programme) -> list[Session]:
    """Return the sessions by their first start; those without a time last, by identifier."""
    timed = [session for session in programme.sessions if session.slots]
    timed.sort(key=lambda session: (min(slot.starts for slot in session.slots), session.id))
    return timed + sorted(programme.unscheduled, key=lambda session: session.id)


def edited_aspects(old: Session, new: Session) -> tuple[str, ...]:
    """Return which aspects differ, apart from time, place and cancellation.

    Sheets are compared by digest, so a withheld sheet says only that the text changed, not what in it.
    """
    found = [name for name, aspect in ASPECTS.items() if aspect(old) != aspect(new)]
    if old.sheet != new.sheet:
        readable = not (old.withheld or new.withheld)
        titled = readable and (old.title, old.subtitle) != (new.title, new.subtitle)
        called = readable and old.kind != new.kind
        text = not readable or not (titled or called) or _body(old) != _body(new)
        found += [TITLE] * titled + [KIND] * called + [TEXT] * text
    return tuple(name for name in WHAT if name in found)


def _body(session: Session) -> tuple[Any, ...]:
    return session.abstract, session.description, session.link, session.links


def _places(session: Session) -> set[tuple[Any, ...]]:
    return {(slot.starts, slot.ends, slot.room.id if slot.room else None) for slot in session.slots}


def _changed_people(before: Programme, after: Programme) -> tuple[PersonSheet, ...]:
    sheets = {person.id: person.sheet for person in before.people}
    return tuple(person for person in after.people if sheets.get(person.id, person.sheet) != person.sheet)
