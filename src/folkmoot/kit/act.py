"""The act: the unit of everything official, and the catalogue of its kinds.

A room declares its kinds in `acts.py`; `halls/record/log` performs them: right checked, state changed, entry
written, in one transaction. The payload of an act names every official field of its subject as it stands after
the act, so that anyone can hold the row against its last entry. A payload is a frozen dataclass of strings,
integers, booleans, dates, texts, lists and dictionaries; whatever is personal is wrapped in `Personal` and enters
only as a keyed commitment.
"""

from __future__ import annotations

import dataclasses
import datetime
import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import rules
from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.translation import gettext, override

from folkmoot.canon import JSON
from folkmoot.kit.phrases import listed
from folkmoot.kit.text import Text

Payload = TypeVar("Payload")
Label = Callable[[JSON], str]


@dataclass(frozen=True)
class Personal:
    """A personal value: committed to in the entry, kept in a side table, erasable.

    `owner` is the address of the person it speaks of, so that an erasure finds it.
    """

    value: JSON
    owner: str


@dataclass(frozen=True)
class ActKind(Generic[Payload]):
    """One kind of act.

    `name` is `noun.participle`; `version` grows when the payload's schema changes; `right` is a predicate over
    actor and subject; `sentence` is a translatable message whose placeholders are fields of the payload, and
    `subject` the kind of thing the act is about. `about` says in a sentence, for the documentation, when it is
    performed. `labels` say of a field how its values are called in the active language, where the payload holds a
    code; `documents` name the documents of an act by their role, as translatable messages.
    """

    name: str
    version: int
    payload: type[Payload]
    right: rules.predicates.Predicate
    sentence: str | Promise
    subject: str
    about: str
    labels: Mapping[str, Label] = field(default_factory=dict)
    documents: Mapping[str, str | Promise] = field(default_factory=dict)

    def words(self, payload: Mapping[str, JSON], language: str) -> str:
        """Render the act as a sentence for a reader of `language`, from what its entry holds."""
        with override(language):
            return gettext(str(self.sentence)) % _Words(self, payload, language)

    def label(self, name: str, value: JSON) -> str | None:
        """Return how a field's value is called in the active language; None where it stands for itself."""
        call = self.labels.get(name)
        if call is None or value in (None, "", []) or isinstance(value, Mapping):
            return None
        return call(value)

    def document_name(self, role: str) -> str:
        """Return what a document of this act is called in the active language, else its role."""
        return gettext(str(self.documents.get(role, role)))


def called_by(choices: type[Choices]) -> Label:
    """Return how a closed list calls its values; a value it no longer has stands for itself."""
    return lambda value: str(dict(choices.choices).get(value, value))


class UnknownActKindError(LookupError):
    """No room declares this kind in this version."""


@dataclass
class Catalogue:
    """Every declared kind of act by name and version."""

    _kinds: dict[tuple[str, int], ActKind[Any]] = field(default_factory=dict)

    def declare(self, kind: ActKind[Payload]) -> ActKind[Payload]:
        """Add a kind; raises ValueError when name and version are taken or the payload is no frozen dataclass."""
        key = (kind.name, kind.version)
        if key in self._kinds:
            raise ValueError(f"The act kind {kind.name} version {kind.version} is declared twice.")
        parameters = getattr(kind.payload, "__dataclass_params__", None)
        if parameters is None or not parameters.frozen:
            raise ValueError(f"The payload of {kind.name} must be a frozen dataclass.")
        self._kinds[key] = kind
        return kind

    def get(self, name: str, version: int) -> ActKind[Any]:
        """Return a kind; raises UnknownActKindError."""
        try:
            return self._kinds[(name, version)]
        except KeyError:
            raise UnknownActKindError(f"No act kind {name} version {version} is declared here.") from None

    def kinds(self) -> list[ActKind[Any]]:
        """Return all kinds by name and version."""
        return [self._kinds[key] for key in sorted(self._kinds)]


catalogue = Catalogue()


Committing = Callable[[str, Personal], JSON]


def payload_json(payload: object, commit: Committing) -> dict[str, JSON]:
    """Return the payload dataclass as JSON; `commit(path, personal)` replaces what is personal."""
    if not dataclasses.is_dataclass(payload):
        raise TypeError(f"{payload!r:.80} is no payload; a dataclass is needed.")
    named = {f.name: getattr(payload, f.name) for f in dataclasses.fields(payload)}
    return {name: plain(value, f"payload.{name}", commit) for name, value in named.items()}


def plain(value: object, path: str, commit: Committing) -> JSON:
    """Return any payload value as JSON; see `payload_json`."""
    match value:
        case Personal():
            return commit(path, value)
        case Text():
            return value.written()
        case enum.Enum():
            return value.value
        case datetime.date() | datetime.datetime():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(inner, f"{path}.{key}", commit) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner, f"{path}.{place}", commit) for place, inner in enumerate(value)]
        case frozenset() | set():
            return [plain(inner, path, commit) for inner in sorted(value)]
        case _ if dataclasses.is_dataclass(value):
            named = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
            return {name: plain(inner, f"{path}.{name}", commit) for name, inner in named.items()}
        case _:
            return value


def public_json(value: object) -> JSON:
    """Return a payload value that holds nothing personal as JSON; raises ValueError when it does."""

    def refuse(path: str, personal: Personal) -> JSON:
        raise ValueError(f"{path or 'The value'} is personal and cannot be published in clear.")

    return plain(value, "", refuse)


class _Words(Mapping[str, str]):
    """The payload as words in one language, for the placeholders of a sentence."""

    def __init__(self, kind: ActKind[Any], payload: Mapping[str, JSON], language: str) -> None:
        self._kind = kind
        self._payload = payload
        self._language = language

    def __getitem__(self, name: str) -> str:
        value = self._payload.get(name, "")
        if (label := self._kind.label(name, value)) is not None:
            return label
        if isinstance(value, Mapping) and "texts" in value:
            return str(Text.read(value).shown_in(self._language))
        if isinstance(value, Mapping) and "commitment" in value:
            return "…"
        if isinstance(value, list):
            return listed(str(item) for item in value)
        return "" if value is None else str(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._payload)

    def __len__(self) -> int:
        return len(self._payload)
