"""What can be asked about pages and news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import DatabaseError
from django.db.models import Func, JSONField, QuerySet, Subquery
from django.utils import timezone

from folkmoot.halls.members.body.models import Body
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.models import Entry
from folkmoot.halls.site.page.enums import Section, Status
from folkmoot.halls.site.page.freezing import read_sheet, sheet_named_in
from folkmoot.halls.site.page.models import Page, PlannedPublication
from folkmoot.kit.text import MultilingualField, Text

IN_MENU = 40


@dataclass(frozen=True)
class PublishedText:
    """What a page says in public; without words where they were `withheld`."""

    page: Page
    sheet: str
    title: Text
    lead: Text
    body: Text
    withheld: bool = False


@dataclass(frozen=True)
class MenuPage:
    """A page in the menu at the foot."""

    place: int
    slug: str
    heading: Text


def official_state(page: Page) -> dict[str, Any]:
    """Return the official fields of a page as its entries name them."""
    return {
        "section": page.section,
        "slug": page.slug,
        "order": page.menu,
        "status": page.status,
        "document": page.document,
    }


def official_pages() -> QuerySet[Page]:
    """Return every page that an act made official."""
    return Page.objects.exclude(status=Status.DRAFT)


def page_at(section: str, slug: str) -> Page | None:
    """Return the page that was published at an address, withdrawn or not; never a draft."""
    return official_pages().filter(section=section, slug=slug).first()


def published_text(page: Page) -> PublishedText:
    """Return what a published page says, read from the record's documents and from nothing else."""
    return _text(page, page.document)


def _text(page: Page, document: str) -> PublishedText:
    name = sheet_named_in(document)
    words = read_sheet(page, name)
    if words is None:
        return PublishedText(page, name, Text(), Text(), Text(), withheld=True)
    return PublishedText(page, name, Text.read(words["title"]), Text.read(words["lead"]), Text.read(words["body"]))


def heading_of(page: Page, document: str) -> Text:
    """Return the title that a frozen document gives a page; nothing where it was withheld since."""
    return _text(page, document).title


def withheld_by(sheet: str) -> int | None:
    """Return the place of the act that withheld a sheet."""
    acts = log.newest_entries(kind="record.redacted").iterator()
    return next((act.place for act in acts if sheet in act.fields["payload"]["sheets"]), None)


def published_news() -> QuerySet[Page]:
    """Return the published news, newest first; what was withheld has no heading and is not listed."""
    news = Page.objects.filter(section=Section.NEWS, status=Status.PUBLISHED).exclude(heading=Text())
    return news.order_by("-published", "-public_id")


def published_pages() -> Iterator[Page]:
    """Yield everything that is public now, pages and news."""
    yield from Page.objects.filter(status=Status.PUBLISHED).order_by("public_id")


def the_body_and_its_menu() -> tuple[Body | None, list[MenuPage]]:
    """Return the body, and the published pages that stand at the foot of every page: one query for both.

    While the database is away there is neither: the page that says so needs none.
    """
    pages = Page.objects.filter(section=Section.PAGE, status=Status.PUBLISHED, menu__gt=0)
    rows = pages.order_by().values_list(_Rows("slug", "menu", "heading"))
    try:
        body = Body.objects.annotate(at_the_foot=Subquery(rows)).first()
    except DatabaseError:
        return None, []
    found = getattr(body, "at_the_foot", None) or []
    menu = [MenuPage(place, slug, MultilingualField().to_python(heading)) for slug, place, heading in found]
    return body, sorted((page for page in menu if page.heading), key=lambda page: (page.place, page.slug))[:IN_MENU]


class _Rows(Func):
    """All rows of a query as one JSON value: a list of lists."""

    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Write with SQLite's functions."""
        return self.as_sql(compiler, connection, template="JSON_GROUP_ARRAY(JSON_ARRAY(%(expressions)s))", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Write with PostgreSQL's functions."""
        return self.as_sql(compiler, connection, template="JSONB_AGG(JSONB_BUILD_ARRAY(%(expressions)s))", **context)


def pages_drafted(section: str = "") -> QuerySet[Page]:
    """Return every page and piece of news for officers: pages by menu and address, news by age."""
    rows = Page.objects.filter(section=section) if section else Page.objects.all()
    return rows.prefetch_related("planned").order_by("-section", "-published", "order", "slug")


def due_publications() -> QuerySet[PlannedPublication]:
    """Return the planned publications whose time has come, in order."""
    return PlannedPublication.objects.filter(at__lte=timezone.now()).select_related("page").order_by("at", "pk")


def times_of(pages: list[Page]) -> dict[str, datetime]:
    """Return when each page was published last, by address."""
    rows = Entry.objects.filter(subject__in=[page.address for page in pages], kind="page.published")
    return {subject: datetime.fromisoformat(time) for subject, time in rows.values_list("subject", "time")}
