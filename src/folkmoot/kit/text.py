"""Text in languages: one value, its original language, its translations, and which of them a machine made.

A page always says which language it really shows. Asking a text for a language therefore gives back the value
together with its language and direction; when a translation is missing the original is shown, and marked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"})
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "yi", "ps", "sd", "ug", "dv", "ckb", "syr", "nqo"})
UNDETERMINED = "und"


def direction(language: str) -> str:
    """Return `rtl` or `ltr` for a BCP 47 tag; an explicit script decides before the language."""
    language, *rest = language.split("-")
    scripts = [part.title() for part in rest if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if language.lower() in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True)
class Shown:
    """What a reader gets: the value, the language it is in, and how it came to be in that language."""

    value: str
    language: str
    asked: str
    original: str
    machine: bool

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`; `auto` where nobody said which language this is."""
        return "auto" if self.language == UNDETERMINED else direction(self.language)

    @property
    def foreign(self) -> bool:
        """Whether the reader asked for another language than this."""
        return self.language != UNDETERMINED and not same_language(self.language, self.asked)

    def __str__(self) -> str:
        return self.value


def same_language(one: str, other: str) -> bool:
    """Whether two tags name the same written language; `zh-Hans` and `zh-Hant` do not, `en` and `en-GB` do."""
    left, right = one.lower().split("-"), other.lower().split("-")
    scripts = [next((p for p in tag[1:] if len(p) == 4), None) for tag in (left, right)]
    return left[0] == right[0] and (scripts[0] == scripts[1] or None in scripts)


@dataclass(frozen=True)
class Text:
    """A text with its original language and its translations.

    `texts` maps BCP 47 tags to values and always holds `original`; `machine` names the tags a machine translated.
    """

    original: str = UNDETERMINED
    texts: dict[str, str] = field(default_factory=dict)
    machine: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what no database and no canonical form can hold."""
        for tag, value in self.texts.items():
            if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
                raise ValueError(f"The text in {tag!r} holds a null or half a character: {value!r:.60}.")

    @classmethod
    def of(cls, value: str, language: str = UNDETERMINED, **translations: str) -> Text:
        """Build a text from its original value; further languages as keywords with `_` for `-`."""
        more = {tag.replace("_", "-"): text for tag, text in translations.items() if text}
        return cls(language, {language: value, **more} if value or more else {})

    @classmethod
    def read(cls, value: Any) -> Text:
        """Read the JSON form; raises ValueError with the offending part when it is not one."""
        if not value:
            return cls()
        if not isinstance(value, dict) or not isinstance(value.get("texts"), dict):
            raise ValueError(f"{value!r:.80} is not a text; it needs original, texts and machine.")
        texts = {str(tag): str(text) for tag, text in value["texts"].items()}
        original = str(value.get("original") or UNDETERMINED)
        if texts and original not in texts:
            raise ValueError(f"The original language {original!r} has no text among {sorted(texts)}.")
        return cls(original, texts, frozenset(value.get("machine") or ()))

    def written(self) -> dict[str, Any]:
        """Return the JSON form, the same for equal texts."""
        texts = {tag: self.texts[tag] for tag in sorted(self.texts)}
        return {"original": self.original, "texts": texts, "machine": sorted(self.machine)}

    def shown_in(self, language: str) -> Shown:
        """Return what a reader of `language` gets: that language, else the original."""
        tag = next((t for t in self.texts if t.lower() == language.lower()), None)
        tag = tag or next((t for t in self.texts if same_language(t, language)), self.original)
        return Shown(self.texts.get(tag, ""), tag, language, self.original, tag in self.machine)

    def with_translation(self, language: str, value: str, *, machine: bool = False) -> Text:
        """Return a copy with one language set, or taken out when `value` is empty (the original stays)."""
        texts = {**self.texts, language: value}
        if not value and language != self.original:
            del texts[language]
        marked = self.machine | {language} if machine and value else self.machine - {language}
        return Text(self.original if self.texts else language, texts, frozenset(marked))

    def map(self, change: Callable[[str], str]) -> Text:
        """Return a copy with `change` applied to the value in every language."""
        return Text(self.original, {tag: change(value) for tag, value in self.texts.items()}, self.machine)

    def __bool__(self) -> bool:
        return any(self.texts.values())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.texts.items())

    def __str__(self) -> str:
        return self.texts.get(self.original, "")


class MultilingualField(models.JSONField[Any, Any]):
    """A column that holds a Text as JSON `{original, texts, machine}`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Text)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Text:
        """Read the column."""
        raw = super().from_db_value(value, expression, connection)
        return Text.read(raw)

    def to_python(self, value: Any) -> Text:
        """Accept a Text, its JSON form, or that form as a string."""
        if isinstance(value, Text):
            return value
        try:
            return Text.read(json.loads(value) if isinstance(value, str) else value)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> Any:
        """Write the JSON form."""
        return super().get_prep_value(value.written() if isinstance(value, Text) else value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Write the JSON form to the database adapter."""
        if isinstance(value, Text):
            value = value.written()
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj: models.Model) -> Any:
        """Serialise for fixtures."""
        value = self.value_from_object(obj)
        return value.written() if isinstance(value, Text) else value

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Check blankness; the JSON form is right by construction."""
        if not self.blank and not value:
            raise ValidationError(self.error_messages["blank"], code="blank")
