"""Pentabarf / frab XML: the schedule.xml that pentabarf, frab, pretalx and the C3VOC tools write.

``<schedule>`` holds ``<conference>`` (what it is all about) and ``<day>``s; a day holds ``<room>``s, a room
``<event>``s. The element names are those of the XML schema in github.com/voc/schedule; real files leave out
much of it and add elements of their own, so nothing but ``<schedule>`` is insisted upon here, and whatever is
not known is counted under its path (``event/feedback_url``, ``room@slug``).
"""

from __future__ import annotations

from collections.abc import Set

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import Limits, Remarks, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.transcript import (
    DayWords,
    EventWords,
    LinkWords,
    PersonWords,
    RoomWords,
    Transcript,
)
from folkmoot.halls.convene.timetable.importers.xml_tree import Element, parse_xml

FORMAT = "pentabarf-xml"

_CONFERENCE = frozenset(
    {"acronym", "title", "subtitle", "venue", "city", "day_change", "time_zone_name", "url", "base_url"}
)
_EVENT_WORDS = {
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
_EVENT_PARTS = frozenset({"room", "persons", "links", "attachments", "recording"})


def read_pentabarf(text: str, limits: Limits, remarks: Remarks) -> Transcript:
    """Write down what an XML schedule says.

    Raises :class:`ScheduleFileError` for broken or dangerous XML, or another root element than ``schedule``.
    """
    root = parse_xml(text, limits)
    if root.tag != "schedule":
        raise ScheduleFileError(
            _("The file is XML, but its first element is <%(tag)s> and not <schedule>: it is no schedule."),
            line=root.line,
            tag=shorten(root.tag),
        )
    return _XmlReader(remarks).read(root)


class _XmlReader:
    def __init__(self, remarks: Remarks) -> None:
        self._transcript = Transcript(FORMAT)
        self._remarks = remarks

    def read(self, root: Element) -> Transcript:
        self._attributes(root, set(), "schedule")
        parts = self._fields(root, {"version", "conference"}, "schedule", others={"day"})
        if "version" in parts:
            self._transcript.version = self._words(parts["version"], "schedule/version")
        if "conference" in parts:
            self._read_conference(parts["conference"])
        for day in root.children:
            if day.tag == "day":
                self._read_day(day)
        return self._transcript

    def _read_conference(self, conference: Element) -> None:
        self._attributes(conference, set(), "conference")
        parts = self._fields(conference, _CONFERENCE, "conference")
        words = {tag: self._words(element, f"conference/{tag}") for tag, element in parts.items()}
        found = self._transcript
        found.title, found.acronym = words.get("title", ""), words.get("acronym", "")
        found.subtitle, found.day_change = words.get("subtitle", ""), words.get("day_change", "")
        found.venue, found.city = words.get("venue", ""), words.get("city", "")
        found.zone = words.get("time_zone_name", "")
        found.url = words.get("url") or words.get("base_url", "")

    def _read_day(self, element: Element) -> None:
        self._attributes(element, {"date", "start", "end", "index"}, "day")
        given = element.attributes
        date, start, end = (given.get(name, "").strip() for name in ("date", "start", "end"))
        day = DayWords(date, start, end, element.line)
        self._transcript.days.append(day)
        for room in self._repeated(element, "room", "day"):
            self._read_room(room, day)

    def _read_room(self, element: Element, day: DayWords) -> None:
        self._attributes(element, {"name", "guid", "capacity"}, "room")
        given = element.attributes
        name = given.get("name", "").strip()
        self._transcript.rooms.append(
            RoomWords(name, given.get("guid", ""), given.get("capacity", ""), line=element.line)
        )
        for event in self._repeated(element, "event", "room"):
            self._transcript.events.append(self._read_event(event, day, name))

    def _read_event(self, element: Element, day: DayWords, room: str) -> EventWords:
        self._attributes(element, {"id", "guid"}, "event")
        parts = self._fields(element, _EVENT_WORDS.keys() | _EVENT_PARTS, "event")
        words = {name: self._words(parts[tag], f"event/{tag}") for tag, name in _EVENT_WORDS.items() if tag in parts}
        if "recording" in parts:
            recording = self._fields(parts["recording"], {"optout"}, "event/recording")
            if "optout" in recording:
                words["do_not_record"] = recording["optout"].words or words.get("do_not_record", "")
        return EventWords(
            line=element.line,
            day=day,
            id=element.attributes.get("id", ""),
            guid=element.attributes.get("guid", ""),
            room=self._choose_room(room, parts.get("room"), element.line),
            persons=tuple(self._read_person(one) for one in self._listed(parts.get("persons"), "person")),
            links=tuple(self._read_link(one) for one in self._listed(parts.get("links"), "link")),
            attachments=tuple(self._read_link(one) for one in self._listed(parts.get("attachments"), "attachment")),
            **{"title": "", **words},
        )

    def _choose_room(self, outer: str, inner: Element | None, line: int) -> str:
        named = inner.words if inner is not None else ""
        if outer and named and outer != named:
            self._remarks.add(
                _('The session stands in room "%(outer)s" and names room "%(inner)s"; the former is used.'),
                line=line,
                outer=shorten(outer),
                inner=shorten(named),
            )
        return outer or named

    def _read_person(self, element: Element) -> PersonWords:
        self._attributes(element, {"id", "guid", "code", "role"}, "person")
        given = element.attributes
        guid = given.get("guid") or given.get("code", "")
        return PersonWords(element.words, given.get("id", ""), guid, given.get("role", ""), line=element.line)

    def _read_link(self, element: Element) -> LinkWords:
        self._attributes(element, {"href", "type"}, element.tag)
        words, given = element.words, element.attributes
        return LinkWords(given.get("href") or words, words if given.get("href") else "", given.get("type", ""))

    def _words(self, element: Element, path: str) -> str:
        """The text of an element; marking within it is counted as unknown, its text is kept."""
        self._attributes(element, set(), path)
        for child in element.children:
            self._count(child, path)
        return element.words

    def _listed(self, element: Element | None, tag: str) -> list[Element]:
        return [] if element is None else self._repeated(element, tag, element.tag)

    def _repeated(self, element: Element, tag: str, path: str) -> list[Element]:
        """The elements of one tag; anything else that says something is counted as unknown."""
        self._fields(element, set(), path, others={tag})
        return [child for child in element.children if child.tag == tag]

    def _fields(
        self, element: Element, known: Set[str], path: str, others: Set[str] = frozenset()
    ) -> dict[str, Element]:
        """The first element of each known tag; a second one, or an unknown one, is counted as unknown."""
        found: dict[str, Element] = {}
        for child in element.children:
            if child.tag in known and child.tag not in found:
                found[child.tag] = child
            elif child.tag not in others:
                self._count(child, path)
        if any(part.strip() for part in element.parts if isinstance(part, str)):
            self._transcript.unknown[f"{path}/text()"] += 1
        return found

    def _count(self, element: Element, path: str) -> None:
        if element.holds_something:
            self._transcript.unknown[f"{path}/{shorten(element.tag)}"] += 1

    def _attributes(self, element: Element, known: Set[str], path: str) -> None:
        for name, value in element.attributes.items():
            if name not in known and value.strip() and name.partition(":")[0] not in {"xmlns", "xsi"}:
                self._transcript.unknown[f"{path}@{shorten(name)}"] += 1
