"""Where the page of an edition is."""

from __future__ import annotations

from django.urls import reverse

from folkmoot.halls.convene.edition.models import Edition


def page_of(identifier: str) -> str | None:
    """Return the path of an edition's page, in the active language."""
    found = Edition.objects.filter(public_id=identifier).first()
    return reverse("convene:edition", args=[found.slug]) if found else None
