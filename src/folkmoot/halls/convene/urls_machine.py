"""Machine addresses of the hall `convene`: no language."""

from django.urls import include, path

from folkmoot.halls.convene.archive.urls import files as archive_files
from folkmoot.halls.convene.edition.urls import files as edition_files

app_name = "convene-files"
urlpatterns = [
    path("", include(archive_files)),
    path("", include(edition_files)),
    path("convene/<slug:edition>/timetable/", include("folkmoot.halls.convene.timetable.urls_machine")),
]
