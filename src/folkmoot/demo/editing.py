"""Changes to a set of sessions: take out, move, swap, part with speakers; each returns a new set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from folkmoot.demo.identity import ROOMS
from folkmoot.demo.plan import SessionPlan, Sessions
from folkmoot.engines.timetable import Conflict, Room, Session, Slot, TimetableProblem, find_conflicts


def edited(sessions: Sessions, keys: Iterable[str], change: Callable[[SessionPlan], SessionPlan]) -> Sessions:
    """Return the sessions with `change` applied to those named."""
    return {**sessions, **{key: change(sessions[key]) for key in keys}}


def without(sessions: Sessions, keys: Iterable[str]) -> Sessions:
    """Return the sessions without those named."""
    gone = set(keys)
    return {key: plan for key, plan in sessions.items() if key not in gone}


def swapped(sessions: Sessions, one: str, other: str) -> Sessions:
    """Return the sessions with the times of two exchanged."""
    first, second = sessions[one], sessions[other]
    return {**sessions, one: replace(first, slots=second.slots), other: replace(second, slots=first.slots)}


def with_fewer_speakers(plan: SessionPlan) -> SessionPlan:
    """Return a session whose last speaker has not confirmed yet; one speaker always stays."""
    return replace(plan, parts=plan.parts[:-1] if len(plan.parts) > 1 else plan.parts)


def confirmed(sessions: Sessions) -> Sessions:
    """Return the sessions that take place."""
    return {key: plan for key, plan in sessions.items() if plan.status == "confirmed"}


def conflicts(sessions: Sessions) -> tuple[Conflict, ...]:
    """Return everything in which these sessions contradict one another, by the engine that the desk uses."""
    problem = TimetableProblem(
        tuple(_problem(plan) for plan in sessions.values()),
        tuple(Room(room.key, room.capacity) for room in ROOMS),
    )
    return find_conflicts(problem).conflicts


def _problem(plan: SessionPlan) -> Session:
    slots = tuple(Slot(int(s.starts.timestamp()), int(s.ends.timestamp()), s.room) for s in plan.slots)
    return Session(plan.key, slots, tuple(str(who) for who, _ in plan.parts), plan.expected)
