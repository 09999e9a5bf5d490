"""The form of an edition: what is recorded when the body convenes, or amends how it does."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.convene.edition.acts import EditionState
from folkmoot.halls.convene.edition.enums import EditionStatus
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import is_taken, languages_at_hand, official_state
from folkmoot.kit.forms import MultilingualFormField
from folkmoot.kit.language_choice import LanguagesField
from folkmoot.kit.versions import Settled, VersionedForm
from folkmoot.kit.zones import is_zone, no_zone, offered_zones

FIELDS = (
    "slug", "year", "title", "theme", "place", "starts", "ends", "zone", "day_change", "languages", "status",
)  # fmt: skip
# Words that stand in this place of an address already.
RESERVED = frozenset({"edition", "archive"})


class EditionSlugField(forms.SlugField):
    """The short name of an edition to be opened: free, and no word that addresses use already."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Short name in addresses"))
        kwargs.setdefault(
            "help_text", _("Letters, digits and hyphens, such as 2026. It stands in every address and stays for ever.")
        )
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs |= {"dir": "ltr", "autocomplete": "off"}

    def clean(self, value: Any) -> str:
        """Refuse what is taken or reserved."""
        slug = str(super().clean(value))
        if slug in RESERVED:
            raise ValidationError(_("“%(slug)s” has a meaning of its own in addresses; choose another."),
                                  params={"slug": slug})  # fmt: skip
        if is_taken(slug):
            raise ValidationError(_("There is an edition “%(slug)s” already; choose another."), params={"slug": slug})
        return slug


class EditionForm(VersionedForm):
    """Everything official about an edition; its short name only while it is opened."""

    compact = True
    year = forms.IntegerField(label=_("Year"), min_value=1900, max_value=2200)
    starts = forms.DateField(
        label=_("First day"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    ends = forms.DateField(
        label=_("Last day"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    zone = forms.CharField(
        label=_("Time zone of the venue"), max_length=64,
        help_text=_("Choose as you type, for example Asia/Shanghai. Times are shown in it."),
        widget=forms.TextInput(attrs={"list": "zones", "dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
    day_change = forms.TimeField(
        label=_("Day changes at"), input_formats=["%H:%M"],
        help_text=_("What starts earlier belongs to the day before."),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )  # fmt: skip
    status = forms.ChoiceField(label=_("Status"), choices=EditionStatus.choices)
    zones = staticmethod(offered_zones)

    def __init__(self, edition: Edition | None, data: Any = None, settled: Settled | None = None, **new: Any) -> None:
        super().__init__(data, standing=_standing(edition), defaults=new, settled=settled)
        self.edition = edition
        tags = languages_at_hand(edition)
        self.fields |= {
            "title": MultilingualFormField(tags, label=_("Title")),
            "theme": MultilingualFormField(tags, label=_("Theme"), required=False),
            "place": MultilingualFormField(tags, label=_("Place"), required=False),
            "languages": LanguagesField(tags, label=_("Working languages"), required=False),
        }
        if edition is None:
            self.fields["slug"] = EditionSlugField()
        self.order_fields(list(FIELDS))

    def clean_zone(self) -> str:
        """Refuse what is no time zone, with suggestions."""
        zone = str(self.cleaned_data["zone"]).strip()
        if not is_zone(zone):
            raise ValidationError(no_zone(zone))
        return zone

    def clean_day_change(self) -> str:
        """Keep the time as the record has it."""
        time: datetime.time = self.cleaned_data["day_change"]
        return f"{time:%H:%M}"

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if ends and not starts and "starts" not in self.errors:
            self.add_error("starts", _("Say the first day as well, or leave both out."))
        if starts and ends and ends < starts:
            message = _("An edition cannot end on %(ends)s before it starts on %(starts)s.")
            params = {"starts": starts.isoformat(), "ends": ends.isoformat()}
            self.add_error("ends", ValidationError(message, params=params))
        return cleaned

    def state(self, changed: dict[str, Any]) -> EditionState:
        """Return what will be recorded."""
        before = official_state(self.edition) if self.edition else {}
        return EditionState(**(before | changed))


def _standing(edition: Edition | None) -> dict[str, Any] | None:
    if edition is None:
        return None
    return {name: value for name, value in official_state(edition).items() if name != "slug"}
