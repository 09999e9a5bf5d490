"""The files behind the pages: what each page is checked with, as canonical JSON, and the feed of changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from folkmoot.canon import canonical
from folkmoot.halls.convene.timetable import bundles, queries
from folkmoot.halls.convene.timetable.bundles import NothingThereError
from folkmoot.halls.convene.timetable.feeds import write_feed
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.views.released import INCOMPLETE, cached, full, incomplete
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.models import Entry

Making = Callable[[Published], tuple[bytes, str]]
JSON_TYPE = "application/json"
ATOM_TYPE = "application/atom+xml; charset=utf-8"


def _answer(request: HttpRequest, edition: str, make: Making) -> HttpResponse:
    """Answer with a file of the current release, once per reader."""
    published = Published.of(edition)
    if published is None:
        raise Http404(f"The edition {edition} has no release.")
    tag = published.tag("")
    try:
        response = get_conditional_response(request, etag=tag) or _written(make, published)
    except INCOMPLETE as error:
        return incomplete(request, edition, error)
    return cached(response, tag.strip('"'))


def _written(make: Making, published: Published) -> HttpResponse | HttpResponseNotModified:
    try:
        content, media_type = make(published)
    except NothingThereError as error:
        raise Http404(f"The released programme does not hold {error}.") from error
    return HttpResponse(content, content_type=media_type)


def _bundle(entry: Entry, sheets: Sequence[str]) -> tuple[bytes, str]:
    return canonical(log.bundle(entry, sheets)), JSON_TYPE


@require_safe
def skeleton(request: HttpRequest, edition: str) -> HttpResponse:
    """Return the skeleton alone: rooms, forums, times."""
    return _answer(request, edition, lambda published: _bundle(published.entry, ()))


@require_safe
def programme(request: HttpRequest, edition: str) -> HttpResponse:
    """Return the whole released programme."""
    return _answer(request, edition, lambda p: _bundle(p.entry, bundles.of_programme(p.programme)))


@require_safe
def speakers(request: HttpRequest, edition: str) -> HttpResponse:
    """Return the skeleton with everybody's sheet."""
    return _answer(request, edition, lambda p: _bundle(p.entry, bundles.of_people(p.programme)))


@require_safe
def day(request: HttpRequest, edition: str, day: date) -> HttpResponse:
    """Return what the page of a day is checked with."""
    return _answer(request, edition, lambda p: _bundle(p.entry, bundles.of_day(p.programme, day)))


@require_safe
def part(request: HttpRequest, edition: str, kind: str, identifier: str) -> HttpResponse:
    """Return what the page of a session, speaker, room or forum is checked with."""
    choose, subject = PARTS[kind]
    choosing = partial(choose, identifier=full(subject, identifier))
    return _answer(request, edition, lambda p: _bundle(p.entry, choosing(p.programme)))


PARTS = {
    "session": (bundles.of_session, "session"),
    "speaker": (bundles.of_speaker, "person"),
    "room": (bundles.of_room, "room"),
    "forum": (bundles.of_forum, "forum"),
}


@require_safe
def release(request: HttpRequest, edition: str, number: int) -> HttpResponse:
    """Return one release whole, also one that later ones replaced."""
    return _answer(request, edition, partial(_release, number=number))


def _release(published: Published, number: int) -> tuple[bytes, str]:
    found = next((r for r in published.history if r.number == number), None)
    entry = log.last_entry_of(found.address) if found else None
    if found is None or entry is None:
        raise NothingThereError(f"release {number}")
    return _bundle(entry, bundles.of_programme(queries.skeleton_of(found.document)))


@require_safe
def feed(request: HttpRequest, edition: str) -> HttpResponse:
    """Return the releases as an Atom feed."""
    return _answer(request, edition, lambda published: (write_feed(published), ATOM_TYPE))
