"""Pages and news in public, as they were published and never as they are drafted."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from folkmoot.halls.record.log import queries as log
from folkmoot.halls.site.page.enums import Section, Status
from folkmoot.halls.site.page.models import Page
from folkmoot.halls.site.page.queries import page_at, published_news, published_text, withheld_by
from folkmoot.kit.download import download_json

PAGE_LENGTH = 20
# Readers look for these from the first day on; before they are published they say so.
AWAITED = frozenset({"accessibility", "privacy"})


@require_safe
def show_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page."""
    page = page_at(Section.PAGE, slug)
    if page is not None and page.status == Status.PUBLISHED:
        return _shown(request, page)
    if slug in AWAITED:
        return render(request, "site/page/awaited.html", {"slug": slug})
    return _gone(request, page)


@require_safe
def show_news_item(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a piece of news."""
    page = page_at(Section.NEWS, slug)
    if page is not None and page.status == Status.PUBLISHED:
        return _shown(request, page)
    return _gone(request, page)


@require_safe
def show_news(request: HttpRequest) -> HttpResponse:
    """List the news, newest first."""
    page = Paginator(published_news(), PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "site/page/news.html", {"page": page})


@require_safe
def send_bundle(request: HttpRequest, section: str, slug: str) -> HttpResponse:
    """Send what is needed to check a page: the entry, its document and its sheet."""
    page = page_at(section, slug)
    if page is None or page.status != Status.PUBLISHED:
        raise Http404
    entry = log.last_entry_of(page.address)
    if entry is None:
        raise Http404
    return download_json(f"{section}-{slug}.json", log.bundle(entry, [published_text(page).sheet]))


def _shown(request: HttpRequest, page: Page) -> HttpResponse:
    text = published_text(page)
    context: dict[str, Any] = {
        "page": page,
        "text": text,
        "seal": log.seal_of(page.address),
        "bundle": reverse("site-files:bundle", args=[page.section, page.slug]),
    }
    if not text.withheld:
        return render(request, "site/page/page.html", context)
    context["act"] = withheld_by(text.sheet)
    return render(request, "site/page/withheld.html", context, status=410)


def _gone(request: HttpRequest, page: Page | None) -> HttpResponse:
    """Say that a page was withdrawn; of a draft nothing is said at all."""
    if page is None:
        raise Http404
    context = {"page": page, "seal": log.seal_of(page.address)}
    return render(request, "site/page/withdrawn.html", context, status=410)
