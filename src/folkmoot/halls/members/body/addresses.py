"""Where the page of the body is."""

from __future__ import annotations

from django.urls import reverse


def page_of(identifier: str) -> str | None:
    """Return the path of the home page, which is the body's own, in the active language."""
    return reverse("site:home")
