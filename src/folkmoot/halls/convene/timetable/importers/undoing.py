"""Undoing an import as a whole: every row is as it was, or the undoing is refused with the rows that stand in the way.

What was released stays released: the record is not touched, and the next release will say that the draft changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from folkmoot.halls.convene.session.models import Appearance, Session, Slot
from folkmoot.halls.convene.timetable.importers.applying import check_right
from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.snapshots import (
    MODELS,
    PARTS,
    field_value,
    row_from,
    rows_of,
    state_of,
)
from folkmoot.halls.convene.timetable.importers.writing import BATCH
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.kit.actor import Actor
from folkmoot.kit.phrases import listed, quoted

NAMED = 10


def undo_import(actor: Actor, schedule_import: ScheduleImport) -> None:
    """Restore the draft as it was before an import; raises ImportRefusedError naming what changed since."""
    check_right(actor, schedule_import.edition)
    with transaction.atomic():
        kept = ScheduleImport.objects.select_for_update().get(pk=schedule_import.pk)
        before = _what_stood_before(kept)
        rows = _unchanged_rows(kept, before)
        _restore(before, rows)
        _take_out(before["created"])
        kept.undone, kept.before = True, None
        kept.save(update_fields=["undone", "before"])
    schedule_import.undone, schedule_import.before = True, None


def _what_stood_before(kept: ScheduleImport) -> dict[str, Any]:
    """Return what the import kept for its undoing, if it can still be undone."""
    if kept.undone:
        raise ImportRefusedError(_("This import was undone already."))
    if not kept.before:
        raise ImportRefusedError(_("This import cannot be undone any more: somebody in it was erased since."))
    newer = ScheduleImport.objects.filter(edition=kept.edition, pk__gt=kept.pk, undone=False).order_by("-pk").first()
    if newer is not None:
        raise ImportRefusedError(
            _("A newer import, %(file)s (%(id)s), stands on this one; undo that one first.")
            % {"file": newer.file_name or _("without a file name"), "id": newer.address}
        )
    before: dict[str, Any] = kept.before
    return before


def _unchanged_rows(kept: ScheduleImport, before: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the edition's rows by kind and number, if all are as the import left them."""
    rows = {kind: {str(row.pk): row for row in found} for kind, found in rows_of(kept.edition).items()}
    _refuse_changes([*_changed_since(before["states"], rows), *_leaning(before)])
    return rows


def _changed_since(states: dict[str, dict[str, str]], rows: dict[str, dict[str, Any]]) -> Iterator[str]:
    for kind, expected in states.items():
        for pk, state in expected.items():
            row = rows[kind].get(pk)
            if row is None:
                yield _("a row that was taken out")
            elif state_of(row) != state:
                yield quoted(shorten(str(row)))


def _leaning(before: dict[str, Any]) -> Iterator[str]:
    """Find rows of others that lean on what would be taken out: a desk's session in an imported room."""
    created: dict[type[models.Model], set[int]] = {MODELS[kind]: set(pks) for kind, pks in before["created"].items()}
    sessions = created.get(Session, set()) | {int(pk) for pk in before["changed"].get("sessions", ())}
    own: dict[Any, set[int]] = {**created, Session: sessions}
    for model, pks in created.items():
        for relation in model._meta.related_objects:
            leaning: Any = relation.related_model
            found = leaning._base_manager.filter(**{f"{relation.field.name}__in": pks})
            if leaning in PARTS.values():
                found = found.exclude(session__in=sessions).select_related("session")
            else:
                found = found.exclude(pk__in=own.get(leaning, ()))
            yield from (_called(row) for row in found[: NAMED + 1])


def _called(row: Any) -> str:
    return quoted(shorten(str(row.session if isinstance(row, Slot | Appearance) else row)))


def _refuse_changes(changed: Iterable[str]) -> None:
    names = list(dict.fromkeys(changed))
    if not names:
        return
    message = _("This import cannot be undone, because these were changed since: %(names)s.")
    raise ImportRefusedError(message % {"names": listed(names[:NAMED], len(names) - NAMED)})


def _restore(before: dict[str, Any], rows: dict[str, dict[str, Any]]) -> None:
    for kind, model in PARTS.items():
        pks = before["recast"][kind]
        if pks:
            model._base_manager.filter(session__in=pks).delete()
            model._base_manager.bulk_create(
                [row_from(model, plain) for plain in before["parts"][kind]], batch_size=BATCH
            )
    for kind, changed in before["changed"].items():
        _restore_values(MODELS[kind], [(rows[kind][pk], former) for pk, former in changed.items() if former])


def _restore_values(model: type[models.Model], changed: list[tuple[Any, dict[str, Any]]]) -> None:
    if not changed:
        return
    for row, former in changed:
        for name, value in former.items():
            setattr(row, name, field_value(model, name, value))
    names = [f.name for f in model._meta.concrete_fields if not f.primary_key and f.name != "public_id"]
    model._base_manager.bulk_create(
        [row for row, _former in changed],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=names,
    )


def _take_out(created: dict[str, list[int]]) -> None:
    for kind in reversed(MODELS):
        if created.get(kind):
            MODELS[kind]._base_manager.filter(pk__in=created[kind]).delete()
