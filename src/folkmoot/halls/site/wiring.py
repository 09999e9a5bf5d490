"""What the hall `site` hangs into the registry."""

from __future__ import annotations

from folkmoot.halls.site.page import acts as _page_acts  # noqa: F401  (declares its act kinds)
from folkmoot.halls.site.page.addresses import page_of
from folkmoot.halls.site.page.drafts import erase_from_pages
from folkmoot.halls.site.page.queries import official_pages, official_state
from folkmoot.halls.site.page.tasks import look_for_due_pages
from folkmoot.halls.site.search.drafts import follow_record, purge_names
from folkmoot.halls.site.words import COLUMNS
from folkmoot.kit.registry import Official, registry


def hang() -> None:
    """Hang everything in; called once, when apps are ready."""
    registry.words |= COLUMNS
    registry.pages["page"] = page_of
    registry.officials["page"] = Official("page", official_pages, official_state)
    registry.due.append(look_for_due_pages)
    # Both run after the programme's erasure, which gathers the names and the sheets.
    registry.erasures += [erase_from_pages, purge_names]
    registry.due.append(follow_record)
