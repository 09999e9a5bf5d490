"""Names that were erased on request must not come back with a file.

A person of the file whose name was erased is taken for the row that stayed of them, which has no name and is not
shown; and the name is struck from every text that the file holds, as the erasure struck it from the draft. A file
can still describe somebody in other words; that no program can see.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from folkmoot.halls.convene.timetable.importers.document import (
    FileEvent,
    FileLink,
    FileMention,
    Remark,
    ScheduleFile,
)
from folkmoot.halls.convene.timetable.names import Names
from folkmoot.halls.members.person.drafts import suppressed
from folkmoot.halls.members.person.models import Person


def find_erased(names: Iterable[str]) -> dict[str, Person]:
    """Return, of these names, those that were erased, whatever their case, with the row that stayed."""
    spellings: dict[str, list[str]] = {}
    for name in names:
        spellings.setdefault(unicodedata.normalize("NFC", name).strip().casefold(), []).append(name)
    found = suppressed(spellings)
    return {name: person for folded, person in found.items() for name in spellings[folded]}


def clean_file(file: ScheduleFile, erased: Iterable[str]) -> ScheduleFile:
    """Return the file with these names struck from all its texts; who is named stays to be matched."""
    spelt = set(erased)
    if not spelt:
        return file
    names = Names(sorted(spelt | set(_other_spellings(file, spelt))))
    return replace(
        file,
        events=tuple(_clean_event(event, names) for event in file.events),
        remarks=tuple(Remark(r.line, r.message, names.struck_from(r.params)) for r in file.remarks),
    )


def _other_spellings(file: ScheduleFile, erased: set[str]) -> Iterator[str]:
    """Find the names as they stand in the file's texts, whatever their case."""
    forms = sorted((r"\s+".join(map(re.escape, name.split())) for name in erased), key=len, reverse=True)
    anywhere = re.compile("|".join(form for form in forms if form) or r"(?!)", re.IGNORECASE)
    for event in file.events:
        words = (event.title, event.subtitle, event.abstract, event.description)
        others = (mention.biography for mention in event.mentions)
        for text in (*words, *others, *(link.title for link in (*event.links, *event.attachments))):
            yield from anywhere.findall(unicodedata.normalize("NFC", text))


def _clean_event(event: FileEvent, names: Names) -> FileEvent:
    struck = names.struck
    return replace(
        event,
        title=struck(event.title),
        subtitle=struck(event.subtitle),
        abstract=struck(event.abstract),
        description=struck(event.description),
        url=struck(event.url),
        mentions=tuple(_clean_mention(mention, names) for mention in event.mentions),
        links=tuple(_clean_link(link, names) for link in event.links),
        attachments=tuple(_clean_link(link, names) for link in event.attachments),
    )


def _clean_mention(mention: FileMention, names: Names) -> FileMention:
    return replace(mention, biography=names.struck(mention.biography))


def _clean_link(link: FileLink, names: Names) -> FileLink:
    return FileLink(*(names.struck(words) for words in (link.url, link.title, link.kind)))
