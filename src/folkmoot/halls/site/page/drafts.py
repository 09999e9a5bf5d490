"""Drafting pages and news, planning their publication, and striking out erased names."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from folkmoot.canon import digest
from folkmoot.halls.record.log.acts import keep_sheets
from folkmoot.halls.site.page.enums import Section, Status
from folkmoot.halls.site.page.first_pages import FIRST_PAGES, first_text
from folkmoot.halls.site.page.freezing import WORDS, freeze, sheet_named_in, text_scope
from folkmoot.halls.site.page.models import Page, PlannedPublication
from folkmoot.halls.site.page.queries import published_text
from folkmoot.kit.actor import Actor
from folkmoot.kit.names import Names
from folkmoot.kit.registry import Erasure
from folkmoot.kit.text import Text

ADDRESS = ("section", "slug")


class AddressFixedError(ValueError):
    """The address of a page that was published, or is planned to be, cannot change."""


def draft_page(section: str, slug: str, title: Text, **fields: Any) -> Page:
    """Draft a page or a piece of news; `fields` are lead, body and order."""
    return Page.objects.create(section=section, slug=slug, title=title, **fields)


def draft_first_pages() -> list[Page]:
    """Draft the pages every body needs (about, privacy, imprint, accessibility), where they are not there yet."""
    return [
        Page.objects.get_or_create(
            section=Section.PAGE, slug=first.slug,
            defaults={"order": order, **{name: first_text(getattr(first, name)) for name in WORDS}},
        )[0]
        for order, first in enumerate(FIRST_PAGES, 1)
    ]  # fmt: skip


def revise_page(page: Page, **changed: Any) -> Page:
    """Change a draft; raises AddressFixedError for the address of what was published or is planned."""
    for name in ADDRESS:
        if changed.get(name, getattr(page, name)) != getattr(page, name) and address_is_fixed(page):
            raise AddressFixedError(f"{page.slug} was published or is planned; its address cannot change.")
    differing = [name for name, value in changed.items() if getattr(page, name) != value]
    if differing:
        for name in differing:
            setattr(page, name, changed[name])
        page.altered = True
        page.save(update_fields=[*differing, "altered"])
    return page


def address_is_fixed(page: Page) -> bool:
    """Whether readers or the clock already know the address."""
    return page.status != Status.DRAFT or page.planned.exists()


def discard_page(page: Page) -> None:
    """Throw a draft away; raises AddressFixedError for what was published or is planned."""
    if address_is_fixed(page):
        raise AddressFixedError(f"{page.slug} was published or is planned; withdraw it instead.")
    page.delete()


def plan_publication(actor: Actor, page: Page, at: datetime.datetime) -> PlannedPublication:
    """Freeze the draft now and publish it at `at` (aware); raises ValueError for a moment that has passed."""
    if at <= timezone.now():
        raise ValueError(f"{at.isoformat()} has passed; choose a later moment, or publish now.")
    with transaction.atomic():
        frozen = freeze(page)
        keep_sheets(text_scope(page), {digest(frozen.sheet): (page.address, frozen.sheet)})
        keep_sheets(page.address, {frozen.document: (page.address, frozen.skeleton)})
        return PlannedPublication.objects.create(
            page=page, at=at, document=frozen.document, office=actor.office, person=actor.person or ""
        )


def withdraw_plan(planned: PlannedPublication) -> None:
    """Give up a planned publication; what was frozen is never published."""
    planned.delete()


def erase_from_pages(owner: str, erasure: Erasure) -> None:
    """Strike the names from every draft; the record withholds the published sheets in which they stand.

    Runs after the programme's erasure, which gathers the names and finds the sheets.
    """
    names = Names(erasure.names)
    reached = sum(1 for page in Page.objects.all() if _struck(page, names, erasure))
    if reached:
        message = ngettext(
            "The name stood in the published text of %(count)s page; it is withheld until you publish it again.",
            "The name stood in the published texts of %(count)s pages; they are withheld until you publish them again.",
            reached,
        )
        erasure.remarks.append(message % {"count": reached})
    _give_up_plans(erasure)


def _give_up_plans(erasure: Erasure) -> None:
    """Give up what was frozen with words that are withheld now: nothing would be left to publish."""
    void = [plan for plan in PlannedPublication.objects.all() if sheet_named_in(plan.document) in erasure.sheets]
    for plan in void:
        plan.delete()
    if void:
        message = ngettext(
            "The name stood in %(count)s planned publication; it is given up. Plan it again from the draft.",
            "The name stood in %(count)s planned publications; they are given up. Plan them again from the drafts.",
            len(void),
        )
        erasure.remarks.append(message % {"count": len(void)})


def _struck(page: Page, names: Names, erasure: Erasure) -> bool:
    """Strike names from one page; says whether its published text is withheld."""
    before = {name: getattr(page, name) for name in WORDS}
    changed: dict[str, Any] = {name: names.struck_from(text) for name, text in before.items()}
    changed = {name: text for name, text in changed.items() if text != before[name]}
    withheld = bool(page.document) and published_text(page).sheet in erasure.sheets
    if withheld:
        changed["heading"] = Text()
    if changed:
        for name, text in {**changed, "altered": True}.items():
            setattr(page, name, text)
        page.save(update_fields=[*changed, "altered"])
    return withheld and page.status == Status.PUBLISHED
