"""The speakers who are shown, and the page of one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from folkmoot.halls.convene.timetable.directory import Listed, Range, list_people, ranges
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rows import Lister
from folkmoot.halls.convene.timetable.views.released import full, of_release, show, with_filters

PER_PAGE = 200


@with_filters(page="[1-9][0-9]{0,3}")
def speakers(request: HttpRequest, published: Published) -> HttpResponse:
    """List everybody who is shown, by name; a long list in pages."""
    people = list_people(published.programme, published.addresses)
    pages = Paginator(people, PER_PAGE)
    number = int(request.GET.get("page", "1"))
    if number > pages.num_pages:
        raise Http404(f"There are {pages.num_pages} pages of speakers.")
    page = pages.page(number)
    parts: list[Range] = ranges(people, PER_PAGE)
    listed: list[Listed] = list(page.object_list)
    context = {
        "people": listed,
        "ranges": parts if len(parts) > 1 else [],
        "current": page.number,
        "count": len(people),
    }
    return show(request, published, "speakers", context, bundle=published.addresses.file("speakers"))


@of_release
def speaker(request: HttpRequest, published: Published, identifier: str) -> HttpResponse:
    """Show somebody and their sessions; search engines are asked to leave the page alone."""
    found = published.programme.person(full("person", identifier))
    if found is None:
        raise Http404(f"The released programme shows no person:{identifier}.")
    bundle = published.addresses.file("speaker", identifier=identifier)
    if found.withheld:
        act = {"withheld_by": published.withholding(found.sheet)}
        response = show(request, published, "withheld", act, bundle=bundle, status=410)
    else:
        lister = Lister(published.programme, published.addresses)
        held = [o for o in lister.occurrences() if any(part.person.id == found.id for part in o.session.parts)]
        waiting = lister.without_time(published.programme.sessions_of(found.id))
        context = {"person": found, "listed": lister.by_day(held), "without_time": waiting}
        response = show(request, published, "speaker", context, bundle=bundle)
    response["X-Robots-Tag"] = "noindex"
    return response
