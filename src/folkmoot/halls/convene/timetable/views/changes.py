"""What changed with the releases of a programme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from folkmoot.audit.programme import PersonSheet, Session
from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.comparing import Changes, Edit, Move, compare
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.convene.timetable.published import Published
from folkmoot.halls.convene.timetable.views.released import of_release, show
from folkmoot.halls.convene.timetable.wording import WHAT_CHANGED, count_changes


@dataclass(frozen=True)
class Line:
    """A session that changed, with its page where it still has one; `what` says what in words."""

    session: Session
    path: str
    what: tuple[str, ...] = ()
    move: Move | None = None


@dataclass(frozen=True)
class Person:
    """Somebody whose details changed."""

    person: PersonSheet
    path: str


@of_release
def changes(request: HttpRequest, published: Published) -> HttpResponse:
    """List the releases, newest first, and what the newest changed."""
    return _page(request, published, published.release.number)


@of_release
def release(request: HttpRequest, published: Published, number: int) -> HttpResponse:
    """Show what one release changed."""
    return _page(request, published, number)


def _page(request: HttpRequest, published: Published, number: int) -> HttpResponse:
    history = published.history
    chosen = next((release for release in history if release.number == number), None)
    if chosen is None:
        raise Http404(f"There is no release {number}.")
    before = next((release for release in history if release.number < number), None)
    found = _compare(published, before, chosen) if before else None
    context = {
        "chosen": chosen,
        "before": before,
        "history": [(row, published.addresses.release(row.number)) for row in history],
        "counts": count_changes(found),
        "feed": published.addresses.file("feed"),
        "differences": _lines(published, found) if found else {},
    }
    return show(request, published, "changes", context, bundle=published.addresses.file("release", number=number))


def _compare(published: Published, before: Release, after: Release) -> Changes:
    epoch = published.standing.epoch
    return compare(queries.programme_of(before, epoch), queries.programme_of(after, epoch))


def _lines(published: Published, found: Changes) -> dict[str, Sequence[Line | Person]]:
    """Return the changes as lines by kind."""
    address = published.addresses.of
    return {
        "new": _plain(published, found.new),
        "moved": [_moved(published, move) for move in found.moved],
        "edited": [_edited(published, edit) for edit in found.edited],
        "cancelled": _plain(published, found.cancelled),
        "reinstated": _plain(published, found.reinstated),
        "withdrawn": _plain(published, found.withdrawn),
        "people": [Person(person, address("speaker", person.id)) for person in found.people if not person.withheld],
    }


def _plain(published: Published, sessions: Iterable[Session]) -> list[Line]:
    return [Line(session, published.addresses.of("session", session.id)) for session in sessions]


def _moved(published: Published, move: Move) -> Line:
    return Line(move.session, published.addresses.of("session", move.session.id), move=move)


def _edited(published: Published, edit: Edit) -> Line:
    what = tuple(str(WHAT_CHANGED[name]) for name in edit.what)
    return Line(edit.session, published.addresses.of("session", edit.session.id), what=what)
