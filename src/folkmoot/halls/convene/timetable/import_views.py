"""Officers' pages for importing a schedule: upload, look at what would change, take over, undo."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.import_forms import ImportForm, plan_upload
from folkmoot.halls.convene.timetable.importers.applying import apply_import
from folkmoot.halls.convene.timetable.importers.describing import as_text, describe, describe_counts
from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.plan import Plan
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError, StalePlanError
from folkmoot.halls.convene.timetable.importers.undoing import undo_import
from folkmoot.halls.convene.timetable.importers.uploads import discard_upload, find_upload, keep_upload
from folkmoot.halls.convene.timetable.models import ScheduleImport
from folkmoot.halls.convene.timetable.rights import may_import
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor

LINES_ON_A_PAGE = 1_000


@officers_only(may_import)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """Take a file, or say beside the field what is wrong with it; list what was imported."""
    convened = get_object_or_404(Edition, slug=edition)
    form = ImportForm(convened)
    if request.method == "POST":
        files = request.FILES  # reading them runs the upload handlers, which may refuse
        form = ImportForm(convened, request.POST, files, refused=request.META.get("folkmoot.upload_refused", ""))
        if form.is_valid() and form.upload is not None:
            return redirect("convene:import-preview", convened.slug, keep_upload(form.upload))
    imports = [(row, describe_counts(row.summary)) for row in convened.imports.all()[:20]]
    context = {"edition": convened, "form": form, "imports": imports}
    return render(request, "convene/timetable/import.html", context)


@officers_only(may_import)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, actor: Actor, edition: str, token: str) -> HttpResponse:
    """Show what would change; on confirmation take it over, unless the draft changed since it was shown."""
    convened = get_object_or_404(Edition, slug=edition)
    plan = _plan(convened, token)
    if plan is None:
        messages.warning(request, _("The file is not here any more; uploads are kept for a day. Upload it again."))
        return redirect("convene:import", convened.slug)
    if request.method == "POST":
        if request.POST.get("seen") == plan.digest:
            return _take_over(request, actor, convened, token, plan)
        messages.warning(request, _("The programme was changed since you looked; this is what would change now."))
    description = describe(plan)
    context = {
        "edition": convened, "plan": plan, "description": description, "token": token,
        "sections": [(s, s.lines[:LINES_ON_A_PAGE], len(s.lines) - LINES_ON_A_PAGE) for s in description.sections],
    }  # fmt: skip
    return render(request, "convene/timetable/import_preview.html", context)


@officers_only(may_import)
@require_safe
def preview_text(request: HttpRequest, actor: Actor, edition: str, token: str) -> HttpResponse:
    """Hand out what would change as a plain text."""
    convened = get_object_or_404(Edition, slug=edition)
    plan = _plan(convened, token)
    if plan is None:
        raise Http404
    response = HttpResponse(as_text(describe(plan)), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{convened.slug}.txt"'
    return response


@officers_only(may_import)
@require_safe
def done(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Show what an import did, with the way to undo it."""
    row = _import(edition, identifier)
    context = {"edition": row.edition, "import": row, "counts": describe_counts(row.summary)}
    return render(request, "convene/timetable/import_done.html", context)


@officers_only(may_import)
@require_POST
def undo(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Undo an import, or say what stands in the way."""
    row = _import(edition, identifier)
    try:
        undo_import(actor, row)
    except ImportRefusedError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The import is undone; the draft is as it was before."))
    return redirect("convene:import-done", row.edition.slug, row.public_id)


def _plan(edition: Edition, token: str) -> Plan | None:
    """Return the plan for an upload, None where it is gone or cannot be read any more."""
    kept = find_upload(token, edition)
    try:
        return plan_upload(kept, edition) if kept else None
    except ScheduleFileError:
        return None


def _take_over(request: HttpRequest, actor: Actor, edition: Edition, token: str, plan: Plan) -> HttpResponse:
    try:
        row = apply_import(actor, plan)
    except StalePlanError as error:
        messages.warning(request, str(error))
        return redirect("convene:import-preview", edition.slug, token)
    discard_upload(token)
    if row is None:
        messages.success(request, _("Nothing changes."))
        return redirect("convene:import", edition.slug)
    return redirect("convene:import-done", edition.slug, row.public_id)


def _import(edition: str, identifier: str) -> ScheduleImport:
    rows = ScheduleImport.objects.select_related("edition")
    return get_object_or_404(rows, edition__slug=edition, public_id=identifier)
