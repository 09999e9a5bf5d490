"""What an officer is told about an erasure: how far it reached, and what it leaves to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from folkmoot.audit.programme import sheet_digests
from folkmoot.canon import read
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.record.log import queries as log
from folkmoot.halls.record.log.models import Entry
from folkmoot.kit.names import Names
from folkmoot.kit.phrases import listed
from folkmoot.kit.registry import Words, registry
from folkmoot.kit.text import Text

MOST_LISTED = 20


def remarks_on_releases(own: set[str]) -> Iterator[str]:
    """Say in how many releases the person appears."""
    skeletons = (_skeleton(release.document) for release in Release.objects.all())
    count = sum(1 for skeleton in skeletons if own & set(sheet_digests(skeleton).values())) if own else 0
    if count:
        message = ngettext(
            "The sheets about this person are withheld from %(count)s release.",
            "The sheets about this person are withheld from %(count)s releases.", count,
        )  # fmt: skip
        yield message % {"count": count}


def remarks_on_texts(subjects: set[str]) -> Iterator[str]:
    """Say which other texts the name stood in."""
    if sessions := sum(1 for subject in subjects if subject.startswith("session:")):
        message = ngettext(
            "The name also stood in the text of %(count)s session; this text is withheld until an erratum is released.",
            "The name also stood in the text of %(count)s sessions; these texts are withheld until an erratum "
            "is released.",
            sessions,
        )
        yield message % {"count": sessions}
    if people := len(subjects) - sessions:
        message = ngettext(
            "The name also stood in what is said about %(count)s other person; that is withheld until an erratum.",
            "The name also stood in what is said about %(count)s other people; that is withheld until an erratum.",
            people,
        )
        yield message % {"count": people}


def remarks_on_public_names(names: Names) -> Iterator[str]:
    """Name what holds the name and cannot be withheld, because it is part of the released documents or the record."""
    if found := _some(sorted(set(_rows_naming(names)))):
        message = _(
            "The name also stands in the public name of %(what)s. Nothing there is withheld: rename it, and release."
        )
        yield message % {"what": found}
    if found := _some(list(_published_naming(names))):
        message = _("The name also stands, for good, in what was published openly: %(what)s.")
        yield message % {"what": found}


def remarks_on_hints(names: Names, spared: set[str]) -> Iterator[str]:
    """Say where a surname stands alone, or the name run together: an officer decides whose it is."""
    found: Counter[str] = Counter()
    for label, columns in registry.columns(Words.STRUCK).items():
        if label in (Session._meta.label, Speaker._meta.label):
            for row in apps.get_model(label)._default_manager.all().iterator(chunk_size=500):
                said = row.person.address if isinstance(row, Speaker) else row.address
                if said not in spared:
                    found[said] += sum(
                        names.hints_in(text) for name in columns for text in texts_in(getattr(row, name))
                    )
    for _sheet, subject in log.sheets_saying(lambda text: names.hints_in(text) > 0):
        found[subject] += 0 if subject in spared else found[subject] == 0
    places = sorted(place for place, count in found.items() if count)
    if places:
        message = ngettext(
            "The surname alone, or the name run together, stands in %(places)s more text (%(count)s times) and was "
            "left: %(what)s. Read it, and decide whose it is.",
            "The surname alone, or the name run together, stands in %(places)s more texts (%(count)s times) and was "
            "left: %(what)s. Read them, and decide whose it is.",
            len(places),
        )
        yield message % {"places": len(places), "count": found.total(), "what": _some(places)}


def words_of_skeleton(document: str) -> str:
    """Return every text of a released or planned skeleton, a line each."""
    return "\n".join(texts_in(read(_skeleton(document))))


def texts_in(value: Any) -> Iterator[str]:
    """Yield every string in a Text or JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield from value.texts.values()
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)


def _skeleton(document: str) -> bytes:
    return bytes(log.document(document).content or b"")


def _rows_naming(names: Names) -> Iterator[str]:
    """Yield the addresses of rows with a public name or note that holds the person's name."""
    for label, columns in registry.columns(Words.PUBLIC).items():
        for row in apps.get_model(label)._default_manager.all().iterator(chunk_size=500):
            if any(names.occur_in(text) for name in columns for text in texts_in(getattr(row, name))):
                yield getattr(row, "address", "") or row.vocabulary.address


def _published_naming(names: Names) -> Iterator[str]:
    """Yield the releases whose skeleton, and the acts whose entry, hold the name in clear."""
    for release in Release.objects.select_related("edition"):
        if names.occur_in(words_of_skeleton(release.document)):
            yield release.address
    for entry in Entry.objects.iterator(chunk_size=500):
        if any(names.occur_in(text) for text in texts_in(entry.fields["payload"])):
            yield _("act %(place)s") % {"place": entry.place}


def _some(places: list[str]) -> str:
    """Return places as a list of at most so many, and how many more there are."""
    return listed(places[:MOST_LISTED], more=len(places) - MOST_LISTED) if places else ""
