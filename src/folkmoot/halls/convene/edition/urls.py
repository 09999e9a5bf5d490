"""Addresses of editions: pages, and files without a language."""

from django.urls import path

from folkmoot.halls.convene.edition import views

urlpatterns = [
    path("", views.show_editions, name="editions"),
    path("<slug:edition>/", views.show_edition, name="edition"),
]
files = [path("convene/<slug:edition>/edition.json", views.send_bundle, name="edition")]
