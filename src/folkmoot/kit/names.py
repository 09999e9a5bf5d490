"""Finding a person's names in other people's words, and striking them out.

Names are looked for in Unicode's form NFC, exactly, with any white space between their parts. A single word in
letters that have case (Ada, Ильин) counts only as a whole word, so that erasing Ana leaves bananas alone; everything
else counts wherever it stands, since Chinese has no spaces and Arabic joins its particles to the word. Names of one
letter are not looked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from folkmoot.kit.text import Text

STRUCK = "[…]"


class Names:
    """The names of one person, ready to be looked for.

    >>> Names(["Ana"]).struck("Ana likes bananas")
    '[…] likes bananas'
    """

    def __init__(self, names: Iterable[str]) -> None:
        plain = {unicodedata.normalize("NFC", name).strip() for name in names}
        wanted = sorted((name for name in plain if len(name) > 1), key=len, reverse=True)
        self._pattern = re.compile("|".join(_pattern(name) for name in wanted)) if wanted else None

    def occur_in(self, text: str) -> bool:
        """Whether one of the names stands in a text."""
        return self._pattern is not None and self._pattern.search(unicodedata.normalize("NFC", text)) is not None

    def struck(self, text: str) -> str:
        """Return a text with the names struck out; a text without them is returned as it is."""
        if self._pattern is None or not self.occur_in(text):
            return text
        return self._pattern.sub(STRUCK, unicodedata.normalize("NFC", text))

    def struck_from(self, value: Any) -> Any:
        """Return a Text or JSON value with the names struck out of every string in it."""
        if isinstance(value, str):
            return self.struck(value)
        if isinstance(value, Text):
            return value.map(self.struck)
        if isinstance(value, Mapping):
            return {self.struck(str(key)): self.struck_from(inner) for key, inner in value.items()}
        return [self.struck_from(inner) for inner in value] if isinstance(value, list) else value


def _pattern(name: str) -> str:
    words = name.split()
    pattern = r"\s+".join(re.escape(word) for word in words)
    cased = any(letter.lower() != letter.upper() for letter in name)
    return rf"(?<!\w){pattern}(?!\w)" if len(words) == 1 and cased else pattern
