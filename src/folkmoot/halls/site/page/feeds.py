"""The news as an Atom feed (RFC 4287)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe

from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.body.queries import the_body
from folkmoot.halls.site.page.addresses import path_of
from folkmoot.halls.site.page.queries import published_news, published_text, times_of
from folkmoot.kit.characters import clean_line
from folkmoot.kit.text import Text

NEWEST = 20


@require_safe
def send_news(request: HttpRequest) -> HttpResponse:
    """Send the newest news in `?language=`, by default the body's first language."""
    body = the_body()
    known = dict(settings.LANGUAGES)
    offered = [tag.lower() for tag in (body.languages if body else []) if tag.lower() in known]
    language = request.GET.get("language", next(iter(offered), settings.LANGUAGE_CODE)).lower()
    if language not in known:
        sentence = f"This site has no language “{clean_line(language[:20])}”; it has {', '.join(known)}."
        return HttpResponseBadRequest(sentence, content_type="text/plain; charset=utf-8")
    with override(language):
        return HttpResponse(_feed(body, language), content_type=Atom1Feed.content_type)


def _feed(body: Body | None, language: str) -> str:
    name = _in(body.name, language) if body else "Folkmoot"
    authority = body.origin.partition("/")[0] if body else "folkmoot.invalid"
    feed = Atom1Feed(
        title=gettext("News of %(body)s") % {"body": name},
        link=settings.SITE_URL + reverse("site:news"),
        description="", language=language, author_name=name,
        feed_url=settings.SITE_URL + reverse("site-files:news") + f"?language={language}",
        feed_guid=settings.SITE_URL + reverse("site-files:news"),
    )  # fmt: skip
    pages = list(published_news()[:NEWEST])
    times = times_of(pages)
    for page in pages:
        text = published_text(page)
        since = page.published or times[page.address]
        feed.add_item(
            title=_in(text.title, language), link=settings.SITE_URL + path_of(page),
            description=_in(text.lead, language), unique_id=f"tag:{authority},{since:%Y-%m-%d}:{page.address}",
            pubdate=since, updateddate=times[page.address],
        )  # fmt: skip
    return feed.writeString("utf-8")


def _in(text: Text, language: str) -> str:
    return clean_line(str(text.shown_in(language)))
