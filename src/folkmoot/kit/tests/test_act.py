"""The catalogue of act kinds and how a payload becomes JSON."""

import dataclasses
import datetime
from dataclasses import dataclass

import pytest
from django.utils.translation import override

from folkmoot.halls.record.log.enums import Ground
from folkmoot.kit.act import ActKind, Catalogue, Personal, UnknownActKindError, called_by, payload_json
from folkmoot.kit.actor import is_secretary
from folkmoot.kit.text import Text


@dataclass(frozen=True)
class Payload:
    """A payload with one of everything."""

    title: Text
    day: datetime.date
    names: list[str]
    person: Personal


def kind(version: int = 1) -> ActKind[Payload]:
    """A kind for these tests only; it is never declared in the catalogue of the installation."""
    return ActKind("tea.served", version, Payload, is_secretary, "%(title)s on %(day)s to %(person)s", "tea", "Tea.")


def test_a_kind_is_declared_once_per_version() -> None:
    catalogue = Catalogue()
    catalogue.declare(kind())
    catalogue.declare(kind(2))
    assert [found.version for found in catalogue.kinds()] == [1, 2]
    with pytest.raises(ValueError, match=r"tea\.served version 1 is declared twice"):
        catalogue.declare(kind())


def test_a_code_is_shown_as_its_readers_call_it() -> None:
    served = dataclasses.replace(
        kind(),
        sentence="%(day)s: %(names)s",
        labels={"names": lambda names: f"{len(names)} guests"},
        documents={"menu": "the menu"},
    )
    assert served.words({"day": "2026-11-19", "names": ["a", "b"]}, "en") == "2026-11-19: 2 guests"
    assert served.label("names", []) is None
    assert served.label("names", {"commitment": "c"}) is None
    assert served.label("day", "2026-11-19") is None
    assert [served.document_name(role) for role in ("menu", "bill")] == ["the menu", "bill"]


def test_a_value_that_left_its_closed_list_stands_for_itself() -> None:
    call = called_by(Ground)
    assert [call("safety"), call("forgotten")] == ["safety", "forgotten"]
    with override("zh-hans"):
        assert call("safety") == "安全"


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(UnknownActKindError, match=r"No act kind tea\.served version 9 is declared here"):
        Catalogue().get("tea.served", 9)


def test_personal_values_leave_the_payload_as_commitments() -> None:
    payload = Payload(Text.of("Tea", "en", ar="شاي"), datetime.date(2026, 11, 19), ["a"], Personal("Ines", "person:1"))
    seen: dict[str, object] = {}

    def commit(path: str, personal: Personal) -> object:
        seen[path] = personal.value
        return {"commitment": "c"}

    value = payload_json(payload, commit)
    assert seen == {"payload.person": "Ines"}
    assert value == {
        "title": {"original": "en", "texts": {"ar": "شاي", "en": "Tea"}, "machine": []},
        "day": "2026-11-19",
        "names": ["a"],
        "person": {"commitment": "c"},
    }
    assert kind().words(value, "ar") == "شاي on 2026-11-19 to …"
