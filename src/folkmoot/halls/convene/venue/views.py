"""Officers' pages about the venues and rooms of an edition."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.venue.drafts import change_room, change_venue, draft_room, draft_venue
from folkmoot.halls.convene.venue.forms import RoomForm, VenueForm
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.halls.convene.venue.rights import may_draft
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor
from folkmoot.kit.forms import NotedForm
from folkmoot.kit.versions import held


@officers_only(may_draft)
@require_safe
def drafts(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """List the venues of an edition with their rooms, as drafted."""
    convened = get_object_or_404(Edition, slug=edition)
    venues = convened.venues.prefetch_related("rooms")
    return render(request, "convene/venue/drafts.html", {"edition": convened, "venues": venues})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def add_venue(request: HttpRequest, actor: Actor, edition: str) -> HttpResponse:
    """Draft a new venue."""
    convened = get_object_or_404(Edition, slug=edition)
    form = VenueForm(convened, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        draft_venue(convened, **form.cleaned_data)
        return _kept(request, form, edition)
    return render(request, "convene/venue/edit.html", {"edition": convened, "form": form})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_venue(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Change a venue; what somebody else saved meanwhile is shown before anything is."""
    with held(request, Venue.objects.select_related("edition")) as venues:
        venue = get_object_or_404(venues, edition__slug=edition, public_id=identifier)
        form = VenueForm(venue.edition, venue, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            settled = form.settle()
            if not settled.others:
                change_venue(venue, **settled.changed)
                return _kept(request, form, edition)
            form = VenueForm(venue.edition, venue, settled=settled)
    return render(request, "convene/venue/edit.html", {"edition": venue.edition, "venue": venue, "form": form})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def add_room(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Draft a new room of a venue."""
    venues = Venue.objects.select_related("edition")
    venue = get_object_or_404(venues, edition__slug=edition, public_id=identifier)
    form = RoomForm(venue, None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        draft_room(venue, **form.cleaned_data)
        return _kept(request, form, edition)
    return render(request, "convene/venue/room.html", {"edition": venue.edition, "venue": venue, "form": form})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_room(request: HttpRequest, actor: Actor, edition: str, identifier: str) -> HttpResponse:
    """Change a room; what somebody else saved meanwhile is shown before anything is."""
    with held(request, Room.objects.select_related("venue__edition")) as rooms:
        room = get_object_or_404(rooms, venue__edition__slug=edition, public_id=identifier)
        form = RoomForm(room.venue, room, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            settled = form.settle()
            if not settled.others:
                change_room(room, **settled.changed)
                return _kept(request, form, edition)
            form = RoomForm(room.venue, room, settled=settled)
    context = {"edition": room.venue.edition, "venue": room.venue, "room": room, "form": form}
    return render(request, "convene/venue/room.html", context)


def _kept(request: HttpRequest, form: NotedForm, edition: str) -> HttpResponse:
    for note in form.notes:
        messages.warning(request, note)
    messages.success(request, _("The draft is saved. Public pages follow with the next release."))
    return redirect("convene:venue-drafts", edition)
