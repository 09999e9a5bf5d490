"""Planning an import: the file, the draft and what the file last said, laid beside one another. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.enums import SessionStatus
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.timetable.importers.clashes import Placed, find_clashes
from folkmoot.halls.convene.timetable.importers.document import FileEvent, Remark, ScheduleFile
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _
from folkmoot.halls.convene.timetable.importers.erased_names import clean_file
from folkmoot.halls.convene.timetable.importers.merging import Merge, merge
from folkmoot.halls.convene.timetable.importers.people import People, plan_people, recognise_people
from folkmoot.halls.convene.timetable.importers.places import Places, match_places
from folkmoot.halls.convene.timetable.importers.plan import NEW, Item, Kind, Opening, Plan, Source
from folkmoot.halls.convene.timetable.importers.proposals import Proposer
from folkmoot.halls.convene.timetable.importers.standing import Standing
from folkmoot.kit.text import Text


def plan_import(
    file: ScheduleFile,
    edition: Edition | None,
    *,
    overwrite: bool = False,
    withdraw_missing: bool = False,
    source: Source | None = None,
    opening: Opening | None = None,
) -> Plan:
    """Return what importing a file into an edition's draft would do.

    `overwrite`: where desk and file both changed, the file's value is taken. `withdraw_missing`: sessions that an
    earlier file held and this one does not are withdrawn. `opening`: the edition to open first, where `edition` is
    None. Nine queries, whatever the size; 1,000 sessions take well below a second.
    """
    options = _Options(overwrite, withdraw_missing, source or Source(), opening)
    return _Planning(file, edition, Standing.of(edition), options).plan()


@dataclass(frozen=True)
class _Options:
    overwrite: bool
    withdraw_missing: bool
    source: Source
    opening: Opening | None


@dataclass
class _Planning:
    file: ScheduleFile
    edition: Edition | None
    standing: Standing
    options: _Options
    items: list[Item] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    erased: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.erased = frozenset(one.address for one in self.standing.speakers if one.person.erased)

    def plan(self) -> Plan:
        """Match places and people, then sessions, then look at the whole."""
        people = recognise_people(self.file, self.standing)
        file = clean_file(self.file, people.erased)
        places = match_places(file, self.standing)
        found, remarks = plan_people(file, people, self.standing, self._languages(), overwrite=self.options.overwrite)
        self.items += [*places.items, *found]
        proposer = Proposer(places.rooms, places.forums, people.references, self._languages())
        self._plan_sessions(file.events, proposer)
        names = self._names(people, places)
        return Plan(
            file=self.file,
            source=self.options.source,
            edition=self.edition,
            opening=self.options.opening,
            overwrite=self.options.overwrite,
            withdraw_missing=self.options.withdraw_missing,
            items=tuple(self.items),
            missing=tuple(self.missing),
            erased=people.gone,
            venue=self._venue(),
            names=names,
            remarks=(*file.remarks, *places.remarks, *remarks, *proposer.remarks(), *self._remarks_on_times()),
            clashes=tuple(find_clashes(self.placed, self._capacities(places), names, self._zone())),
        )

    def _languages(self) -> list[str]:
        if self.edition is not None:
            return list(self.edition.languages)
        return list(self.options.opening.languages) if self.options.opening else []

    def _zone(self) -> str:
        if self.edition is not None:
            return self.edition.zone
        return self.options.opening.zone if self.options.opening else self.file.zone or "UTC"

    def _venue(self) -> Text:
        """Return the name of the venue to create, if rooms are to be created and there is none."""
        if self.standing.venue is not None or not any(i.is_new for i in self.items if i.kind is Kind.ROOM):
            return Text()
        name = self.file.place or self.file.title
        return Text.of(name) if name else Text.of("Venue", "en")

    def _plan_sessions(self, events: Iterable[FileEvent], proposer: Proposer) -> None:
        known = {session.guid: session for session in self.standing.sessions if session.guid}
        for event in events:
            self._plan_session(event, proposer.values(event), known.pop(event.key, None))
        absent = {session.pk for session in known.values()}
        for session in self.standing.sessions:
            if session.pk in absent and session.imported:
                self._plan_absence(session)
            elif session.pk in absent or not session.guid:
                self._place(session.address, str(session), self.standing.session_values(session), session)

    def _plan_session(self, event: FileEvent, values: dict[str, Any], session: Session | None) -> None:
        if session is None:
            item = Item(Kind.SESSION, event.key, event.title, write=values, imported=values)
            self.items.append(item)
            self._place(event.key, event.title, values)
            return
        desk = self.standing.session_values(session)
        merged = merge(values, session.imported, desk, overwrite=self.options.overwrite)
        self.items.append(_item(event.key, session, merged))
        self._place(event.key, str(session), {**desk, **merged.write}, session)

    def _plan_absence(self, session: Session) -> None:
        """A session of an earlier file that this one does not hold: withdrawn on request, else only named."""
        desk = self.standing.session_values(session)
        gone = {"status": SessionStatus.DRAFT.value}
        if desk["status"] != SessionStatus.DRAFT:
            merged = Merge()
            if self.options.withdraw_missing:
                merged = merge(gone, session.imported, desk, overwrite=self.options.overwrite)
                self.items.append(_item(session.guid, session, merged, withdrawn=bool(merged.write)))
            if not merged.write:
                self.missing.append(str(session))
            desk = {**desk, **merged.write}
        self._place(session.guid, str(session), desk, session)

    def _place(self, key: str, title: str, values: dict[str, Any], session: Session | None = None) -> None:
        shown = [part for part in values["people"] if part[0] not in self.erased]
        expected = session.expected if session else None
        self.placed.append(Placed(key, title, {**values, "people": shown}, expected))

    def _capacities(self, places: Places) -> dict[str, int | None]:
        """Return how many people each room holds, by address or `new:` key."""
        capacities: dict[str, int | None] = {room.address: room.capacity for room in self.standing.rooms}
        return capacities | {NEW + i.key: i.write["capacity"] for i in places.items if i.kind is Kind.ROOM and i.is_new}

    def _names(self, people: People, places: Places) -> Mapping[str, str]:
        rows = (*self.standing.rooms, *self.standing.forums, *self.standing.speakers)
        new = (item for item in self.items if item.is_new and item.kind is not Kind.SESSION)
        return {row.address: str(row) for row in rows} | {NEW + item.key: item.label for item in new}

    def _remarks_on_times(self) -> Iterator[Remark]:
        """Say where file and edition disagree about zone, day change and dates; the edition is not changed."""
        edition = self.edition
        if edition is None:
            return
        if self.file.zone not in (None, edition.zone):
            yield Remark(None, _ZONE, {"file": str(self.file.zone), "edition": edition.zone})
        change = self.file.day_change.strftime("%H:%M")
        if change != edition.day_change:
            yield Remark(None, _DAY_CHANGE, {"file": change, "edition": edition.day_change})
        days = [slot.day for event in self.file.events for slot in event.slots]
        if days and edition.starts and edition.ends and not edition.starts <= min(days) <= max(days) <= edition.ends:
            params = {"first": min(days), "last": max(days), "starts": edition.starts, "ends": edition.ends}
            yield Remark(None, _DATES, {name: day.isoformat() for name, day in params.items()})


_ZONE = _("The file's time zone is %(file)s, the edition's %(edition)s: moments stay, and are shown in %(edition)s.")
_DAY_CHANGE = _("In the file a day ends at %(file)s, in the edition at %(edition)s, and so it stays.")
_DATES = _("The file runs from %(first)s to %(last)s, but the edition from %(starts)s to %(ends)s.")


def _item(key: str, session: Session, merged: Merge, *, withdrawn: bool = False) -> Item:
    return Item(
        Kind.SESSION, key, str(session), session.pk, merged.write, tuple(merged.changed), tuple(merged.kept),
        tuple(merged.conflicts), None if merged.imported == session.imported else merged.imported, withdrawn=withdrawn,
    )  # fmt: skip
