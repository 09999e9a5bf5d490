"""Asking why a person is erased."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.record.log.enums import Ground


class ErasureForm(forms.Form):
    """The ground, from the list; only the count per ground is public."""

    ground = forms.ChoiceField(
        label=_("Ground"), choices=Ground.choices, widget=forms.RadioSelect,
        help_text=_("Stands in the record; in public only as a count."),
    )  # fmt: skip
    understood = forms.BooleanField(label=_("I have read what will be reached. It cannot be undone."))
