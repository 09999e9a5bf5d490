"""Officers' pages about the draft of a speaker."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.speaker.drafts import invite_speaker, revise_speaker
from folkmoot.halls.convene.speaker.forms import SpeakerForm
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.speaker.queries import drafted_speakers, name_was_frozen, speakers_numbered
from folkmoot.halls.convene.speaker.rights import may_draft
from folkmoot.halls.members.person.enums import NameShown
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor
from folkmoot.kit.versions import held

PAGE_LENGTH = 50


@officers_only(may_draft)
@require_safe
def drafts(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """List the speakers of an edition as drafted; filters stand in the address."""
    convened = get_object_or_404(Edition, slug=edition)
    chosen = {name: request.GET.get(name, "")[:100] for name in ("words", "shown")}
    page = Paginator(drafted_speakers(convened, **chosen), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "edition": convened,
        "page": page,
        "speakers": speakers_numbered(page.object_list),
        "chosen": chosen,
        "ways": NameShown.choices,
    }
    return render(request, "convene/speaker/drafts.html", context)


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """Write down a person who takes part."""
    convened = get_object_or_404(Edition, slug=edition)
    form = SpeakerForm(convened, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _kept(request, form, invite_speaker(convened, **form.cleaned_data))
    return render(request, "convene/speaker/edit.html", {"edition": convened, "form": form})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Change how a person takes part; what somebody else saved meanwhile is shown before anything is."""
    convened = get_object_or_404(Edition, slug=edition)
    speakers = Speaker.objects.select_related("person", "organisation", "edition")
    with held(request, speakers, "self", "person") as rows:
        speaker = get_object_or_404(rows, edition=convened, public_id=identifier)
        if speaker.person.erased:
            context = {"edition": convened, "speaker": speaker}
            return render(request, "convene/speaker/erased.html", context, status=410)
        form = SpeakerForm(convened, speaker, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            settled = form.settle()
            if not settled.others:
                return _kept(request, form, revise_speaker(speaker, **settled.changed))
            form = SpeakerForm(convened, speaker, settled=settled)
    return render(request, "convene/speaker/edit.html", {"edition": convened, "speaker": speaker, "form": form})


def _kept(request: HttpRequest, form: SpeakerForm, speaker: Speaker) -> HttpResponse:
    for note in form.notes:
        messages.warning(request, note)
    if speaker.shown == NameShown.PSEUDONYM and name_was_frozen(speaker):
        messages.warning(request, _(
            "A release of this edition shows this person's own name already: whoever compares the releases can tell "
            "whose pseudonym this is."
        ))  # fmt: skip
    messages.success(request, _("The draft is saved. Public pages follow with the next release."))
    return redirect("convene:speaker-edit", speaker.edition.slug, speaker.public_id)
