"""Addresses of archives: pages, and files without a language."""

from django.urls import path
from django.views.generic import RedirectView

from folkmoot.halls.convene.archive import views

urlpatterns = [
    path("archive/", RedirectView.as_view(pattern_name="convene:editions")),
    path("archive/<slug:slug>/", views.show_archive, name="archive"),
]
files = [path("convene/archive/<slug:slug>/archive.json", views.send_bundle, name="archive")]
