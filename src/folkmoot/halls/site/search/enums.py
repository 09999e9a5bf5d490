"""What can be found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The kinds of things that can be found, in the order in which equals are listed."""

    SESSION = "session", _("Session")
    PERSON = "person", _("Person")
    PAGE = "page", _("Page")
    NEWS = "news", _("News")
    ACT = "act", _("Act")
