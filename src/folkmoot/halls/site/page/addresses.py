"""Where pages and news are, in the active language, and which addresses a page may take."""

from __future__ import annotations

from django.urls import Resolver404, resolve, reverse

from folkmoot.halls.site.page.enums import Section, Status
from folkmoot.halls.site.page.models import Page

# Rooms and files of halls that may come; what stands there already is found by asking.
KEPT_FREE = {
    "admin", "api", "call", "commit", "convene", "deliberate", "desk", "export", "feed", "files", "home", "measure",
    "media", "members", "news", "page", "pages", "record", "search", "site", "static",
}  # fmt: skip


def path_of(page: Page) -> str:
    """Return the path of a page or a piece of news."""
    name = "site:news-item" if page.section == Section.NEWS else "site:page"
    return reverse(name, args=[page.slug])


def page_of(identifier: str) -> str | None:
    """Return the path of a page by what follows the colon; None unless it is public."""
    found = Page.objects.filter(public_id=identifier, status=Status.PUBLISHED).first()
    return path_of(found) if found else None


def is_taken(slug: str) -> bool:
    """Whether something else than a page stands, or may come to stand, at `/<language>/<slug>/`."""
    if slug in KEPT_FREE:
        return True
    try:
        return resolve(f"/en/{slug}/").view_name != "site:page"
    except Resolver404:
        return True
