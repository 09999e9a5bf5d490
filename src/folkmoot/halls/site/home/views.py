"""The home page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from folkmoot.halls.convene.archive.queries import archives
from folkmoot.halls.convene.edition.queries import edition_now
from folkmoot.halls.members.body.queries import the_body
from folkmoot.halls.record.log import queries as log

NEWEST = 5


def show_home(request: HttpRequest) -> HttpResponse:
    """Show the body, the edition that is on or comes next, the newest acts and the archives."""
    body = the_body()
    edition = edition_now(timezone.localdate())
    context = {
        "edition": edition,
        "release": edition.releases.first() if edition else None,
        "entries": log.newest_entries()[:NEWEST],
        "archives": archives(),
        "seal": log.seal_of(body.address) if body else None,
    }
    return render(request, "site/home/index.html", context)
