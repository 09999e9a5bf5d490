"""The hall `convene` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConveneConfig(AppConfig):
    """Hangs the hall into the registry."""

    name = "folkmoot.halls.convene"
    label = "convene"
    verbose_name = _("Programme")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what is official in this hall, what an erasure reaches, where pages are."""
        from folkmoot.halls.convene import wiring

        wiring.hang()
