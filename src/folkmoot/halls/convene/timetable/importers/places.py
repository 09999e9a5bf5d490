"""Rooms and forums of a file, recognised by the exact name it gives them.

They are created once and are the desk's from then on: an import neither renames them nor takes them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.timetable.importers.document import FileRoom, Remark, ScheduleFile, in_list
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.plan import NEW, Item, Kind
from folkmoot.halls.convene.timetable.importers.standing import Standing
from folkmoot.halls.convene.venue.models import Room


@dataclass(frozen=True)
class Places:
    """Items for rooms and forums, and the address (or `new:` key) of each by its name in the file."""

    items: tuple[Item, ...]
    rooms: Mapping[str, str]
    forums: Mapping[str, str]
    remarks: tuple[Remark, ...]


def match_places(file: ScheduleFile, standing: Standing) -> Places:
    """Recognise rooms and forums by `external`, else by their very name where no file has named them yet."""
    known_rooms, known_forums = _by_name(standing.rooms), _by_name(standing.forums)
    rooms = [_room(room, known_rooms.get(room.name)) for room in file.rooms]
    tracks = dict.fromkeys(event.track for event in file.events if event.track)
    forums = [_item(Kind.FORUM, name, known_forums.get(name)) for name in tracks]
    return Places(
        (*rooms, *forums),
        {item.key: _reference(item, known_rooms) for item in rooms},
        {item.key: _reference(item, known_forums) for item in forums},
        tuple(_remarks(file)),
    )


def _by_name(rows: Iterable[Room] | Iterable[Forum]) -> dict[str, Room | Forum]:
    known: dict[str, Room | Forum] = {}
    for row in rows:
        if row.external:
            known[row.external] = row
    for row in rows:
        if not row.external:
            for _tag, name in row.name:
                known.setdefault(name, row)
    return known


def _item(kind: Kind, name: str, row: Room | Forum | None) -> Item:
    return Item(kind, name, str(row) if row else name, row.pk if row else None)


def _room(room: FileRoom, row: Room | Forum | None) -> Item:
    item = _item(Kind.ROOM, room.name, row)
    return item if row else Item(item.kind, item.key, item.label, write={"capacity": room.capacity})


def _reference(item: Item, known: Mapping[str, Room | Forum]) -> str:
    return NEW + item.key if item.is_new else known[item.key].address


def _remarks(file: ScheduleFile) -> Iterable[Remark]:
    described = [room.name for room in file.rooms if room.description]
    if described:
        yield Remark(
            None,
            _("The descriptions of these rooms are not taken over: %(rooms)s."),
            {"rooms": in_list(described, 20)},
        )
