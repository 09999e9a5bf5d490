"""Addresses of the adopted lists."""

from django.urls import path

from folkmoot.halls.members.vocabulary import views

urlpatterns = [
    path("vocabulary/", views.show_lists, name="vocabularies"),
    path("vocabulary/<slug:key>/", views.show_list, name="vocabulary"),
    path("vocabulary/<slug:key>/<int:number>/", views.show_list, name="vocabulary-version"),
]
