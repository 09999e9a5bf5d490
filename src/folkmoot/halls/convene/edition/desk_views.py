"""Officers' pages that open and amend editions: a form, a page with exactly what will be recorded, and the act."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from folkmoot.canon import canonical, digest
from folkmoot.halls.convene.edition.acts import (
    EDITION_AMENDED,
    EDITION_OPENED,
    EditionState,
    amend_edition,
    open_edition,
)
from folkmoot.halls.convene.edition.enums import EditionStatus
from folkmoot.halls.convene.edition.forms import EditionForm
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import official_state
from folkmoot.halls.convene.edition.rights import may_amend, may_open
from folkmoot.halls.members.body.queries import the_body
from folkmoot.halls.record.log.queries import seal_of
from folkmoot.kit.access import officers_only
from folkmoot.kit.act import public_json
from folkmoot.kit.actor import Actor, office_name
from folkmoot.kit.versions import Words

PERFORM = "perform"
BACK = "back"


@dataclass(frozen=True)
class Line:
    """A field that will be recorded, in words; `before` where it changes."""

    label: str
    words: list[Words]
    before: list[Words] | None = None


@officers_only(may_open)
@require_http_methods(["GET", "HEAD", "POST"])
def open_new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Ask what an edition is to be, show what will be recorded, and open it."""
    body = the_body()
    new: dict[str, Any] = {"zone": body.zone if body else "UTC", "languages": list(body.languages) if body else []}
    data = request.POST if request.method == "POST" else None
    form = EditionForm(None, data, day_change="06:00", status=EditionStatus.PREPARED, **new)
    if data is None or not form.is_valid() or data.get("step") == BACK:
        return render(request, "convene/edition/edit.html", {"form": form})
    state = form.state(form.cleaned_data)
    if not _is_confirmed(request, state):
        return _review(request, actor, form, state)
    said = dict(form.cleaned_data)
    edition = open_edition(actor, said.pop("slug"), said.pop("year"), **said)
    return _done(request, edition, _("The edition is opened; this is act %(place)s of the record."))


@officers_only(may_amend)
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """Ask what changes, show what will be recorded, and amend; what others recorded meanwhile is shown first."""
    convened = get_object_or_404(Edition, slug=edition)
    data = request.POST if request.method == "POST" else None
    form = EditionForm(convened, data)
    if data is None or not form.is_valid() or data.get("step") == BACK:
        return render(request, "convene/edition/edit.html", {"edition": convened, "form": form})
    settled = form.settle()
    if settled.others:
        form = EditionForm(convened, settled=settled)
        return render(request, "convene/edition/edit.html", {"edition": convened, "form": form})
    if not settled.changed:
        messages.success(request, _("Nothing changes."))
        return redirect("convene:edition-amend", edition)
    state = form.state(settled.changed)
    if not _is_confirmed(request, state):
        return _review(request, actor, form, state)
    amend_edition(actor, convened, **settled.changed)
    return _done(request, convened, _("The edition is amended; this is act %(place)s of the record."))


def _is_confirmed(request: HttpRequest, state: EditionState) -> bool:
    """Whether exactly this was seen on the review page."""
    return request.POST.get("step") == PERFORM and request.POST.get("fingerprint") == _fingerprint(state)


def _fingerprint(state: EditionState) -> str:
    return digest(canonical(public_json(state)))


def _review(request: HttpRequest, actor: Actor, form: EditionForm, state: EditionState) -> HttpResponse:
    """Show exactly what will be recorded, in words and as the entry will hold it."""
    context = {
        "edition": form.edition,
        "form": form,
        "kind": EDITION_AMENDED if form.edition else EDITION_OPENED,
        "office": office_name(actor.office),
        "lines": _lines(form, state),
        "payload": json.dumps(public_json(state), ensure_ascii=False, indent=2, sort_keys=True),
        "fingerprint": _fingerprint(state),
        "typed": _typed(request),
    }
    return render(request, "convene/edition/review.html", context)


def _lines(form: EditionForm, state: EditionState) -> list[Line]:
    before = official_state(form.edition) if form.edition else {}
    lines = []
    for name in (field.name for field in fields(state)):
        value = getattr(state, name)
        if name not in form.fields:
            lines.append(Line(_("Short name in addresses"), [Words(str(value))]))
            continue
        changes = form.edition is not None and before[name] != value
        was = form.words(name, before[name]) if changes else None
        lines.append(Line(str(form.label_of(name)), form.words(name, value), was))
    return lines


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was typed, to be sent again unchanged."""
    ours = {"step", "fingerprint", "csrfmiddlewaretoken"}
    return [(name, str(value)) for name, values in request.POST.lists() if name not in ours for value in values]


def _done(request: HttpRequest, edition: Edition, sentence: str) -> HttpResponse:
    seal: Any = seal_of(edition.address)
    messages.success(request, sentence % {"place": seal.place if seal else "?"})
    return redirect("site:desk")
