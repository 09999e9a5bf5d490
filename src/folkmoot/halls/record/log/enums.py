"""Closed lists of the log."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """Why something was withheld; shown in public as counts only."""

    OWN_REQUEST = "own-request", _("own request")
    SAFETY = "safety", _("safety")
    LEGAL_ORDER = "legal-order", _("legal order")
    THIRD_PARTY = "third-party-rights", _("rights of a third party")
    IN_ERROR = "published-in-error", _("published in error")
