"""Addresses of officers' pages about sessions."""

from django.urls import path

from folkmoot.halls.convene.session import views

urlpatterns = [
    path("", views.drafts, name="session-drafts"),
    path("add/", views.add, name="session-add"),
    path("<str:identifier>/edit/", views.edit, name="session-edit"),
    path("<str:identifier>/cancel/", views.cancel, name="session-cancel"),
    path("<str:identifier>/withdraw/", views.withdraw, name="session-withdraw"),
]
