"""Pages of the hall `site`, below `/<language>/`."""

from django.urls import include, path

from folkmoot.halls.site.page.urls import at_the_desk

app_name = "site"
urlpatterns = [
    path("", include("folkmoot.halls.site.home.urls")),
    path("desk/pages/", include(at_the_desk)),
    path("desk/", include("folkmoot.halls.site.desk.urls")),
    path("search/", include("folkmoot.halls.site.search.urls")),
    # Last of all: a page may have any address that nothing else has.
    path("", include("folkmoot.halls.site.page.urls")),
]
