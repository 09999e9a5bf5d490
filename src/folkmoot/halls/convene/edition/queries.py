"""What can be asked about editions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.members.body.queries import the_body


def editions() -> QuerySet[Edition]:
    """Return all editions, newest first: by year, then by first day, those without dates last in their year."""
    return Edition.objects.order_by("-year", F("starts").desc(nulls_last=True), "slug")


def edition_called(slug: str) -> Edition:
    """Return an edition by slug; raises Edition.DoesNotExist."""
    return Edition.objects.get(slug=slug)


def is_taken(slug: str) -> bool:
    """Whether an edition has this short name."""
    return Edition.objects.filter(slug=slug).exists()


def edition_now(today: date) -> Edition | None:
    """Return the edition that is on or comes next; without one the newest."""
    coming = Edition.objects.filter(ends__gte=today).exclude(status="cancelled").order_by("starts").first()
    return coming or editions().first()


def languages_at_hand(edition: Edition | None = None) -> list[str]:
    """Return the languages that forms offer: those of the edition, without any those of the body."""
    body = the_body()
    return list((edition.languages if edition else None) or (body.languages if body else []))


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
