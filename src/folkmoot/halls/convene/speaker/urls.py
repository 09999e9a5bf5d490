"""Addresses of officers' pages about speakers."""

from django.urls import path

from folkmoot.halls.convene.speaker import views

urlpatterns = [
    path("", views.drafts, name="speaker-drafts"),
    path("add/", views.add, name="speaker-add"),
    path("<str:identifier>/edit/", views.edit, name="speaker-edit"),
]
