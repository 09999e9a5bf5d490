"""Venues and rooms; drafts until a timetable is released."""

from __future__ import annotations

from django.db import models

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Venue(Identified):
    """A place with rooms; an online venue has online rooms."""

    kind = "venue"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="venues")
    name: Text = MultilingualField()  # type: ignore[assignment]
    address_lines: Text = MultilingualField()  # type: ignore[assignment]
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return str(self.name)


class Room(Identified):
    """A room; `external` is the exact name a schedule file gave it."""

    kind = "room"

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="rooms")
    name: Text = MultilingualField()  # type: ignore[assignment]
    external = models.CharField(max_length=300, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    equipment: Text = MultilingualField()  # type: ignore[assignment]
    online = models.BooleanField(default=False)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["venue__order", "order", "id"]

    def __str__(self) -> str:
        return str(self.name)
