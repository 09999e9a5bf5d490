"""Officers' pages about the forums of an edition."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.drafts import change_forum, draft_forum
from folkmoot.halls.convene.forum.forms import ForumForm
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.forum.rights import may_draft
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor
from folkmoot.kit.versions import held


@officers_only(may_draft)
@require_safe
def drafts(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """List the forums of an edition as drafted."""
    convened = get_object_or_404(Edition, slug=edition)
    forums = convened.forums.annotate(held=Count("sessions")).order_by("order", "id")
    return render(request, "convene/forum/drafts.html", {"edition": convened, "forums": forums})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """Draft a new forum."""
    convened = get_object_or_404(Edition, slug=edition)
    form = ForumForm(convened, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        draft_forum(convened, **form.cleaned_data)
        return _kept(request, form, edition)
    return render(request, "convene/forum/edit.html", {"edition": convened, "form": form})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Change a forum; what somebody else saved meanwhile is shown before anything is."""
    with held(request, Forum.objects.select_related("edition")) as forums:
        forum = get_object_or_404(forums, edition__slug=edition, public_id=identifier)
        form = ForumForm(forum.edition, forum, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            settled = form.settle()
            if not settled.others:
                change_forum(forum, **settled.changed)
                return _kept(request, form, edition)
            form = ForumForm(forum.edition, forum, settled=settled)
    return render(request, "convene/forum/edit.html", {"edition": forum.edition, "forum": forum, "form": form})


def _kept(request: HttpRequest, form: ForumForm, edition: str) -> HttpResponse:
    for note in form.notes:
        messages.warning(request, note)
    messages.success(request, _("The draft is saved. Public pages follow with the next release."))
    return redirect("convene:forum-drafts", edition)
