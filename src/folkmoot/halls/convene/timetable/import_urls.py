"""Officers' pages for imports, below `/<language>/convene/<edition>/timetable/import/`."""

from __future__ import annotations

from django.urls import path

from folkmoot.halls.convene.timetable import import_views

urlpatterns = [
    path("", import_views.upload, name="import"),
    path("preview/<str:token>/", import_views.preview, name="import-preview"),
    path("preview/<str:token>/plan.txt", import_views.preview_text, name="import-plan"),
    path("<str:identifier>/", import_views.done, name="import-done"),
    path("<str:identifier>/undo/", import_views.undo, name="import-undo"),
]
