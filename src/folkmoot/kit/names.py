"""Finding a person's names in other people's words, and striking them out.

Names are compared in Unicode's form NFKC and without case, in the text as a reader sees it: HTML entities and percent
signs decoded, tags and invisible characters left out. Between the parts of a name may stand any run of white space and
of `_ - + . , / *` and the like, or nothing but a tag; the last part may come first ("Wentzlaff, David").

A name in letters that have case (Ada, Ильин) counts only as a whole word, so that erasing Ana leaves bananas alone;
everything else counts wherever it stands, since Chinese has no spaces and Arabic joins its particles to the word.
Names of one letter are not looked for. A surname alone, and a name run together (davidwentzlaff), are not struck but
can be counted: only a reader can tell whose they are.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from folkmoot.kit.text import Text

STRUCK = "[…]"
SHORTEST_SURNAME = 4
SHORTEST_RUN = 8

_MARK = "\x1f"  # stands where a tag was
_LAYERS = 3  # an address in a link in an attribute is encoded as often as that
_BETWEEN = r"[\s_\-+.,/*~`|\\:·•‧・\u2010-\u2015\u2212\x1f]"
_LETTER = r"[^\W\d_]"
_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_APOSTROPHE = re.compile("[‘’ʼ`´]")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PERCENT = re.compile(
    r"%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*://|mailto:)\S+")
_JOINED_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def _percent(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return match[0]


_DECODERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_ENTITY, lambda match: html.unescape(match[0])),
    (_PERCENT, _percent),
)


def key_of_name(name: str) -> str:
    """Return what is the same for every way of writing a name: its parts, folded, in one order.

    >>> key_of_name("WENTZLAFF, David") == key_of_name("David_Wentzlaff")
    True
    """
    return " ".join(sorted(_parts(name))) or _folded(name).strip()


class Names:
    """The names of one person, ready to be looked for.

    >>> Names(["Ana Li"]).struck("LI, ANA likes bananas")
    '[…] likes bananas'
    """

    def __init__(self, names: Iterable[str]) -> None:
        told = list(names)
        wanted = {parts for name in told for parts in _spellings(name) if sum(map(len, parts)) > 1}
        ordered = sorted(wanted, key=lambda parts: (-sum(map(len, parts)), parts))
        self._longest = {max(parts, key=len) for parts in ordered}
        self._plain = _compiled(ordered, "")
        self._tagged = _compiled(ordered, rf"{_MARK}*")
        self._hints = _hints(told)

    def occur_in(self, text: str) -> bool:
        """Whether one of the names stands in a text."""
        if not self._longest:
            return False
        decoded = _decoded(text)
        return self._stand_in(decoded) or ("<" in decoded and self._stand_in(_TAG.sub(_MARK, decoded)))

    def struck(self, text: str) -> str:
        """Return a text with the names struck out; a text without them is returned as it is.

        An address (`https:...`) that holds a name is struck as a whole, since what is left of it leads nowhere; so is
        a text in which the place of the name cannot be told.
        """
        if not self.occur_in(text):
            return text
        spans = [] if _ADDRESS.fullmatch(text) else self._spans(text)
        return _without(text, spans) if spans else STRUCK

    def struck_from(self, value: Any) -> Any:
        """Return a Text or JSON value with the names struck out of every string in it.

        Of a list of links, those whose address holds a name are left out.
        """
        if isinstance(value, str):
            return self.struck(value)
        if isinstance(value, Text):
            return value.map(self.struck)
        if isinstance(value, Mapping):
            return {self.struck(str(key)): self.struck_from(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.struck_from(inner) for inner in value if not self._leads_to(inner)]
        return value

    def hints_in(self, text: str) -> int:
        """Return how often a surname stands alone in a text, or the name run together: for somebody to decide."""
        if self._hints is None:
            return 0
        plain = unicodedata.normalize("NFKC", _decoded(self.struck(text)))
        return sum(1 for _found in self._hints.finditer(plain))

    def _leads_to(self, value: Any) -> bool:
        return isinstance(value, Mapping) and isinstance(value.get("url"), str) and self.occur_in(value["url"])

    def _stand_in(self, decoded: str) -> bool:
        folded = _folded(decoded)
        bare = folded.replace(_MARK, "")
        if not any(part in bare for part in self._longest):
            return False
        return (self._tagged if _MARK in folded else self._plain).search(folded) is not None

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the names stand in the text as it was written; empty when that cannot be told."""
        view = _View.of(text)
        for _layer in range(_LAYERS):
            for pattern, decode in _DECODERS:
                view = view.replaced(pattern, decode)
        views = [view, view.replaced(_TAG, lambda _match: _MARK)] if "<" in view.text else [view]
        found = []
        for seen in (view.folded() for view in views):
            pattern = self._tagged if _MARK in seen.text else self._plain
            found += [seen.span(match) for match in pattern.finditer(seen.text)]
        return sorted(found)


@dataclass(frozen=True)
class _View:
    """A text as decoded so far, and from where to where each character stands in the original."""

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> _View:
        return cls(text, list(range(len(text))), list(range(1, len(text) + 1)))

    def replaced(self, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> _View:
        """Return the view with every match of a pattern replaced."""
        pieces: list[tuple[str, int, int]] = []
        at = 0
        for match in pattern.finditer(self.text):
            pieces += ((self.text[place], place, place + 1) for place in range(at, match.start()))
            pieces.append((replace(match), match.start(), match.end()))
            at = match.end()
        pieces += ((self.text[place], place, place + 1) for place in range(at, len(self.text)))
        return self._from(pieces)

    def folded(self) -> _View:
        """Return the view folded character by character, each together with the marks that follow it."""
        return self._from((_folded(self.text[start:end]), start, end) for start, end in _clusters(self.text))

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """Return where a match stands in the original."""
        return self.starts[match.start()], self.ends[match.end() - 1]

    def _from(self, pieces: Iterable[tuple[str, int, int]]) -> _View:
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for piece, start, end in pieces:
            text.append(piece)
            starts += [self.starts[start]] * len(piece)
            ends += [self.ends[end - 1]] * len(piece)
        return _View("".join(text), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(text)):
        letter = text[place]
        joins = unicodedata.category(letter)[0] == "M" or "\u1160" <= letter <= "\u11ff" or _INVISIBLE.match(letter)
        if not joins:
            yield start, place
            start = place
    if text:
        yield start, len(text)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in spans:
        if start >= at:
            kept += [text[at:start], STRUCK]
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _decoded(text: str) -> str:
    for _layer in range(_LAYERS):
        if "&" not in text and "%" not in text:
            break
        for pattern, decode in _DECODERS:
            text = pattern.sub(decode, text)
    return text


def _folded(text: str) -> str:
    plain = _APOSTROPHE.sub("'", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))
    return unicodedata.normalize("NFKC", plain.casefold())


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(f"{_BETWEEN}+", _folded(_decoded(name))) if part)


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a name in every order looked for; of several also without the marks on their letters."""
    parts = _parts(name)
    yield parts
    if len(parts) > 1:
        bare = tuple(_bare(part) for part in parts) if _is_cased("".join(parts)) else parts
        for form in (parts, bare):
            yield from (form, form[::-1], form[-1:] + form[:-1], form[1:] + form[:1])


def _bare(part: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", part) if not unicodedata.combining(sign)) or part


def _is_cased(text: str) -> bool:
    return any(letter.lower() != letter.upper() for letter in text)


def _is_joined(part: str) -> bool:
    """Whether a part is written in a script without spaces, so that nothing need stand beside it."""
    return all(unicodedata.name(sign, "").startswith(_JOINED_SCRIPTS) for sign in part)


def _compiled(spellings: Iterable[tuple[str, ...]], within: str) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(parts, within) for parts in spellings) or "(?!)")


def _pattern(parts: tuple[str, ...], within: str) -> str:
    """Return the pattern of one spelling; `within` may stand between any two letters."""
    between = f"{_BETWEEN}*" if all(map(_is_joined, parts)) else f"{_BETWEEN}+"
    pattern = between.join(within.join(map(re.escape, part)) for part in parts)
    if not _is_cased("".join(parts)):
        return pattern
    if len(parts) == 1:
        return rf"(?<![^\W_]){pattern}(?![^\W_])"
    genitive = "s?" if len(parts[-1]) >= SHORTEST_SURNAME else ""
    return rf"(?<!{_LETTER}){pattern}{genitive}(?!{_LETTER})"


def _hints(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds surnames that stand alone, written with a capital, and names that are run together."""
    alone: set[str] = set()
    run: set[str] = set()
    for name in names:
        parts = [part for part in re.split(r"[\s,]+", unicodedata.normalize("NFKC", name)) if part]
        if len(parts) < 2 or not _is_cased(name):
            continue
        surname = parts[0] if "," in name else parts[-1]
        if len(surname) >= SHORTEST_SURNAME and surname != surname.lower():
            alone |= {re.escape(surname), re.escape(surname.upper())}
        run |= {"".join(order) for order in (_parts(name), _parts(name)[::-1]) if sum(map(len, order)) >= SHORTEST_RUN}
    found = [rf"(?<!{_LETTER})(?:{'|'.join(sorted(alone))}){_LETTER}{{0,3}}(?!{_LETTER})"] if alone else []
    found += [f"(?i:{'|'.join(map(re.escape, sorted(run)))})"] if run else []
    return re.compile("|".join(found)) if found else None
