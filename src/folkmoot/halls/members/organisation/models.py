"""Organisations."""

from __future__ import annotations

from django.db import models

from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Organisation(Identified):
    """An organisation; its kind of actor and area are codes of lists the body adopted, both may be empty."""

    kind = "organisation"

    name: Text = MultilingualField()  # type: ignore[assignment]
    actor_kind = models.CharField(max_length=40, blank=True)
    area = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return str(self.name)
