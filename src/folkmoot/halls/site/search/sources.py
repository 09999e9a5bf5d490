"""What can be found: everything public, read from what was released and from nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from folkmoot.audit.programme import PersonSheet, Session
from folkmoot.canon import digest
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.queries import current_release, programme_of
from folkmoot.halls.record.log.models import Entry
from folkmoot.halls.record.log.queries import words_of
from folkmoot.halls.site.page.models import Page
from folkmoot.halls.site.page.queries import published_pages, published_text
from folkmoot.halls.site.search.enums import Kind
from folkmoot.halls.site.search.numbering import LAST, number, number_of_act, quarter
from folkmoot.kit.characters import clean_block
from folkmoot.kit.text import Text

FORMAT = 1  # grows when words are cut or weighed in another way, so that everything is indexed anew
PAGES, RECORD = "pages", "record"
LONGEST_TEXT = 20_000
_TAG = re.compile(r"<[^<>]{0,500}>")
_LINK = re.compile(r"\]\([^()\s]{0,500}\)")
_SIGNS = re.compile(r"(?m)^[ \t]{0,3}(?:#{1,6}|[-*+>]|\d{1,3}\.)[ \t]+|[*_`\[\]]+")


@dataclass(frozen=True)
class Findable:
    """One public thing: its title, and further texts with their weights."""

    subject: str
    scope: str
    kind: Kind
    number: int
    route: Mapping[str, Any]
    title: Text
    weight: int
    context: Text = field(default_factory=Text)
    texts: tuple[tuple[int, Text], ...] = ()
    place: int | None = None

    def fingerprint(self) -> str:
        """Return a digest of everything the index holds about it."""
        said = [
            FORMAT, self.subject, self.scope, self.kind.value, self.number, dict(self.route), self.title.written(),
            self.weight, self.context.written(), [[weight, text.written()] for weight, text in self.texts],
        ]  # fmt: skip
        return digest(json.dumps(said, sort_keys=True).encode())


def plain_words(source: str) -> str:
    """Return Markdown or HTML as plain words, good enough to be searched and quoted."""
    text = _LINK.sub(" ", _TAG.sub(" ", clean_block(source[:LONGEST_TEXT])))
    return " ".join(_SIGNS.sub(" ", text).split())


def in_edition(edition: Edition) -> Iterator[Findable]:
    """Yield the sessions and people of an edition's current release; nothing of what was withheld or never shown."""
    release = current_release(edition)
    if release is None:
        return
    release.edition = edition  # known, so it is not asked for again
    programme = programme_of(release)
    context = Text.read(programme.edition["title"])
    for session in programme.sessions:
        if not session.withheld and not session.is_break:
            yield _session(edition, session, context)
    for person in programme.people:
        if not person.withheld:
            yield _person(edition, person, context)


def in_pages() -> Iterator[Findable]:
    """Yield what is published now."""
    for page in published_pages():
        yield from of_page(page)


def of_page(page: Page) -> Iterator[Findable]:
    """Yield a published page as it was published; nothing where it was withheld."""
    text = published_text(page)
    if text.withheld:
        return
    kind = Kind(page.section)
    place = LAST - quarter(page.published) if kind == Kind.NEWS else page.menu or LAST
    yield Findable(
        page.address, PAGES, kind, number(kind, place, page.address),
        {"slug": page.slug}, text.title, 8, texts=((3, text.lead), (1, _plain(text.body))),
    )  # fmt: skip


def in_record(since: int) -> Iterator[Findable]:
    """Yield the acts from a place on, as sentences in every language of the interface."""
    for entry in Entry.objects.filter(place__gte=since).order_by("place").iterator(chunk_size=500):
        said = {code: words_of(entry, code) for code, _name in settings.LANGUAGES}
        title = Text("en", {_tag(code): plain_words(words) for code, words in {"en": "", **said}.items()})
        name = Text.of(f"{entry.kind} {entry.subject}")
        yield Findable(
            f"act:{entry.place}", RECORD, Kind.ACT, number_of_act(entry.place),
            {"place": entry.place}, title, 2, texts=((1, name),), place=entry.place,
        )  # fmt: skip


def _session(edition: Edition, session: Session, context: Text) -> Findable:
    starts = min((slot.starts for slot in session.slots), default=None)
    named = [(4, Text.read(part.person.name)) for part in session.parts if not part.person.withheld]
    return Findable(
        session.id, edition.address, Kind.SESSION, number(Kind.SESSION, quarter(starts), edition.address + session.id),
        {"edition": edition.slug, "identifier": session.id.partition(":")[2]}, Text.read(session.title), 8, context,
        (
            (4, Text.read(session.subtitle)), (2, _plain(Text.read(session.abstract))),
            (1, _plain(Text.read(session.description))), *named,
        ),
    )  # fmt: skip


def _person(edition: Edition, person: PersonSheet, context: Text) -> Findable:
    return Findable(
        person.id, edition.address, Kind.PERSON, number(Kind.PERSON, 0, edition.address + person.id),
        {"edition": edition.slug, "identifier": person.id.partition(":")[2]}, Text.read(person.name), 8, context,
        ((3, Text.read(person.affiliation)), (1, _plain(Text.read(person.biography)))),
    )  # fmt: skip


def _plain(text: Text) -> Text:
    return text.map(plain_words)


def _tag(code: str) -> str:
    language, _dash, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language
