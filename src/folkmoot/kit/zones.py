"""Time zones by their IANA names: which there are, and which one somebody may have meant."""

from __future__ import annotations

import difflib
from functools import cache
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from folkmoot.kit.phrases import either

_LEGACY = ("Etc/", "SystemV/", "US/", "posix/", "right/")


@cache
def offered_zones() -> tuple[str, ...]:
    """Return the zones of places, and UTC: what a form offers."""
    places = (name for name in available_timezones() if "/" in name and not name.startswith(_LEGACY))
    return ("UTC", *sorted(places))


def is_zone(name: str) -> bool:
    """Whether a name is that of a zone of a place, of UTC or of a fixed offset."""
    return name == "UTC" or ("/" in name and name in available_timezones())


def suggest_zones(name: str) -> list[str]:
    """Return up to three names of zones that resemble what was typed, by city as well as by whole name."""
    typed = name.strip().casefold().replace(" ", "_")
    names = {zone.casefold(): zone for zone in available_timezones()}
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(available_timezones()) if "/" in zone}
    close = difflib.get_close_matches(typed, names, 3, 0.75)
    by_city = difflib.get_close_matches(typed.rpartition("/")[2], cities, 3, 0.8)
    return list(dict.fromkeys([*(names[one] for one in close), *(cities[one] for one in by_city)]))[:3]


def no_zone(name: str) -> str:
    """Return a sentence about a name that is no time zone, with suggestions where there are some."""
    close = suggest_zones(name)
    if close:
        return _("“%(name)s” is not a time zone. Did you mean %(zones)s?") % {"name": name, "zones": either(close)}
    return _("“%(name)s” is not a time zone; one looks like Asia/Shanghai or Europe/Brussels.") % {"name": name}
