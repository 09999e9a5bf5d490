"""Published lists and their terms."""

from __future__ import annotations

from django.db import models

from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Vocabulary(Identified):
    """One version of a list the body adopted; `key` says which list (areas, kinds-of-actor, themes)."""

    kind = "vocabulary"

    key = models.SlugField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    title: Text = MultilingualField()  # type: ignore[assignment]
    source = models.CharField(max_length=200, blank=True)
    document = models.CharField(max_length=64, help_text="Digest of the published list.")

    class Meta:
        verbose_name_plural = "vocabularies"
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_version_of_a_list")]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


class Term(models.Model):
    """One term of a list: a code that is stored, and a label per language that is shown."""

    vocabulary = models.ForeignKey(Vocabulary, on_delete=models.PROTECT, related_name="terms")
    code = models.CharField(max_length=40)
    label: Text = MultilingualField()  # type: ignore[assignment]
    place = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["place", "code"]
        constraints = [models.UniqueConstraint(fields=["vocabulary", "code"], name="one_term_per_code")]

    def __str__(self) -> str:
        return str(self.label)
