"""The address of the search page."""

from django.urls import path

from folkmoot.halls.site.search import views

urlpatterns = [path("", views.search, name="search")]
