"""The form of a page, side by side in every language, and the form of its publication."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.site.page.addresses import is_taken
from folkmoot.halls.site.page.drafts import address_is_fixed
from folkmoot.halls.site.page.enums import Section
from folkmoot.halls.site.page.models import Page
from folkmoot.kit.forms import MomentField, MultilingualFormField, NotedForm

NOW, LATER = "now", "later"


class PageForm(NotedForm):
    """The draft of a page or a piece of news."""

    section = forms.ChoiceField(label=_("Kind"), choices=Section.choices, widget=forms.RadioSelect)
    slug = forms.SlugField(
        label=_("Address"), max_length=80,
        help_text=_("The last part of the address, such as code-of-conduct; public for ever, so no names of people."),
    )  # fmt: skip
    order = forms.IntegerField(
        label=_("Place in the menu"), min_value=0, max_value=999, initial=0,
        help_text=_("Pages with a number stand at the foot of every page, smallest first; 0 keeps a page out."),
    )  # fmt: skip

    def __init__(self, languages: Iterable[str], page: Page | None, data: Any = None) -> None:
        super().__init__(data, initial=_fields_of(page))
        tags = list(languages)
        self.page = page
        self.fields |= {
            "title": MultilingualFormField(tags, label=_("Title")),
            "lead": MultilingualFormField(
                tags, label=_("Lead"), required=False, help_text=_("One sentence: what one learns or can do here.")
            ),
            "body": MultilingualFormField(
                tags, label=_("Text"), block=True, required=False,
                help_text=_("Markdown: # headings, lists, emphasis, links. No pictures, no scripts."),
            ),
        }  # fmt: skip
        self.order_fields(["title", "lead", "body", "section", "slug", "order"])
        if page and address_is_fixed(page):
            self.fields["section"].disabled = self.fields["slug"].disabled = True

    def clean(self) -> dict[str, Any]:
        """The address is free."""
        cleaned = super().clean() or self.cleaned_data
        section, slug = cleaned.get("section"), cleaned.get("slug")
        if section and slug and not self.fields["slug"].disabled:
            self._check_address(section, slug)
        return cleaned

    def _check_address(self, section: str, slug: str) -> None:
        others = Page.objects.filter(section=section, slug=slug)
        if (others.exclude(pk=self.page.pk) if self.page else others).exists():
            self.add_error("slug", ValidationError(_("“%(slug)s” is another page's address."), params={"slug": slug}))
        elif section == Section.PAGE and is_taken(slug):
            message = _("“%(slug)s” is kept for a part of the site; choose another word.")
            self.add_error("slug", ValidationError(message, params={"slug": slug}))


class PublishForm(NotedForm):
    """When a page is published."""

    when = forms.ChoiceField(
        label=_("When"), widget=forms.RadioSelect, initial=NOW,
        choices=[(NOW, _("At once")), (LATER, _("At a stated time"))],
    )  # fmt: skip

    def __init__(self, zone: str, data: Any = None) -> None:
        super().__init__(data)
        self.fields["at"] = MomentField(
            zone, label=_("Stated time"), required=False, help_text=_("Local time of the body; until then an embargo.")
        )

    def clean(self) -> dict[str, Any]:
        """A stated time lies ahead."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("when") == LATER and "at" in cleaned:
            if cleaned["at"] is None:
                self.add_error("at", _("Say when the page is to be published."))
            elif cleaned["at"] <= timezone.now():
                self.add_error("at", _("This time has passed; choose a later one, or publish at once."))
        return cleaned

    @property
    def stated(self) -> datetime.datetime | None:
        """The stated time, or None for at once."""
        return self.cleaned_data["at"] if self.cleaned_data["when"] == LATER else None


def _fields_of(page: Page | None) -> dict[str, Any]:
    if page is None:
        return {"section": Section.PAGE, "order": 0}
    return {name: getattr(page, name) for name in ("section", "slug", "order", "title", "lead", "body")}
