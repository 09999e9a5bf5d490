"""Forums; drafts until a timetable is released."""

from __future__ import annotations

from django.db import models

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.enums import ForumKind
from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Forum(Identified):
    """A forum of an edition; `external` is the exact name of the track a schedule file gave it."""

    kind = "forum"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="forums")
    name: Text = MultilingualField()  # type: ignore[assignment]
    external = models.CharField(max_length=300, blank=True)
    rank = models.CharField(max_length=10, choices=ForumKind.choices, default=ForumKind.SUB)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return str(self.name)
