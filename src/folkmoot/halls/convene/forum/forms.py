"""The form of a forum."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import languages_at_hand
from folkmoot.halls.convene.forum.enums import ForumKind
from folkmoot.halls.convene.forum.models import Forum
from folkmoot.kit.forms import MultilingualFormField
from folkmoot.kit.versions import Settled, VersionedForm

MOST = 32_000


class ForumForm(VersionedForm):
    """A forum of an edition."""

    rank = forms.ChoiceField(label=_("Weight"), choices=ForumKind.choices)
    order = forms.IntegerField(
        label=_("Place in the list"), min_value=0, max_value=MOST, help_text=_("Smaller numbers stand first.")
    )

    def __init__(self, edition: Edition, forum: Forum | None, data: Any = None, settled: Settled | None = None) -> None:
        standing = None if forum is None else {name: getattr(forum, name) for name in ("name", "rank", "order")}
        defaults = {"rank": ForumKind.SUB, "order": edition.forums.count()}
        super().__init__(data, standing=standing, defaults=defaults, settled=settled)
        name = MultilingualFormField(languages_at_hand(edition), label=pgettext_lazy("of a forum", "Name"))
        self.fields |= {"name": name}
        self.order_fields(["name", "rank", "order"])
