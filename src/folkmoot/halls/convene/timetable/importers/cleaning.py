"""Single words and texts of a file, made fit to be stored and shown.

Two kinds of text are told apart:

*Lines* (titles, names, rooms, tracks, ids, addresses) stand in lists and between other people's words. From
them goes all that could make a name look like another one or turn the words around it: control characters,
the bidirectional embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069), and characters
without any appearance (soft hyphen, zero width space, word joiner, byte order mark). Kept are the marks that
honest names need: U+200E, U+200F and U+061C (a Latin word in an Arabic title), U+200C and U+200D (Persian,
Indic scripts, emoji). Line breaks become spaces; the line is trimmed and put in Unicode's form NFC.

*Texts* (abstract, description, biography) keep their line breaks and directions, lose only what cannot be
stored, and stay otherwise as they are. HTML in them stays text; it is cleaned where it is shown.
"""

from __future__ import annotations

import re
import unicodedata

from folkmoot.halls.convene.timetable.importers.document import Limits, Remarks, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _

_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DECEPTIVE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069\u00ad\u200b\u2060\ufeff]"
)
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_MARKS_AND_SPACES = re.compile(r"\s+")


class Cleaner:
    """Cleans the words of one file, with its limits, and remarks on what was taken out."""

    def __init__(self, limits: Limits, remarks: Remarks) -> None:
        self._limits = limits
        self._remarks = remarks

    def line(self, value: str, what: str, line: int | None = None, *, limit: int | None = None) -> str:
        """One line of text called `what` in messages; at most `limit` characters (of the file's limits)."""
        clean = _DECEPTIVE.sub("", value)
        if clean != value:
            self._remark_on_removal(value, clean, what, line)
        clean = unicodedata.normalize("NFC", _BREAKS.sub(" ", clean).strip())
        return self._within(clean, what, line, limit or self._limits.line_length)

    def name(self, value: str, what: str, line: int | None = None) -> str:
        """A name of a person or a room, or an id: a line with the shorter limit of names."""
        return self.line(value, what, line, limit=self._limits.name_length)

    def text(self, value: str, what: str, line: int | None = None) -> str:
        """A text of several lines called `what` in messages."""
        clean = _UNSTORABLE.sub("", value)
        if clean != value:
            self._remark_on_removal(value, clean, what, line)
        clean = clean.replace("\r\n", "\n").replace("\r", "\n").strip()
        return self._within(clean, what, line, self._limits.text_length)

    def _remark_on_removal(self, value: str, clean: str, what: str, line: int | None) -> None:
        codes = sorted({f"U+{ord(character):04X}" for character in set(value) - set(clean)})
        self._remarks.add(
            _('Invisible or control characters (%(codes)s) were removed from the %(what)s "%(value)s".'),
            line=line,
            codes=", ".join(codes),
            what=what,
            value=shorten(clean),
        )

    def _within(self, value: str, what: str, line: int | None, limit: int) -> str:
        if len(value) > limit:
            raise ScheduleFileError(
                _('The %(what)s "%(value)s" has %(length)s characters; at most %(limit)s are read. Shorten it.'),
                line=line,
                what=what,
                value=shorten(value),
                length=len(value),
                limit=limit,
            )
        return value


def shorten(value: str, length: int = 60) -> str:
    """The beginning of a value on one line, safe to stand within a sentence."""
    flat = _MARKS_AND_SPACES.sub(" ", _DECEPTIVE.sub("", value[: 4 * length])).strip()
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def fold(name: str) -> str:
    """What two spellings of a name share: without case, spaces and diacritics. Only to find look-alikes.

    >>> fold("José  Álvarez") == fold("jose alvarez")
    True
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _MARKS_AND_SPACES.sub("", bare.casefold())
