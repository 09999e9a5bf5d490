"""Addresses: pages below `/<language>/`, machine addresses without a language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from folkmoot.web import entrance

urlpatterns = [
    path("", entrance.choose_language),
    re_path(entrance.OTHER_SPELLINGS, entrance.correct_language),
    path("healthz", entrance.report_health, name="healthz"),
    path("robots.txt", entrance.send_robots, name="robots"),
    path("favicon.ico", entrance.send_icon, name="icon"),
    path("admin/login/", entrance.sign_in_first),
    path("admin/", admin.site.urls),
    path("", include("folkmoot.halls.record.urls_machine")),
    path("", include("folkmoot.halls.convene.urls_machine")),
    path("", include("folkmoot.halls.site.urls_machine")),
    *i18n_patterns(
        path("record/", include("folkmoot.halls.record.urls")),
        path("members/", include("folkmoot.halls.members.urls")),
        path("convene/", include("folkmoot.halls.convene.urls")),
        path("", include("folkmoot.halls.site.urls")),
    ),
]
handler500 = "folkmoot.web.entrance.show_fault"
