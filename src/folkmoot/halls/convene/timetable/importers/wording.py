"""Remarks and errors of a file as sentences in the reader's language."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext, ngettext

from folkmoot.halls.convene.timetable.importers.document import Message, Param, Remark, ScheduleFileError
from folkmoot.kit.phrases import listed, noted, quoted


def in_words(said: Remark | ScheduleFileError) -> str:
    """Return the sentence, with the line in front where it is known; `what` is itself a message."""
    params = {name: _in_words(name, value) for name, value in said.params.items()}
    sentence = _message(said.message, said.params) % params
    if said.line is None:
        return sentence
    return gettext("Line %(line)s: %(sentence)s") % {"line": said.line, "sentence": sentence}


def _message(message: Message, params: Any) -> str:
    return gettext(message) if isinstance(message, str) else ngettext(*message, params["count"])


def _in_words(name: str, value: Param) -> str | int:
    if isinstance(value, list):
        more = value[-1] if value and isinstance(value[-1], int) else 0
        return listed([_word(part) for part in (value[:-1] if more else value)], more)
    return gettext(str(value)) if name == "what" else value


def _word(part: Any) -> str:
    """Return a word in quotation marks, with its note where it has one."""
    return quoted(part) if isinstance(part, str) else noted(quoted(part[0]), part[1])
