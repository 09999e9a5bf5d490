"""Officers' pages that open an edition from a schedule file: upload, look at what would happen, do it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from folkmoot.halls.convene.edition.acts import EDITION_OPENED
from folkmoot.halls.convene.edition.queries import is_taken
from folkmoot.halls.convene.timetable.importers.applying import apply_import
from folkmoot.halls.convene.timetable.importers.describing import describe
from folkmoot.halls.convene.timetable.importers.document import ScheduleFileError
from folkmoot.halls.convene.timetable.importers.plan import Plan
from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
from folkmoot.halls.convene.timetable.importers.uploads import discard_upload, find_opening, keep_upload
from folkmoot.halls.convene.timetable.opening_forms import OpeningForm, plan_opening
from folkmoot.halls.convene.timetable.rights import may_import
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor, office_name
from folkmoot.kit.languages import language_name

LINES_ON_A_PAGE = 1_000


@officers_only(may_import)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take a file and a short name, or say beside the field what is wrong."""
    form = OpeningForm()
    if request.method == "POST":
        files = request.FILES  # reading them runs the upload handlers, which may refuse
        form = OpeningForm(request.POST, files, refused=request.META.get("folkmoot.upload_refused", ""))
        if form.is_valid() and form.upload is not None:
            return redirect("convene:edition-import-preview", keep_upload(form.upload))
    return render(request, "convene/timetable/opening.html", {"form": form})


@officers_only(may_import)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, actor: Actor, token: str) -> HttpResponse:
    """Show the edition that will be recorded and the draft that will stand in it; on confirmation do both."""
    plan = _plan(token)
    if plan is None or plan.opening is None:
        messages.warning(request, _("The file is not here any more; uploads are kept for a day. Upload it again."))
        return redirect("convene:edition-import")
    if is_taken(plan.opening.slug):
        discard_upload(token)
        sentence = _("There is an edition “%(slug)s” already; choose another.")
        messages.warning(request, sentence % {"slug": plan.opening.slug})
        return redirect("convene:edition-import")
    if request.method == "POST":
        if request.POST.get("seen") == plan.digest:
            return _take_over(request, actor, token, plan)
        messages.warning(request, _("Something was changed since you looked; this is what would happen now."))
    description = describe(plan)
    context = {
        "plan": plan, "opening": plan.opening, "description": description, "kind": EDITION_OPENED,
        "office": office_name(actor.office), "languages": [language_name(tag) for tag in plan.opening.languages],
        "sections": [(s, s.lines[:LINES_ON_A_PAGE], len(s.lines) - LINES_ON_A_PAGE) for s in description.sections],
    }  # fmt: skip
    return render(request, "convene/timetable/opening_preview.html", context)


def _plan(token: str) -> Plan | None:
    """Return the plan for an upload, None where it is gone or cannot be read any more."""
    found = find_opening(token)
    try:
        return plan_opening(*found) if found else None
    except (ScheduleFileError, ImportRefusedError):
        return None


def _take_over(request: HttpRequest, actor: Actor, token: str, plan: Plan) -> HttpResponse:
    row = apply_import(actor, plan)
    discard_upload(token)
    if row is None or plan.opening is None:
        return redirect("site:desk")
    messages.success(request, _("The edition is opened; what the file lacks can be amended from the desk."))
    return redirect("convene:import-done", plan.opening.slug, row.public_id)
