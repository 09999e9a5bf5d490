"""Which time zone a file means, and what its local times come to in it.

The zone is decided in this order: what whoever imports has said; what the file says; the offset that the
times in the file carry; the zone of the edition. A time with an offset is a moment, and no choice of zone
moves it: the zone only says in which local time it is shown. A time without one is read in the zone.

Twice a year local times are not moments. In the night when clocks go forward, 02:30 does not exist: it is
read as half an hour after 02:00, so 03:30. In the night when they go back 02:30 comes twice: the first is
meant, unless a session would then end before it starts. Both are remarked on.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import Remarks, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _

_ZONE_NAME = re.compile(r"[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*")
_NOT_A_PLACE = {"Factory"}


@dataclass(frozen=True, slots=True)
class Times:
    """What the times of a file say about zones: those with an offset, and whether some have none."""

    moments: tuple[datetime, ...]
    needs_zone: bool

    @classmethod
    def of(cls, written: list[datetime], *, needs_zone: bool = False) -> Times:
        """From moments as written, naive where they carry no offset; `needs_zone` for times alone."""
        aware = tuple(moment for moment in written if moment.tzinfo is not None)
        return cls(aware, needs_zone or len(aware) < len(written))


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    """The zone that was chosen: its rules, its IANA name if it has one, and who said so.

    ``source`` is option, file, offset or edition.
    """

    rules: tzinfo
    name: str | None
    source: str


def find_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name such as ``Asia/Shanghai``; None for anything else."""
    if not _ZONE_NAME.fullmatch(name) or name in _NOT_A_PLACE:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def choose_zone(option: str | None, declared: str, edition: str | None, times: Times, remarks: Remarks) -> ZoneChoice:
    """Decide on the zone of a file with such times.

    Raises :class:`ScheduleFileError` if the option or the edition's name is no zone, or if nobody says one
    and some time needs it.
    """
    if option:
        return ZoneChoice(_known_zone(option), option, "option")
    if declared:
        zone = find_zone(declared)
        if zone is not None:
            return ZoneChoice(zone, declared, "file")
        remarks.add(_('The file names "%(zone)s" as its time zone, which is not known.'), zone=shorten(declared))
    return _choose_by_offsets(edition, times, remarks)


def _known_zone(name: str) -> ZoneInfo:
    zone = find_zone(name)
    if zone is None:
        raise ScheduleFileError(
            _('"%(zone)s" is not a time zone. Give a name like Europe/Brussels or Asia/Shanghai with --timezone.'),
            zone=shorten(name),
        )
    return zone


def _choose_by_offsets(edition: str | None, times: Times, remarks: Remarks) -> ZoneChoice:
    offsets = Counter(offset for moment in times.moments if (offset := moment.utcoffset()) is not None)
    home = _known_zone(edition) if edition else None
    if home is not None and (not offsets or _agrees(home, times.moments)):
        return ZoneChoice(home, edition, "offset" if offsets else "edition")
    if offsets and (len(offsets) == 1 or not times.needs_zone):
        offset = offsets.most_common(1)[0][0]
        remarks.add(
            _(
                "The file names no time zone; its times say UTC%(offset)s, and so they stand. --timezone "
                "gives the zone a name."
            ),
            offset=offset_in_words(offset),
        )
        return ZoneChoice(timezone(offset), None, "offset")
    if home is not None:
        return ZoneChoice(home, edition, "edition")
    if not times.needs_zone:
        return ZoneChoice(UTC, None, "offset")
    raise ScheduleFileError(
        _(
            "Neither the file nor the edition says in which time zone the times are. Say it with "
            "--timezone, for example --timezone Europe/Brussels."
        )
    )


def _agrees(zone: ZoneInfo, moments: tuple[datetime, ...]) -> bool:
    """Whether every offset in the file is what the zone has at that moment."""
    return all(moment.astimezone(zone).utcoffset() == moment.utcoffset() for moment in moments)


def offset_in_words(offset: timedelta) -> str:
    """``+08:00`` for eight hours."""
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


class LocalTimes:
    """Turns the times of one file into aware moments of one zone, and remarks on the odd ones."""

    def __init__(self, choice: ZoneChoice, remarks: Remarks) -> None:
        self._choice = choice
        self._remarks = remarks

    def place(self, moment: datetime, line: int | None, *, after: datetime | None = None) -> datetime:
        """The aware moment in the chosen zone; `after` is what it must follow if it ends something."""
        if moment.tzinfo is not None:
            return self._show_in_zone(moment, line)
        first = moment.replace(tzinfo=self._choice.rules, fold=0)
        second = first.replace(fold=1)
        if first.utcoffset() == second.utcoffset():
            return first
        local = first.astimezone(UTC).astimezone(self._choice.rules)
        if local.replace(tzinfo=None) != moment:
            return self._remark_on_gap(local, moment, line)
        return self._remark_on_twice(first, second, line, after)

    def _show_in_zone(self, moment: datetime, line: int | None) -> datetime:
        if self._choice.name is None:
            return moment
        local = moment.astimezone(self._choice.rules)
        offset, expected = moment.utcoffset(), local.utcoffset()
        if offset and expected is not None and offset != expected:
            self._remarks.add(
                _("%(moment)s has another offset than %(zone)s then; the moment is kept and shown as %(local)s."),
                line=line,
                moment=moment.isoformat(),
                zone=str(self._choice.name),
                local=local.isoformat(),
            )
        return local

    def _remark_on_gap(self, local: datetime, moment: datetime, line: int | None) -> datetime:
        self._remarks.add(
            _("%(moment)s does not exist in %(zone)s, because the clocks go forward; it was read as %(local)s."),
            line=line,
            moment=moment.isoformat(" "),
            zone=str(self._choice.name),
            local=local.isoformat(" "),
        )
        return local

    def _remark_on_twice(self, first: datetime, second: datetime, line: int | None, after: datetime | None) -> datetime:
        chosen = second if after is not None and first.astimezone(UTC) < after.astimezone(UTC) else first
        self._remarks.add(
            _("%(moment)s comes twice in %(zone)s, because the clocks go back; it was read as %(local)s."),
            line=line,
            moment=first.replace(tzinfo=None).isoformat(" "),
            zone=str(self._choice.name),
            local=chosen.isoformat(" "),
        )
        return chosen
