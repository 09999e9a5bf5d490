"""The record in the read-only administration; the values and keys behind commitments are not shown."""

from __future__ import annotations

from django.contrib import admin

from folkmoot.halls.record.log.models import Document, Entry
from folkmoot.kit.admin import ReadOnlyAdmin


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    """Entries, newest first, with their canonical text."""

    list_display = ("place", "kind", "subject", "time")
    list_filter = ("kind",)
    ordering = ("-place",)
    fields = ("place", "kind", "version", "subject", "time", "text")
    readonly_fields = ("text",)

    @admin.display(description="content")
    def text(self, entry: Entry) -> str:
        """Return the exact text whose digest counts."""
        return bytes(entry.content).decode()


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    """What entries digest, without the content: sheets are personal."""

    list_display = ("digest", "scope", "subject", "withheld")
    fields = ("digest", "scope", "subject", "media_type")
