"""Who acts: the office in clear, the person only as an identifier that the record commits to."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop
from rules.predicates import Predicate

# An office is published under its own word; pages show it in the reader's language.
SECRETARIAT = gettext_noop("secretariat")
OPERATOR = gettext_noop("operator")
CLOCK = gettext_noop("clock")
PUBLIC = gettext_noop("public")
PARTICIPANT = gettext_noop("participant")


def office_name(office: object) -> str:
    """Return what an office is called in the active language; one with a name of its own keeps it."""
    return gettext(str(office)) if office else ""


@dataclass(frozen=True)
class Actor:
    """Somebody, or something, that acts.

    `office` is published with every act; `person` is the public identifier of the person behind it and enters the
    record only as a commitment; `offices` are all offices held, which the predicates ask for.
    """

    office: str = PUBLIC
    person: str | None = None
    offices: frozenset[str] = frozenset()

    @classmethod
    def operator(cls) -> Actor:
        """Whoever has the command line of the server: founds the body, loads, repairs."""
        return cls(OPERATOR, None, frozenset({OPERATOR}))

    @classmethod
    def clock(cls) -> Actor:
        """The installation itself, doing at a stated time what an officer planned."""
        return cls(CLOCK, None, frozenset({CLOCK}))


class NotAllowedError(PermissionError):
    """The actor has no right to this act; the message names the act and the office."""


def holds(office: str) -> Predicate:
    """Return a predicate that is true for an actor who holds `office`; combine with `&`, `|`, `~`."""

    def held(actor: Actor, subject: object = None) -> bool:
        return office in actor.offices

    return Predicate(held, name=f"holds:{office}")


is_secretary = holds(SECRETARIAT)
is_operator = holds(OPERATOR)
is_clock = holds(CLOCK)
