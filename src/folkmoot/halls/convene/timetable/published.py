"""What pages read: the current release of an edition, its programme, its seal, and what was withheld since."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from folkmoot.audit.programme import Programme
from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.addresses import Addresses
from folkmoot.halls.convene.timetable.comparing import Changes
from folkmoot.halls.convene.timetable.currency import tag_of
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.models import Entry
from folkmoot.halls.record.log.queries import Seal


@dataclass(frozen=True)
class Published:
    """The releases of an edition, newest first, of which pages show the first; nothing here reads a draft."""

    history: tuple[Release, ...]
    standing: queries.Standing

    @classmethod
    def of(cls, edition: str, standing: queries.Standing | None = None) -> Published | None:
        """Return the current release of the edition with this slug, or None before the first.

        `standing` is asked for where the caller does not know it.
        """
        history = queries.released(edition)
        return cls(tuple(history), standing or queries.standing()) if history else None

    @property
    def release(self) -> Release:
        """The current release."""
        return self.history[0]

    @property
    def before(self) -> Release | None:
        """The release before the current one."""
        return self.history[1] if len(self.history) > 1 else None

    def tag(self, language: str) -> str:
        """Return the ETag of every page of this release in a language: it changes when a page may."""
        return f'"{tag_of(self.release.address, self.release.document, self.standing, language)}"'

    @cached_property
    def programme(self) -> Programme:
        """The released programme."""
        return queries.programme_of(self.release, self.standing.epoch)

    @cached_property
    def addresses(self) -> Addresses:
        """Where the pages of this edition are."""
        return Addresses(self.release.edition.slug)

    @cached_property
    def entry(self) -> Entry:
        """The act that published the release."""
        entry = log.last_entry_of(self.release.address)
        if entry is None:
            raise Entry.DoesNotExist(f"No entry published {self.release.address}.")
        return entry

    @property
    def seal(self) -> Seal:
        """The seal of every page of this release."""
        return Seal(self.entry.place, self.entry.time, self.entry.leaf)

    @property
    def counted(self) -> Changes | None:
        """What changed since the release before, without its texts: enough for counting."""
        return queries.changes_between(self.before, self.release, self.standing.epoch) if self.before else None

    def withholding(self, sheet: str) -> int | None:
        """Return the place of the act that withheld a sheet."""
        return self._withheld.get(sheet)

    @cached_property
    def _withheld(self) -> dict[str, int]:
        acts = log.newest_entries(kind="record.redacted")
        return {sheet: act.place for act in acts for sheet in act.fields["payload"]["sheets"]}
