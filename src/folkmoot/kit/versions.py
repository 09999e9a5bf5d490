"""What a form showed when it was opened, so that nobody overwrites in silence what somebody else saved meanwhile.

A form carries a stamp: a short digest of every value it showed. When it comes back, each value is known to be changed
here, changed meanwhile, or both. What was changed here alone is written, and nothing else; where somebody else changed
something, the form is shown once more with both versions, and waits for a second confirmation.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from folkmoot.canon import canonical, digest
from folkmoot.kit.act import public_json
from folkmoot.kit.forms import NotedForm
from folkmoot.kit.language_choice import LanguagesField
from folkmoot.kit.languages import language_name
from folkmoot.kit.text import Text

Values = Mapping[str, Any]
Row = TypeVar("Row", bound=Model)


@contextmanager
def held(request: HttpRequest, rows: QuerySet[Row], *tables: str) -> Iterator[QuerySet[Row]]:
    """Yield rows to choose one from; while a form about it is saved, whoever else saves it waits."""
    if request.method != "POST":
        yield rows
        return
    with transaction.atomic():
        yield rows.select_for_update(of=tables or ("self",))


def stamp(values: Values) -> str:
    """Return a short digest of every value, by name.

    >>> stamp({"name": "Hall A", "capacity": None}).split(":")[0]
    'capacity'
    """
    return " ".join(f"{name}:{_short(values[name])}" for name in sorted(values))


def _short(value: Any) -> str:
    empty = value == "" or (isinstance(value, Text | list | tuple) and not value)
    return digest(canonical(public_json(None if empty else value)))[:16]


@dataclass(frozen=True)
class Settled:
    """What was typed, laid beside what stands: `changed` is to be written, `others` was changed by somebody else.

    `values` is what a form shows that is shown again: what was changed here, and for the rest what stands.
    """

    typed: Values
    standing: Values
    changed: dict[str, Any]
    others: tuple[str, ...]

    @property
    def values(self) -> dict[str, Any]:
        """What stands, with what was changed here."""
        return {**self.standing, **self.changed}


def settle(seen: str, standing: Values, typed: Values) -> Settled:
    """Lay what was typed beside what stands, given the stamp of what was seen.

    A value without a stamp counts as never seen: it is only written after it was shown.
    """
    stamps = dict(part.split(":", 1) for part in seen.split(" ") if ":" in part)
    now = {name: _short(standing.get(name)) for name in typed}
    here = {name: _short(value) for name, value in typed.items()}
    differing = [name for name in typed if here[name] != now[name]]
    changed = {name: typed[name] for name in differing if here[name] != stamps.get(name)}
    others = tuple(name for name in differing if now[name] != stamps.get(name))
    return Settled(typed, standing, changed, others)


@dataclass(frozen=True)
class Words:
    """A value, or a part of it, in words; `tag` is the language of a text in languages."""

    value: str
    tag: str = ""


@dataclass(frozen=True)
class Both:
    """A field that somebody else changed: what stands now, what was typed, and whether the form shows the latter."""

    label: str | Promise
    theirs: list[Words]
    yours: list[Words]
    keeps_yours: bool


class VersionedForm(NotedForm):
    """A form over something that somebody else may change meanwhile; `standing` is None for something new."""

    def __init__(
        self,
        data: Any = None,
        *,
        standing: Values | None = None,
        defaults: Values | None = None,
        settled: Settled | None = None,
    ) -> None:
        self.standing = standing
        self.settled = settled
        shown = settled.values if settled else standing if standing is not None else defaults
        super().__init__(data, initial=dict(shown or {}))

    @property
    def version(self) -> str:
        """The stamp of what the form showed; nothing for something new."""
        if self.standing is None:
            return ""
        return str(self.data.get("version", "")) if self.is_bound else stamp(self.standing)

    def typed(self) -> dict[str, Any]:
        """Return what was typed, by name, as `standing` has it."""
        return {name: self.cleaned_data[name] for name in self.fields}

    def settle(self) -> Settled:
        """Lay what was typed beside what stands; of a valid form."""
        return settle(self.version, self.standing or {}, self.typed())

    @property
    def both(self) -> list[Both]:
        """Every field that somebody else changed meanwhile, in both versions."""
        met = self.settled
        if met is None:
            return []
        return [
            Both(self.label_of(name), self.words(name, met.standing.get(name)), self.words(name, met.typed[name]),
                 name in met.changed)
            for name in met.others
        ]  # fmt: skip

    def label_of(self, name: str) -> Any:
        """Return what a value is called."""
        return self.fields[name].label

    def words(self, name: str, value: Any) -> list[Words]:
        """Return a value as a reader would say it."""
        return list(_words(self.fields[name], value))


def _words(field: forms.Field, value: Any) -> Iterator[Words]:
    match value:
        case Text():
            yield from (Words(said, tag) for tag, said in value)
        case bool():
            yield Words(_("yes") if value else _("no"))
        case datetime.date():
            yield Words(date_format(value))
        case None | "":
            return
        case list() if isinstance(field, LanguagesField):
            yield from (Words(language_name(tag)) for tag in value)
        case _ if isinstance(field, forms.ChoiceField):
            choices: Any = field.choices
            yield Words(str(dict(choices).get(value, value)))
        case _:
            yield Words(str(value))
