"""What the clock does: publishing pages and news when their embargo ends."""

from __future__ import annotations

import logging

from django_tasks import task

from folkmoot.halls.site.page.acts import PublicationGoneError, publish_planned
from folkmoot.halls.site.page.models import PlannedPublication
from folkmoot.halls.site.page.queries import due_publications
from folkmoot.kit.actor import Actor

logger = logging.getLogger("folkmoot.page")


@task()
def perform_due_publications() -> list[str]:
    """Publish every page whose time has come; one that fails is logged and does not hold up the others."""
    return [sentence for planned in due_publications() if (sentence := _perform(planned))]


def look_for_due_pages() -> list[str]:
    """Do so at once: what the clock calls."""
    return perform_due_publications.call()


def _perform(planned: PlannedPublication) -> str | None:
    """Publish one page in the office of whoever planned it."""
    actor = Actor(planned.office, planned.person or None, frozenset({planned.office}))
    try:
        page = publish_planned(actor, planned)
    except PublicationGoneError:
        return None
    except Exception:
        logger.exception("the page planned for %s could not be published", planned.at.isoformat())
        return None
    return f"The page {page.slug} was published as planned."
