"""Editions."""

from __future__ import annotations

from django.db import models

from folkmoot.halls.convene.edition.enums import EditionStatus
from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Edition(Identified):
    """One convening of the body. Every field is official: changed by acts only."""

    kind = "edition"

    slug = models.SlugField(max_length=40, unique=True)
    year = models.PositiveSmallIntegerField()
    title: Text = MultilingualField()  # type: ignore[assignment]
    theme: Text = MultilingualField()  # type: ignore[assignment]
    place: Text = MultilingualField()  # type: ignore[assignment]
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    zone = models.CharField(max_length=64, default="UTC", help_text="IANA name of the venue's time zone.")
    day_change = models.CharField(
        max_length=5, default="06:00", help_text="What starts earlier belongs to the day before."
    )
    languages = models.JSONField(default=list, help_text="BCP 47 tags of the working languages.")
    status = models.CharField(max_length=20, choices=EditionStatus.choices, default=EditionStatus.PREPARED)

    class Meta:
        ordering = ["-year", "slug"]

    def __str__(self) -> str:
        return self.slug
