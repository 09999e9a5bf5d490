"""The one registry through which effects go up the stair of halls.

A lower hall never imports a higher one. What a higher hall wants to happen when something happens below, it hangs
in here when apps are ready: where the page of a subject is, what an official row says, what an erasure must reach,
what to do after an act was committed, what stands in the menu, what `folkmoot check` looks over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db import models
from django.utils.functional import Promise


@dataclass(frozen=True)
class MenuItem:
    """A word in the row of halls; `url_name` is reversed without arguments, `order` follows the stair."""

    order: int
    label: str | Promise
    url_name: str


@dataclass(frozen=True)
class Official:
    """How official rows of one kind are held against their entries.

    `rows()` yields all official rows, `state(row)` the official fields by payload name, with `Personal` around
    personal values.
    """

    subject: str
    rows: Callable[[], Iterable[models.Model]]
    state: Callable[[Any], Mapping[str, object]]


@dataclass
class Erasure:
    """What erasing one subject reached.

    `sheets` are to be withheld, `names` are every spelling by which the subject was known in some hall, `remarks` are
    words for the officer about the rest.
    """

    sheets: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    remarks: list[str | Promise] = field(default_factory=list)


class Words(Enum):
    """What an erasure does about the words in a column."""

    STRUCK = "the name is struck from every row"
    OWN = "the room that keeps it strikes or empties it itself"
    SHEET = "personal: in documents and commitments of the record, which are withheld"
    PUBLIC = "a public name: cannot be withheld, so the officer is told to rename it"
    NONE = "holds no words: codes, identifiers, digests, choices"


@dataclass(frozen=True)
class Finding:
    """One sentence of `folkmoot check`; a grave one stops the start."""

    sentence: str
    grave: bool = False


def name_columns(hall: str, said: Mapping[Words, str]) -> dict[str, Words]:
    """Return what holds of each column of a hall; `Model.column` with spaces between them."""
    return {f"{hall}.{column}": what for what, columns in said.items() for column in columns.split()}


@dataclass
class Registry:
    """See the module."""

    menu: list[MenuItem] = field(default_factory=list)
    officials: dict[str, Official] = field(default_factory=dict)
    pages: dict[str, Callable[[str], str | None]] = field(default_factory=dict)
    erasures: list[Callable[[str, Erasure], None]] = field(default_factory=list)
    after_act: list[Callable[[str], None]] = field(default_factory=list)
    checks: list[Callable[[], Iterable[Finding]]] = field(default_factory=list)
    due: list[Callable[[], Iterable[str]]] = field(default_factory=list)
    words: dict[str, Words] = field(default_factory=dict)

    def columns(self, what: Words) -> dict[str, list[str]]:
        """Return the columns of which `what` holds, by model (`hall.Model`)."""
        found: dict[str, list[str]] = {}
        for column, said in self.words.items():
            if said is what:
                model, _dot, name = column.rpartition(".")
                found.setdefault(model, []).append(name)
        return found

    def page_of(self, address: str) -> str | None:
        """Return the path of the public page of `kind:IDENTIFIER` in the active language, if it has one."""
        kind, _, identifier = address.partition(":")
        finder = self.pages.get(kind)
        return finder(identifier) if finder else None


registry = Registry()
