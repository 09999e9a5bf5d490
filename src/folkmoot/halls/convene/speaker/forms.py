"""The speaker form: names in scripts, how they are shown, affiliation, biography."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import languages_at_hand
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.members.person.enums import NameShown
from folkmoot.halls.members.vocabulary.queries import labels
from folkmoot.kit.forms import LineField, MultilingualFormField
from folkmoot.kit.text import Text
from folkmoot.kit.versions import Settled, VersionedForm

KINDS_OF_ACTOR = "kinds-of-actor"
NEW = {"shown": NameShown.FULL, "actor_kind": ""}


class SpeakerForm(VersionedForm):
    """A person as they take part in one edition."""

    shown = forms.ChoiceField(label=_("Shown with"), choices=NameShown.choices, widget=forms.RadioSelect)
    pseudonym = LineField(label=_("Pseudonym"), max_length=120, required=False)
    actor_kind = forms.ChoiceField(label=_("Kind of actor"), required=False)

    def __init__(
        self, edition: Edition, speaker: Speaker | None, data: Any = None, settled: Settled | None = None
    ) -> None:
        super().__init__(data, standing=_fields_of(speaker) if speaker else None, defaults=NEW, settled=settled)
        languages = languages_at_hand(edition)
        self.fields |= {
            "name": MultilingualFormField(
                languages,
                label=pgettext_lazy("of a person", "Name"),
                help_text=_("As the person writes it, in each script it is written in."),
            ),
            "organisation": MultilingualFormField(languages, label=_("Organisation"), required=False),
            "biography": MultilingualFormField(languages, label=_("Biography"), block=True, required=False),
        }
        self.fields["actor_kind"] = forms.ChoiceField(
            label=_("Kind of actor"), required=False, choices=_kinds(self.initial["actor_kind"])
        )
        self.order_fields(["name", "shown", "pseudonym", "organisation", "actor_kind", "biography"])

    def clean(self) -> dict[str, Any]:
        """Whoever is shown with a pseudonym has one."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("shown") == NameShown.PSEUDONYM and not cleaned.get("pseudonym"):
            self.add_error("pseudonym", _("Say which pseudonym is shown instead of the name."))
        return cleaned


def _kinds(said: str) -> list[tuple[str, Any]]:
    """Return the adopted kinds of actor, and the one said so far even where the list lacks it."""
    reader = get_language() or "en"
    rows: dict[str, Any] = {"": _("Not stated"), **({said: said} if said else {})}
    return list((rows | {code: str(label.shown_in(reader)) for code, label in labels(KINDS_OF_ACTOR).items()}).items())


def _fields_of(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.person.name,
        "shown": speaker.shown,
        "pseudonym": speaker.pseudonym,
        "organisation": speaker.organisation.name if speaker.organisation else Text(),
        "actor_kind": speaker.actor_kind,
        "biography": speaker.biography,
    }
