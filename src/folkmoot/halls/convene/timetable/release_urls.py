"""Addresses of the release desk."""

from django.urls import path

from folkmoot.halls.convene.timetable import release_views

urlpatterns = [
    path("", release_views.release, name="release-desk"),
    path("planned/<int:number>/withdraw/", release_views.withdraw, name="release-withdraw"),
]
