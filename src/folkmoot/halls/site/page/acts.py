"""Publishing a page or a piece of news, at once or at a stated time, and withdrawing it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from folkmoot.canon import digest, read
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.acts import Act, keep_sheets, perform
from folkmoot.halls.site.page.enums import Status
from folkmoot.halls.site.page.freezing import NothingToPublishError, freeze, text_scope
from folkmoot.halls.site.page.models import Page, PlannedPublication
from folkmoot.halls.site.page.queries import heading_of, official_state
from folkmoot.halls.site.page.rights import may_publish
from folkmoot.kit.act import ActKind, catalogue
from folkmoot.kit.actor import Actor


@dataclass(frozen=True)
class PageState:
    """A page: where it stands, and the digest of the document that names its words."""

    section: str
    slug: str
    order: int
    status: str
    document: str


PAGE_PUBLISHED = catalogue.declare(
    ActKind(
        name="page.published",
        version=1,
        payload=PageState,
        right=may_publish,
        sentence=_("The page “%(slug)s” was published"),
        subject="page",
        about=_("A page or a piece of news is published; its words stand in a sheet that the document names."),
    )
)
PAGE_WITHDRAWN = catalogue.declare(
    ActKind(
        name="page.withdrawn",
        version=1,
        payload=PageState,
        right=may_publish,
        sentence=_("The page “%(slug)s” was withdrawn"),
        subject="page",
        about=_("A page or a piece of news is no longer shown; that it was there stays in the record."),
    )
)


class PublicationGoneError(ValueError):
    """A planned publication was given up or performed before this attempt to perform it."""


class NotPublishedError(ValueError):
    """Only what is public can be withdrawn."""


def publish_page(actor: Actor, page: Page) -> Page:
    """Publish the draft of a page now; raises NothingToPublishError where it says nothing new."""
    with perform(PAGE_PUBLISHED, actor, page) as act:
        frozen = freeze(page)
        if page.status == Status.PUBLISHED and frozen.document == page.document:
            raise NothingToPublishError(f"The page {page.slug} says in public what its draft says.")
        keep_sheets(text_scope(page), {digest(frozen.sheet): (page.address, frozen.sheet)})
        _publish(act, page, frozen.skeleton)
    return page


def publish_planned(actor: Actor, planned: PlannedPublication) -> Page:
    """Publish what was frozen for a stated time, exactly as it was frozen, whatever the draft says since.

    Raises PublicationGoneError when the plan was given up, or performed by somebody else, in the meantime.
    """
    page = planned.page
    with perform(PAGE_PUBLISHED, actor, page) as act:
        if not PlannedPublication.objects.select_for_update().filter(pk=planned.pk).exists():
            raise PublicationGoneError(f"The publication planned for {planned.at.isoformat()} is no longer planned.")
        page.refresh_from_db()
        skeleton = bytes(log.document(planned.document).content or b"")
        _publish(act, page, skeleton)
        planned.delete()
    return page


def withdraw_page(actor: Actor, page: Page) -> Page:
    """Show a page no longer; its draft stays, and it may be published again."""
    with perform(PAGE_WITHDRAWN, actor, page) as act:
        if page.status != Status.PUBLISHED:
            raise NotPublishedError(f"The page {page.slug} is not public, so there is nothing to withdraw.")
        page.status, page.menu, page.altered = Status.WITHDRAWN, 0, True
        page.save(update_fields=["status", "menu", "altered"])
        act.record(page.address, PageState(**official_state(page)))
    return page


def _publish(act: Act[PageState], page: Page, skeleton: bytes) -> None:
    page.document = act.document("page", skeleton, scope=page.address, subject=page.address)
    page.status, page.menu = Status.PUBLISHED, read(skeleton)["order"]
    page.heading = heading_of(page, page.document)
    page.published = page.published or timezone.now()
    page.altered = not _says(page, skeleton)
    page.save(update_fields=["document", "status", "menu", "heading", "published", "altered"])
    act.record(page.address, PageState(**official_state(page)))


def _says(page: Page, skeleton: bytes) -> bool:
    """Whether the draft says what was just published."""
    try:
        return freeze(page).skeleton == skeleton
    except NothingToPublishError:
        return False
