"""Where the page of an adopted list is."""

from __future__ import annotations

from django.urls import reverse

from folkmoot.halls.members.vocabulary.models import Vocabulary


def page_of(identifier: str) -> str | None:
    """Return the path of the page of one version of a list, in the active language."""
    found = Vocabulary.objects.filter(public_id=identifier).first()
    return reverse("members:vocabulary-version", args=[found.key, found.version]) if found else None
