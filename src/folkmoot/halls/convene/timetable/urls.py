"""Public pages of an edition's timetable, below `/<language>/convene/<edition>/timetable/`."""

from __future__ import annotations

from datetime import date

from django.urls import path, register_converter

from folkmoot.halls.convene.timetable.views import changes, days, forums, programme, session, speakers, venue
from folkmoot.kit.identifier import PATTERN


class DayConverter:
    """A date in an address, 2026-11-19."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read a date; raises ValueError, which means not found."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Write a date."""
        return value.isoformat()


class IdentifierConverter:
    """Ten Crockford characters in an address."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        """Read as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write as it is."""
        return value


register_converter(DayConverter, "day")
register_converter(IdentifierConverter, "identifier")

urlpatterns = [
    path("", programme.programme, name="programme"),
    path("day/<day:day>/", days.day, name="day"),
    path("room/<identifier:identifier>/", venue.room, name="room"),
    path("forums/", forums.forums, name="forums"),
    path("forum/<identifier:identifier>/", forums.forum, name="forum"),
    path("session/<identifier:identifier>/", session.session, name="session"),
    path("speakers/", speakers.speakers, name="speakers"),
    path("speaker/<identifier:identifier>/", speakers.speaker, name="speaker"),
    path("venue/", venue.venue, name="venue"),
    path("changes/", changes.changes, name="changes"),
    path("changes/<int:number>/", changes.release, name="release"),
]
