"""The programme as a whole."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from folkmoot.halls.convene.timetable.addresses import reader_language
from folkmoot.halls.convene.timetable.exporters.json_ld import edition_json_ld
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rows import Lister
from folkmoot.halls.convene.timetable.views.days import day_links
from folkmoot.halls.convene.timetable.views.released import of_release, show
from folkmoot.halls.convene.timetable.wording import count_changes

SHORT_PROGRAMME = 120


@of_release
def programme(request: HttpRequest, published: Published) -> HttpResponse:
    """Show all days; a short programme with its sessions, a long one day by day with links."""
    lister = Lister(published.programme, published.addresses)
    occurrences = lister.occurrences()
    context = {
        "days": day_links(published),
        "listed": lister.by_day(occurrences) if len(occurrences) <= SHORT_PROGRAMME else (),
        "without_time": lister.without_time(published.programme.sessions),
        "json_ld": edition_json_ld(Source.of_page(published, reader_language())),
        "changes": count_changes(published.counted),
    }
    return show(request, published, "programme", context, bundle=published.addresses.file("programme"))
