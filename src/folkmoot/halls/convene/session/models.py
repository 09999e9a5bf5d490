"""Sessions, appearances and slots; drafts until a timetable is released."""

from __future__ import annotations

from django.db import models

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.halls.convene.session.enums import Mode, OnRecord, Role, SessionStatus
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.venue.models import Room
from folkmoot.kit.identifier import Identified
from folkmoot.kit.text import MultilingualField, Text


class Session(Identified):
    """A session of an edition, or a break (`is_break`), which stands across rooms."""

    kind = "session"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sessions")
    guid = models.CharField(max_length=64, blank=True, help_text="Of the schedule file; unique in the edition.")
    external = models.CharField(max_length=200, blank=True, help_text="The id in the schedule file.")
    kind_code = models.CharField(max_length=80, blank=True, help_text="Lecture, panel, workshop, ...")
    title: Text = MultilingualField()  # type: ignore[assignment]
    subtitle: Text = MultilingualField()  # type: ignore[assignment]
    abstract: Text = MultilingualField()  # type: ignore[assignment]
    description: Text = MultilingualField()  # type: ignore[assignment]
    forum = models.ForeignKey(Forum, on_delete=models.SET_NULL, null=True, blank=True, related_name="sessions")
    status = models.CharField(max_length=10, choices=SessionStatus.choices, default=SessionStatus.CONFIRMED)
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.ON_SITE)
    on_record = models.CharField(max_length=20, choices=OnRecord.choices, default=OnRecord.ON_RECORD)
    recorded = models.BooleanField(default=True, help_text="False where the file or the desk says: do not record.")
    is_break = models.BooleanField(default=False)
    languages = models.JSONField(default=list, blank=True, help_text="BCP 47 tags spoken.")
    interpretation = models.JSONField(default=list, blank=True, help_text="BCP 47 tags interpreted into.")
    expected = models.PositiveIntegerField(null=True, blank=True, help_text="How many people are expected.")
    link = models.URLField(max_length=500, blank=True, help_text="Where to take part online.")
    links = models.JSONField(default=list, blank=True, help_text="Further addresses: url, title, kind.")
    imported = models.JSONField(default=dict, blank=True, help_text="What the file last said.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "guid"], condition=~models.Q(guid=""), name="one_guid_per_edition"
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Appearance(models.Model):
    """A speaker in a session, in a role."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="appearances")
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="appearances")
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.SPEAKER)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["session", "speaker"], name="one_appearance_per_session")]


class Slot(models.Model):
    """When and where: a half-open interval [starts, ends); no room means across rooms."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="slots")
    room = models.ForeignKey(Room, on_delete=models.SET_NULL, null=True, blank=True, related_name="slots")
    starts = models.DateTimeField()
    ends = models.DateTimeField()

    class Meta:
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="slot_not_backwards")
        ]
