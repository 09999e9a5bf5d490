"""The body: one row, the identity of the installation."""

from __future__ import annotations

from django.db import models

from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text

NO_LIST = "none"


class Body(Identified):
    """The body that convenes; its origin names its record for ever."""

    kind = "body"

    name: Text = MultilingualField()  # type: ignore[assignment]
    notice: Text = MultilingualField(help_text="A line under the name, for instance that this is a demonstration.")  # type: ignore[assignment]
    mark = models.PositiveSmallIntegerField(default=12, help_text="How many dots the ring of the mark has.")
    languages = models.JSONField(default=list, help_text="BCP 47 tags of the interface, the first is the default.")
    zone = models.CharField(max_length=64, default="UTC")
    area_list = models.CharField(max_length=40, default=NO_LIST)
    origin = models.CharField(max_length=200, help_text="The origin line of the record, a schema-less address.")
    illustrative = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "bodies"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_body")]

    def __str__(self) -> str:
        return str(self.name)
