"""Pages of the hall `site`, below `/<language>/`."""

from django.urls import include, path

app_name = "site"
urlpatterns = [
    path("", include("folkmoot.halls.site.home.urls")),
    path("desk/", include("folkmoot.halls.site.desk.urls")),
]
