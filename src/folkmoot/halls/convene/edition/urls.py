"""Addresses of editions: pages, and files without a language."""

from django.urls import path

from folkmoot.halls.convene.edition import desk_views, views

urlpatterns = [
    path("", views.show_editions, name="editions"),
    path("edition/open/", desk_views.open_new, name="edition-open"),
    path("<slug:edition>/edition/", desk_views.amend, name="edition-amend"),
    path("<slug:edition>/", views.show_edition, name="edition"),
]
files = [path("convene/<slug:edition>/edition.json", views.send_bundle, name="edition")]
