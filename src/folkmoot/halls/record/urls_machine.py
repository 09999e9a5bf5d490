"""Machine addresses of the hall `record`: no language."""

from django.urls import include, path

from folkmoot.halls.record.log.urls import files

app_name = "record-files"
urlpatterns = [path("", include(files))]
