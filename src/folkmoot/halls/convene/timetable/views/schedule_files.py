"""The programme as files of other tools: calendars to subscribe to, schedules, a table, a workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from folkmoot.halls.convene.timetable.bundles import NothingThereError
from folkmoot.halls.convene.timetable.exporters import icalendar
from folkmoot.halls.convene.timetable.exporters.formats import FORMATS
from folkmoot.halls.convene.timetable.exporters.icalendar import write_icalendar
from folkmoot.halls.convene.timetable.exporters.selection import Selection
from folkmoot.halls.convene.timetable.exporters.source import Source
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.views.released import INCOMPLETE, cached, full, incomplete
from folkmoot.kit.download import download
from folkmoot.kit.languages import is_tag

Writing = Callable[[Source], bytes]
SUBJECTS = {"session": "session", "speaker": "person", "room": "room", "forum": "forum"}


@require_safe
def schedule(request: HttpRequest, edition: str, suffix: str) -> HttpResponse:
    """Return the whole programme in one of the formats."""
    chosen = FORMATS[suffix]
    return _answer(request, edition, f"{edition}.{suffix}", chosen.media_type, chosen.write)


@require_safe
def day_calendar(request: HttpRequest, edition: str, day: date) -> HttpResponse:
    """Return the calendar of a day."""
    return _calendar(request, edition, Selection("day", day.isoformat()), day.isoformat())


@require_safe
def part_calendar(request: HttpRequest, edition: str, kind: str, identifier: str) -> HttpResponse:
    """Return the calendar of a session, speaker, room or forum; search engines leave those of people alone."""
    response = _calendar(request, edition, Selection(kind, full(SUBJECTS[kind], identifier)), f"{kind}-{identifier}")
    if kind == "speaker":
        response["X-Robots-Tag"] = "noindex"
    return response


def _calendar(request: HttpRequest, edition: str, selection: Selection, name: str) -> HttpResponse:
    def write(source: Source) -> bytes:
        return write_icalendar(source, selection)

    return _answer(request, edition, f"{edition}-{name}.ics", icalendar.MEDIA_TYPE, write)


def _answer(request: HttpRequest, edition: str, name: str, media_type: str, write: Writing) -> HttpResponse:
    """Answer with a file of the current release, once per reader; `?language=` chooses the language of its texts."""
    language = request.GET.get("language", "")
    if language and not is_tag(language):
        raise BadRequest(_("“%(tag)s” is no language tag; one looks like zh-Hans.") % {"tag": language[:40]})
    published = Published.of(edition)
    if published is None:
        raise Http404(f"The edition {edition} has no release.")
    tag = published.tag(f"file {language}")
    try:
        response = get_conditional_response(request, etag=tag) or _written(published, language, name, media_type, write)
    except INCOMPLETE as error:
        return incomplete(request, edition, error)
    return cached(response, tag.strip('"'))


def _written(published: Published, language: str, name: str, media_type: str, write: Writing) -> HttpResponse:
    try:
        return download(name, write(Source.of(published, language)), media_type)
    except NothingThereError as error:
        raise Http404(f"The released programme does not hold {error}.") from error
