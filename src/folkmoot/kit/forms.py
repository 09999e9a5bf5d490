"""Form fields for officers: lines and blocks without deceptive characters, texts in languages, local moments.

A field remembers in `notes` what it changed of what was typed; `NotedForm.notes` gathers them, so that a page can
say so instead of changing people's words in silence.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.template import loader
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from folkmoot.kit.characters import clean_block, clean_line, removed_from
from folkmoot.kit.languages import is_tag, language_name
from folkmoot.kit.phrases import listed
from folkmoot.kit.text import UNDETERMINED, Text, direction

LINE_LENGTH = 1_000
BLOCK_LENGTH = 100_000
FURTHER = "further"  # the radio button of the row whose language is typed


class NotedForm(forms.Form):
    """A form whose fields may say what they changed."""

    @property
    def notes(self) -> list[str]:
        """Sentences about what was changed of what was typed."""
        return [note for name, made in self.fields.items() for note in getattr(made, "notes", ())]


def note_on_removal(label: object, value: str, *, block: bool = False) -> list[str]:
    """Return a sentence that names the characters taken out of a value, or nothing."""
    codes = removed_from(value, block=block)
    if not codes:
        return []
    message = _("Invisible or control characters (%(codes)s) were taken out of “%(label)s”.")
    return [str(message) % {"codes": listed(codes), "label": label}]


class LineField(forms.CharField):
    """One line of text; what would deceive a reader is taken out, with a note."""

    notes: Sequence[str] = ()

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LINE_LENGTH)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        """Clean the line."""
        text = str(value or "")
        self.notes = note_on_removal(self.label, text)
        return clean_line(text)


@dataclass(frozen=True)
class Entered:
    """What was typed for a text in languages, before it is judged."""

    original: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    machine: frozenset[str] = frozenset()
    stated: str = ""
    further: tuple[str, str] = ("", "")

    @classmethod
    def of(cls, value: Any) -> Entered:
        """Return a stored text as if it had been typed."""
        if isinstance(value, Entered):
            return value
        text = value if isinstance(value, Text) else Text()
        return cls(text.original if text else "", dict(text.texts), text.machine)


class MultilingualWidget(forms.Widget):
    """One input per language, the original chosen by radio button, a box for machine translations.

    Shows the given languages and whichever others the text has, and one further row for a language not listed; what is
    empty and not the original is folded away.
    """

    template_name = "form/multilingual.html"
    use_fieldset = True

    def __init__(
        self, languages: Iterable[str] = (), *, block: bool = False, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__(attrs)
        self.languages = list(languages)
        self.block = block

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Entered:
        """Gather what was typed."""
        prefix = f"{name}-text-"
        tags = [key.removeprefix(prefix) for key in data if key.startswith(prefix)]
        several = getattr(data, "getlist", lambda key: data.get(key, []))
        return Entered(
            original=data.get(f"{name}-original", ""),
            texts={tag: data[prefix + tag] for tag in tags[:60] if is_tag(tag)},
            machine=frozenset(several(f"{name}-machine")),
            stated=data.get(f"{name}-stated", ""),
            further=(data.get(f"{name}-further-tag", "").strip(), data.get(f"{name}-further-text", "")),
        )

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether the form was sent without this text."""
        return not any(key.startswith(f"{name}-") for key in data)

    def id_for_label(self, id_: str) -> str:
        """The group has no single control; its own identifier names it."""
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return one row per language."""
        context = super().get_context(name, value, attrs)
        entered = Entered.of(value)
        tags = list(dict.fromkeys([*self.languages, *entered.texts]))
        original = entered.original or next(iter(tags), "")
        context["rows"] = rows = [self._row(name, tag, entered, original) for tag in tags]
        context["folded"] = " · ".join(row["label"] for row in rows if row["folded"])
        context["languages"] = [(tag, language_name(tag)) for tag in tags if tag != UNDETERMINED]
        context |= {"entered": entered, "block": self.block}
        return context

    def _row(self, name: str, tag: str, entered: Entered, original: str) -> dict[str, Any]:
        value = entered.texts.get(tag, "")
        return {
            "tag": tag,
            "label": language_name(tag),
            "name": f"{name}-text-{tag}",
            "value": value,
            "folded": not value and tag != original,
            "direction": "auto" if tag == UNDETERMINED else direction(tag),
            "original": tag == original,
            "machine": tag in entered.machine,
            "undetermined": tag == UNDETERMINED,
        }

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        """Render with the site's own templates."""
        return mark_safe(loader.render_to_string(template_name, context))  # noqa: S308  (escaped by the template)


class MultilingualFormField(forms.Field):
    """A Text: cleaned in every language, with its original marked."""

    widget: type[MultilingualWidget] = MultilingualWidget
    notes: Sequence[str] = ()
    default_error_messages: ClassVar[dict[str, Any]] = {
        "original": _("Mark which language is the original: the one marked has no text."),
        "machine": _("The original cannot be a machine translation; take the mark away from %(language)s."),
        "taken": _("There are two texts in %(language)s; keep one."),
        "tag": _("“%(tag)s” is no language tag; one looks like en, ar or zh-Hans."),
        "long": _("The text in %(language)s has %(length)s characters; at most %(limit)s can be kept."),
    }

    def __init__(self, languages: Iterable[str] = (), *, block: bool = False, **kwargs: Any) -> None:
        self.block = block
        self.limit = BLOCK_LENGTH if block else LINE_LENGTH
        super().__init__(widget=MultilingualWidget(languages, block=block), **kwargs)

    def to_python(self, value: Any) -> Text:
        """Turn what was typed into a Text."""
        if isinstance(value, Text):
            return value
        entered = Entered.of(value)
        texts = self._stated(self._with_further(self._cleaned(entered), entered), entered)
        texts = {tag: text for tag, text in texts.items() if text}
        if not texts:
            return Text()
        original = self._original(texts, entered)
        machine = frozenset(entered.machine & texts.keys())
        if original in machine:
            raise self._error("machine", language=language_name(original))
        return Text(original, texts, machine)

    def validate(self, value: Text) -> None:
        """A required text says something in some language."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")

    def _cleaned(self, entered: Entered) -> dict[str, str]:
        clean = clean_block if self.block else clean_line
        self.notes = [
            note for text in entered.texts.values() for note in note_on_removal(self.label, text, block=self.block)
        ]
        texts = {tag: clean(text) for tag, text in entered.texts.items()}
        for tag, text in texts.items():
            if len(text) > self.limit:
                raise self._error("long", language=language_name(tag), length=len(text), limit=self.limit)
        return texts

    def _with_further(self, texts: dict[str, str], entered: Entered) -> dict[str, str]:
        tag, text = entered.further
        text = (clean_block if self.block else clean_line)(text)
        if not text:
            return texts
        if not is_tag(tag):
            raise self._error("tag", tag=tag)
        if texts.get(tag):
            raise self._error("taken", language=language_name(tag))
        return {**texts, tag: text}

    def _stated(self, texts: dict[str, str], entered: Entered) -> dict[str, str]:
        """Move a text whose language nobody had stated to the language now stated."""
        unstated = texts.get(UNDETERMINED)
        if not unstated or not entered.stated or not is_tag(entered.stated):
            return texts
        if texts.get(entered.stated):
            raise self._error("taken", language=language_name(entered.stated))
        return {tag: text for tag, text in texts.items() if tag != UNDETERMINED} | {entered.stated: unstated}

    def _original(self, texts: Mapping[str, str], entered: Entered) -> str:
        chosen = entered.original
        if chosen == FURTHER:
            chosen = entered.further[0]
        if chosen == UNDETERMINED and UNDETERMINED not in texts and entered.stated in texts:
            chosen = entered.stated
        if chosen in texts:
            return chosen
        if len(texts) == 1:
            return next(iter(texts))
        raise self._error("original")

    def _error(self, code: str, **params: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the text differs from what stood there."""
        try:
            return bool(self.to_python(data) != (initial or Text()))
        except ValidationError:
            return True


class MomentField(forms.Field):
    """A moment typed as local time in a zone; aware afterwards.

    An hour that the clocks skip is refused; of an hour that comes twice the earlier one is taken, with a note, unless
    a moment that stood there before (`kept`) had the same wall time.
    """

    notes: Sequence[str] = ()
    kept: Sequence[datetime.datetime] = ()

    def __init__(self, zone: str = "UTC", **kwargs: Any) -> None:
        self.zone = ZoneInfo(zone)
        kwargs.setdefault("widget", forms.DateTimeInput(attrs={"type": "datetime-local", "step": "any"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show an aware moment as local time."""
        if not isinstance(value, datetime.datetime):
            return value
        local = value.astimezone(self.zone).replace(tzinfo=None)
        return local.isoformat(timespec="seconds" if local.second else "minutes")

    def to_python(self, value: Any) -> datetime.datetime | None:
        """Read the local time."""
        self.notes = ()
        if not value or isinstance(value, datetime.datetime):
            return value or None
        try:
            local = datetime.datetime.fromisoformat(str(value).strip()).replace(tzinfo=None, microsecond=0)
        except ValueError:
            message = _("“%(value)s” is no date and time; one looks like 2026-11-19 09:30.")
            raise ValidationError(message, params={"value": value}) from None
        return self._in_zone(local)

    def _in_zone(self, local: datetime.datetime) -> datetime.datetime:
        for kept in self.kept:
            if kept.astimezone(self.zone).replace(tzinfo=None, fold=0) == local:
                return kept
        first = local.replace(tzinfo=self.zone)
        params = {"time": local.isoformat(" ", "minutes")}
        try:
            back = first.astimezone(datetime.UTC).astimezone(self.zone).replace(tzinfo=None, fold=0)
        except OverflowError:
            raise ValidationError(_("%(time)s lies too far away."), params=params) from None
        if back != local:
            message = _("%(time)s does not exist at the venue: the clocks are put forward over it.")
            raise ValidationError(message, params=params)
        if first.utcoffset() != first.replace(fold=1).utcoffset():
            note = str(_("%(time)s comes twice at the venue, where the clocks are put back; the earlier was taken."))
            self.notes = [note % params]
        return first
