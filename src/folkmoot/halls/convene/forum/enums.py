"""Closed lists about forums."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ForumKind(models.TextChoices):
    """The weight of a forum in its edition."""

    MAIN = "main", _("main forum")
    SUB = "sub", _("sub-forum")
