"""The tables of the hall `convene`."""

from folkmoot.halls.convene.archive.models import Archive
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release, ScheduleImport
from folkmoot.halls.convene.venue.models import Room, Venue

__all__ = [
    "Appearance",
    "Archive",
    "Edition",
    "Forum",
    "PlannedRelease",
    "Release",
    "Room",
    "ScheduleImport",
    "Session",
    "Slot",
    "Speaker",
    "Venue",
]
