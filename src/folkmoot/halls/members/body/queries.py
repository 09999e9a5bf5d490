"""What can be asked of the body."""

from __future__ import annotations

from typing import Any

from folkmoot.halls.members.body.models import Body


def the_body() -> Body | None:
    """Return the body, or None before it is founded."""
    return Body.objects.first()


def official_state(body: Body) -> dict[str, Any]:
    """Return the official fields of the body as its entries name them."""
    return {
        "name": body.name,
        "notice": body.notice,
        "mark": body.mark,
        "languages": list(body.languages),
        "zone": body.zone,
        "area_list": body.area_list,
        "origin": body.origin,
        "illustrative": body.illustrative,
    }
