"""Releases of a timetable, planned ones, and imports that can be undone."""

from __future__ import annotations

from django.db import models

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Release(Identified):
    """A released timetable: its document is in the record, public pages read nothing else."""

    kind = "release"

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    notes: Text = MultilingualField()  # type: ignore[assignment]
    erratum = models.BooleanField(default=False, help_text="Corrects without telling anybody by mail.")
    document = models.CharField(max_length=64, help_text="Digest of the released document.")

    class Meta:
        ordering = ["edition", "-number"]
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="one_number_per_edition")]

    def __str__(self) -> str:
        return f"{self.number}: {self.name}"


class PlannedRelease(models.Model):
    """A frozen document waiting for its stated time (an embargo); the clock performs the act."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="planned_releases")
    at = models.DateTimeField()
    name = models.CharField(max_length=120)
    notes: Text = MultilingualField()  # type: ignore[assignment]
    erratum = models.BooleanField(default=False)
    document = models.CharField(max_length=64)
    office = models.CharField(max_length=40)
    person = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["at"]


class ScheduleImport(Identified):
    """One import: what it changed, in words, and what stood there before, so that it can be undone as a whole."""

    kind = "import"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="imports")
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)
    summary = models.JSONField(default=dict)
    before = models.JSONField(
        null=True, help_text="Rows as they were; emptied when undone or when a person in it is erased."
    )
    undone = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at"]
