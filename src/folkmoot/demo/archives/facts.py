"""How a carried-over fact is written down: what it counts, the figure, and how the source gave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from folkmoot.demo.archives.labels import JOINT, LABELS, MISSING, STATUSES
from folkmoot.kit.text import Text

AS_GIVEN, ABOUT, ABOUT_OR_OVER, NEARLY, OVER, INVITED, PER_CENT, ABOUT_PER_CENT = (
    "as-given", "about", "about-or-over", "nearly", "over", "invited", "per-cent", "about-per-cent",
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A figure of one year: `key` names what is counted, `status` how the source gave it."""

    key: str
    number: int
    status: str = AS_GIVEN

    def field(self) -> dict[str, Any]:
        """Return the figure as a field of an archive's row; the status stands in the value's words."""
        wording = STATUSES.get(self.status)
        shown = wording.map(lambda words: words % {"number": self.number}).written() if wording else self.number
        return {"label": LABELS[self.key].written(), "value": shown, "status": self.status}


@dataclass(frozen=True)
class Words:
    """A fact that is no figure: a title as quoted, a place, dates, a remark."""

    key: str
    value: Text
    status: str = AS_GIVEN

    def field(self) -> dict[str, Any]:
        """Return the words as a field of an archive's row."""
        return {"label": LABELS[self.key].written(), "value": self.value.written(), "status": self.status}


@dataclass(frozen=True)
class Year:
    """One row: a year with its name, facts and sources; `expected` are facts one would look for."""

    year: int
    name: Text
    facts: tuple[Figure | Words, ...]
    source: tuple[str, ...]
    expected: tuple[str, ...] = ()

    def figures(self) -> Mapping[str, int]:
        """Return the figures by what they count."""
        return {fact.key: fact.number for fact in self.facts if isinstance(fact, Figure)}

    def words(self) -> Mapping[str, Text]:
        """Return what is no figure, by what it tells."""
        return {fact.key: fact.value for fact in self.facts if isinstance(fact, Words)}

    def missing(self) -> tuple[str, ...]:
        """Return what one would look for and no source told."""
        there = {fact.key for fact in self.facts}
        return tuple(key for key in self.expected if key not in there)

    def row(self) -> dict[str, Any]:
        """Return the row as archives are written."""
        fields = [*(fact.field() for fact in self.facts), *self._gap()]
        return {
            "year": self.year,
            "name": self.name.written(),
            "fields": fields,
            "source": list(self.source),
            "status": "compiled",
        }

    def _gap(self) -> Iterator[dict[str, Any]]:
        if missing := [LABELS[key] for key in self.missing()]:
            texts = {tag: joint.join(label.texts[tag] for label in missing) for tag, joint in JOINT.items()}
            yield {"label": MISSING.written(), "value": Text("en", texts).written(), "status": "gap"}


@dataclass(frozen=True)
class ArchivePlan:
    """An archive ready to be described: `gap` says what no source told."""

    slug: str
    title: Text
    institution: Text
    note: Text
    gap: Text
    years: tuple[Year, ...]

    def facts(self) -> dict[str, Any]:
        """Return the facts as `describe_archive` takes them."""
        return {
            "institution": self.institution.written(),
            "note": self.note.written(),
            "gap": self.gap.written(),
            "status": "compiled",
            "rows": [year.row() for year in self.years],
        }
