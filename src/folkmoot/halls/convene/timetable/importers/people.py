"""People of a file, recognised among those who take part in the edition, or known from other editions.

Within an edition a person of the file is the one an earlier file called by the same key: the id, else the exact
name. Where a later file gives ids to people whom an earlier one had only named, the exact name still decides, as
long as there is one of that name on either side.

Somebody new to the edition is taken for a person known from elsewhere only if exactly one person here bears that
very name, exactly one person of the file does, and the one known does not take part in this edition yet. In every
other case a new person is written down: two people can share a name, and joining two is harder to mend than
keeping one twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.importers.cleaning import fold
from folkmoot.halls.convene.timetable.importers.document import Remark, ScheduleFile
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.erased_names import find_erased
from folkmoot.halls.convene.timetable.importers.language_tags import text_language
from folkmoot.halls.convene.timetable.importers.merging import merge
from folkmoot.halls.convene.timetable.importers.plan import NEW, Item, Kind
from folkmoot.halls.convene.timetable.importers.standing import Standing, text_value
from folkmoot.halls.members.person.models import Person

_BY_NAME = "name:"


@dataclass
class People:
    """Who is who: per key of the file an address, a `new:` key, or None for somebody erased who has no place here."""

    references: dict[str, str | None] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    gone: int = 0


def recognise_people(file: ScheduleFile, standing: Standing) -> People:
    """Recognise the people of a file, and those of them who were erased."""
    people = People()
    names = file.person_names
    erased = find_erased(names.values())
    known = {speaker.external: speaker for speaker in reversed(standing.speakers) if speaker.external}
    tombs = {speaker.person_id: speaker for speaker in standing.speakers if speaker.person.erased}
    counts = Counter(names.values())
    for key, name in names.items():
        speaker = known.get(key) or _named_before(key, name, known, names, counts)
        if name in erased or (speaker and speaker.person.erased):
            people.gone += 1
            people.erased.add(name)
            tomb = tombs.get(erased[name].pk) if name in erased else speaker
            people.references[key] = tomb.address if tomb else None
        elif speaker:
            people.references[key] = speaker.address
            people.speakers[key] = speaker
        else:
            people.references[key] = NEW + key
    people.erased |= _all_spellings(file, people)
    return people


def _all_spellings(file: ScheduleFile, people: People) -> set[str]:
    """Return every name that the file gives somebody who was erased."""
    known = {speaker.address for speaker in people.speakers.values()}
    gone = {k for k, reference in people.references.items() if not (reference or "").startswith(NEW)}
    gone = {key for key in gone if people.references[key] not in known}
    return {mention.name for event in file.events for mention in event.mentions if mention.key in gone}


def _named_before(
    key: str, name: str, known: Mapping[str, Speaker], names: Mapping[str, str], counts: Counter[str]
) -> Speaker | None:
    former = _BY_NAME + name
    return known.get(former) if former not in names and counts[name] == 1 and key != former else None


def plan_people(
    file: ScheduleFile, people: People, standing: Standing, languages: list[str], *, overwrite: bool
) -> tuple[list[Item], list[Remark]]:
    """Return an item for everybody in the file who was not erased, and what to look at."""
    wanted = _wanted(file, people, languages)
    reusable = _reusable(wanted, people, standing)
    items, remarks = [], []
    for key, values in wanted.items():
        speaker = people.speakers.get(key)
        if speaker is None:
            person = reusable.get(key)
            items.append(Item(Kind.PERSON, key, values["name"], write=values, imported=values, person=person))
            if person is not None:
                remarks.append(Remark(None, _REUSED, {"name": values["name"]}))
            continue
        merged = merge(values, speaker.imported, standing.speaker_values(speaker), overwrite=overwrite)
        items.append(
            Item(
                Kind.PERSON, key, str(speaker.person), speaker.pk, merged.write, tuple(merged.changed),
                tuple(merged.kept), tuple(merged.conflicts),
                None if merged.imported == speaker.imported else merged.imported,
            )
        )  # fmt: skip
    return items, [*remarks, *_look_alikes(items, people, standing)]


_REUSED = _("“%(name)s” is taken for the person of exactly that name who is known here already.")
_ALIKE = _("“%(name)s” is new, and “%(other)s” takes part already; they are taken for two people.")


def _wanted(file: ScheduleFile, people: People, languages: list[str]) -> dict[str, dict[str, Any]]:
    """Return what the file says of everybody; of several biographies the first counts."""
    wanted: dict[str, dict[str, Any]] = {}
    for event in file.events:
        for mention in event.mentions:
            reference = people.references[mention.key]
            if reference is None or (not reference.startswith(NEW) and mention.key not in people.speakers):
                continue
            values = wanted.setdefault(
                mention.key,
                {"external": mention.key, "name": mention.name, "biography": text_value("", "")},
            )
            if mention.biography and not values["biography"]["texts"]:
                values["biography"] = text_value(mention.biography, text_language(event, languages))
    return wanted


def _reusable(wanted: Mapping[str, Mapping[str, Any]], people: People, standing: Standing) -> dict[str, int]:
    """Return the row of a known person for people new to the edition; see the module for the rule."""
    new = {key: values["name"] for key, values in wanted.items() if key not in people.speakers}
    if not new:
        return {}
    in_file = Counter(values["name"] for values in wanted.values())
    there = {speaker.person_id for speaker in standing.speakers}
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for pk, name in Person.objects.filter(erased=False).values_list("pk", "name").iterator():
        for value in name.texts.values():
            bearers[value].add(pk)
    found = {key: bearers[name] for key, name in new.items() if in_file[name] == 1 and len(bearers[name]) == 1}
    return {key: next(iter(pks)) for key, pks in found.items() if not pks & there}


def _look_alikes(items: list[Item], people: People, standing: Standing) -> Iterator[Remark]:
    """Report new people whose name is nearly that of somebody who takes part already and is not in the file."""
    recognised = {speaker.pk for speaker in people.speakers.values()}
    others = {
        fold(name): name
        for speaker in standing.speakers
        if speaker.pk not in recognised
        for _tag, name in speaker.person.name
    }
    for item in items:
        other = others.get(fold(item.label)) if item.is_new else None
        if other:
            yield Remark(None, _ALIKE, {"name": item.label, "other": other})
