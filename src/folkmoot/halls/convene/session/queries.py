"""What can be asked about the drafted sessions of an edition; for officers."""

from __future__ import annotations

from django.db.models import F, Min, QuerySet

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.session.models import Session


def drafted_sessions(edition: Edition, words: str = "", forum: str = "", status: str = "") -> QuerySet[Session]:
    """Return the sessions of an edition by their first time, those without a time last.

    `words` narrows by what stands in the title in any language, `forum` by public identifier (`none` for sessions
    without one), `status` by status.
    """
    sessions = Session.objects.filter(edition=edition)
    if forum:
        sessions = sessions.filter(forum=None) if forum == "none" else sessions.filter(forum__public_id=forum)
    if status:
        sessions = sessions.filter(status=status)
    if words:
        sessions = sessions.filter(pk__in=_titled(sessions, words.casefold()))
    by_time = F("first").asc(nulls_last=True)
    found = sessions.annotate(first=Min("slots__starts")).order_by(by_time, "public_id")
    return found.select_related("forum").prefetch_related("slots__room")


def _titled(sessions: QuerySet[Session], words: str) -> list[int]:
    """Return the numbers of sessions whose title holds the words in some language, whatever their case."""
    rows = sessions.values_list("pk", "title")
    return [number for number, title in rows if any(words in value.casefold() for _tag, value in title)]
