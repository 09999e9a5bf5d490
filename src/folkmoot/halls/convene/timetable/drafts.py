"""Planning a release, and erasing people from drafts, imports and frozen documents."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from folkmoot.audit.programme import sheet_digests
from folkmoot.canon import digest
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.freezing import freeze
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release, ScheduleImport
from folkmoot.halls.convene.timetable.names import Names
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.halls.members.person.enums import NameShown
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.acts import keep_sheets
from folkmoot.kit.actor import Actor
from folkmoot.kit.registry import Erasure
from folkmoot.kit.text import Text

SESSION_WORDS = ("title", "subtitle", "abstract", "description", "links", "imported")
SPEAKER_WORDS = ("biography", "imported")
PLANNED_WORDS = ("name", "notes")


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
    """Give up a planned release; what was frozen is never published."""
    planned.delete()


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
    own = log.sheets_about(owner)
    saying = log.sheets_saying(names.occur_in)
    naming = {name: subject for name, subject in saying if subject not in namesakes}
    erasure.sheets |= own | naming.keys()
    _remark_on_releases(own, erasure)
    _remark_on_texts({subject for name, subject in naming.items() if name not in own}, erasure)
    _empty_participations(person)
    _strike_from_drafts(names, namesakes)
    _strike_from_imports(person, names)
    _remark_on_skeletons(names, erasure)
    if namesakes:
        erasure.remarks.append(_("Somebody else bears the same name; what is said about them stays."))


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
    return {other.address for other in others.iterator() if any(names.occur_in(name) for _tag, name in other.name)}


def _empty_participations(person: Person) -> None:
    person.participations.update(
        biography=Text(), pseudonym="", external="", imported={}, shown=NameShown.HIDDEN,
        organisation=None, actor_kind="",
    )  # fmt: skip


def _strike_from_drafts(names: Names, namesakes: set[str]) -> None:
    """Strike the names from the words of every session, every other participation and every plan."""
    _strike(Session.objects.all(), SESSION_WORDS, names)
    spared = [address.partition(":")[2] for address in namesakes]
    _strike(Speaker.objects.exclude(person__public_id__in=spared), SPEAKER_WORDS, names)
    _strike(PlannedRelease.objects.all(), PLANNED_WORDS, names)


def _strike(rows: models.QuerySet[models.Model], fields: tuple[str, ...], names: Names) -> None:
    for row in rows.iterator(chunk_size=500):
        before = {name: getattr(row, name) for name in fields}
        after = {name: names.struck_from(value) for name, value in before.items()}
        if changed := [name for name in fields if after[name] != before[name]]:
            for name in changed:
                setattr(row, name, after[name])
            row.save(update_fields=changed)


def _strike_from_imports(person: Person, names: Names) -> None:
    """Empty what imports kept of how things stood, where the person may be in it: those can no longer be undone."""
    taken_part = set(person.participations.values_list("edition", flat=True))
    for row in ScheduleImport.objects.all():
        summary, file_name = names.struck_from(row.summary), names.struck(row.file_name)
        named = (summary, file_name) != (row.summary, row.file_name) or names.struck_from(row.before) != row.before
        if named or row.edition_id in taken_part:
            row.summary, row.file_name, row.before = summary, file_name, None
            row.save(update_fields=["summary", "file_name", "before"])


def _remark_on_releases(own: set[str], erasure: Erasure) -> None:
    """Say in how many releases the person appears."""
    skeletons = (bytes(log.document(release.document).content or b"") for release in Release.objects.all())
    count = sum(1 for skeleton in skeletons if own & set(sheet_digests(skeleton).values())) if own else 0
    if count:
        message = ngettext(
            "The sheets about this person are withheld from %(count)s release.",
            "The sheets about this person are withheld from %(count)s releases.", count,
        )  # fmt: skip
        erasure.remarks.append(message % {"count": count})


def _remark_on_texts(subjects: set[str], erasure: Erasure) -> None:
    """Say which other texts the name stood in."""
    if sessions := sum(1 for subject in subjects if subject.startswith("session:")):
        message = ngettext(
            "The name also stood in the text of %(count)s session; this text is withheld until an erratum is released.",
            "The name also stood in the text of %(count)s sessions; these texts are withheld until an erratum "
            "is released.",
            sessions,
        )
        erasure.remarks.append(message % {"count": sessions})
    if people := len(subjects) - sessions:
        message = ngettext(
            "The name also stood in what is said about %(count)s other person; that is withheld until an erratum.",
            "The name also stood in what is said about %(count)s other people; that is withheld until an erratum.",
            people,
        )
        erasure.remarks.append(message % {"count": people})


def _remark_on_skeletons(names: Names, erasure: Erasure) -> None:
    """Name what holds the name and cannot be withheld, because it is part of the released documents or the record."""
    found = sorted(set(_public_words_naming(names)))
    if found:
        message = _(
            "The name also stands in the public name of %(what)s. Nothing there is withheld: rename it, and release."
        )
        erasure.remarks.append(message % {"what": ", ".join(found)})


def _public_words_naming(names: Names) -> Iterator[str]:
    """Yield the addresses of rows with a public name or note that holds the person's name."""
    for forum in Forum.objects.all():
        yield from _addressed(forum.address, names, forum.name)
    for venue in Venue.objects.all():
        yield from _addressed(venue.address, names, venue.name, venue.address_lines)
    for room in Room.objects.all():
        yield from _addressed(room.address, names, room.name, room.equipment)
    for release in Release.objects.all():
        yield from _addressed(release.address, names, Text.of(release.name), release.notes)
    for organisation in Organisation.objects.all():
        yield from _addressed(organisation.address, names, organisation.name)


def _addressed(address: str, names: Names, *texts: Text) -> Iterator[str]:
    if any(names.occur_in(value) for text in texts for _tag, value in text):
        yield address
