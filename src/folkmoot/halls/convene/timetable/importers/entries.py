"""One entry of a file: its words cleaned, its people and links read, its place in time found.

An entry is a session in one place and time. Several of them may be one session; :mod:`.identity` joins them.
"""

from __future__ import annotations

from dataclasses import dataclass

from folkmoot.halls.convene.timetable.importers.cleaning import Cleaner, shorten
from folkmoot.halls.convene.timetable.importers.document import (
    FileEvent,
    FileLink,
    FileMention,
    Limits,
    Remarks,
    ScheduleFileError,
)
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.identity import key_of_event, key_of_person
from folkmoot.halls.convene.timetable.importers.slots import SlotReader
from folkmoot.halls.convene.timetable.importers.transcript import EventWords, LinkWords, PersonWords

_YES = {"yes", "true", "1", "x", "y"}
_NO = {"", "no", "false", "0", "n", "none", "null"}


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads the entries of one file; `conference` is part of the keys derived from ids."""

    cleaner: Cleaner
    slots: SlotReader
    limits: Limits
    remarks: Remarks
    conference: str

    def read(self, words: EventWords) -> FileEvent:
        """One entry of the file as a session with at most one slot."""
        line, clean = words.line, self.cleaner
        title = clean.line(words.title, _("title"), line)
        guid, id_ = clean.name(words.guid, _("guid"), line), clean.name(words.id, _("id"), line)
        slug = clean.line(words.slug, _("slug"), line)
        self._refuse_nameless(title, id_ or guid or slug, line)
        slot = self.slots.read(words, title, clean.name(words.room, _("name of a room"), line) or None)
        return FileEvent(
            key=self._key(guid, id_, slug, title, line),
            guid=guid or None,
            external_id=id_,
            slug=slug,
            title=title,
            subtitle=clean.line(words.subtitle, _("subtitle"), line),
            abstract=clean.text(words.abstract, _("abstract"), line),
            description=clean.text(words.description, _("description"), line),
            kind=clean.name(words.kind, _("kind"), line),
            track=clean.name(words.track, _("track"), line),
            language=clean.name(words.language, _("language"), line),
            mentions=self._read_mentions(words, title),
            slots=() if slot is None else (slot,),
            do_not_record=self._read_yes(words.do_not_record, "do_not_record", line),
            cancelled=self._read_yes(words.cancelled, "cancelled", line),
            links=self._read_links(words.links, title, line),
            attachments=self._read_links(words.attachments, title, line),
            url=clean.line(words.url, _("address"), line),
            line=line,
        )

    def _refuse_nameless(self, title: str, id_: str, line: int | None) -> None:
        if not title:
            raise ScheduleFileError(
                _("The session with id %(id)s has no title: give it one."), line=line, id=shorten(id_) or "?"
            )

    def _key(self, guid: str, id_: str, slug: str, title: str, line: int | None) -> str:
        if not (guid or id_ or slug):
            self.remarks.add(
                _(
                    '"%(title)s" has neither guid nor id: the next import finds it by its title, and not at '
                    "all if the title has changed."
                ),
                line=line,
                title=shorten(title),
            )
        return key_of_event(self.conference, guid, id_, slug, title)

    def _read_mentions(self, words: EventWords, title: str) -> tuple[FileMention, ...]:
        if len(words.persons) > self.limits.persons:
            raise ScheduleFileError(
                _(
                    'The session "%(title)s" names %(count)s people; at most %(limit)s are read. Is '
                    "everybody in it a speaker?"
                ),
                line=words.line,
                title=shorten(title),
                count=len(words.persons),
                limit=self.limits.persons,
            )
        mentions: dict[str, FileMention] = {}
        for person in words.persons:
            mention = self._read_mention(person, title, person.line or words.line)
            if mention is not None and mention.key in mentions:
                self.remarks.add(
                    _('"%(name)s" stands twice in "%(title)s" and is taken over once.'),
                    line=person.line or words.line,
                    name=shorten(mention.name),
                    title=shorten(title),
                )
            elif mention is not None:
                mentions[mention.key] = mention
        return tuple(mentions.values())

    def _read_mention(self, person: PersonWords, title: str, line: int | None) -> FileMention | None:
        clean = self.cleaner
        name = clean.name(person.name, _("name of a person"), line)
        id_ = clean.name(person.id, _("id"), line)
        if not name:
            self.remarks.add(_('A person in "%(title)s" has no name and is left out.'), line=line, title=shorten(title))
            return None
        return FileMention(
            key=key_of_person(id_, name),
            external_id=id_ or None,
            name=name,
            role=clean.name(person.role, _("role"), line),
            guid=clean.name(person.guid, _("guid"), line) or None,
            biography=clean.text(person.biography, _("biography"), line),
        )

    def _read_links(self, links: tuple[LinkWords, ...], title: str, line: int | None) -> tuple[FileLink, ...]:
        if len(links) > self.limits.links:
            raise ScheduleFileError(
                _('The session "%(title)s" has %(count)s links; at most %(limit)s are read.'),
                line=line,
                title=shorten(title),
                count=len(links),
                limit=self.limits.links,
            )
        clean = self.cleaner
        return tuple(
            FileLink(
                clean.line(link.url, _("address"), line),
                clean.line(link.title, _("title of a link"), line),
                clean.name(link.kind, _("kind of a link"), line),
            )
            for link in links
            if link.url.strip() or link.title.strip()
        )

    def _read_yes(self, value: str, column: str, line: int | None) -> bool:
        answer = value.strip().casefold()
        if answer not in _YES | _NO:
            raise ScheduleFileError(
                _('%(column)s says "%(value)s". Write yes or no.'),
                line=line,
                column=column,
                value=shorten(value),
            )
        return answer in _YES
