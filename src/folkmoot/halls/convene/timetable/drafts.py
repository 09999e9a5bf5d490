"""Planning a release, and erasing people from drafts, imports and frozen documents."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from folkmoot.audit.programme import sheet_digests
from folkmoot.canon import digest
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.freezing import freeze
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release, ScheduleImport
from folkmoot.halls.convene.timetable.remarks import (
    remarks_on_hints,
    remarks_on_public_names,
    remarks_on_releases,
    remarks_on_texts,
    words_of_skeleton,
)
from folkmoot.halls.members.person.drafts import erased_key
from folkmoot.halls.members.person.enums import NameShown
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.acts import forget_documents, keep_sheets
from folkmoot.kit.actor import Actor
from folkmoot.kit.names import Names
from folkmoot.kit.registry import Erasure, Words, registry
from folkmoot.kit.text import Text


def plan_release(
    actor: Actor,
    edition: Edition,
    at: datetime.datetime,
    name: str,
    notes: Text | None = None,
    *,
    erratum: bool = False,
) -> PlannedRelease:
    """Freeze the draft now and publish it at `at` (aware); raises ValueError for a moment that has passed."""
    if at <= timezone.now():
        raise ValueError(f"{at.isoformat()} has passed; choose a later moment, or release now.")
    with transaction.atomic():
        frozen = freeze(edition, name=name, erratum=erratum)
        document = digest(frozen.skeleton)
        keep_sheets(edition.address, {**frozen.sheets, document: (edition.address, frozen.skeleton)})
        return PlannedRelease.objects.create(
            edition=edition, at=at, name=name, notes=notes or Text(), erratum=erratum,
            document=document, office=actor.office, person=actor.person or "",
        )  # fmt: skip


def withdraw_plan(planned: PlannedRelease) -> None:
    """Give up a planned release; what was frozen for it alone is deleted, unpublished."""
    with transaction.atomic():
        scope, frozen = planned.edition.address, _frozen_by(planned.document)
        planned.delete()
        others = {release.document for release in Release.objects.filter(edition=planned.edition)}
        others |= {plan.document for plan in PlannedRelease.objects.filter(edition=planned.edition)}
        forget_documents(scope, frozen.difference(*(_frozen_by(document) for document in others)))


def _frozen_by(document: str) -> set[str]:
    """Return the digests of a frozen document and of the sheets it names."""
    skeleton = bytes(log.document(document).content or b"")
    return {document, *sheet_digests(skeleton).values()}


def erase_from_programmes(owner: str, erasure: Erasure) -> None:
    """Reach a person in every edition: released sheets, drafts, plans and imports.

    Runs while the names are still known, so before the person's own row is blanked. Every sheet about the person is
    withheld, and every other sheet in which a name of theirs stands; drafts lose the name. Sheets about people who
    bear the same name stay.
    """
    person = Person.objects.filter(public_id=owner.partition(":")[2]).first()
    if not owner.startswith("person:") or person is None:
        return
    erasure.names.update(_known_names(person))
    names = Names(erasure.names)
    namesakes = _namesakes(person, names)
    own = _own_sheets(person)
    saying = log.sheets_saying(names.occur_in)
    naming = {name: subject for name, subject in saying if subject not in namesakes}
    erasure.sheets |= own | naming.keys()
    erasure.remarks += remarks_on_releases(own)
    erasure.remarks += remarks_on_texts({subject for name, subject in naming.items() if name not in own})
    _empty_participations(person)
    erasure.remarks += _give_up_plans(names)
    _strike_from_drafts(names, namesakes)
    _strike_from_imports(person, names)
    erasure.remarks += remarks_on_public_names(names)
    erasure.remarks += remarks_on_hints(names, namesakes)
    if namesakes:
        erasure.remarks.append(_("Somebody else bears the same name; what is said about them stays."))


def _own_sheets(person: Person) -> set[str]:
    """Return the sheets about a person, under their own address and under those that shield a pseudonym."""
    aliases = [participation.alias for participation in person.participations.all()]
    return set().union(*(log.sheets_about(subject) for subject in (person.address, *aliases)))


def _known_names(person: Person) -> list[str]:
    """Return the person's names, and what each schedule file called them."""
    said = person.participations.values_list("imported", flat=True)
    files = [_text(imported.get("name")) for imported in said if isinstance(imported, dict)]
    return [name for text in (person.name, *files) for _tag, name in text if name]


def _text(said: Any) -> Text:
    """Return a name as a file gave it, as a plain string or in its language."""
    return Text.read(said) if isinstance(said, dict) else Text.of(str(said or ""))


def _namesakes(person: Person, names: Names) -> set[str]:
    """Return the addresses of other people in whose own names one of these names stands."""
    others = Person.objects.exclude(pk=person.pk).filter(erased=False)
    bearers = [other for other in others.iterator() if any(names.occur_in(name) for _tag, name in other.name)]
    aliases = Speaker.objects.filter(person__in=bearers)
    return {other.address for other in bearers} | {speaker.alias for speaker in aliases}


def _empty_participations(person: Person) -> None:
    person.participations.update(
        biography=Text(), pseudonym="", external="", imported={}, shown=NameShown.HIDDEN,
        organisation=None, actor_kind="",
    )  # fmt: skip


def _give_up_plans(names: Names) -> list[str]:
    """Give up planned releases whose frozen skeleton holds the name: they would publish it."""
    void = [plan for plan in PlannedRelease.objects.all() if names.occur_in(words_of_skeleton(plan.document))]
    for plan in void:
        withdraw_plan(plan)
    if not void:
        return []
    message = ngettext(
        "The name stood in %(count)s planned release; it is given up. Plan it again from the draft.",
        "The name stood in %(count)s planned releases; they are given up. Plan them again from the draft.", len(void),
    )  # fmt: skip
    return [message % {"count": len(void)}]


def _strike_from_drafts(names: Names, namesakes: set[str]) -> None:
    """Strike the names from every column of every hall of which the table says so."""
    for label, columns in registry.columns(Words.STRUCK).items():
        rows = apps.get_model(label)._default_manager.all()
        if label == Speaker._meta.label:
            rows = rows.exclude(person__public_id__in=[address.partition(":")[2] for address in namesakes])
        _strike(rows, columns, names)


def _strike(rows: models.QuerySet[Any], columns: Sequence[str], names: Names) -> None:
    for row in rows.iterator(chunk_size=500):
        before = {name: getattr(row, name) for name in columns}
        after = {name: _struck(row._meta.get_field(name), value, names) for name, value in before.items()}
        if changed := [name for name in columns if after[name] != before[name]]:
            for name in changed:
                setattr(row, name, after[name])
            row.save(update_fields=changed)


def _struck(column: Any, value: Any, names: Names) -> Any:
    """Return the value of a column without the names, in a form that the column can hold."""
    if not isinstance(value, str):
        return names.struck_from(value)
    if not names.occur_in(value):
        return value
    if isinstance(column, models.URLField):
        return ""
    return erased_key(value) if column.name == "guid" else names.struck(value)[: column.max_length]


def _strike_from_imports(person: Person, names: Names) -> None:
    """Empty what imports kept of how things stood, where the person may be in it: those can no longer be undone."""
    taken_part = set(person.participations.values_list("edition", flat=True))
    for row in ScheduleImport.objects.all():
        summary, file_name = names.struck_from(row.summary), names.struck(row.file_name)
        named = (summary, file_name) != (row.summary, row.file_name) or names.struck_from(row.before) != row.before
        if named or row.edition_id in taken_part:
            row.summary, row.file_name, row.before = summary, file_name, None
            row.save(update_fields=["summary", "file_name", "before"])
