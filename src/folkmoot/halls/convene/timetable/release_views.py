"""The release desk: a form, a page that shows exactly what will be recorded, and the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from folkmoot.audit.programme import PersonSheet, Session
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.acts import release_timetable
from folkmoot.halls.convene.timetable.comparing import Changes, Move
from folkmoot.halls.convene.timetable.conflicts import conflicts_in
from folkmoot.halls.convene.timetable.drafts import plan_release, withdraw_plan
from folkmoot.halls.convene.timetable.models import PlannedRelease
from folkmoot.halls.convene.timetable.queries import (
    Pending,
    current_release,
    pending_release,
    planned_releases,
)
from folkmoot.halls.convene.timetable.release_forms import ReleaseForm
from folkmoot.halls.convene.timetable.rights import may_draft
from folkmoot.halls.convene.timetable.wording import WHAT_CHANGED, count_changes
from folkmoot.halls.record.log.queries import seal_of
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor, office_name

CONFLICTS_SHOWN = 100
PERFORM = "perform"


@dataclass(frozen=True)
class Line:
    """One difference: a session or a person, where to change it, and what differs."""

    path: str
    session: Session | None = None
    person: PersonSheet | None = None
    what: Sequence[str] = ()
    move: Move | None = None


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """Ask for a release, show what it would record, and perform it."""
    convened = get_object_or_404(Edition, slug=edition)
    form = ReleaseForm(convened, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _desk(request, convened, form)
    pending = pending_release(convened, form.cleaned_data["name"], erratum=form.cleaned_data["erratum"])
    if pending is None:
        return _desk(request, convened, form)
    if request.POST.get("step") == PERFORM and request.POST.get("fingerprint") == pending.fingerprint:
        return _perform(request, actor, convened, form)
    return _review(request, actor, convened, form, pending)


@officers_only(may_draft)
@require_POST
def withdraw(request: HttpRequest, actor: Actor, edition: str, number: int) -> HttpResponse:
    """Give up a planned release."""
    planned = get_object_or_404(PlannedRelease, edition__slug=edition, pk=number)
    withdraw_plan(planned)
    messages.success(request, _("The planned release is withdrawn; nothing of it was published."))
    return redirect("convene:release-desk", edition)


def _desk(request: HttpRequest, edition: Edition, form: ReleaseForm) -> HttpResponse:
    """Show the form, and what is planned already."""
    context = {
        "edition": edition,
        "form": form,
        "current": current_release(edition),
        "planned": planned_releases(edition),
        "empty": not edition.sessions.exclude(status="draft").exists(),
    }
    return render(request, "convene/timetable/release_desk.html", context)


def _review(request: HttpRequest, actor: Actor, edition: Edition, form: ReleaseForm, pending: Pending) -> HttpResponse:
    """Show exactly what will be recorded."""
    conflicts = conflicts_in(edition)
    context: dict[str, Any] = {
        "edition": edition,
        "form": form,
        "office": office_name(actor.office),
        "number": pending.before.number + 1 if pending.before else 1,
        "pending": pending,
        "differences": differences(edition, pending.changes) if pending.changes else {},
        "counts": count_changes(pending.changes),
        "zone": pending.programme.zone,
        "conflicts": conflicts[:CONFLICTS_SHOWN],
        "more_conflicts": max(0, len(conflicts) - CONFLICTS_SHOWN),
        "typed": _typed(request),
        "changed_meanwhile": request.POST.get("step") == PERFORM,
    }
    return render(request, "convene/timetable/release_review.html", context)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was typed, to be sent again unchanged."""
    ours = {"step", "fingerprint", "csrfmiddlewaretoken"}
    return [(name, str(value)) for name, values in request.POST.lists() if name not in ours for value in values]


def _perform(request: HttpRequest, actor: Actor, edition: Edition, form: ReleaseForm) -> HttpResponse:
    said = form.cleaned_data
    if form.stated:
        plan_release(actor, edition, form.stated, said["name"], said["announcement"], erratum=said["erratum"])
        messages.success(request, _("The release is frozen and will be published at the stated time."))
        return redirect("convene:release-desk", edition.slug)
    made = release_timetable(actor, edition, said["name"], said["announcement"], erratum=said["erratum"])
    seal = seal_of(made.address)
    message = _("Release %(number)s is public; it is act %(place)s of the record.")
    messages.success(request, message % {"number": made.number, "place": seal.place if seal else "?"})
    return redirect("convene:release-desk", edition.slug)


def differences(edition: Edition, changes: Changes) -> dict[str, list[Line]]:
    """Return what a release changes as lines by kind, each with the form where it can be corrected."""

    def line(session: Session, **more: Any) -> Line:
        path = reverse("convene:session-edit", args=[edition.slug, session.id.partition(":")[2]])
        return Line(path, session, **more)

    speakers = (
        {name: s.public_id for s in edition.speakers.select_related("person") for name in (s.person.address, s.alias)}
        if changes.people
        else {}
    )
    return {
        "new": [line(session) for session in changes.new],
        "moved": [line(move.session, move=move) for move in changes.moved],
        "edited": [line(edit.session, what=[str(WHAT_CHANGED[name]) for name in edit.what]) for edit in changes.edited],
        "cancelled": [line(session) for session in changes.cancelled],
        "reinstated": [line(session) for session in changes.reinstated],
        "withdrawn": [line(session) for session in changes.withdrawn],
        "people": [
            Line(reverse("convene:speaker-edit", args=[edition.slug, speakers[person.id]]), person=person)
            for person in changes.people if person.id in speakers
        ],
    }  # fmt: skip
