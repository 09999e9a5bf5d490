"""The schedule.json that frab, pretalx and the C3VOC tools write.

``schedule.conference.days[].rooms`` maps the name of a room to its sessions of that day. The keys are those
of the JSON schema in github.com/voc/schedule. A value may be missing, null, a text, a whole number, or (in
files with several languages) an object of texts by language, of which one is taken with a remark; anything
else in its place is refused with the path to it: ``schedule.conference.days[2].rooms.Saal[4].title``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Set
from typing import NoReturn

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import Limits, Remarks, ScheduleFileError, in_list
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.json_lines import event_lines, refuse_excess
from folkmoot.halls.convene.timetable.importers.transcript import (
    DayWords,
    EventWords,
    LinkWords,
    PersonWords,
    RoomWords,
    Transcript,
)

FORMAT = "schedule-json"

_CONFERENCE = frozenset(
    {"acronym", "title", "subtitle", "venue", "city", "day_change", "time_zone_name", "url", "rooms", "days"}
)
_EVENT_WORDS = {
    "id": "id",
    "guid": "guid",
    "title": "title",
    "subtitle": "subtitle",
    "abstract": "abstract",
    "description": "description",
    "type": "kind",
    "track": "track",
    "language": "language",
    "slug": "slug",
    "url": "url",
    "date": "date",
    "start": "start",
    "end": "end",
    "duration": "duration",
    "do_not_record": "do_not_record",
    "cancelled": "cancelled",
}
_EVENT_PARTS = frozenset({"room", "persons", "links", "attachments"})
_PERSON = frozenset({"id", "guid", "code", "name", "public_name", "full_public_name", "biography", "role"})
_YES_OR_NO = frozenset({"do_not_record", "cancelled"})
_LONGEST_NUMBER = 20


def read_schedule_json(text: str, limits: Limits, remarks: Remarks) -> Transcript:
    """Write down what a JSON schedule says.

    Raises :class:`ScheduleFileError` for broken or too deeply nested JSON, JSON that is no schedule, a key
    twice in one object, and values of a kind that cannot stand where they stand.
    """
    refuse_excess(text, limits)
    return _JsonReader(remarks, event_lines(text)).read(_parse(text))


def _parse(text: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        raise ScheduleFileError(
            _("The JSON is broken here: %(reason)s (column %(column)s). Export the file again, or repair this line."),
            line=error.lineno,
            reason=error.msg,
            column=error.colno,
        ) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice, _times = Counter(key for key, _value in pairs).most_common(1)[0]
        raise ScheduleFileError(
            _(
                'The key "%(key)s" stands twice in one object of the JSON, so that one of them would be '
                "lost: rename one."
            ),
            key=shorten(twice),
        )
    return found


class _Digits(str):
    """A number as it is written: ids are names, not quantities."""

    __slots__ = ()


def _number(digits: str) -> _Digits:
    if len(digits) > _LONGEST_NUMBER:
        raise ScheduleFileError(
            _("The number %(number)s has %(length)s digits; at most %(limit)s are read."),
            number=shorten(digits),
            length=len(digits),
            limit=_LONGEST_NUMBER,
        )
    return _Digits(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise ScheduleFileError(_("The JSON holds %(name)s, which is no number: replace it by null."), name=name)


class _JsonReader:
    def __init__(self, remarks: Remarks, lines: Iterator[int]) -> None:
        self._transcript = Transcript(FORMAT)
        self._remarks = remarks
        self._lines = lines
        self._line: int | None = None

    def read(self, root: object) -> Transcript:
        if not isinstance(root, dict) or not isinstance(root.get("schedule"), dict):
            raise ScheduleFileError(
                _('The file is JSON, but it does not begin with {"schedule": {...}}: it is no schedule.')
            )
        self._count_unknown(root, {"schedule", "$schema", "generator"}, "")
        schedule = root["schedule"]
        self._count_unknown(schedule, {"version", "base_url", "url", "conference"}, "schedule")
        self._transcript.version = self._words(schedule, "version", "schedule")
        conference = self._object(schedule.get("conference"), "schedule.conference")
        self._read_conference(conference, "schedule.conference")
        self._transcript.url = (
            self._words(conference, "url", "schedule.conference")
            or self._words(schedule, "url", "schedule")
            or self._words(schedule, "base_url", "schedule")
        )
        return self._transcript

    def _read_conference(self, conference: dict[str, object], path: str) -> None:
        self._count_unknown(conference, _CONFERENCE, "conference")
        found = self._transcript
        found.title, found.acronym = (
            self._words(conference, "title", path),
            self._words(conference, "acronym", path),
        )
        found.subtitle = self._words(conference, "subtitle", path)
        found.venue, found.city = (
            self._words(conference, "venue", path),
            self._words(conference, "city", path),
        )
        found.day_change = self._words(conference, "day_change", path)
        found.zone = self._words(conference, "time_zone_name", path)
        for number, room in enumerate(self._list(conference.get("rooms"), f"{path}.rooms")):
            self._read_room(self._object(room, f"{path}.rooms[{number}]"), f"{path}.rooms[{number}]")
        for number, day in enumerate(self._list(conference.get("days"), f"{path}.days")):
            self._read_day(self._object(day, f"{path}.days[{number}]"), f"{path}.days[{number}]")

    def _read_room(self, room: dict[str, object], path: str) -> None:
        self._count_unknown(room, {"name", "guid", "capacity", "description"}, "conference/rooms")
        words = {key: self._words(room, key, path) for key in ("name", "guid", "capacity", "description")}
        self._transcript.rooms.append(RoomWords(line=None, **words))

    def _read_day(self, given: dict[str, object], path: str) -> None:
        self._count_unknown(given, {"index", "date", "day_start", "day_end", "rooms"}, "day")
        date, start, end = (self._words(given, key, path) for key in ("date", "day_start", "day_end"))
        day = DayWords(date, start, end)
        self._transcript.days.append(day)
        for room, events in self._object(given.get("rooms"), f"{path}.rooms").items():
            where = f"{path}.rooms.{shorten(room)}"
            self._transcript.rooms.append(RoomWords(room))
            for number, event in enumerate(self._list(events, where)):
                self._line = next(self._lines, None)
                entry = self._read_event(self._object(event, f"{where}[{number}]"), day, room, f"{where}[{number}]")
                self._transcript.events.append(entry)
        self._line = None

    def _read_event(self, event: dict[str, object], day: DayWords, room: str, path: str) -> EventWords:
        self._count_unknown(event, _EVENT_WORDS.keys() | _EVENT_PARTS, "event")
        words = {name: self._words(event, key, path) for key, name in _EVENT_WORDS.items()}
        return EventWords(
            line=self._line,
            day=day,
            room=self._choose_room(room, self._words(event, "room", path)),
            persons=tuple(
                self._read_person(one, f"{path}.persons[{number}]")
                for number, one in enumerate(self._list(event.get("persons"), f"{path}.persons"))
            ),
            links=self._read_links(event, "links", path),
            attachments=self._read_links(event, "attachments", path),
            **words,
        )

    def _choose_room(self, outer: str, inner: str) -> str:
        if outer.strip() and inner and outer.strip() != inner:
            self._remarks.add(
                _('The session stands in room "%(outer)s" and names room "%(inner)s"; the former is used.'),
                line=self._line,
                outer=shorten(outer),
                inner=shorten(inner),
            )
        return outer if outer.strip() else inner

    def _read_person(self, given: object, path: str) -> PersonWords:
        if isinstance(given, str) and not isinstance(given, _Digits):
            return PersonWords(given, line=self._line)
        person = self._object(given, path)
        self._count_unknown(person, _PERSON, "person")
        words = {key: self._words(person, key, path) for key in _PERSON}
        return PersonWords(
            name=words["public_name"] or words["name"] or words["full_public_name"],
            id=words["id"],
            guid=words["guid"] or words["code"],
            role=words["role"],
            biography=words["biography"],
            line=self._line,
        )

    def _read_links(self, event: dict[str, object], key: str, path: str) -> tuple[LinkWords, ...]:
        links = []
        for number, given in enumerate(self._list(event.get(key), f"{path}.{key}")):
            if isinstance(given, str) and not isinstance(given, _Digits):
                links.append(LinkWords(given))
                continue
            where = f"{path}.{key}[{number}]"
            link = self._object(given, where)
            self._count_unknown(link, {"url", "title", "type"}, key)
            links.append(LinkWords(*(self._words(link, part, where) for part in ("url", "title", "type"))))
        return tuple(links)

    def _words(self, given: dict[str, object], key: str, path: str) -> str:
        """The value of a key as words: nothing for null, the digits of a number, a text as it is."""
        value: object = given.get(key)
        if isinstance(value, dict) and value and all(isinstance(text, str | None) for text in value.values()):
            return self._choose_language(value, f"{path}.{key}")
        if isinstance(value, bool) and key in _YES_OR_NO:
            return str(value)
        if value is not None and not isinstance(value, str):
            self._refuse(f"{path}.{key}", _("is not a text"), value)
        return "" if value is None else value.strip()

    def _choose_language(self, texts: dict[str, str | None], path: str) -> str:
        language = next((language for language, text in texts.items() if text), "")
        self._remarks.add(
            _('%(path)s is written in several languages (%(languages)s); only "%(language)s" is taken over.'),
            line=self._line,
            path=path,
            languages=in_list(map(shorten, texts), 20),
            language=shorten(language),
        )
        return (texts.get(language) or "").strip()

    def _object(self, value: object, path: str) -> dict[str, object]:
        if not isinstance(value, dict):
            self._refuse(path, _("is not an object {...}"), value)
        return value

    def _list(self, value: object, path: str) -> list[object]:
        if value is not None and not isinstance(value, list):
            self._refuse(path, _("is not a list [...]"), value)
        return value or []

    def _refuse(self, path: str, what: str, value: object) -> NoReturn:
        raise ScheduleFileError(
            _("%(path)s %(what)s: %(value)s."),
            line=self._line,
            path=path,
            what=what,
            value=shorten(json.dumps(value, ensure_ascii=False)),
        )

    def _count_unknown(self, given: dict[str, object], known: Set[str], path: str) -> None:
        for key, value in given.items():
            if key not in known and value not in ("", None, [], {}):
                self._transcript.unknown["/".join(filter(None, (path, shorten(key))))] += 1
