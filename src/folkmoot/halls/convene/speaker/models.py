"""Speakers: people as they take part in one edition; drafts until a timetable is released."""

from __future__ import annotations

from django.db import models

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.halls.members.person.enums import NameShown
from folkmoot.halls.members.person.models import Person
from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Speaker(Identified):
    """One person's participation in one edition: affiliation, kind of actor, biography, how the name is shown."""

    kind = "speaker"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations")
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True)
    actor_kind = models.CharField(max_length=40, blank=True)
    biography: Text = MultilingualField()  # type: ignore[assignment]
    shown = models.CharField(max_length=10, choices=NameShown.choices, default=NameShown.FULL)
    pseudonym = models.CharField(max_length=120, blank=True)
    external = models.CharField(max_length=300, blank=True, help_text="The id or exact name in the schedule file.")
    imported = models.JSONField(default=dict, blank=True, help_text="What the file last said.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "person"], name="one_participation_per_edition"),
        ]
        indexes = [models.Index(fields=["edition", "external"], name="speaker_by_external")]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def alias(self) -> str:
        """An address of this participation, for somebody whom a pseudonym shields: it leads to no other edition."""
        return f"person:{self.public_id}"
