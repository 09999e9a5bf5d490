"""Closed lists about people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NameShown(models.TextChoices):
    """How a person's name is shown in one participation."""

    FULL = "full", _("name and affiliation")
    PLAIN = "plain", _("name without affiliation")
    PSEUDONYM = "pseudonym", _("a pseudonym, verified by the desk")
    HIDDEN = "hidden", _("not shown")
