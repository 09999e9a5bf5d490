"""What can be asked about archives."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from folkmoot.canon import read
from folkmoot.halls.convene.archive.models import Archive
from folkmoot.halls.record.log import queries as log


def archives() -> QuerySet[Archive]:
    """Return all archives by slug."""
    return Archive.objects.order_by("slug")


def archive_called(slug: str) -> Archive:
    """Return an archive by slug; raises Archive.DoesNotExist."""
    return Archive.objects.get(slug=slug)


def facts_of(archive: Archive) -> dict[str, Any]:
    """Return the published document of an archive: institution, note, gap and rows; see `acts.py` for its form."""
    facts: dict[str, Any] = read(bytes(log.document(archive.document).content or b"{}"))
    return facts


def official_state(archive: Archive) -> dict[str, Any]:
    """Return the official fields of an archive as its entries name them."""
    return {"slug": archive.slug, "title": archive.title, "document": archive.document}
