"""Who and what is the same: sessions by guid, people by id or exact name.

A second import of a file must find the sessions and the people of the first one. So each gets a key that
depends only on what is least likely to change:

- A session: its guid; else a guid derived from conference and id (or slug, or, failing both, title).
- A person: the id; else the exact name, trimmed, in NFC. Two people of one exact name and no id are one
  person, and two spellings are two: nobody is merged on a guess. Look-alikes are only reported.

Several entries of one key are one session in several slots if their titles are equal. If not, the file says
two different things of one session, which only its author can settle: an error names both lines.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from uuid import UUID, uuid5

from folkmoot.halls.convene.timetable.importers.cleaning import fold, shorten
from folkmoot.halls.convene.timetable.importers.document import (
    FileEvent,
    FileMention,
    Remarks,
    ScheduleFileError,
    in_list,
)
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _

_NAMESPACE = UUID("5e0b3d6e-6a43-5f0e-9c41-2f5f8b1c7a90")
_LONGEST_KEY = 64
_MOST_SLOTS = 500
_MOST_NAMES = 5


def key_of_event(conference: str, guid: str, id_: str, slug: str, title: str) -> str:
    """The key of a session within an edition: stable as long as what it is derived from does not change.

    UUIDs are compared without regard to case; a guid longer than a key is digested into one.
    """
    if guid:
        return _normal_guid(guid)
    for kind, value in (("id", id_), ("slug", slug), ("title", title)):
        if value:
            return str(uuid5(_NAMESPACE, f"{conference}\n{kind}\n{value}"))
    raise ScheduleFileError(_("A session has neither guid, id, slug nor title."))


def _normal_guid(guid: str) -> str:
    try:
        return str(UUID(guid))
    except ValueError:
        return guid if len(guid) <= _LONGEST_KEY else str(uuid5(_NAMESPACE, f"guid\n{guid}"))


def key_of_person(id_: str, name: str) -> str:
    """The key of a person within a file; `name` is trimmed and in NFC already."""
    return f"id:{id_}" if id_ else f"name:{name}"


def join_slots(events: list[FileEvent], remarks: Remarks) -> tuple[FileEvent, ...]:
    """Make one session of all entries of one key; the first entry's words are kept.

    Raises :class:`ScheduleFileError` if titles differ; remarks where other words differ.
    """
    joined: dict[str, FileEvent] = {}
    for event in events:
        first = joined.setdefault(event.key, event)
        if first is not event:
            joined[event.key] = _join(first, event, remarks)
    _remark_on_shared_ids(joined, remarks)
    return tuple(joined.values())


def _join(first: FileEvent, second: FileEvent, remarks: Remarks) -> FileEvent:
    _refuse_contradiction(first, second)
    if _without_place(first) != _without_place(second):
        remarks.add(
            _(
                '"%(title)s" stands several times in the file with different words or people; the words of '
                "line %(other)s are kept, and everybody is taken over."
            ),
            line=second.line,
            title=shorten(first.title),
            other=first.line or 0,
        )
    new_slots = tuple(slot for slot in second.slots if slot not in first.slots)
    if new_slots != second.slots:
        remarks.add(
            _('"%(title)s" stands twice at the same time in the same place; it is taken over once.'),
            line=second.line,
            title=shorten(first.title),
        )
    known = {mention.key for mention in first.mentions}
    new_people = tuple(mention for mention in second.mentions if mention.key not in known)
    return replace(first, slots=first.slots + new_slots, mentions=first.mentions + new_people)


def _refuse_contradiction(first: FileEvent, second: FileEvent) -> None:
    if first.title != second.title:
        raise ScheduleFileError(
            _('"%(second)s" and "%(first)s" (line %(other)s) have the same guid or id %(key)s: give each its own.'),
            line=second.line,
            second=shorten(second.title),
            first=shorten(first.title),
            other=first.line or 0,
            key=first.guid or first.external_id or first.key,
        )
    if len(first.slots) >= _MOST_SLOTS:
        raise ScheduleFileError(
            _('"%(title)s" has more than %(limit)s slots. Do all its rows belong to one session?'),
            line=second.line,
            title=shorten(first.title),
            limit=_MOST_SLOTS,
        )


def _without_place(event: FileEvent) -> FileEvent:
    return replace(event, slots=(), line=None, slug="", url="", external_id="")


def _remark_on_shared_ids(events: dict[str, FileEvent], remarks: Remarks) -> None:
    by_id: dict[str, FileEvent] = {}
    for event in events.values():
        if not event.external_id:
            continue
        other = by_id.setdefault(event.external_id, event)
        if other is not event:
            remarks.add(
                _(
                    '"%(second)s" and "%(first)s" (line %(other)s) have the same id %(id)s and different '
                    "guids; they are two sessions."
                ),
                line=event.line,
                second=shorten(event.title),
                first=shorten(other.title),
                other=other.line or 0,
                id=event.external_id,
            )


def remark_on_people(events: tuple[FileEvent, ...], remarks: Remarks) -> None:
    """Report who may be the same person, and who may be two people, without deciding anything."""
    people: defaultdict[str, list[FileMention]] = defaultdict(list)
    lines: dict[str, int | None] = {}
    for event in events:
        for mention in event.mentions:
            people[mention.key].append(mention)
            lines.setdefault(mention.key, event.line)
    for key, mentions in people.items():
        _remark_on_person(mentions, lines[key], remarks)
    _remark_on_look_alikes({key: mentions[0].name for key, mentions in people.items()}, lines, remarks)


def _remark_on_person(mentions: list[FileMention], line: int | None, remarks: Remarks) -> None:
    spellings = dict.fromkeys(mention.name for mention in mentions)
    guids = {mention.guid for mention in mentions if mention.guid and mention.external_id is None}
    if len(spellings) > 1:
        remarks.add(
            _("The person with id %(id)s is written in several ways: %(names)s. The first is used."),
            line=line,
            id=mentions[0].external_id or "",
            names=in_list(map(shorten, spellings), _MOST_NAMES),
        )
    if len(guids) > 1:
        remarks.add(
            _(
                'The file tells %(count)s people called "%(name)s" apart; they are taken for one, because '
                "they have no id and the same name."
            ),
            line=line,
            count=len(guids),
            name=mentions[0].name,
        )


def _remark_on_look_alikes(names: dict[str, str], lines: dict[str, int | None], remarks: Remarks) -> None:
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        alike[fold(name)].append(key)
    for folded, keys in alike.items():
        if len(keys) > 1 and folded:
            remarks.add(
                _(
                    "%(count)s people are called nearly or exactly the same: %(names)s. They are taken for "
                    "different people."
                ),
                line=lines[keys[-1]],
                count=len(keys),
                names=in_list((_label(key, names[key]) for key in keys), _MOST_NAMES),
            )


def _label(key: str, name: str) -> str | list[str]:
    return [shorten(name), shorten(key)] if key.startswith("id:") else shorten(name)
