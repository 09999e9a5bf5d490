"""What every export is made from: one released programme, which release it is, and in which language to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from folkmoot.audit.programme import NOTHING, PersonSheet, Programme, Room, Session, TextJSON
from folkmoot.halls.convene.session.enums import Role
from folkmoot.halls.convene.timetable.addresses import Addresses
from folkmoot.halls.convene.timetable.exporters.marks import Marks
from folkmoot.halls.convene.timetable.exporters.phrasing import Words, block_of, line_of
from folkmoot.halls.convene.timetable.exporters.revisions import last_changes
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.members.body.queries import the_body
from folkmoot.kit.text import same_language


@dataclass(frozen=True)
class Source:
    """A released programme to be written; `language` is empty where each text is wanted in its original.

    `released` is the moment of the act, `interface` the language of our own words and of the pages linked to, and
    `revisions` the release in which each session last changed.
    """

    programme: Programme
    number: int
    released: datetime
    marks: Marks = field(default_factory=Marks)
    revisions: Mapping[str, int] = field(default_factory=dict)
    body: TextJSON = field(default_factory=lambda: NOTHING)
    language: str = ""
    interface: str = "en"

    @classmethod
    def of(cls, published: Published, language: str = "") -> Source:
        """Gather what the current release of an edition says, from its documents; at most nine queries."""
        body, entry = the_body(), published.entry
        offered = ([language] if language else []) + (list(body.languages) if body else [])
        return cls(
            programme=published.programme,
            number=published.release.number,
            released=datetime.fromisoformat(entry.time).astimezone(UTC),
            marks=Marks.of(published.programme, body.origin if body else ""),
            revisions=last_changes(published.history),
            body=body.name.written() if body else NOTHING,
            language=language,
            interface=_interface(offered),
        )

    @classmethod
    def of_page(cls, published: Published, language: str, body: TextJSON = NOTHING) -> Source:
        """Gather what a page in `language` says of itself, from what the page has read already."""
        return cls(
            programme=published.programme,
            number=published.release.number,
            released=datetime.fromisoformat(published.entry.time).astimezone(UTC),
            body=body,
            language=language,
            interface=_interface([language]),
        )

    @property
    def slug(self) -> str:
        """The slug of the edition."""
        return str(self.programme.edition["slug"])

    @property
    def title(self) -> Words:
        """What the edition is called."""
        return self.line(self.programme.edition["title"]) or Words(self.slug)

    @cached_property
    def addresses(self) -> Addresses:
        """The pages of the edition; to be asked for while the interface's language is active."""
        return Addresses(self.slug)

    @property
    def origin(self) -> str:
        """The origin of the body's record, or a name that can be nobody's."""
        return self.marks.origin or "folkmoot.invalid"

    def line(self, text: TextJSON) -> Words:
        """Return a text as one line in the language of this export."""
        return line_of(text, self.language)

    def block(self, text: TextJSON) -> Words:
        """Return a text of several lines in the language of this export."""
        return block_of(text, self.language)

    def title_of(self, session: Session) -> Words:
        """Return the title of a session, or the words that say that it was withheld."""
        if session.withheld:
            return Words(_("Title withheld"), self.interface)
        return self.line(session.title) or Words("—")

    def kind_of(self, session: Session) -> Words:
        """Return what kind of session it is, in words."""
        return self.line(self.programme.kinds.get(session.kind, NOTHING))

    def room_name(self, room: Room | None) -> str:
        """Return the name of a room; empty for what stands across rooms."""
        return self.line(room.name).value if room else ""

    def role(self, role: str) -> str:
        """Return the word for a role in the language of the interface."""
        return self._roles.get(role, role)

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        return {role.value: str(role.label) for role in Role}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of everybody who is shown and not withheld, by full identifier."""
        people = ((person.id, self.line(person.name).value) for person in self.programme.people if not person.withheld)
        return {identifier: name for identifier, name in people if name}

    def cast(self, session: Session) -> list[tuple[PersonSheet, str, str]]:
        """Return who is named in a session, with name and role; nobody who was withheld."""
        return [(p.person, self.names[p.person.id], p.role) for p in session.parts if p.person.id in self.names]

    def page(self, session: Session) -> str:
        """Return the full address of the page of a session."""
        return str(settings.SITE_URL) + self.addresses.of("session", session.id)

    def speaking(self) -> translation.override:
        """Return what makes our own words and addresses come in the language of the interface."""
        return translation.override(self.interface)


def _interface(wanted: list[str]) -> str:
    known = [code for code, _name in settings.LANGUAGES]
    found = (code for tag in wanted for code in known if same_language(tag, code))
    return next(found, settings.LANGUAGE_CODE)
