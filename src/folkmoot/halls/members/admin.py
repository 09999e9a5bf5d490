"""The members in the read-only administration; accounts and fingerprints of erased names are not shown."""

from __future__ import annotations

from django.contrib import admin

from folkmoot.halls.members.account.models import Office
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.vocabulary.models import Term, Vocabulary
from folkmoot.kit.admin import ReadOnlyAdmin


@admin.register(Body)
class BodyAdmin(ReadOnlyAdmin):
    """The body."""


@admin.register(Office)
class OfficeAdmin(ReadOnlyAdmin):
    """Offices, given and withdrawn."""

    list_display = ("address", "name", "withdrawn")


@admin.register(Vocabulary)
class VocabularyAdmin(ReadOnlyAdmin):
    """Adopted lists."""

    list_display = ("key", "version", "source")
    list_filter = ("key",)


@admin.register(Term)
class TermAdmin(ReadOnlyAdmin):
    """Terms of adopted lists."""

    list_display = ("vocabulary", "code", "label")
    list_select_related = ("vocabulary",)
