"""Words as they are indexed and looked for, with their places in the text they come from.

A text is cut into runs of letters, digits and their marks. Runs of scripts that do not separate words (Chinese,
Japanese, Thai, Lao, Khmer, Burmese) become overlapping pairs, 人工智能 -> 人工 工智 智能, and their last letter by
itself, so that one letter finds all that begin with it. Every other run is one word. Words are folded: case, width,
accents and Arabic pointing are taken away, kinds of alef, ya and ta marbuta become one, digits become 0 to 9. An Arabic
word is also indexed without its article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

LONGEST = 64
SHORTEST_BEGINNING = 3
MOST_TERMS = 12
TERM_SOURCE = 200

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Letters that Unicode does not take apart although readers type them apart or plain.
_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ـ": "",
        "\u00ad": "", "\u200c": "", "\u200d": "",
    }
)  # fmt: skip
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|ال|لل)(?=.{3})")


@dataclass(frozen=True)
class Word:
    """A folded word, and where in the text it stands; `pair` where it was cut from a run without spaces."""

    value: str
    start: int
    end: int
    pair: bool = False


@dataclass(frozen=True)
class Term:
    """One word of a question: what it may be in the index, and whether longer words count that begin with it."""

    forms: tuple[str, ...]
    beginning: bool

    def fits(self, word: str) -> bool:
        """Whether a word of a text answers, as it stands or without its article."""
        return any(form in self.forms or (self.beginning and form.startswith(self.forms)) for form in forms_of(word))


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text in order, folded."""
    for match in _runs().finditer(text):
        if match.lastgroup == "unspaced":
            yield from _pairs(match[0], match.start())
        elif value := fold(match[0])[:LONGEST]:
            yield Word(value, match.start(), match.end())


def forms_of(word: str) -> tuple[str, ...]:
    """Return a folded word, and without its article where it is Arabic.

    >>> forms_of("الانترنت")
    ('الانترنت', 'انترنت')
    """
    bare = _ARTICLE.sub("", word)
    return (word,) if bare == word else (word, bare)


@lru_cache(maxsize=20_000)
def fold(run: str) -> str:
    """Return a run of letters without case, width, accents and pointing.

    >>> fold("Économie"), fold("Straße"), fold("إِنْتَرْنِت"), fold("٢٠٢٦")
    ('economie', 'strasse', 'انترنت', '2026')
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", run).casefold())
    kept = "".join(_digit(letter) for letter in apart if not _is_accent(letter))
    return unicodedata.normalize("NFC", kept.translate(_LETTERS))


def terms_of(question: str) -> list[Term]:
    """Return the different words of a question, in order; of a very long one only the first."""
    found: dict[tuple[str, ...], Term] = {}
    run_end = -1
    for word in words_in(question[:TERM_SOURCE]):
        single = word.pair and len(word.value) == 1
        if single and word.start < run_end:
            continue  # the last letter of a longer run says no more than its pair
        run_end = word.end if word.pair else -1
        forms = forms_of(word.value)
        found.setdefault(forms, Term(forms, word.pair or len(word.value) >= SHORTEST_BEGINNING))
    return list(found.values())[:MOST_TERMS]


def _pairs(run: str, start: int) -> Iterator[Word]:
    """Cut a run without spaces into overlapping pairs, then its last letter."""
    folded = fold(run)
    same = len(folded) == len(run)
    for place in range(len(folded)):
        value = folded[place : place + 2]
        first, last = (start + place, start + place + len(value)) if same else (start, start + len(run))
        yield Word(value, first, last, pair=True)


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter


def _is_accent(letter: str) -> bool:
    """Whether a mark may be left out: accents, Hebrew points, Arabic pointing; never vowels of other scripts."""
    place = unicodedata.combining(letter)
    return 10 <= place <= 36 or 200 <= place <= 240


@cache
def _runs() -> re.Pattern[str]:
    """The pattern of runs; marks count as letters, which `\\w` alone does not know."""
    marks = "".join(chr(code) for code in range(0x300, 0xFE30) if unicodedata.category(chr(code))[0] == "M")
    wordly = rf"(?:[^\W_{_UNSPACED}]|[{re.escape(marks)}\u00ad\u200c\u200d])"
    return re.compile(rf"(?P<unspaced>[{_UNSPACED}]+)|(?P<spaced>{wordly}+)")
