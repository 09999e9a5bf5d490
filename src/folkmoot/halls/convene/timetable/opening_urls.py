"""Officers' pages that open an edition from a schedule file, below `/<language>/convene/edition/import/`."""

from __future__ import annotations

from django.urls import path

from folkmoot.halls.convene.timetable import opening_views

urlpatterns = [
    path("", opening_views.upload, name="edition-import"),
    path("preview/<str:token>/", opening_views.preview, name="edition-import-preview"),
]
