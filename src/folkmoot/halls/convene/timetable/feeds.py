"""The releases of a programme as an Atom feed (RFC 4287), in the body's first language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from django.conf import settings
from django.utils import feedgenerator, translation
from django.utils.translation import gettext as _

from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.comparing import compare
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.wording import count_changes
from folkmoot.halls.members.body.queries import the_body
from folkmoot.halls.record.log.models import Entry
from folkmoot.kit.text import Text

NEWEST = 20


def write_feed(published: Published) -> bytes:
    """Return the newest releases as a feed; identifiers are tag URIs under the body's origin (RFC 4151)."""
    body = the_body()
    known = {code for code, _name in settings.LANGUAGES}
    offered = [tag.lower() for tag in (body.languages if body else []) if tag.lower() in known]
    with translation.override(offered[0] if offered else settings.LANGUAGE_CODE):
        return _written(published, body.origin if body else "", str(body.name) if body else "")


def _written(published: Published, origin: str, author: str) -> bytes:
    edition, language = published.release.edition, translation.get_language() or "en"
    authority = f"{origin.partition('/')[0] or 'folkmoot.invalid'},{edition.year}"
    feed = feedgenerator.Atom1Feed(
        title=_("Changes of the programme: %(edition)s") % {"edition": _in(edition.title, language)},
        link=settings.SITE_URL + published.addresses.page("changes"),
        description="", language=language, author_name=author,
        feed_url=settings.SITE_URL + published.addresses.file("feed"),
        feed_guid=f"tag:{authority}:{edition.address}/timetable",
    )  # fmt: skip
    newest = published.history[:NEWEST]
    times = _times(newest)
    for release, before in zip(newest, [*published.history[1:], None], strict=False):
        feed.add_item(
            title=title_of(release),
            link=settings.SITE_URL + published.addresses.release(release.number),
            description=_summary(release, before, language),
            unique_id=f"tag:{authority}:{release.address}",
            updateddate=times[release.address], pubdate=times[release.address],
        )  # fmt: skip
    stream = BytesIO()
    feed.write(stream, "utf-8")
    return stream.getvalue()


def title_of(release: Release) -> str:
    """Return a release's number and name, and whether it is an erratum."""
    words = _("Release %(number)d: %(name)s") if not release.erratum else _("Release %(number)d, an erratum: %(name)s")
    return words % {"number": release.number, "name": release.name}


def _summary(release: Release, before: Release | None, language: str) -> str:
    changes = compare(queries.skeleton_of(before.document), queries.skeleton_of(release.document)) if before else None
    said = [_in(release.notes, language), count_changes(changes)]
    return "\n".join(words for words in said if words)


def _in(text: Text, language: str) -> str:
    return str(text.shown_in(language))


def _times(history: Sequence[Release]) -> dict[str, datetime]:
    """Return when each release was published."""
    rows = Entry.objects.filter(subject__in=[release.address for release in history]).values_list("subject", "time")
    return {subject: datetime.fromisoformat(time) for subject, time in rows}
