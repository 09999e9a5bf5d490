"""Whether a time zone that somebody typed exists, and which ones they may have meant."""

from __future__ import annotations

import difflib
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.zones import find_zone


def known_zone(name: str) -> str:
    """Return the IANA name; raises ImportRefusedError with suggestions for what is none."""
    if find_zone(name.strip()) is not None:
        return name.strip()
    close = suggest_zones(name)
    if close:
        sentence = _("“%(name)s” is not a time zone. Did you mean %(zones)s?")
    else:
        sentence = _("“%(name)s” is not a time zone; one looks like Asia/Shanghai or Europe/Brussels.")
    raise ImportRefusedError(sentence % {"name": shorten(name), "zones": ", ".join(close)})


def suggest_zones(name: str) -> list[str]:
    """Return up to three names of zones that resemble what was typed, by city as well as by whole name."""
    typed = name.strip().casefold().replace(" ", "_")
    names = {zone.casefold(): zone for zone in available_timezones()}
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(available_timezones()) if "/" in zone}
    close = difflib.get_close_matches(typed, names, 3, 0.75)
    by_city = difflib.get_close_matches(typed.rpartition("/")[2], cities, 3, 0.8)
    return list(dict.fromkeys([*(names[one] for one in close), *(cities[one] for one in by_city)]))[:3]
