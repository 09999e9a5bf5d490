"""Addresses of officers' pages about people."""

from django.urls import path

from folkmoot.halls.members.person import views

urlpatterns = [path("person/<str:identifier>/erase/", views.erase, name="person-erase")]
