"""Archives in public: one compiled table, and the file behind its seal."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from folkmoot.halls.convene.archive.models import Archive
from folkmoot.halls.convene.archive.queries import archive_called, facts_of
from folkmoot.halls.record.log import queries as log
from folkmoot.kit.download import download_json


def show_archive(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what public sources say of an institution, year by year, and what they do not say."""
    archive = _archive(slug)
    context = {"archive": archive, "facts": facts_of(archive), "seal": log.seal_of(archive.address)}
    return render(request, "convene/archive/archive.html", context)


def send_bundle(request: HttpRequest, slug: str) -> HttpResponse:
    """Send what is needed to check an archive's page."""
    entry = log.last_entry_of(_archive(slug).address)
    if entry is None:
        raise Http404
    return download_json(f"archive-{slug}.json", log.bundle(entry))


def _archive(slug: str) -> Archive:
    try:
        return archive_called(slug)
    except Archive.DoesNotExist:
        raise Http404 from None
