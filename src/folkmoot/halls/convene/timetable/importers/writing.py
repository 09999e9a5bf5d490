"""Writing a plan: a few statements per kind of row, and what undoing needs is remembered on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.importers.plan import NEW, Item, Kind, Plan
from folkmoot.halls.convene.timetable.importers.snapshots import plain_row, plain_value, states_of
from folkmoot.halls.convene.timetable.importers.standing import Standing, sorted_slots, with_original
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.text import Text

TEXTS = frozenset({"title", "subtitle", "abstract", "description", "biography"})
BATCH = 500


@dataclass
class Writing:
    """Writes one plan; `rows` and `addresses` know what was created for each `new:` key."""

    edition: Edition
    plan: Plan
    standing: Standing
    venue: Venue | None = None
    rows: dict[str, Any] = field(default_factory=dict)
    created: dict[str, list[int]] = field(default_factory=dict)
    changed: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    parts: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {"slots": [], "appearances": []})
    recast: dict[str, list[int]] = field(default_factory=lambda: {"slots": [], "appearances": []})

    def write(self) -> ScheduleImport:
        """Write places, people and sessions, in this order, and remember what stood there before."""
        for row in (*self.standing.rooms, *self.standing.forums, *self.standing.speakers):
            self.rows[row.address] = row
        self._write_places()
        self._write_people()
        self._write_sessions()
        return ScheduleImport.objects.create(
            edition=self.edition,
            file_name=self.plan.source.name[:200],
            digest=self.plan.source.digest,
            summary=self.plan.counts,
            before=self._before(),
        )

    def _new(self, kind: Kind) -> list[Item]:
        return [item for item in self.plan.of(kind) if item.is_new]

    def _create(self, kind: str, rows: list[Any], keys: Iterable[str] = ()) -> None:
        """Create rows of one kind at once; `keys` are theirs in the file."""
        if rows:
            type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)
        self.created.setdefault(kind, []).extend(row.pk for row in rows)
        self.rows.update({NEW + key: row for key, row in zip(keys, rows, strict=False)})

    def _write_places(self) -> None:
        self.venue = self.standing.venue
        rooms, forums = self._new(Kind.ROOM), self._new(Kind.FORUM)
        if rooms and self.venue is None:
            self.venue = Venue(edition=self.edition, name=self.plan.venue)
            self._create("venues", [self.venue])
        first_room = sum(room.venue_id == self.venue.pk for room in self.standing.rooms) if self.venue else 0
        self._create(
            "rooms",
            [
                Room(venue=self.venue, name=Text.of(i.key), external=i.key, order=order, **i.write)
                for order, i in enumerate(rooms, first_room)
            ],
            [item.key for item in rooms],
        )
        self._create(
            "forums",
            [
                Forum(edition=self.edition, name=Text.of(item.key), external=item.key, order=order)
                for order, item in enumerate(forums, len(self.standing.forums))
            ],
            [item.key for item in forums],
        )

    def _write_people(self) -> None:
        new = self._new(Kind.PERSON)
        known = Person.objects.in_bulk([item.person for item in new if item.person is not None])
        people = [known[item.person] if item.person else Person(name=Text.of(item.write["name"])) for item in new]
        self._create("people", [person for item, person in zip(new, people, strict=True) if item.person is None])
        speakers = [
            Speaker(
                edition=self.edition, person=person, external=item.key,
                biography=Text.read(item.write["biography"]), imported=dict(item.imported or {}),
            )
            for item, person in zip(new, people, strict=True)
        ]  # fmt: skip
        self._create("speakers", speakers, [item.key for item in new])
        self._change_people({speaker.pk: speaker for speaker in self.standing.speakers})

    def _change_people(self, speakers: dict[int, Speaker]) -> None:
        changed, renamed = [], []
        for item in self.plan.of(Kind.PERSON):
            if item.is_new or not item.is_written:
                continue
            speaker = speakers[item.pk or 0]
            values = {name: value for name, value in item.write.items() if name != "name"}
            self._change("speakers", speaker, values, item.imported)
            changed.append(speaker)
            if "name" in item.write:
                person = speaker.person
                name = with_original(person.name, Text.of(item.write["name"], person.name.original).written())
                self._remember("people", person, "name")
                person.name = name
                renamed.append(person)
        self._save(changed)
        self._save(renamed)

    def _change(self, kind: str, row: Any, values: dict[str, Any], imported: Any) -> None:
        """Set columns of a row, remembering what they were."""
        for name, value in values.items():
            if name == "forum":
                name, value = "forum_id", self.rows[value].pk if value else None
            self._remember(kind, row, name)
            setattr(row, name, with_original(getattr(row, name), value) if name in TEXTS else value)
        if imported is not None:
            self._remember(kind, row, "imported")
            row.imported = self._resolved(imported)

    def _remember(self, kind: str, row: Any, name: str) -> None:
        self.changed.setdefault(kind, {}).setdefault(str(row.pk), {})[name] = plain_value(getattr(row, name))

    def _save(self, rows: list[Any]) -> None:
        """Write changed rows back with one statement per batch, by inserting over them."""
        if not rows:
            return
        model = type(rows[0])
        names = [f.name for f in model._meta.concrete_fields if not f.primary_key and f.name != "public_id"]
        model._default_manager.bulk_create(
            rows, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=names
        )

    def _resolved(self, values: Any) -> dict[str, Any]:
        """Return values with the addresses of what was created in place of `new:` keys."""
        resolved = dict(values)
        if "forum" in resolved:
            resolved["forum"] = self._address(resolved["forum"])
        if "slots" in resolved:
            resolved["slots"] = sorted_slots([[s, e, self._address(room)] for s, e, room in resolved["slots"]])
        if "people" in resolved:
            resolved["people"] = [[self._address(person), role] for person, role in resolved["people"]]
        return resolved

    def _address(self, reference: str) -> str:
        return str(self.rows[reference].address) if reference.startswith(NEW) else reference

    def _write_sessions(self) -> None:
        new = self._new(Kind.SESSION)
        sessions = [self._session(item) for item in new]
        self._create("sessions", sessions)
        placed = [(session, item.write) for session, item in zip(sessions, new, strict=True)]
        placed += self._change_sessions({session.pk: session for session in self.standing.sessions})
        self._write_slots(placed)
        self._write_appearances(placed)

    def _session(self, item: Item) -> Session:
        values = {name: value for name, value in item.write.items() if name not in ("slots", "people", "forum")}
        values |= {name: Text.read(values[name]) for name in TEXTS & values.keys()}
        forum = self.rows[item.write["forum"]] if item.write["forum"] else None
        return Session(
            edition=self.edition, guid=item.key, forum=forum, imported=self._resolved(item.imported), **values
        )

    def _change_sessions(self, sessions: dict[int, Session]) -> list[tuple[Session, Any]]:
        """Change sessions, take out the slots and appearances that are to be others, return what to write anew."""
        changed = []
        for item in self.plan.of(Kind.SESSION):
            if item.is_new or not item.is_written:
                continue
            session = sessions[item.pk or 0]
            values = {name: value for name, value in item.write.items() if name not in ("slots", "people")}
            self._change("sessions", session, values, item.imported)
            self.changed.setdefault("sessions", {}).setdefault(str(session.pk), {})
            changed.append((session, item.write))
        self._save([session for session, _values in changed])
        self._take_out("slots", Slot, [session for session, values in changed if "slots" in values])
        self._take_out("appearances", Appearance, [session for session, values in changed if "people" in values])
        return changed

    def _take_out(self, kind: str, model: type[Slot] | type[Appearance], sessions: list[Session]) -> None:
        """Take out all slots (or appearances) of sessions, remembering them."""
        if not sessions:
            return
        rows = model._default_manager.filter(session__in=sessions).order_by("id")
        self.parts[kind] = [plain_row(row) for row in rows]
        self.recast[kind] = [session.pk for session in sessions]
        rows.delete()

    def _write_slots(self, placed: list[tuple[Session, Any]]) -> None:
        rows = [
            Slot(session=session, room=self.rows[room] if room else None, starts=starts, ends=ends)
            for session, values in placed
            for starts, ends, room in values.get("slots", ())
        ]
        Slot.objects.bulk_create(rows, batch_size=BATCH)

    def _write_appearances(self, placed: list[tuple[Session, Any]]) -> None:
        rows = [
            Appearance(session=session, speaker=self.rows[person], role=role, order=order)
            for session, values in placed
            for order, (person, role) in enumerate(values.get("people", ()))
        ]
        Appearance.objects.bulk_create(rows, batch_size=BATCH)

    def _before(self) -> dict[str, Any]:
        """Return what undoing needs: created numbers, former values, and digests of how the import left its rows."""
        touched = {kind: {str(pk) for pk in pks} for kind, pks in self.created.items()}
        for kind, rows in self.changed.items():
            touched.setdefault(kind, set()).update(rows)
        states = states_of(self.edition)
        return {
            "created": {kind: pks for kind, pks in self.created.items() if pks},
            "changed": self.changed,
            "parts": self.parts,
            "recast": self.recast,
            "states": {kind: {pk: states[kind][pk] for pk in sorted(pks)} for kind, pks in touched.items() if pks},
        }
