"""What sessions and people are called in files: guids and numbers that stay the same from release to release.

Without more, all of them are derived from the public identifier and the origin of the body's record. What came from
a schedule file keeps the guid and the number it had there, so that the same tools go on recognising it and a
re-import finds what it wrote. Both stand in the sheets of a release; no draft is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from folkmoot.audit.programme import PersonSheet, Programme, Session
from folkmoot.kit.identifier import ALPHABET

_NAMESPACE = UUID("b7f0c1f2-6f0d-5c53-9f5e-0c1d5a2f7e11")
_CODE = re.compile(r"[0-9]{1,18}|[A-Z0-9-]{1,12}", re.ASCII)
_BY_ID, _BY_NAME = "id:", "name:"
_LARGEST = 2**31 - 1


@dataclass(frozen=True)
class Mark:
    """What a schedule file called a session; both empty for one written at the desk."""

    guid: str = ""
    external: str = ""


@dataclass(frozen=True)
class Marks:
    """What files called the sessions and people of a release, by full identifier; empty for a pure release."""

    origin: str = ""
    sessions: Mapping[str, Mark] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, programme: Programme, origin: str) -> Marks:
        """Read the marks off the sheets of a release; what is withheld has none."""
        return cls(
            origin,
            {
                session.id: Mark(session.guid, session.external if _CODE.fullmatch(session.external) else "")
                for session in programme.sessions
            },
            {person.id: person.external for person in programme.people},
        )

    def guid(self, address: str, turn: int = 0) -> str:
        """Return the UUID (RFC 9562, version 5) of a thing, and of the further slots of a session by `turn`."""
        own = self.sessions.get(address, Mark()).guid
        if own and not turn and (known := _uuid(own)):
            return known
        return str(uuid5(_NAMESPACE, f"{self.origin}\n{address}" + (f"\n{turn}" if turn else "")))

    def exact_guid(self, address: str) -> str:
        """Return the guid as a file gave it, also where it is no UUID, for formats that allow any."""
        return self.sessions.get(address, Mark()).guid or self.guid(address)

    def came_from_a_file(self, session: Session) -> bool:
        """Whether a schedule file holds this session."""
        return bool(self.sessions.get(session.id, Mark()).guid)

    def session_numbers(self, sessions: Iterable[Session]) -> dict[tuple[str, int], int]:
        """Return a positive number below 2^31, unique in the programme, for every slot of every session."""
        sessions = list(sessions)
        found: dict[tuple[str, int], int] = {}
        taken: set[int] = set()
        for session in sessions:
            own = self.sessions.get(session.id, Mark()).external
            if own.isdecimal() and 0 < (number := int(own)) <= _LARGEST and str(number) == own and number not in taken:
                taken.add(number)
                found[session.id, 0] = number
        for session in sessions:
            for turn in range(max(1, len(session.slots))):
                if (session.id, turn) not in found:
                    found[session.id, turn] = number = _free(number_of(session.id) + turn, taken)
                    taken.add(number)
        return found

    def person_ids(self, people: Iterable[PersonSheet], names: Mapping[str, str]) -> dict[str, int | None]:
        """Return the number by which a file tells each person apart; `names` are as the export writes them.

        The number an earlier file gave; none where an earlier file knew somebody by this very name, and nobody else
        in the programme bears it, because the name is then what a re-import goes by; else one that is derived.
        """
        bearers: dict[str, int] = {}
        for name in names.values():
            bearers[name] = bearers.get(name, 0) + 1
        found: dict[str, int | None] = {}
        taken: set[int] = set()
        for person in people:
            external, name = self.people.get(person.id, ""), names.get(person.id, "")
            if external == _BY_NAME + name and bearers.get(name) == 1:
                found[person.id] = None
                continue
            own = external.removeprefix(_BY_ID) if external.startswith(_BY_ID) else ""
            number = int(own) if own.isdecimal() and len(own) < 16 and str(int(own)) == own else number_of(person.id, 0)
            found[person.id] = number if number not in taken else number_of(person.id, 0)
            taken.add(number)
        return found


def number_of(address: str, largest: int = _LARGEST) -> int:
    """Return the identifier behind the colon as a number: Crockford's base 32, below `largest` where that is given.

    >>> number_of("person:000000000Z", 0)
    31
    """
    number = 0
    for sign in address.partition(":")[2]:
        number = number * 32 + ALPHABET.index(sign)
    return number % largest + 1 if largest else number


def _free(number: int, taken: set[int]) -> int:
    while number in taken or number > _LARGEST:
        number = number % _LARGEST + 1
    return number


def _uuid(value: str) -> str:
    try:
        return str(UUID(value))
    except ValueError:
        return ""
