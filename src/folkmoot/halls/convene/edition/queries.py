"""What can be asked about editions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from folkmoot.halls.convene.edition.models import Edition


def editions() -> QuerySet[Edition]:
    """Return all editions, newest first."""
    return Edition.objects.all()


def edition_called(slug: str) -> Edition:
    """Return an edition by slug; raises Edition.DoesNotExist."""
    return Edition.objects.get(slug=slug)


def edition_now(today: date) -> Edition | None:
    """Return the edition that is on or comes next; without one the newest."""
    coming = Edition.objects.filter(ends__gte=today).exclude(status="cancelled").order_by("starts").first()
    return coming or Edition.objects.first()


def official_state(edition: Edition) -> dict[str, Any]:
    """Return the official fields of an edition as its entries name them."""
    return {
        "slug": edition.slug,
        "year": edition.year,
        "title": edition.title,
        "theme": edition.theme,
        "place": edition.place,
        "starts": edition.starts,
        "ends": edition.ends,
        "zone": edition.zone,
        "day_change": edition.day_change,
        "languages": list(edition.languages),
        "status": edition.status,
    }
