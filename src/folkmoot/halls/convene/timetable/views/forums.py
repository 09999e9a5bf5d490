"""The forums, and the programme of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from folkmoot.halls.convene.forum.enums import ForumKind
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rows import EDGES, Lister
from folkmoot.halls.convene.timetable.views.released import full, of_release, show

RANKS = {choice.value: choice.label for choice in ForumKind}


@of_release
def forums(request: HttpRequest, published: Published) -> HttpResponse:
    """List the forums in their order, with how many sessions each has."""
    counts: dict[str, int] = {}
    for session in published.programme.sessions:
        if session.forum:
            counts[session.forum.id] = counts.get(session.forum.id, 0) + 1
    rows = [
        {
            "forum": forum,
            "rank": RANKS.get(forum.rank, forum.rank),
            "edge": f"edge-{forum.place % EDGES + 1}",
            "path": published.addresses.of("forum", forum.id),
            "count": counts.get(forum.id, 0),
        }
        for forum in published.programme.forums
    ]
    return show(request, published, "forums", {"forums": rows}, bundle=published.addresses.file("skeleton"))


@of_release
def forum(request: HttpRequest, published: Published, identifier: str) -> HttpResponse:
    """Show the sessions of a forum, day by day."""
    address = full("forum", identifier)
    found = next((forum for forum in published.programme.forums if forum.id == address), None)
    if found is None:
        raise Http404(f"The released programme has no forum {address}.")
    lister = Lister(published.programme, published.addresses)
    held = [o for o in lister.occurrences() if o.session.forum and o.session.forum.id == address]
    waiting = [s for s in published.programme.unscheduled if s.forum and s.forum.id == address]
    context = {
        "forum": found,
        "rank": RANKS.get(found.rank, found.rank),
        "edge": f"edge-{found.place % EDGES + 1}",
        "listed": lister.by_day(held),
        "without_time": lister.without_time(waiting),
        "hide_forum": True,
    }
    return show(request, published, "forum", context, bundle=published.addresses.file("forum", identifier=identifier))
