"""Opening and amending an edition."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as _

from folkmoot.halls.convene.edition.enums import EditionStatus
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import official_state
from folkmoot.halls.convene.edition.rights import may_amend, may_open
from folkmoot.halls.record.log.acts import perform
from folkmoot.kit.act import ActKind, Label, called_by, catalogue
from folkmoot.kit.actor import Actor
from folkmoot.kit.phrases import language_names
from folkmoot.kit.text import Text


@dataclass(frozen=True)
class EditionState:
    """Everything official about an edition. Dates are local to `zone` (IANA), `day_change` is HH:MM there."""

    slug: str
    year: int
    title: Text
    theme: Text
    place: Text
    starts: datetime.date | None
    ends: datetime.date | None
    zone: str
    day_change: str
    languages: list[str]
    status: str


LABELS: Mapping[str, Label] = {"languages": language_names, "status": called_by(EditionStatus)}
EDITION_OPENED = catalogue.declare(
    ActKind(
        name="edition.opened",
        version=1,
        payload=EditionState,
        right=may_open,
        sentence=_("The edition “%(title)s” was opened"),
        subject="edition",
        about=_("The body convenes: an edition gets its name, year, place, zone and languages."),
        labels=LABELS,
    )
)
EDITION_AMENDED = catalogue.declare(
    ActKind(
        name="edition.amended",
        version=1,
        payload=EditionState,
        right=may_amend,
        sentence=_("The edition “%(title)s” was amended"),
        subject="edition",
        about=_("Theme, dates, place, zone, languages or status of an edition change."),
        labels=LABELS,
    )
)


def open_edition(actor: Actor, slug: str, year: int, **fields: Any) -> Edition:
    """Open an edition; raises ValueError when the slug is taken."""
    with perform(EDITION_OPENED, actor) as act:
        if Edition.objects.filter(slug=slug).exists():
            raise ValueError(f"There is an edition {slug!r} already; choose another slug.")
        edition = Edition.objects.create(slug=slug, year=year, **fields)
        act.record(edition.address, EditionState(**official_state(edition)))
    return edition


def amend_edition(actor: Actor, edition: Edition, **changed: Any) -> Edition:
    """Change official fields of an edition; nothing is recorded when nothing changes."""
    if all(getattr(edition, name) == value for name, value in changed.items()):
        return edition
    with perform(EDITION_AMENDED, actor, edition) as act:
        for name, value in changed.items():
            setattr(edition, name, value)
        edition.save(update_fields=list(changed))
        act.record(edition.address, EditionState(**official_state(edition)))
    return edition
