"""What the clock does: publishing planned releases when their time has come."""

from __future__ import annotations

import logging

from django_tasks import task

from folkmoot.halls.convene.timetable.acts import PlanGoneError, release_planned
from folkmoot.halls.convene.timetable.models import PlannedRelease
from folkmoot.halls.convene.timetable.queries import due_releases
from folkmoot.kit.actor import Actor

logger = logging.getLogger("folkmoot.timetable")


@task()
def perform_due_releases() -> list[str]:
    """Publish every planned release whose time has come; one that fails is logged and does not hold up the others."""
    return [sentence for planned in due_releases() if (sentence := _perform(planned))]


def look_for_due_releases() -> list[str]:
    """Do so at once: what the clock calls."""
    return perform_due_releases.call()


def _perform(planned: PlannedRelease) -> str | None:
    """Publish one planned release in the office of whoever planned it."""
    actor = Actor(planned.office, planned.person or None, frozenset({planned.office}))
    try:
        release = release_planned(actor, planned)
    except PlanGoneError:
        return None
    except Exception:
        logger.exception("the release planned for %s could not be published", planned.at.isoformat())
        return None
    return f"Release {release.number} of {planned.edition.slug} was published as planned."
