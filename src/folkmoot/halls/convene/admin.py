"""Editions, archives and releases in the read-only administration; drafts have forms of their own."""

from __future__ import annotations

from django.contrib import admin

from folkmoot.halls.convene.archive.models import Archive
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.kit.admin import ReadOnlyAdmin


@admin.register(Archive)
class ArchiveAdmin(ReadOnlyAdmin):
    """Archives compiled from public sources."""


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    """Editions."""

    list_display = ("slug", "year", "starts", "ends", "status")


@admin.register(Release)
class ReleaseAdmin(ReadOnlyAdmin):
    """Releases."""

    list_display = ("edition", "number", "name", "erratum", "document")
    list_select_related = ("edition",)
