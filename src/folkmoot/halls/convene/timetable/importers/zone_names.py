"""Whether a time zone that somebody typed exists, and which ones they may have meant."""

from __future__ import annotations

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.zones import find_zone
from folkmoot.kit.zones import no_zone


def known_zone(name: str) -> str:
    """Return the IANA name; raises ImportRefusedError with suggestions for what is none."""
    if find_zone(name.strip()) is not None:
        return name.strip()
    raise ImportRefusedError(no_zone(shorten(name)))
