"""Characters that may stand in what people type, and those that would let a text deceive or break.

*Lines* (titles, names) stand in lists between other people's words: from them go control characters, bidirectional
embeddings, overrides and isolates, and what has no appearance. *Blocks* (abstracts, biographies) keep their line
breaks and lose control characters and overrides only. Marks that honest names need stay: U+200C to U+200F, U+061C.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_LINE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069\u00ad\u200b\u2060\ufeff]"
)
_BLOCK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]")


def clean_line(value: str) -> str:
    """Return one line in NFC without what deceives; line breaks become spaces.

    >>> clean_line("  Ada\\u202e Lovelace\\n")
    'Ada Lovelace'
    """
    return unicodedata.normalize("NFC", _BREAKS.sub(" ", _LINE.sub("", value)).strip())


def clean_block(value: str) -> str:
    """Return several lines in NFC with plain line feeds, without what breaks or overrides direction."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _BLOCK.sub("", lines).strip())


def removed_from(value: str, *, block: bool = False) -> list[str]:
    """Return the code points that cleaning takes out, such as `U+202E`, each once."""
    found = (_BLOCK if block else _LINE).findall(value.replace("\r\n", "\n"))
    return sorted({f"U+{ord(character):04X}" for character in found})
