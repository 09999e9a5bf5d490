"""An XML file as a small tree in which every element knows its line, read without any of XML's dangers.

The parser is expat, fed here and not through a tree library, for three reasons: it says the line of every
element however long the file is; an entity declaration can be refused at the moment it is met, before
anything could be expanded (the "billion laughs") or opened (external entities); and the depth can be watched
while the tree grows. Nothing is ever fetched: no document type definition is loaded, from disk or network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.document import Limits, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _

_PIECE = 65_536
_LONGEST_TAG = 1_048_576
_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]*\?>")


@dataclass(slots=True)
class Element:
    """An element with its attributes, its line, and its text and elements in their order."""

    tag: str
    attributes: dict[str, str]
    line: int
    parts: list[str | Element] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Element]:
        """The elements directly within this one."""
        return (part for part in self.parts if isinstance(part, Element))

    @property
    def words(self) -> str:
        """All text in it and below it, trimmed."""
        return "".join(self._pieces()).strip()

    @property
    def holds_something(self) -> bool:
        """Whether it says anything: text, an attribute that is not empty, or an element that does."""
        return any(self._pieces_that_say_something()) or any(child.holds_something for child in self.children)

    def _pieces(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, Element):
                yield from part._pieces()
            else:
                yield part

    def _pieces_that_say_something(self) -> Iterator[bool]:
        yield from (bool(value.strip()) for value in self.attributes.values())
        yield from (bool(part.strip()) for part in self.parts if isinstance(part, str))


def parse_xml(text: str, limits: Limits) -> Element:
    """The root element of an XML text.

    Raises :class:`ScheduleFileError` for XML that is not well-formed, declares or uses entities of its own,
    or is nested deeper than the limit; the sentence names the line.
    """
    return _TreeBuilder(limits).build(text)


def _without_declaration(text: str) -> str:
    """The text is decoded already, so what a declaration says of its encoding is of no use; lines stay."""
    return _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)


class _TreeBuilder:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._count = 0
        self._top = Element("", {}, 0)
        self._open = [self._top]
        self._parser = expat.ParserCreate(encoding="utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._skipped

    def build(self, text: str) -> Element:
        try:
            self._feed(_without_declaration(text).encode("utf-8"))
        except expat.ExpatError as error:
            raise ScheduleFileError(
                _(
                    "The XML is broken here: %(reason)s (column %(column)s). Export the file again, or "
                    "repair this line."
                ),
                line=error.lineno,
                reason=expat.ErrorString(error.code),
                column=error.offset + 1,
            ) from None
        return next(self._top.children)

    def _feed(self, content: bytes) -> None:
        """Parse in pieces, so that a single tag as long as the file is refused before it is held in memory."""
        for start in range(0, len(content), _PIECE):
            self._parser.Parse(content[start : start + _PIECE], False)
            if start - self._parser.CurrentByteIndex > _LONGEST_TAG:
                raise ScheduleFileError(
                    _("The XML has a tag or comment of more than %(limit)s bytes here."),
                    line=self._parser.CurrentLineNumber,
                    limit=_LONGEST_TAG,
                )
        self._parser.Parse(b"", True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > self._limits.values:
            raise ScheduleFileError(
                _("The XML holds more than %(limit)s elements: split it by days."),
                line=self._parser.CurrentLineNumber,
                limit=self._limits.values,
            )
        if len(self._open) > self._limits.depth:
            raise ScheduleFileError(
                _("The XML is nested more than %(limit)s levels deep; a schedule has seven."),
                line=self._parser.CurrentLineNumber,
                limit=self._limits.depth,
            )
        element = Element(tag, attributes, self._parser.CurrentLineNumber)
        self._open[-1].parts.append(element)
        self._open.append(element)

    def _end(self, tag: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].parts.append(text)

    def _doctype(self, name: str, system: str | None, public: str | None, has_internal_subset: bool) -> None:
        if has_internal_subset:
            self._refuse("<!DOCTYPE ... [")

    def _entity(self, name: str, *_about: object) -> None:
        self._refuse(f"<!ENTITY {name}")

    def _skipped(self, name: str, is_parameter_entity: bool) -> None:
        self._refuse(f"&{name};")

    def _refuse(self, what: str) -> None:
        raise ScheduleFileError(
            _(
                'The XML contains "%(what)s". Declarations and entities of its own can open other files or '
                "fill the memory, and a schedule needs none: remove them, and write the characters "
                "themselves."
            ),
            line=self._parser.CurrentLineNumber,
            what=shorten(what),
        )
