"""What every page knows: the body, the menu, the languages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from folkmoot.halls.site.page.queries import the_body_and_its_menu
from folkmoot.kit.registry import registry


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the body, the row of halls, and the published pages at the foot."""
    body, pages = the_body_and_its_menu()
    return {"body": body, "menu": sorted(registry.menu, key=lambda item: item.order), "pages_at_the_foot": pages}
