"""An archive: facts about an institution that does not run this site."""

from __future__ import annotations

from django.db import models

from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Archive(Identified):
    """A compiled table of facts about one institution, each with its source; the document is in the record."""

    kind = "archive"

    slug = models.SlugField(max_length=40, unique=True)
    title: Text = MultilingualField()  # type: ignore[assignment]
    document = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.title)
