"""Changes in words: sentences for pages and feeds."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from folkmoot.halls.convene.timetable.comparing import Changes
from folkmoot.kit.phrases import listed

WHAT_CHANGED: Mapping[str, Promise] = {
    "title": gettext_lazy("title"),
    "text": gettext_lazy("text"),
    "speakers": gettext_lazy("speakers"),
    "forum": gettext_lazy("forum"),
    "kind": gettext_lazy("kind of session"),
    "mode": gettext_lazy("on site or online"),
    "languages": gettext_lazy("languages"),
    "record": gettext_lazy("what may be reported or recorded"),
    "break": gettext_lazy("whether it is a break"),
}


def count_changes(changes: Changes | None) -> str:
    """Return the differences as counts, "1 new session, 3 sessions moved"; empty for the first release."""
    if changes is None:
        return ""
    new, moved, edited = len(changes.new), len(changes.moved), len(changes.edited)
    cancelled, back, gone = len(changes.cancelled), len(changes.reinstated), len(changes.withdrawn)
    counts = [
        (new, ngettext("%(n)d new session", "%(n)d new sessions", new)),
        (moved, ngettext("%(n)d session moved", "%(n)d sessions moved", moved)),
        (edited, ngettext("%(n)d session changed", "%(n)d sessions changed", edited)),
        (cancelled, ngettext("%(n)d session cancelled", "%(n)d sessions cancelled", cancelled)),
        (back, ngettext("%(n)d session takes place after all", "%(n)d sessions take place after all", back)),
        (gone, ngettext("%(n)d session withdrawn", "%(n)d sessions withdrawn", gone)),
    ]
    said = [words % {"n": count} for count, words in counts if count]
    return listed(said) if said else _("No session changed")
