"""What an edition is called, when and where it is, as far as a schedule file says it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from django.utils.translation import gettext as _

from folkmoot.halls.convene.timetable.importers.document import ScheduleFile
from folkmoot.halls.convene.timetable.importers.language_tags import languages_of
from folkmoot.halls.convene.timetable.importers.plan import Opening
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.kit.text import Text


class NoZoneError(ImportRefusedError):
    """The file does not say in which zone its times are."""


def read_opening(file: ScheduleFile, slug: str) -> Opening:
    """Return the edition to open for a file; raises ImportRefusedError where the file does not say enough.

    The year is that of the first day. The working languages are those of its sessions, the commonest first; in
    which language its title is written a file does not say.
    """
    days = sorted({slot.day for event in file.events for slot in event.slots})
    if not days:
        raise ImportRefusedError(
            _("No session in the file has a time, so the edition's year is not known; open the edition first.")
        )
    return Opening(
        slug=slug,
        year=days[0].year,
        title=Text.of(file.title or slug),
        place=Text.of(file.place),
        starts=days[0],
        ends=days[-1],
        zone=file.zone or _zone_of_offset(file),
        day_change=file.day_change.strftime("%H:%M"),
        languages=_languages(file),
    )


def _languages(file: ScheduleFile) -> tuple[str, ...]:
    spoken = Counter(language for event in file.events for language in languages_of(event))
    return tuple(language for language, _count in spoken.most_common())


def _zone_of_offset(file: ScheduleFile) -> str:
    """Return the zone of a fixed offset where a file knows only offsets (their IANA names count westward)."""
    hour = timedelta(hours=1)
    offsets = {slot.start.utcoffset() or timedelta() for event in file.events for slot in event.slots}
    if len(offsets) == 1 and not min(offsets) % hour:
        hours = min(offsets) // hour
        return f"Etc/GMT{-hours:+d}" if hours else "UTC"
    raise NoZoneError(
        _("The file does not name its time zone; say it with --timezone, for example --timezone Asia/Shanghai.")
    )
