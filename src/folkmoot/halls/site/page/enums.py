"""Closed lists of pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """Where a text stands: among the pages of the site, or among its news."""

    PAGE = "page", _("Page")
    NEWS = "news", _("News")


class Status(models.TextChoices):
    """What the last act said of a page."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
