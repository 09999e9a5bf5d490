"""The hall `record` as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RecordConfig(AppConfig):
    """Wires the log's triggers and the hall's place in the menu."""

    name = "folkmoot.halls.record"
    label = "record"
    verbose_name = _("Record")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Install triggers after every migration and hang the hall into the registry."""
        from folkmoot.halls.record import words
        from folkmoot.halls.record.log import acts, checking, storage, triggers  # noqa: F401  (acts declares its kinds)
        from folkmoot.kit.registry import MenuItem, registry

        post_migrate.connect(triggers.install_triggers, sender=self, dispatch_uid="record-triggers")
        registry.menu.append(MenuItem(90, _("Record"), "record:log"))
        registry.checks.append(checking.check_start)
        registry.due.append(storage.look_for_scrubbing)
        registry.words |= words.COLUMNS
