"""A form field for languages: boxes for those at hand, and a line for any other by its tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.template import loader
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from folkmoot.kit.languages import is_tag, language_name, tag_of
from folkmoot.kit.text import UNDETERMINED

MOST = 60
_BETWEEN = re.compile(r"[\s,;،؛，、；]+")


@dataclass(frozen=True)
class Chosen:
    """What was ticked, and what was typed beside it."""

    ticked: tuple[str, ...] = ()
    further: str = ""


class LanguagesWidget(forms.Widget):
    """A box for every language of the value and every other one offered, and a line for further tags."""

    template_name = "form/languages.html"
    use_fieldset = True

    def __init__(self, offered: Iterable[str] = (), attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.offered = list(offered)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Chosen:
        """Gather what was ticked and typed."""
        several = getattr(data, "getlist", lambda key: data.get(key, []))
        return Chosen(tuple(several(name)), str(data.get(f"{name}-further", "")))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Boxes that are not ticked are not sent."""
        return False

    def id_for_label(self, id_: str) -> str:
        """The group has no single control; its own identifier names it."""
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return one row per language."""
        context = super().get_context(name, None, attrs)
        chosen = value if isinstance(value, Chosen) else Chosen(tuple(value or ()))
        tags = [tag for tag in dict.fromkeys([*chosen.ticked, *self.offered]) if is_tag(tag)]
        context["rows"] = [{"tag": tag, "label": language_name(tag), "ticked": tag in chosen.ticked} for tag in tags]
        context["further"] = chosen.further
        return context

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        """Render with the site's own templates."""
        return mark_safe(loader.render_to_string(template_name, context))  # noqa: S308  (escaped by the template)


class LanguagesField(forms.Field):
    """A list of BCP 47 tags, each once, those ticked before those typed."""

    widget: type[LanguagesWidget] = LanguagesWidget
    default_error_messages: ClassVar[dict[str, Any]] = {
        "tag": _("“%(tag)s” is no language tag; one looks like en, ar or zh-Hans."),
        "many": _("At most %(limit)s languages can be kept."),
    }

    def __init__(self, offered: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(widget=LanguagesWidget(offered), **kwargs)

    def to_python(self, value: Any) -> list[str]:
        """Return the tags; raises ValidationError with the first that is none."""
        if not isinstance(value, Chosen):
            return list(value or [])
        typed = [part for part in _BETWEEN.split(value.further) if part]
        for tag in (*value.ticked, *typed):
            if not is_tag(tag) or tag == UNDETERMINED:
                raise ValidationError(self.error_messages["tag"], code="tag", params={"tag": tag[:40]})
        tags = list(dict.fromkeys([*value.ticked, *map(tag_of, typed)]))
        if len(tags) > MOST:
            raise ValidationError(self.error_messages["many"], code="many", params={"limit": MOST})
        return tags

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other languages are chosen than before."""
        try:
            return self.to_python(data) != list(initial or [])
        except ValidationError:
            return True
