"""What every page knows: the body, the menu, the languages."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest

from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.body.queries import the_body
from folkmoot.kit.registry import registry


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the body and the row of halls."""
    return {"body": _body(), "menu": sorted(registry.menu, key=lambda item: item.order)}


def _body() -> Body | None:
    """Return the body, or None while the database does not answer: the page that says so needs no name."""
    try:
        return the_body()
    except DatabaseError:
        return None
