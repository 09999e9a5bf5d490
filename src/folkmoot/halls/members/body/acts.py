"""Founding the body, and changing what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as _
from django.utils.translation import pgettext

from folkmoot.canon import JSON
from folkmoot.halls.members.body.models import NO_LIST, Body
from folkmoot.halls.members.body.queries import official_state, the_body
from folkmoot.halls.members.body.rights import may_amend, may_found
from folkmoot.halls.members.vocabulary.queries import adopted
from folkmoot.halls.record.log.acts import perform
from folkmoot.kit.act import ActKind, Label, catalogue
from folkmoot.kit.actor import Actor
from folkmoot.kit.languages import active
from folkmoot.kit.phrases import language_names
from folkmoot.kit.text import Text


@dataclass(frozen=True)
class BodyState:
    """Everything the body officially says of itself."""

    name: Text
    notice: Text
    mark: int
    languages: list[str]
    zone: str
    area_list: str
    origin: str
    illustrative: bool


def _area_list(key: JSON) -> str:
    """Return the title of the list of areas that the body chose."""
    if key == NO_LIST:
        return pgettext("list of areas", "none")
    chosen = adopted(str(key))
    return str(chosen.title.shown_in(active())) if chosen else str(key)


LABELS: Mapping[str, Label] = {"languages": language_names, "area_list": _area_list}
BODY_FOUNDED = catalogue.declare(
    ActKind(
        name="body.founded",
        version=1,
        payload=BodyState,
        right=may_found,
        sentence=_("%(name)s was founded; its record is %(origin)s"),
        subject="body",
        about=_("The body is founded; the first entry of its record."),
        labels=LABELS,
    )
)
BODY_AMENDED = catalogue.declare(
    ActKind(
        name="body.amended",
        version=1,
        payload=BodyState,
        right=may_amend,
        sentence=_("%(name)s changed what it says of itself"),
        subject="body",
        about=_("Name, notice, mark, languages or zone of the body change; the origin never does."),
        labels=LABELS,
    )
)


class AlreadyFoundedError(ValueError):
    """There is a body here already; one installation serves one body."""


def found_body(actor: Actor, state: BodyState) -> Body:
    """Found the body; raises AlreadyFoundedError."""
    with perform(BODY_FOUNDED, actor) as act:
        if there := the_body():
            raise AlreadyFoundedError(f"{there.name} was founded here already; one installation serves one body.")
        body = Body.objects.create(id=1, **vars(state))
        act.record(body.address, BodyState(**official_state(body)))
    return body


def amend_body(actor: Actor, body: Body, **changed: Any) -> Body:
    """Change official fields of the body; raises ValueError for the origin, which names the record for ever."""
    if "origin" in changed:
        raise ValueError(f"The origin {body.origin} names the record for ever and cannot change.")
    with perform(BODY_AMENDED, actor, body) as act:
        for name, value in changed.items():
            setattr(body, name, value)
        body.save(update_fields=list(changed))
        act.record(body.address, BodyState(**official_state(body)))
    return body
