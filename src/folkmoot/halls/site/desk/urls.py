"""The address of the desk."""

from django.urls import path

from folkmoot.halls.site.desk import views

urlpatterns = [path("", views.desk, name="desk")]
