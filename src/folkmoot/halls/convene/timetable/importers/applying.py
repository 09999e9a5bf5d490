"""Applying an import: planned once more, then written in one transaction, as a whole or not at all."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from folkmoot.halls.convene.edition.acts import open_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.importers.plan import Opening, Plan
from folkmoot.halls.convene.timetable.importers.planning import plan_import
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError, StalePlanError
from folkmoot.halls.convene.timetable.importers.standing import Standing
from folkmoot.halls.convene.timetable.importers.writing import Writing
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.halls.convene.timetable.rights import may_import
from folkmoot.kit.actor import Actor, NotAllowedError


def apply_import(actor: Actor, plan: Plan) -> ScheduleImport | None:
    """Do what a plan says, as a whole or not at all; None where there is nothing to write.

    Plans once more inside the transaction: StalePlanError if the draft has changed since, so that what was looked at
    is what happens. NotAllowedError without the right. An edition to be opened is opened first, by its own act.
    """
    check_right(actor, plan.edition)
    edition = plan.edition or _open(actor, plan.opening)
    with transaction.atomic():
        Edition.objects.select_for_update().get(pk=edition.pk)
        fresh = plan_import(
            plan.file, edition, overwrite=plan.overwrite, withdraw_missing=plan.withdraw_missing, source=plan.source
        )
        if plan.edition is not None and fresh.digest != plan.digest:
            raise StalePlanError(_("The programme was changed since this import was planned; look at the plan again."))
        if fresh.writes_nothing:
            return None
        return Writing(edition, fresh, Standing.of(edition)).write()


def check_right(actor: Actor, edition: Edition | None) -> None:
    """Raise NotAllowedError for whoever may not import."""
    if not may_import.test(actor, edition):
        raise NotAllowedError(_("The office “%(office)s” may not import a schedule.") % {"office": actor.office})


def _open(actor: Actor, opening: Opening | None) -> Edition:
    if opening is None:
        raise ImportRefusedError(_("There is no edition to import into."))
    fields = {name: value for name, value in vars(opening).items() if name not in ("slug", "year")}
    return open_edition(actor, opening.slug, opening.year, **{**fields, "languages": list(opening.languages)})
