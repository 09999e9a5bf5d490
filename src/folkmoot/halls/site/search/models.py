"""The index: what can be found, and which words lead to it. Derived data: `folkmoot search rebuild` makes it anew.

Words are kept as UTF-8 bytes, because every database compares bytes in the same way: same results, same order.
"""

from __future__ import annotations

from django.db import models

from folkmoot.halls.site.search.enums import Kind
from folkmoot.kit.text import MultilingualField, Text


class Indexed(models.Model):
    """One public thing that can be found, with the words that a result shows of it."""

    id = models.BigIntegerField(primary_key=True, help_text="See `numbering`: orders what is found equally well.")
    subject = models.CharField(max_length=80, help_text="Its address, or act:PLACE.")
    scope = models.CharField(max_length=80, help_text="The address of its edition; pages; record.")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    route = models.JSONField(default=dict, help_text="What its address is made from.")
    title: Text = MultilingualField()  # type: ignore[assignment]
    context: Text = MultilingualField()  # type: ignore[assignment]
    texts = models.JSONField(default=list, help_text="Further texts, in which words may be found.")
    place = models.BigIntegerField(null=True, help_text="Of an act: its place in the record.")
    fingerprint = models.CharField(max_length=64, help_text="Digest of what this row was made from.")
    struck = models.BooleanField(default=False, help_text="Holds an erased name, so it stays empty for ever.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "subject"], name="indexed_once")]
        indexes = [models.Index(fields=["kind", "place"], name="indexed_by_place")]


class Token(models.Model):
    """A word that leads to a thing, and how much it weighs there."""

    # The weight is part of the key so that one index answers a query without looking at rows.
    pk = models.CompositePrimaryKey("word", "found", "weight")
    word = models.BinaryField(max_length=256)
    # Not held by the database: derived rows, written and deleted together, a hundred thousand at a time.
    found = models.ForeignKey(Indexed, on_delete=models.CASCADE, related_name="tokens", db_constraint=False)
    weight = models.PositiveSmallIntegerField()
