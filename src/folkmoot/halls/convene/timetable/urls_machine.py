"""Files of an edition's timetable, below `/convene/<edition>/timetable/`: the same in every language."""

from __future__ import annotations

from django.urls import path, re_path

from folkmoot.halls.convene.timetable import urls as _urls  # noqa: F401  (registers the converters)
from folkmoot.halls.convene.timetable.views import files, schedule_files

urlpatterns = [
    path("programme.json", files.programme, name="programme"),
    path("skeleton.json", files.skeleton, name="skeleton"),
    path("speakers.json", files.speakers, name="speakers"),
    path("day/<day:day>.json", files.day, name="day"),
    *(
        path(f"{kind}/<identifier:identifier>.json", files.part, {"kind": kind}, name=kind)
        for kind in ("session", "speaker", "room", "forum")
    ),
    path("release/<int:number>.json", files.release, name="release"),
    path("changes.atom", files.feed, name="feed"),
    re_path(r"^schedule\.(?P<suffix>ics|xml|json|csv|xlsx)$", schedule_files.schedule, name="schedule"),
    path("day/<day:day>.ics", schedule_files.day_calendar, name="day-calendar"),
    *(
        path(
            f"{kind}/<identifier:identifier>.ics", schedule_files.part_calendar, {"kind": kind}, name=f"{kind}-calendar"
        )
        for kind in schedule_files.SUBJECTS
    ),
]
