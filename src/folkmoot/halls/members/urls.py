"""Pages of the hall `members`, below `/<language>/`."""

from django.urls import include, path

app_name = "members"
urlpatterns = [
    path("", include("folkmoot.halls.members.account.urls")),
    path("", include("folkmoot.halls.members.person.urls")),
    path("", include("folkmoot.halls.members.vocabulary.urls")),
]
