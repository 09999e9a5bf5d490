"""Pages and news, and those that wait for their hour."""

from __future__ import annotations

from django.db import models

from folkmoot.halls.site.page.enums import Section, Status
from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Page(Identified):
    """A page or a piece of news: its draft, and what the last act made official.

    Title, lead, body and order are the draft. What is public stands in the record's documents; `heading` is a copy of
    the title as published, for menus and lists.
    """

    kind = "page"

    section = models.CharField(max_length=8, choices=Section.choices, default=Section.PAGE)
    slug = models.SlugField(max_length=80, help_text="The last part of the address; fixed once published.")
    title: Text = MultilingualField()  # type: ignore[assignment]
    lead: Text = MultilingualField()  # type: ignore[assignment]
    body: Text = MultilingualField(help_text="Markdown.")  # type: ignore[assignment]
    order = models.PositiveSmallIntegerField(default=0, help_text="Place in the menu of pages; 0 keeps it out.")
    altered = models.BooleanField(default=True, help_text="The draft differs from what is public.")

    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    menu = models.PositiveSmallIntegerField(default=0, help_text="The order as published.")
    document = models.CharField(max_length=64, blank=True, help_text="Digest of the published document.")
    heading: Text = MultilingualField()  # type: ignore[assignment]
    published = models.DateTimeField(null=True, blank=True, help_text="When it was first published.")

    class Meta:
        ordering = ["section", "slug"]
        constraints = [models.UniqueConstraint(fields=["section", "slug"], name="one_slug_per_section")]
        indexes = [models.Index(fields=["status", "section", "-published"], name="page_by_status")]

    def __str__(self) -> str:
        return str(self.title) or self.slug


class PlannedPublication(models.Model):
    """A frozen page under embargo until its stated time; the clock performs the act."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="planned")
    at = models.DateTimeField()
    document = models.CharField(max_length=64)
    office = models.CharField(max_length=40)
    person = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["at", "id"]
