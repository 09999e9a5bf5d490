"""The head, the entries, the documents they digest, and the values and keys behind their commitments."""

from __future__ import annotations

from typing import Any

from django.db import models

from folkmoot.canon import JSON, leaf_digest, read


class Head(models.Model):
    """The one row every act updates last, which makes places gapless and in commit order."""

    size = models.BigIntegerField(default=0, help_text="How many entries there are; the next place.")
    time = models.CharField(max_length=27, default="", help_text="The time of the newest entry, UTC.")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_head")]


class Entry(models.Model):
    """One act: its canonical bytes, and columns copied out of them for finding it."""

    place = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=80)
    time = models.CharField(max_length=27)
    content = models.BinaryField()

    class Meta:
        ordering = ["place"]
        indexes = [
            models.Index(fields=["kind", "place"], name="entry_by_kind"),
            models.Index(fields=["subject", "place"], name="entry_by_subject"),
            models.Index(fields=["time"], name="entry_by_time"),
        ]

    @property
    def fields(self) -> dict[str, JSON]:
        """The entry's fields; raises NotCanonicalError when the stored bytes were tampered with."""
        value: dict[str, Any] = read(bytes(self.content))
        return value

    @property
    def leaf(self) -> str:
        """The Merkle leaf hash of the entry: what the seal of a page shows."""
        return leaf_digest(bytes(self.content))


class Document(models.Model):
    """What an entry digests: a released document, or one salted sheet of it.

    A withheld sheet is an empty row: its digest stays, its content is gone. `scope` names what it belongs to (an
    edition, the body), `subject` whom or what it speaks of.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    scope = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    media_type = models.CharField(max_length=80, default="application/json")
    content = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["scope", "subject"], name="document_by_scope")]

    @property
    def withheld(self) -> bool:
        """Whether a redaction took the content away."""
        return self.content is None


class Commitment(models.Model):
    """The personal value behind a commitment in an entry, and its key; erasing empties both."""

    commitment = models.CharField(max_length=64, primary_key=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="commitments")
    path = models.CharField(max_length=200)
    owner = models.CharField(max_length=80, help_text="The address of the person the value speaks of.")
    key = models.BinaryField(null=True)
    value = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner"], name="commitment_by_owner")]

    @property
    def withheld(self) -> bool:
        """Whether a redaction dropped the key."""
        return self.key is None
