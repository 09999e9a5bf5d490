"""Officers' pages about pages and news: the list, the form, the preview, publishing and withdrawing."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from folkmoot.halls.members.body.queries import the_body
from folkmoot.halls.site.page.acts import withdraw_page
from folkmoot.halls.site.page.drafts import AddressFixedError, discard_page, draft_page, revise_page, withdraw_plan
from folkmoot.halls.site.page.enums import Section, Status
from folkmoot.halls.site.page.forms import PageForm
from folkmoot.halls.site.page.models import Page, PlannedPublication
from folkmoot.halls.site.page.queries import PublishedText, pages_drafted
from folkmoot.halls.site.page.rights import may_draft, may_publish
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor

PAGE_LENGTH = 50


@officers_only(may_draft)
@require_safe
def show_desk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List every page and piece of news with where it stands."""
    section = request.GET.get("section", "")
    section = section if section in Section.values else ""
    page = Paginator(pages_drafted(section), PAGE_LENGTH).get_page(request.GET.get("page"))
    body = the_body()
    context = {"page": page, "section": section, "sections": Section.choices, "zone": body.zone if body else "UTC"}
    return render(request, "site/page/desk.html", context)


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Draft a new page or piece of news."""
    form = PageForm(_languages(), None, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _kept(request, form, draft_page(**form.cleaned_data))
    return render(request, "site/page/edit.html", {"form": form})


@officers_only(may_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, actor: Actor, identifier: str) -> HttpResponse:
    """Change a draft."""
    page = get_object_or_404(Page, public_id=identifier)
    form = PageForm(_languages(), page, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _kept(request, form, revise_page(page, **form.cleaned_data))
    return render(request, "site/page/edit.html", {"form": form, "page": page})


@officers_only(may_draft)
@require_safe
def preview(request: HttpRequest, actor: Actor, identifier: str) -> HttpResponse:
    """Show the draft as readers would see it."""
    page = get_object_or_404(Page, public_id=identifier)
    text = PublishedText(page, "", page.title, page.lead, page.body)
    return render(request, "site/page/preview.html", {"page": page, "text": text})


@officers_only(may_publish)
@require_POST
def withdraw(request: HttpRequest, actor: Actor, identifier: str) -> HttpResponse:
    """Withdraw what is public."""
    page = get_object_or_404(Page, public_id=identifier)
    if page.status == Status.PUBLISHED:
        withdraw_page(actor, page)
        messages.success(request, _("The page is withdrawn; its draft stays here."))
    return redirect("site:page-desk")


@officers_only(may_draft)
@require_POST
def discard(request: HttpRequest, actor: Actor, identifier: str) -> HttpResponse:
    """Throw away a draft that was never published."""
    page = get_object_or_404(Page, public_id=identifier)
    try:
        discard_page(page)
    except AddressFixedError:
        messages.error(request, _("It was published or is planned, so it cannot be thrown away."))
    else:
        messages.success(request, _("The draft is thrown away."))
    return redirect("site:page-desk")


@officers_only(may_publish)
@require_POST
def give_up(request: HttpRequest, actor: Actor, identifier: str, number: int) -> HttpResponse:
    """Give up a planned publication."""
    withdraw_plan(get_object_or_404(PlannedPublication, page__public_id=identifier, pk=number))
    messages.success(request, _("The planned publication is given up; nothing of it was published."))
    return redirect("site:page-desk")


def _languages() -> list[str]:
    body = the_body()
    if body is None:
        raise Http404
    return list(body.languages)


def _kept(request: HttpRequest, form: PageForm, page: Page) -> HttpResponse:
    for note in form.notes:
        messages.warning(request, note)
    messages.success(request, _("The draft is saved. Readers see it once it is published."))
    return redirect("site:page-edit", page.public_id)
