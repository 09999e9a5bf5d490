"""Where the page of an archive is."""

from __future__ import annotations

from django.urls import reverse

from folkmoot.halls.convene.archive.models import Archive


def page_of(identifier: str) -> str | None:
    """Return the path of an archive's page, in the active language."""
    found = Archive.objects.filter(public_id=identifier).first()
    return reverse("convene:archive", args=[found.slug]) if found else None
