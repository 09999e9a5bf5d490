"""Machine addresses of the hall `site`: no language."""

from django.urls import include, path

from folkmoot.halls.site.page.urls import files

app_name = "site-files"
urlpatterns = [path("", include(files))]
