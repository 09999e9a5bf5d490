"""The record in public: newest acts, one act, the files behind it, and how to check them."""

from __future__ import annotations

from pathlib import Path

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

import folkmoot.audit
from folkmoot.halls.record.log import queries, reading
from folkmoot.halls.record.log.enums import Ground
from folkmoot.halls.record.log.forms import Narrowing
from folkmoot.halls.record.log.models import Document, Entry
from folkmoot.kit.actor import office_name
from folkmoot.kit.download import download, download_json

PAGE_LENGTH = 50


def show_log(request: HttpRequest) -> HttpResponse:
    """Show the newest acts, narrowed as the address says."""
    form = Narrowing(request.GET)
    pages = Paginator(form.entries(), PAGE_LENGTH)
    asked, remark = request.GET.get("page", "1"), ""
    try:
        page = pages.page(asked)
    except InvalidPage:
        page = pages.get_page(asked)
        remark = _("There is no page “%(asked)s”; this is page %(number)s.") % {
            "asked": asked[:20],
            "number": page.number,
        }
    context = {"form": form, "page": page, "remark": remark, "size": queries.record_size(), "seal": _newest_seal()}
    counted = queries.redactions_by_ground()
    context["grounds"] = [(dict(Ground.choices).get(ground, ground), count) for ground, count in counted.items()]
    return render(request, "record/log/index.html", context)


def show_entry(request: HttpRequest, place: int) -> HttpResponse:
    """Show one act: in words, field by field, as bytes, with what it digests."""
    entry = _entry(place)
    context = {
        "entry": entry,
        "office": office_name(entry.fields["actor"]["office"]),
        "person": entry.fields["actor"]["person"],
        "kind": queries.kind_of(entry),
        "subject_page": reading.page_of(entry.subject),
        "fields": reading.fields_of(entry),
        "documents": list(reading.named_documents(entry)),
        "text": bytes(entry.content).decode(),
        "last": queries.record_size() - 1,
        "seal": queries.Seal(entry.place, entry.time, entry.leaf),
    }
    return render(request, "record/log/entry.html", context)


def show_check(request: HttpRequest) -> HttpResponse:
    """Show the script with which anybody checks a page."""
    script = Path(folkmoot.audit.__file__).with_name("check_page.py")
    text = script.read_text(encoding="utf-8") if script.exists() else ""
    return render(request, "record/log/check.html", {"script": text})


def send_script(request: HttpRequest) -> HttpResponse:
    """Send that script as a file."""
    script = Path(folkmoot.audit.__file__).with_name("check_page.py")
    if not script.exists():
        raise Http404
    return download("check_page.py", script.read_bytes(), "text/x-python; charset=utf-8")


def send_entry(request: HttpRequest, place: int) -> HttpResponse:
    """Send the exact bytes of an entry."""
    return download(f"entry-{place}.json", bytes(_entry(place).content))


def send_bundle(request: HttpRequest, place: int) -> HttpResponse:
    """Send what is needed to check the page that an act made: the entry and its documents."""
    return download_json(f"page-{place}.json", queries.bundle(_entry(place)))


def send_document(request: HttpRequest, digest: str) -> HttpResponse:
    """Send the exact bytes of a document that an entry names."""
    try:
        found = reading.released_document(digest)
    except Document.DoesNotExist:
        raise Http404 from None
    if found.content is None:
        return render(request, "record/log/withheld.html", {"digest": digest}, status=410)
    return download(f"{digest}.json", bytes(found.content), found.media_type)


def _entry(place: int) -> Entry:
    try:
        return queries.entry_at(place)
    except (Entry.DoesNotExist, OverflowError):
        raise Http404 from None


def _newest_seal() -> queries.Seal | None:
    newest = queries.newest_entries().first()
    return queries.Seal(newest.place, newest.time, newest.leaf) if newest else None
