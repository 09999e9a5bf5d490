"""Addresses of officers' pages about forums."""

from django.urls import path

from folkmoot.halls.convene.forum import views

urlpatterns = [
    path("", views.drafts, name="forum-drafts"),
    path("add/", views.add, name="forum-add"),
    path("<str:identifier>/edit/", views.edit, name="forum-edit"),
]
