"""Names that were erased on request must not come back with a file.

A person of the file whose name was erased is taken for the row that stayed of them, which has no name and is not
shown; and the name is struck from every text that the file holds, as the erasure struck it from the draft. A file
can still describe somebody in other words; that no program can see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from folkmoot.halls.convene.timetable.importers.document import (
    FileEvent,
    FileLink,
    FileMention,
    FileRoom,
    Remark,
    ScheduleFile,
)
from folkmoot.halls.members.person.drafts import erased_key, suppressed
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.names import Names


def find_erased(names: Iterable[str]) -> dict[str, Person]:
    """Return, of these names, those that were erased, however they are written, with the row that stayed."""
    return suppressed(names)


def clean_file(file: ScheduleFile, erased: Iterable[str]) -> ScheduleFile:
    """Return the file with these names struck from all its texts; who is named stays to be matched."""
    spelt = set(erased)
    if not spelt:
        return file
    names = Names(spelt)
    return replace(
        file,
        rooms=_clean_rooms(file.rooms, names),
        events=tuple(_clean_event(event, names) for event in file.events),
        remarks=tuple(Remark(r.line, r.message, names.struck_from(r.params)) for r in file.remarks),
    )


def _clean_rooms(rooms: Iterable[FileRoom], names: Names) -> tuple[FileRoom, ...]:
    """Return the rooms with the names struck from theirs; those that are called the same then are one."""
    cleaned: dict[str, FileRoom] = {}
    for room in rooms:
        name = names.struck(room.name)
        cleaned.setdefault(name, replace(room, name=name, description=names.struck(room.description)))
    return tuple(cleaned.values())


def _clean_event(event: FileEvent, names: Names) -> FileEvent:
    struck = names.struck
    return replace(
        event,
        key=erased_key(event.key) if names.occur_in(event.key) else event.key,
        external_id=struck(event.external_id),
        kind=struck(event.kind),
        track=struck(event.track),
        slots=tuple(replace(slot, room=slot.room and struck(slot.room)) for slot in event.slots),
        title=struck(event.title),
        subtitle=struck(event.subtitle),
        abstract=struck(event.abstract),
        description=struck(event.description),
        url="" if names.occur_in(event.url) else event.url,
        mentions=tuple(_clean_mention(mention, names) for mention in event.mentions),
        links=tuple(_clean_links(event.links, names)),
        attachments=tuple(_clean_links(event.attachments, names)),
    )


def _clean_mention(mention: FileMention, names: Names) -> FileMention:
    return replace(mention, biography=names.struck(mention.biography))


def _clean_links(links: Iterable[FileLink], names: Names) -> Iterator[FileLink]:
    """Yield the links whose address does not hold a name, with the names struck from their titles."""
    for link in links:
        if not names.occur_in(link.url):
            yield FileLink(link.url, names.struck(link.title), names.struck(link.kind))
