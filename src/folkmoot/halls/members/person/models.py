"""People, and the names that must not come back after an erasure."""

from __future__ import annotations

from django.db import models

from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Person(Identified):
    """A human being, with or without an account; the name in as many scripts as it is written in."""

    kind = "person"

    name: Text = MultilingualField()  # type: ignore[assignment]
    erased = models.BooleanField(default=False, help_text="Everything personal was erased; only the identifier stays.")

    class Meta:
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return str(self.name)


class Suppression(models.Model):
    """A name that was erased on request, as an HMAC under the installation's key, so that no import brings it back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="suppressions")
    token = models.CharField(max_length=64, unique=True)
