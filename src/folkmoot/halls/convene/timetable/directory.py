"""The people of a programme in the order of their names, as the reader's language would look for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from folkmoot.audit.programme import PersonSheet, Programme
from folkmoot.halls.convene.timetable.addresses import Addresses, reader_language
from folkmoot.kit.text import Text

SCRIPTS = {"ar": "ARABIC", "ru": "CYRILLIC", "zh-hans": "CJK", "zh-hant": "CJK"}


@dataclass(frozen=True)
class Listed:
    """Somebody in the list: as shown, the address, how many sessions."""

    person: PersonSheet
    path: str
    key: tuple[int, str, str]
    sessions: int

    @property
    def initial(self) -> str:
        """The letter the name begins with; `#` where it begins with none."""
        first = self.key[1][:1]
        return first.upper() if first.isalpha() else "#"


@dataclass(frozen=True)
class Range:
    """A page of the list and the initials between which it lies."""

    number: int
    first: str
    last: str


def list_people(programme: Programme, addresses: Addresses) -> list[Listed]:
    """Return everybody who is shown, by name; names in the reader's script come first."""
    language = reader_language()
    counts: dict[str, int] = {}
    for session in programme.sessions:
        for part in session.parts:
            counts[part.person.id] = counts.get(part.person.id, 0) + 1
    people = [
        Listed(
            person,
            addresses.of("speaker", person.id),
            sorting_key(_name(person, language), language),
            counts[person.id],
        )
        for person in programme.people
        if not person.withheld
    ]
    return sorted(people, key=lambda listed: (listed.key, listed.person.id))


def _name(person: PersonSheet, language: str) -> str:
    return Text.read(person.name).shown_in(language).value


def sorting_key(name: str, language: str) -> tuple[int, str, str]:
    """Return what a name is sorted by: own script first, then letters without their marks, then the name itself.

    Names that begin with no letter stand before all others.

    >>> sorted(["Örsted", "Zola", "Ortiz", "علي"], key=lambda name: sorting_key(name, "en"))
    ['Örsted', 'Ortiz', 'Zola', 'علي']
    >>> sorted(["Ada", "٣ نجوم", "9Lives"], key=lambda name: sorting_key(name, "en"))
    ['9Lives', '٣ نجوم', 'Ada']
    """
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isalnum() or c == " ").casefold()
    bare = letters.strip()
    own = SCRIPTS.get(language, "LATIN")
    if not bare[:1].isalpha():
        return 0, bare, name
    return 1 if unicodedata.name(bare[0], own).startswith(own) else 2, bare, name


def ranges(people: Sequence[Listed], size: int) -> list[Range]:
    """Return the pages of a list with their first and last initials."""
    pages = [people[start : start + size] for start in range(0, len(people), size)]
    return [Range(number, page[0].initial, page[-1].initial) for number, page in enumerate(pages, 1)]
