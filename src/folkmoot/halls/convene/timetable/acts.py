"""Releasing a timetable, at once or at a stated time."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.freezing import freeze
from folkmoot.halls.convene.timetable.models import PlannedRelease, Release
from folkmoot.halls.convene.timetable.queries import current_release, official_state
from folkmoot.halls.convene.timetable.rights import may_release
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.acts import Act, keep_sheets, perform
from folkmoot.kit.act import ActKind, catalogue
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text


@dataclass(frozen=True)
class ReleaseState:
    """A release: which edition, which number, its name and notes, and the digest of the released document."""

    edition: str
    number: int
    name: str
    notes: Text
    erratum: bool
    document: str


TIMETABLE_RELEASED = catalogue.declare(
    ActKind(
        name="timetable.released",
        version=1,
        payload=ReleaseState,
        right=may_release,
        sentence=_("Timetable release %(number)s, “%(name)s”, was published"),
        subject="release",
        about=_("The draft of a programme is frozen and published; public pages show nothing else."),
        documents={"programme": _("the released programme")},
    )
)


class PlanGoneError(ValueError):
    """A planned release was withdrawn or performed before this attempt to perform it."""


def release_timetable(
    actor: Actor, edition: Edition, name: str, notes: Text | None = None, *, erratum: bool = False
) -> Release:
    """Freeze the draft and publish it now; an erratum corrects without telling anybody by mail."""
    with perform(TIMETABLE_RELEASED, actor, edition) as act:
        frozen = freeze(edition, name=name, erratum=erratum)
        keep_sheets(edition.address, frozen.sheets)
        return _publish(act, edition, frozen.skeleton, name, notes or Text(), erratum=erratum)


def release_planned(actor: Actor, planned: PlannedRelease) -> Release:
    """Publish what was frozen for a stated time, exactly as it was frozen.

    Raises PlanGoneError when the plan was withdrawn, or performed by somebody else, in the meantime.
    """
    with perform(TIMETABLE_RELEASED, actor, planned.edition) as act:
        if not PlannedRelease.objects.select_for_update().filter(pk=planned.pk).exists():
            raise PlanGoneError(f"The release planned for {planned.at.isoformat()} is no longer planned.")
        skeleton = bytes(log.document(planned.document).content or b"")
        release = _publish(act, planned.edition, skeleton, planned.name, planned.notes, erratum=planned.erratum)
        planned.delete()
    return release


def _publish(
    act: Act[ReleaseState], edition: Edition, skeleton: bytes, name: str, notes: Text, *, erratum: bool
) -> Release:
    document = act.document("programme", skeleton, scope=edition.address, subject=edition.address)
    before = current_release(edition)
    release = Release.objects.create(
        edition=edition, number=before.number + 1 if before else 1,
        name=name, notes=notes, erratum=erratum, document=document,
    )  # fmt: skip
    act.record(release.address, ReleaseState(**official_state(release)))
    return release
