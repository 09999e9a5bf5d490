"""Pages of the hall `record`, below `/<language>/`."""

from django.urls import include, path

app_name = "record"
urlpatterns = [path("", include("folkmoot.halls.record.log.urls"))]
