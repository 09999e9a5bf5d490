"""Editions in public: the list, one edition, and the file behind its seal."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from folkmoot.halls.convene.archive.queries import archives
from folkmoot.halls.convene.edition.enums import EditionStatus
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import edition_called, editions
from folkmoot.halls.record.log import queries as log
from folkmoot.kit.download import download_json


def show_editions(request: HttpRequest) -> HttpResponse:
    """Show every edition, and the archives of other institutions."""
    return render(request, "convene/edition/index.html", {"editions": editions(), "archives": archives()})


def show_edition(request: HttpRequest, edition: str) -> HttpResponse:
    """Show one edition and the way into its programme."""
    found = _edition(edition)
    release = found.releases.first()
    context = {
        "edition": found,
        "status": EditionStatus(found.status),
        "release": release,
        "released": log.seal_of(release.address) if release else None,
        "seal": log.seal_of(found.address),
    }
    return render(request, "convene/edition/edition.html", context)


def send_bundle(request: HttpRequest, edition: str) -> HttpResponse:
    """Send what is needed to check an edition's page."""
    entry = log.last_entry_of(_edition(edition).address)
    if entry is None:
        raise Http404
    return download_json(f"edition-{edition}.json", log.bundle(entry))


def _edition(slug: str) -> Edition:
    try:
        return edition_called(slug)
    except Edition.DoesNotExist:
        raise Http404 from None
