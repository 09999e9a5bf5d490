"""The page before the act: exactly what publishing will record, and when."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from folkmoot.halls.members.body.queries import the_body
from folkmoot.halls.record.log.queries import seal_of
from folkmoot.halls.site.page.acts import publish_page
from folkmoot.halls.site.page.drafts import plan_publication
from folkmoot.halls.site.page.enums import Status
from folkmoot.halls.site.page.forms import PublishForm
from folkmoot.halls.site.page.freezing import FrozenPage, NothingToPublishError, freeze
from folkmoot.halls.site.page.models import Page
from folkmoot.halls.site.page.rights import may_publish
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor


@officers_only(may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, actor: Actor, identifier: str) -> HttpResponse:
    """Show what will be recorded; on confirmation publish it, now or at the stated time."""
    page = get_object_or_404(Page, public_id=identifier)
    try:
        frozen = freeze(page)
    except NothingToPublishError:
        messages.error(request, _("A page needs a title and a text before it can be published."))
        return redirect("site:page-edit", page.public_id)
    if page.status == Status.PUBLISHED and frozen.document == page.document:
        messages.info(request, _("The draft says what is public already; there is nothing to publish."))
        return redirect("site:page-edit", page.public_id)
    body = the_body()
    form = PublishForm(body.zone if body else "UTC", request.POST if request.method == "POST" else None)
    same = request.POST.get("fingerprint") == frozen.fingerprint()
    if request.method == "POST" and form.is_valid() and same:
        return _perform(request, actor, page, form)
    context = {"changed_meanwhile": request.method == "POST" and not same, "form": form}
    return render(request, "site/page/publish.html", context | _review(actor, page, frozen))


def _review(actor: Actor, page: Page, frozen: FrozenPage) -> dict[str, Any]:
    tags = sorted({tag for text in (page.title, page.lead, page.body) for tag, _value in text})
    return {
        "page": page,
        "office": actor.office,
        "fingerprint": frozen.fingerprint(),
        "versions": [
            (tag, [_in(text, tag) for text in (page.title, page.lead, page.body)], tag == page.title.original)
            for tag in tags
        ],
    }


def _in(text: Any, tag: str) -> Any:
    """Return a text in exactly this language, as a text of its own."""
    return type(text).of(text.texts[tag], tag) if text.texts.get(tag) else None


def _perform(request: HttpRequest, actor: Actor, page: Page, form: PublishForm) -> HttpResponse:
    if form.stated:
        plan_publication(actor, page, form.stated)
        messages.success(request, _("The text is frozen and will be published at the stated time."))
        return redirect("site:page-desk")
    publish_page(actor, page)
    seal = seal_of(page.address)
    messages.success(
        request, _("Published; it is act %(place)s of the record.") % {"place": seal.place if seal else ""}
    )
    return redirect("site:page-desk")
