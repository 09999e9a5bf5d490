"""The hall `members` as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    """Hangs the hall into the registry."""

    name = "folkmoot.halls.members"
    label = "members"
    verbose_name = _("Members")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what is official in this hall and what an erasure reaches."""
        from folkmoot.halls.members import wiring

        wiring.hang()
