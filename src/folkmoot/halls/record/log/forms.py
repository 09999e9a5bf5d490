"""What a reader of the record may ask for; everything stands in the address."""

from __future__ import annotations

import re
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.record.log.models import Entry
from folkmoot.halls.record.log.queries import newest_entries
from folkmoot.halls.record.log.reading import kinds_recorded
from folkmoot.kit.identifier import PATTERN

_SUBJECT = re.compile(rf"[a-z][a-z-]{{0,39}}(:{PATTERN})?")


def _kinds() -> list[tuple[str, Any]]:
    return [("", _("every kind")), *((kind, kind) for kind in kinds_recorded())]


class Narrowing(forms.Form):
    """Narrows the list of acts by kind, subject and day; a wrong value is answered with a sentence and left out."""

    error_css_class = "wrong"

    kind = forms.ChoiceField(
        label=_("Kind of act"),
        required=False,
        error_messages={"invalid_choice": _("The record holds no act of the kind “%(value)s”.")},
    )
    subject = forms.CharField(
        label=_("Subject"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"placeholder": "edition", "dir": "ltr", "autocapitalize": "off"}),
    )
    since = forms.DateField(
        label=_("From (UTC)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("This is no day; one looks like 2026-11-19.")},
    )
    until = forms.DateField(
        label=_("Until (UTC)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("This is no day; one looks like 2026-11-19.")},
    )

    def __init__(self, asked: Any) -> None:
        super().__init__(asked, auto_id="narrow-%s")
        cast(forms.ChoiceField, self.fields["kind"]).choices = _kinds()

    def clean_subject(self) -> str:
        """Accept a whole address or its kind."""
        subject = str(self.cleaned_data["subject"])
        if subject and not _SUBJECT.fullmatch(subject):
            message = _("“%(value)s” names no subject; one looks like edition, or edition:7K3M9QX2TA.")
            raise ValidationError(message, params={"value": subject})
        return subject

    def entries(self) -> QuerySet[Entry]:
        """Return the acts asked for, newest first."""
        self.is_valid()
        return newest_entries(**{name: value for name, value in self.cleaned_data.items() if value})

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for."""
        return any(self.data.get(name) for name in self.fields)
