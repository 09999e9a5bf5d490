"""The newest acts as an Atom feed."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, override

from folkmoot.halls.record.log import queries
from folkmoot.halls.record.log.forms import Narrowing
from folkmoot.halls.record.log.models import Entry
from folkmoot.kit.characters import clean_line

LENGTH = 50


def send_acts(request: HttpRequest) -> HttpResponse:
    """Send the newest acts in `?language=`, narrowed like the page by `kind`, `subject`, `since` and `until`."""
    language = request.GET.get("language", settings.LANGUAGE_CODE).lower()
    known = dict(settings.LANGUAGES)
    if language not in known:
        return _refuse(f"This site has no language “{language[:20]}”; it has {', '.join(known)}.")
    form = Narrowing(request.GET)
    with override(language):
        entries = form.entries()[:LENGTH]
        if not form.is_valid():
            return _refuse(" ".join(str(error) for errors in form.errors.values() for error in errors))
        return HttpResponse(_feed(request, list(entries), language), content_type=Atom1Feed.content_type)


def _feed(request: HttpRequest, entries: list[Entry], language: str) -> str:
    record = _tag()
    feed = Atom1Feed(
        title=gettext("Acts of the record"),
        link=settings.SITE_URL + reverse("record:log"),
        description="",
        language=language,
        feed_url=settings.SITE_URL + request.get_full_path(),
        feed_guid=record,
    )
    for entry in entries:
        time = datetime.fromisoformat(entry.time)
        feed.add_item(
            title=clean_line(queries.words_of(entry, language)),
            link=settings.SITE_URL + reverse("record:entry", args=[entry.place]),
            description=f"{entry.kind} · {entry.subject}",
            unique_id=f"{record}/{entry.place}",
            author_name=entry.fields["actor"]["office"],
            pubdate=time,
            updateddate=time,
            categories=[entry.kind],
        )
    return feed.writeString("utf-8")


def _tag() -> str:
    """Return what names the record in feeds for ever, wherever its site moves: its origin on its day (RFC 4151)."""
    authority, _, rest = queries.origin().partition("/")
    day = queries.entry_at(0).time[:10] if authority else "1970-01-01"
    return f"tag:{authority or 'folkmoot.invalid'},{day}:{rest or 'record'}"


def _refuse(sentence: str) -> HttpResponse:
    return HttpResponseBadRequest(sentence, content_type="text/plain; charset=utf-8")
