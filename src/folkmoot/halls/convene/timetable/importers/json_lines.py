"""What a JSON parser does not say: how deep a text is nested, and in which line each session begins.

Python's parser recurses into nested values, so a text of 100,000 opening brackets must be refused before it
is parsed; and it gives lines for errors of syntax only. One pass over the brackets, strings and line ends of
a text, without interpreting anything else, yields both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.halls.convene.timetable.importers.document import Limits, ScheduleFileError
from folkmoot.halls.convene.timetable.importers.document import gettext_noop as _

# A string that is never closed runs to the end of the text, and the possessive quantifiers (*+) never go back:
# each character is looked at once, and no memory is needed for ways back.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}:,\n]', re.DOTALL)
# The keys that lead to a session; None stands for a place in a list, "*" for a room of any name.
_EVENT = ("schedule", "conference", "days", None, "rooms", "*", None)


def refuse_excess(text: str, limits: Limits) -> None:
    """Raise :class:`ScheduleFileError` where the depth or the number of values exceeds the limit."""
    depth, values, line = 0, 1, 1
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "\n":
                line += 1
            case "[" | "{":
                depth += 1
                values += 1
            case "]" | "}":
                depth -= 1
            case ",":
                values += 1
        if depth > limits.depth:
            raise ScheduleFileError(
                _("The JSON is nested more than %(limit)s levels deep; a schedule has nine."),
                line=line,
                limit=limits.depth,
            )
        if values > limits.values:
            raise ScheduleFileError(
                _("The JSON holds more than %(limit)s values: split it by days."), line=line, limit=limits.values
            )


def event_lines(text: str) -> Iterator[int]:
    """The line of each entry of each room of each day, in the order of the text.

    The text must be JSON that has been parsed without error and without repeated keys.
    """
    path: list[str | None] = []
    key, last, line = "", "", 1
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "\n":
                line += 1
            case "[" | "{" as bracket:
                if _enter(path, key, bracket):
                    yield line
            case "]" | "}":
                path.pop()
            case ":":
                key = last
            case ",":
                pass
            case string:
                last = string[1:-1]


def _enter(path: list[str | None], key: str, bracket: str) -> bool:
    """Go one level down, from `key` if it is an object that is left; whether a session begins there."""
    if path and path[-1] is not None:
        path[-1] = key
    is_event = (
        bracket == "{"
        and len(path) == len(_EVENT)
        and all(expected in ("*", step) for step, expected in zip(path, _EVENT, strict=True))
    )
    path.append(None if bracket == "[" else "")
    return is_event
