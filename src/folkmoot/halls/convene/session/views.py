"""Officers' pages about the draft of a session: the list, the form, cancelling and taking out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.drafts import cancel_session, draft_session, revise_session, withdraw_session
from folkmoot.halls.convene.session.enums import SessionStatus
from folkmoot.halls.convene.session.forms import SessionEditor
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.session.queries import drafted_sessions
from folkmoot.halls.convene.session.rights import may_draft
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor
from folkmoot.kit.versions import held

PAGE_LENGTH = 50


@officers_only(may_draft)
@require_safe
def drafts(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """List the sessions of an edition as drafted; filters stand in the address."""
    convened = get_object_or_404(Edition, slug=edition)
    chosen = {name: request.GET.get(name, "")[:100] for name in ("words", "forum", "status")}
    page = Paginator(drafted_sessions(convened, **chosen), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "edition": convened, "page": page, "chosen": chosen, "forums": convened.forums.all(),
        "statuses": SessionStatus.choices,
    }  # fmt: skip
    return render(request, "convene/session/drafts.html", context)


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """Draft a new session."""
    convened = get_object_or_404(Edition, slug=edition)
    editor = SessionEditor(convened, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and editor.is_valid():
        session = draft_session(convened, slots=editor.slot_rows, parts=editor.part_rows or [], **editor.form.changes)
        return _kept(request, editor, session)
    return render(request, "convene/session/edit.html", {"edition": convened, "editor": editor})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Change a session; what somebody else saved meanwhile is shown before anything is."""
    with held(request, Session.objects.select_related("edition", "forum")) as sessions:
        session = sessions.filter(edition__slug=edition, public_id=identifier).first()
        if session is None:
            return _gone(request, edition)
        editor = SessionEditor(session.edition, session, request.POST if request.method == "POST" else None)
        if request.method == "POST" and editor.is_valid():
            settled = editor.settle()
            if not settled.others:
                _revise(session, editor, settled.changed)
                return _kept(request, editor, session)
            editor = SessionEditor(session.edition, session, settled=settled)
    context = {"edition": session.edition, "session": session, "editor": editor}
    return render(request, "convene/session/edit.html", context)


def _revise(session: Session, editor: SessionEditor, changed: dict[str, Any]) -> None:
    """Write what was changed and nothing else."""
    fields = {name: value for name, value in changed.items() if name not in ("slots", "parts")}
    revise_session(
        session,
        editor.form.as_drafted(fields),
        slots=editor.slot_rows if "slots" in changed else None,
        parts=editor.part_rows if "parts" in changed else None,
    )


@officers_only(may_draft)
@require_POST
def cancel(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Cancel a session: the programme goes on showing it, marked."""
    if (session := _session(edition, identifier)) is None:
        return _gone(request, edition)
    cancel_session(session)
    messages.success(request, _("The session is cancelled in the draft; the next release says so."))
    return redirect("convene:session-edit", edition, identifier)


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Say what taking a session out of the draft means, and do it."""
    if (session := _session(edition, identifier)) is None:
        return _gone(request, edition)
    if request.method != "POST":
        context = {"edition": session.edition, "session": session}
        return render(request, "convene/session/withdraw.html", context)
    withdraw_session(session)
    messages.success(
        request, _("The session is taken out of the draft; if it was public, the next release shows it as withdrawn.")
    )
    return redirect("convene:session-drafts", edition)


def _session(edition: str, identifier: str) -> Session | None:
    """Return a session of this edition and no other."""
    sessions = Session.objects.select_related("edition", "forum")
    return sessions.filter(edition__slug=edition, public_id=identifier).first()


def _gone(request: HttpRequest, edition: str) -> HttpResponse:
    """Say that there is no such session in this edition's draft (any more)."""
    convened = get_object_or_404(Edition, slug=edition)
    return HttpResponseNotFound(render(request, "convene/session/gone.html", {"edition": convened}).content)


def _kept(request: HttpRequest, editor: SessionEditor, session: Session) -> HttpResponse:
    for note in editor.notes:
        messages.warning(request, note)
    messages.success(request, _("The draft is saved. Public pages follow with the next release."))
    return redirect("convene:session-edit", session.edition.slug, session.public_id)
