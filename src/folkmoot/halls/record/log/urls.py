"""Addresses of the log: pages, and files without a language."""

from django.urls import path, re_path

from folkmoot.halls.record.log import feeds, views

urlpatterns = [
    path("", views.show_log, name="log"),
    path("entry/<int:place>/", views.show_entry, name="entry"),
    path("check/", views.show_check, name="check"),
]
files = [
    path("record/acts.atom", feeds.send_acts, name="acts"),
    path("record/check_page.py", views.send_script, name="script"),
    path("record/entry/<int:place>.json", views.send_entry, name="entry"),
    path("record/entry/<int:place>/page.json", views.send_bundle, name="bundle"),
    re_path(r"^record/document/(?P<digest>[0-9a-f]{64})\.json$", views.send_document, name="document"),
]
