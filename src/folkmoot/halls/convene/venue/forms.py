"""The forms of a venue and of a room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import languages_at_hand
from folkmoot.halls.convene.venue.models import Room, Venue
from folkmoot.kit.forms import MultilingualFormField
from folkmoot.kit.versions import Settled, VersionedForm

MOST = 32_000
PLACE = _("Smaller numbers stand first.")


class VenueForm(VersionedForm):
    """A place with rooms."""

    order = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=MOST, help_text=PLACE)

    def __init__(self, edition: Edition, venue: Venue | None, data: Any = None, settled: Settled | None = None) -> None:
        standing = None if venue is None else _standing(venue, "name", "address_lines", "order")
        super().__init__(data, standing=standing, defaults={"order": edition.venues.count()}, settled=settled)
        languages = languages_at_hand(edition)
        self.fields |= {
            "name": MultilingualFormField(languages, label=pgettext_lazy("of a place", "Name")),
            "address_lines": MultilingualFormField(
                languages, label=pgettext_lazy("of a building", "Address"), block=True, required=False
            ),
        }
        self.order_fields(["name", "address_lines", "order"])


class RoomForm(VersionedForm):
    """A room of a venue."""

    capacity = forms.IntegerField(
        label=_("Seats"), required=False, min_value=0, max_value=10_000_000,
        help_text=_("Held against how many people are expected."),
    )  # fmt: skip
    online = forms.BooleanField(label=_("This is an online room"), required=False)
    order = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=MOST, help_text=PLACE)

    def __init__(self, venue: Venue, room: Room | None, data: Any = None, settled: Settled | None = None) -> None:
        standing = None if room is None else _standing(room, "name", "capacity", "equipment", "online", "order")
        super().__init__(data, standing=standing, defaults={"order": venue.rooms.count()}, settled=settled)
        languages = languages_at_hand(venue.edition)
        self.fields |= {
            "name": MultilingualFormField(languages, label=pgettext_lazy("of a place", "Name")),
            "equipment": MultilingualFormField(languages, label=_("Equipment"), required=False),
        }
        self.order_fields(["name", "capacity", "equipment", "online", "order"])


def _standing(row: Venue | Room, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
