"""Pages of the hall `convene`, below `/<language>/`."""

from django.urls import include, path

app_name = "convene"
urlpatterns = [
    path("<slug:edition>/session/", include("folkmoot.halls.convene.session.urls")),
    path("<slug:edition>/speaker/", include("folkmoot.halls.convene.speaker.urls")),
    path("<slug:edition>/release/", include("folkmoot.halls.convene.timetable.release_urls")),
    path("<slug:edition>/venue/", include("folkmoot.halls.convene.venue.urls")),
    path("<slug:edition>/forum/", include("folkmoot.halls.convene.forum.urls")),
    path("edition/import/", include("folkmoot.halls.convene.timetable.opening_urls")),
    path("", include("folkmoot.halls.convene.archive.urls")),
    path("", include("folkmoot.halls.convene.edition.urls")),
    path("<slug:edition>/timetable/import/", include("folkmoot.halls.convene.timetable.import_urls")),
    path("<slug:edition>/timetable/", include("folkmoot.halls.convene.timetable.urls")),
]
