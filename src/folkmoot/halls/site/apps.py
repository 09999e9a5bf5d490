"""The hall `site` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    """The highest hall; it may know all others."""

    name = "folkmoot.halls.site"
    label = "site"
    verbose_name = _("Site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what is official in this hall, what an erasure reaches, what the clock does, what follows an act."""
        from folkmoot.halls.site import wiring

        wiring.hang()
