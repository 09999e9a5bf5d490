"""Drafting speakers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.members.organisation.drafts import draft_organisation
from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.halls.members.person.drafts import draft_person, rename_person
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.text import Text


def draft_speaker(edition: Edition, person: Person, **fields: Any) -> Speaker:
    """Draft a person's participation in an edition."""
    return Speaker.objects.create(edition=edition, person=person, **fields)


def draft_speakers(edition: Edition, rows: Iterable[tuple[Person, dict[str, Any]]]) -> list[Speaker]:
    """Draft many participations at once, in order."""
    return Speaker.objects.bulk_create([Speaker(edition=edition, person=person, **fields) for person, fields in rows])


def change_speaker(speaker: Speaker, **changed: Any) -> Speaker:
    """Change fields of a participation; public pages follow with the next release."""
    for name, value in changed.items():
        setattr(speaker, name, value)
    speaker.save(update_fields=list(changed))
    return speaker


def invite_speaker(edition: Edition, name: Text, organisation: Text, **fields: Any) -> Speaker:
    """Write down a person and their participation at once."""
    with transaction.atomic():
        return draft_speaker(edition, draft_person(name), organisation=organisation_named(organisation), **fields)


def revise_speaker(
    speaker: Speaker, *, name: Text | None = None, organisation: Text | None = None, **fields: Any
) -> Speaker:
    """Change what is given of a participation; the person's name changes in every edition."""
    with transaction.atomic():
        if name is not None and name != speaker.person.name:
            rename_person(speaker.person, name)
        before = speaker.organisation.name if speaker.organisation else Text()
        if organisation is not None and organisation != before:
            fields["organisation"] = organisation_named(organisation)
        return change_speaker(speaker, **fields) if fields else speaker


def organisation_named(name: Text) -> Organisation | None:
    """Return the organisation with exactly this name, written down now if there is none; None for no name."""
    if not name:
        return None
    return Organisation.objects.filter(name=name).first() or draft_organisation(name)
