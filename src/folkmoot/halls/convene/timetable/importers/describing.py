"""A plan in words, the same for the command line, the page and the text one can download."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from folkmoot.halls.convene.session.enums import Role, SessionStatus
from folkmoot.halls.convene.timetable.importers.cleaning import shorten
from folkmoot.halls.convene.timetable.importers.plan import Difference, Item, Kind, Plan
from folkmoot.halls.convene.timetable.importers.wording import in_words
from folkmoot.kit.languages import language_name
from folkmoot.kit.phrases import listed, noted, quoted
from folkmoot.kit.text import UNDETERMINED, Text

COUNTS: dict[str, Any] = {
    "sessions_created": ngettext_lazy("%(count)s session is new", "%(count)s sessions are new", "count"),
    "sessions_changed": ngettext_lazy("%(count)s session changes", "%(count)s sessions change", "count"),
    "sessions_withdrawn": ngettext_lazy("%(count)s session is withdrawn", "%(count)s sessions are withdrawn", "count"),
    "sessions_unchanged": ngettext_lazy(
        "%(count)s session stays as it is", "%(count)s sessions stay as they are", "count"
    ),
    "sessions_missing": ngettext_lazy(
        "%(count)s session of an earlier file is not in this one, and stays",
        "%(count)s sessions of earlier files are not in this one, and stay",
        "count",
    ),
    "rooms_created": ngettext_lazy("%(count)s room is new", "%(count)s rooms are new", "count"),
    "forums_created": ngettext_lazy("%(count)s forum is new", "%(count)s forums are new", "count"),
    "people_created": ngettext_lazy("%(count)s person is new", "%(count)s people are new", "count"),
    "people_changed": ngettext_lazy("%(count)s person changes", "%(count)s people change", "count"),
    "kept": ngettext_lazy(
        "%(count)s correction by the desk is kept", "%(count)s corrections by the desk are kept", "count"
    ),
    "conflicts": ngettext_lazy(
        "%(count)s value was changed by the desk and by the file; the desk's stays",
        "%(count)s values were changed by the desk and by the file; the desk's stay",
        "count",
    ),
    "erased": ngettext_lazy(
        "%(count)s person of the file was erased here and stays away",
        "%(count)s people of the file were erased here and stay away",
        "count",
    ),
    "room-double-booked": ngettext_lazy(
        "%(count)s room is booked twice", "%(count)s times a room is booked twice", "count"
    ),
    "speaker-in-two-places": ngettext_lazy(
        "%(count)s time somebody is in two places", "%(count)s times somebody is in two places", "count"
    ),
    "room-too-small": ngettext_lazy(
        "%(count)s time a room is too small", "%(count)s times a room is too small", "count"
    ),
}
FIELDS: dict[str, Any] = {
    "title": gettext_lazy("title"),
    "subtitle": gettext_lazy("subtitle"),
    "abstract": gettext_lazy("abstract"),
    "description": gettext_lazy("description"),
    "external": gettext_lazy("id in the file"),
    "kind_code": gettext_lazy("kind"),
    "status": gettext_lazy("status"),
    "recorded": gettext_lazy("may be recorded"),
    "is_break": gettext_lazy("break"),
    "languages": gettext_lazy("languages"),
    "links": gettext_lazy("links"),
    "forum": gettext_lazy("forum"),
    "slots": gettext_lazy("time and room"),
    "people": gettext_lazy("people"),
    "name": gettext_lazy("name"),
    "biography": gettext_lazy("biography"),
}


@dataclass(frozen=True)
class Section:
    """Details of one kind."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Description:
    """A plan in words: one line, then counts, then details; `confirm` is what the button says."""

    headline: str
    counts: tuple[str, ...]
    sections: tuple[Section, ...]
    confirm: str


def describe(plan: Plan) -> Description:
    """Return a plan in the active language."""
    sections = (Section(title, tuple(lines)) for title, lines in _sections(plan))
    return Description(
        _headline(plan),
        tuple(describe_counts(plan.counts)),
        tuple(section for section in sections if section.lines),
        ngettext("Take over %(count)s session", "Take over %(count)s sessions", len(plan.file.events))
        % {"count": len(plan.file.events)},
    )


def as_text(description: Description, limit: int | None = None) -> str:
    """Return a description as plain text, with at most `limit` lines of each kind."""
    blocks = [[description.headline], [f"• {line}" for line in description.counts]]
    for section in description.sections:
        more = len(section.lines) - limit if limit is not None else 0
        rest = [ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more}] if more > 0 else []
        blocks.append([section.title, *(f"  {line}" for line in (*section.lines[:limit], *rest))])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def describe_counts(counts: Mapping[str, int]) -> list[str]:
    """Return counts as phrases, without those that are zero; unknown ones are left out."""
    return [str(words % {"count": counts[name]}) for name, words in COUNTS.items() if counts.get(name)]


def _headline(plan: Plan) -> str:
    if plan.opening is not None:
        return _("The edition %(slug)s is opened: %(title)s, %(starts)s to %(ends)s, times in %(zone)s.") % {
            **vars(plan.opening),
            "title": plan.opening.title,
        }
    return _("Nothing changes.") if plan.changes_nothing else _("This is what would change.")


def _sections(plan: Plan) -> Iterator[tuple[str, Iterable[str]]]:
    words = _ValueWords(plan)
    sessions = plan.of(Kind.SESSION)
    yield _("Changed by the desk and by the file"), words.differences(plan.items, "conflicts")
    yield _("Sessions that change"), words.differences([i for i in sessions if not i.withdrawn], "changed")
    yield _("People who change"), words.differences(plan.of(Kind.PERSON), "changed")
    yield _("Corrections by the desk that are kept"), words.differences(plan.items, "kept")
    yield _("Sessions that are withdrawn"), [item.label for item in sessions if item.withdrawn]
    yield _("Sessions that are not in this file"), plan.missing
    for kind in ("room-double-booked", "speaker-in-two-places", "room-too-small"):
        yield _CLASHES[kind](), [in_words(clash.said) for clash in plan.clashes if clash.kind == kind]
    yield _("What to look at in the file"), [in_words(remark) for remark in plan.remarks]
    yield _("What the file holds and is not taken over"), [noted(path, count) for path, count in plan.file.unknown]
    for kind, title in _new_titles():
        yield title, [item.label for item in plan.of(kind) if item.is_new]


_CLASHES: dict[str, Callable[[], str]] = {
    "room-double-booked": lambda: _("Rooms that are booked twice"),
    "speaker-in-two-places": lambda: _("People in two places at once"),
    "room-too-small": lambda: _("Rooms that are too small"),
}


def _new_titles() -> Iterator[tuple[Kind, str]]:
    yield Kind.SESSION, _("New sessions")
    yield Kind.PERSON, _("New people")
    yield Kind.ROOM, _("New rooms")
    yield Kind.FORUM, _("New forums")


class _ValueWords:
    """Says values of fields in a few words: names for addresses, local times, the beginning of long texts."""

    def __init__(self, plan: Plan) -> None:
        self._names = plan.names
        self._zone = ZoneInfo(plan.zone)

    def differences(self, items: Iterable[Item], which: str) -> Iterator[str]:
        """Return a line for every changed, kept or conflicting field."""
        for item in items:
            for difference in getattr(item, which):
                yield self._line(item.label, difference, which)

    def _line(self, label: str, difference: Difference, which: str) -> str:
        if which == "changed":
            message = _("“%(label)s”: %(field)s becomes %(file)s; it was %(desk)s.")
        elif which == "kept":
            message = _("“%(label)s”: %(field)s stays %(desk)s; the file says %(file)s, as before.")
        else:
            message = _("“%(label)s”: %(field)s stays %(desk)s; the file now says %(file)s.")
        desk, file = self._value(difference.field, difference.desk), self._value(difference.field, difference.file)
        return message % {"label": shorten(label), "field": FIELDS[difference.field], "desk": desk, "file": file}

    def _value(self, field: str, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if not value or (isinstance(value, dict) and not value["texts"]):
            return _("nothing")
        if field in {"slots", "people", "links", "languages"}:
            return listed(self._part(field, part) for part in value)
        if isinstance(value, dict):
            return self._text(Text.read(value))
        if field == "status":
            return str(SessionStatus(value).label)
        return quoted(shorten(self._names.get(value, value)))

    def _text(self, text: Text) -> str:
        words = quoted(shorten(str(text)))
        return words if text.original == UNDETERMINED else noted(words, language_name(text.original))

    def _part(self, field: str, part: Any) -> str:
        if field == "slots":
            starts, ends, room = part
            local = [datetime.fromisoformat(moment).astimezone(self._zone) for moment in (starts, ends)]
            times = f"{local[0]:%Y-%m-%d %H:%M}–{local[1]:%H:%M}"
            return f"{times} {self._names.get(room, room)}" if room else times
        if field == "people":
            return noted(self._names.get(part[0], part[0]), Role(part[1]).label)
        if field == "links":
            return shorten(part.get("url", ""))
        return language_name(part)
