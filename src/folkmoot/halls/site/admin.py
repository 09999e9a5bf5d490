"""Pages and news in the read-only administration; the desk has forms for their drafts."""

from __future__ import annotations

from django.contrib import admin

from folkmoot.halls.site.page.models import Page
from folkmoot.kit.admin import ReadOnlyAdmin


@admin.register(Page)
class PageAdmin(ReadOnlyAdmin):
    """Pages and news."""

    list_display = ("slug", "section", "status", "menu", "published")
    list_filter = ("section", "status")
