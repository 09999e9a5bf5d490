"""Template tags and filters that every page uses; the work is done in `folkmoot.web.rendering`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from folkmoot.kit import dates
from folkmoot.kit.languages import language_name, tag_of
from folkmoot.kit.phrases import language_names
from folkmoot.kit.registry import MenuItem
from folkmoot.web.rendering import languages, lists, texts
from folkmoot.web.rendering.prose import prose
from folkmoot.web.rendering.ring import ring
from folkmoot.web.rendering.sentences import act_words
from folkmoot.web.rendering.terms import term

register = template.Library()

register.filter("shown", texts.marked)
register.filter("plain", texts.plain)
register.filter("prose", prose)
register.filter("long_date", dates.long_date)
register.filter("medium_date", dates.medium_date)
register.filter("short_day", dates.short_day)
register.filter("clock", dates.clock)
register.filter("moment", dates.moment)
register.filter("short_moment", dates.short_moment)
register.filter("iso", dates.iso)
register.filter("number", dates.number)
register.filter("term", term)
register.filter("language_name", language_name)
register.filter("language_names", language_names)
register.filter("listed", lists.listed)
register.filter("bcp47", tag_of)
register.filter("act_words", act_words)
register.simple_tag(ring, name="mark")
register.tag("listing", lists.listing)


@register.filter
def until(first: date | None, last: date | None) -> str:
    """Join two dates: `{{ edition.starts|until:edition.ends }}`."""
    return dates.date_range(first, last)


@register.filter
def leads_to(request: HttpRequest | None, item: MenuItem) -> bool:
    """Say whether the page of `request` lies in the hall of a menu item."""
    match = getattr(request, "resolver_match", None)
    return match is not None and match.namespace == item.url_name.partition(":")[0]


@register.simple_tag
def original(text: Any) -> SafeString:
    """Note the language of what is shown when it is not the reader's, or when a machine translated it."""
    note = texts.origin(text)
    return format_html('<small class="origin">{}</small>', note) if note else SafeString("")


@register.simple_tag
def zone_name(zone: str, at: date | datetime | None = None) -> str:
    """Name a zone by its offset at a moment."""
    return dates.zone_name(zone, at)


@register.simple_tag(takes_context=True)
def here(context: template.Context, code: str) -> str:
    """Return the address of this page in another language."""
    return languages.here(context.get("request"), code)


@register.simple_tag(takes_context=True)
def readings(context: template.Context) -> list[languages.Reading]:
    """Return the languages this page can be read in."""
    body = context.get("body")
    return languages.readings(context.get("request"), list(body.languages) if body else [])
