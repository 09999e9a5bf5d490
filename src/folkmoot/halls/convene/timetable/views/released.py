"""What all pages of a release have in common: where they read, how they are cached, what stands at their foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import edition_called
from folkmoot.halls.convene.timetable.addresses import reader_language
from folkmoot.halls.convene.timetable.published import Published

FRESH = 60

Page = Callable[..., HttpResponse]


def of_release(page: Page) -> Page:
    """Answer from the current release: not again when the reader has it, and with a page of its own before it.

    The page gets the request, what is published, and what its address says besides the edition.
    """

    @require_safe
    @wraps(page)
    def answer(request: HttpRequest, edition: str, **place: Any) -> HttpResponse:
        published = Published.of(edition)
        if published is None:
            return unreleased(request, edition)
        tag = published.tag(reader_language())
        response = get_conditional_response(request, etag=tag) or page(request, published, **place)
        response["ETag"] = tag
        patch_cache_control(response, public=True, max_age=FRESH)
        return response

    return answer


def unreleased(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that nothing has been released yet; an edition that does not exist is not found."""
    try:
        edition = edition_called(slug)
    except Edition.DoesNotExist:
        raise Http404(f"There is no edition {slug}.") from None
    response = render(request, "convene/timetable/unreleased.html", {"edition": edition})
    patch_cache_control(response, public=True, max_age=FRESH)
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
