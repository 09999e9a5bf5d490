"""What all pages of a release have in common: where they read, how they are kept, what stands at their foot."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from folkmoot.audit.programme import NotAuthenticError
from folkmoot.canon import NotCanonicalError
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import edition_called
from folkmoot.halls.convene.timetable.addresses import reader_language
from folkmoot.halls.convene.timetable.currency import current
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.rendered import Rendered, discard_pages, find_page, keep_page
from folkmoot.halls.record.log.models import Document, Entry

FRESH = 60
KEPT = frozenset({200, 410})
INCOMPLETE = (NotAuthenticError, NotCanonicalError, Document.DoesNotExist, Entry.DoesNotExist)
_GZIP = re.compile(r"gzip")

Page = Callable[..., HttpResponse]

logger = logging.getLogger("folkmoot.pages")


def with_filters(**known: str) -> Callable[[Page], Page]:
    """Answer from the current release: from a file, not again when the reader has it, and before it with a page.

    The page gets the request, what is published, and what its address says besides the edition. `known` are the
    parameters it looks at, each with the pattern of its values; all others are taken out of the request, so that
    they neither fill the disk nor reach the page.
    """

    def decorate(page: Page) -> Page:
        @require_safe
        @wraps(page)
        def answer(request: HttpRequest, edition: str, **place: Any) -> HttpResponse:
            asked = _narrow(request, known)
            facts = current()
            tag = facts.tag(edition, reader_language())
            if tag is None:
                return unreleased(request, edition)
            confirmed = get_conditional_response(request, etag=f'"{tag}"')
            if confirmed:
                return cached(confirmed, tag)
            address = _address(request, asked)
            wants_gzip = bool(_GZIP.search(request.headers.get("Accept-Encoding", "")))
            kept = find_page(tag, address, compressed=wants_gzip) if address else None
            if kept:
                return cached(kept.response(), tag)
            published = Published.of(edition, facts.standing)
            if published is None:
                return unreleased(request, edition)
            return _made(request, published, lambda: page(request, published, **place), tag, address)

        return answer

    return decorate


of_release = with_filters()


def _made(
    request: HttpRequest, published: Published, page: Callable[[], HttpResponse], tag: str, address: str
) -> HttpResponse:
    """Render a page and keep it, unless something was recorded meanwhile: then its key is of the past."""
    edition = published.release.edition.slug
    try:
        response = page()
    except INCOMPLETE as error:
        return incomplete(request, edition, error)
    now = published.tag(reader_language()).strip('"')
    if not address or now != tag or response.status_code not in KEPT or response.cookies:
        return cached(response, now)
    plain = Rendered.of(response)
    packed = plain.compressed()
    keep_page(tag, address, plain, packed)
    if current().tag(edition, reader_language()) != tag:
        discard_pages(tag)
    wants_gzip = bool(_GZIP.search(request.headers.get("Accept-Encoding", "")))
    return cached((packed if wants_gzip else plain).response(), tag)


def cached(response: HttpResponse, tag: str) -> HttpResponse:
    """Say how long an answer may be shown unasked, and what to ask with afterwards; weak where it is compressed."""
    response["ETag"] = f'W/"{tag}"' if "Content-Encoding" in response else f'"{tag}"'
    patch_cache_control(response, public=True, max_age=FRESH, must_revalidate=True)
    return response


def incomplete(request: HttpRequest, edition: str, error: Exception) -> HttpResponse:
    """Say that published documents are missing or are not what their digests say."""
    logger.error("the published documents of %s are incomplete: %s", edition, error)
    response = render(request, "convene/timetable/incomplete.html", status=503)
    patch_cache_control(response, no_store=True)
    return response


def _narrow(request: HttpRequest, known: Mapping[str, str]) -> str:
    """Take out of a request's query what the page does not know; returns what is left."""
    if not request.META.get("QUERY_STRING"):
        return ""
    given = {name: request.GET.get(name, "") for name in sorted(known)}
    asked = urlencode({name: value for name, value in given.items() if re.fullmatch(known[name], value)})
    request.META["QUERY_STRING"] = asked
    request.GET = QueryDict(asked)
    return asked


def _address(request: HttpRequest, asked: str) -> str:
    """Return the address under which a page is kept; none for another spelling of it, as `/changes/01/`."""
    match = request.resolver_match
    if match is None or reverse(match.view_name, kwargs=match.kwargs) != request.path:
        return ""
    return f"{request.path}?{asked}"


def unreleased(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that nothing has been released yet; an edition that does not exist is not found."""
    try:
        edition = edition_called(slug)
    except Edition.DoesNotExist:
        raise Http404(f"There is no edition {slug}.") from None
    response = render(request, "convene/timetable/unreleased.html", {"edition": edition})
    patch_cache_control(response, public=True, max_age=FRESH, must_revalidate=True)
    return response


def show(
    request: HttpRequest,
    published: Published,
    template: str,
    context: dict[str, Any],
    *,
    bundle: str,
    status: int = 200,
) -> HttpResponse:
    """Render a page of a release with its seal; `bundle` is the path of what checks it."""
    common = {
        "here": template,
        "release": published.release,
        "before": published.before,
        "programme": published.programme,
        "edition": published.programme.edition,
        "zone": published.programme.edition["zone"],
        "pages": published.addresses.pages,
        "seal": published.seal,
        "bundle": bundle,
    }
    return render(request, f"convene/timetable/{template}.html", {**common, **context}, status=status)


def full(kind: str, identifier: str) -> str:
    """Return the full identifier for what an address says."""
    return f"{kind}:{identifier}"
