"""The form of a release: its name, notes, whether it is an erratum, and when it is published."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.timetable.queries import releases
from folkmoot.kit.forms import LineField, MomentField, MultilingualFormField, NotedForm
from folkmoot.kit.text import Text

NOW, LATER = "now", "later"
LONGEST_NOTES = 20_000  # bytes in all languages: notes stand in the entry itself, which holds 65,535


class ReleaseForm(NotedForm):
    """What an officer says about a release."""

    name = LineField(
        label=_("Name of the release"), max_length=120, help_text=_("Such as “After the speakers confirmed”.")
    )
    erratum = forms.BooleanField(
        label=_("This is an erratum"), required=False, help_text=_("It corrects what was published and mails nobody.")
    )
    when = forms.ChoiceField(
        label=_("When"), widget=forms.RadioSelect, initial=NOW,
        choices=[(NOW, _("At once")), (LATER, _("At a stated time"))],
    )  # fmt: skip

    def __init__(self, edition: Edition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.fields["announcement"] = MultilingualFormField(
            edition.languages, label=_("Notes"), block=True, required=False, help_text=_("What readers should know.")
        )
        self.fields["at"] = MomentField(
            edition.zone, label=_("Stated time"), required=False, help_text=_("Local time at the venue.")
        )
        self.order_fields(["name", "announcement", "erratum", "when", "at"])

    def clean_erratum(self) -> bool:
        """Only what was published can be corrected."""
        erratum: bool = self.cleaned_data["erratum"]
        if erratum and not releases(self.edition).exists():
            raise ValidationError(_("Nothing was published yet, so there is nothing to correct."))
        return erratum

    def clean_announcement(self) -> Text:
        """Notes stand in the record's entry, which is short."""
        notes: Text = self.cleaned_data["announcement"]
        length = sum(len(value.encode()) for _tag, value in notes)
        if length > LONGEST_NOTES:
            message = _("The notes have %(length)s bytes in all languages; at most %(limit)s fit into an entry.")
            raise ValidationError(message, params={"length": length, "limit": LONGEST_NOTES})
        return notes

    def clean(self) -> dict[str, Any]:
        """A stated time lies ahead."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("when") == LATER and "at" in cleaned:
            if cleaned["at"] is None:
                self.add_error("at", _("Say when the release is to be published."))
            elif cleaned["at"] <= timezone.now():
                self.add_error("at", _("This time has passed; choose a later one, or release at once."))
        return cleaned

    @property
    def stated(self) -> datetime.datetime | None:
        """The stated time, or None for at once."""
        return self.cleaned_data["at"] if self.cleaned_data["when"] == LATER else None
