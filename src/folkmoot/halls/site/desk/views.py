"""The secretariat's desk: where every edition stands, and what can be done next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from folkmoot.halls.convene.timetable.queries import draft_states
from folkmoot.halls.site.desk.rights import may_work
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor


@officers_only(may_work)
@require_safe
def desk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show every edition with its draft, its release, and what differs."""
    return render(request, "site/desk/desk.html", {"states": draft_states()})
