"""Remarks and errors of a file as sentences in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext

from folkmoot.halls.convene.timetable.importers.document import Remark, ScheduleFileError


def in_words(said: Remark | ScheduleFileError) -> str:
    """Return the sentence, with the line in front where it is known; `what` is itself a message."""
    params = {name: gettext(str(value)) if name == "what" else value for name, value in said.params.items()}
    sentence = gettext(said.message) % params
    if said.line is None:
        return sentence
    return gettext("Line %(line)s: %(sentence)s") % {"line": said.line, "sentence": sentence}
