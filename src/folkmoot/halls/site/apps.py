"""The hall `site` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    """The highest hall; it may know all others."""

    name = "folkmoot.halls.site"
    label = "site"
    verbose_name = _("Site")
