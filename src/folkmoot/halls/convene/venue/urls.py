"""Addresses of officers' pages about venues and rooms."""

from django.urls import path

from folkmoot.halls.convene.venue import views

urlpatterns = [
    path("", views.drafts, name="venue-drafts"),
    path("add/", views.add_venue, name="venue-add"),
    path("<str:identifier>/edit/", views.edit_venue, name="venue-edit"),
    path("<str:identifier>/room/add/", views.add_room, name="room-add"),
    path("room/<str:identifier>/edit/", views.edit_room, name="room-edit"),
]
