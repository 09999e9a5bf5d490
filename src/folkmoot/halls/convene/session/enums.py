"""Closed lists about sessions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SessionStatus(models.TextChoices):
    """Whether a session takes place; a cancelled one is still shown, an absent one is not there."""

    CONFIRMED = "confirmed", _("confirmed")
    CANCELLED = "cancelled", _("cancelled")
    DRAFT = "draft", _("not yet released")


class Mode(models.TextChoices):
    """Where people take part."""

    ON_SITE = "on-site", _("on site")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("on site and online")


class OnRecord(models.TextChoices):
    """What may be reported from a session."""

    ON_RECORD = "on-record", _("on the record")
    WITHOUT_ATTRIBUTION = "without-attribution", _("without attribution")
    CLOSED = "closed", _("closed")


class Role(models.TextChoices):
    """What a person does in a session."""

    SPEAKER = "speaker", _("speaker")
    KEYNOTE = "keynote", _("keynote")
    MODERATOR = "moderator", _("moderator")
    PANELLIST = "panellist", _("panellist")
    VIDEO = "video", _("video message")
    RAPPORTEUR = "rapporteur", _("rapporteur")
