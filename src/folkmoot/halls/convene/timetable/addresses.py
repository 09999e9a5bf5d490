"""Where the public pages of one edition's timetable are, in the reader's language, and the files behind them.

A page with a thousand links reverses each address once and fills identifiers in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language

from folkmoot.halls.convene.timetable.models import Release
from folkmoot.kit.identifier import ALPHABET, LENGTH

PLACEHOLDER = ALPHABET[0] * LENGTH
PAGES = ("programme", "forums", "speakers", "venue", "changes")


def short(identifier: str) -> str:
    """Return what follows the colon of `kind:IDENTIFIER`."""
    return identifier.partition(":")[2]


@dataclass
class Addresses:
    """The addresses of one edition; patterns are reversed once per edition and language."""

    edition: str

    def __post_init__(self) -> None:
        self._patterns: dict[str, str] = {}

    def page(self, name: str) -> str:
        """Return the path of a page that takes nothing but the edition."""
        return reverse(f"convene:{name}", kwargs={"edition": self.edition})

    @property
    def pages(self) -> dict[str, str]:
        """The paths of the pages that take nothing but the edition, by name."""
        return {name: self.page(name) for name in PAGES}

    def of(self, kind: str, identifier: str) -> str:
        """Return the path of the page of a session, speaker, room or forum, by full identifier."""
        pattern = self._patterns.get(kind)
        if pattern is None:
            given = {"edition": self.edition, "identifier": PLACEHOLDER}
            pattern = self._patterns[kind] = reverse(f"convene:{kind}", kwargs=given)
        return pattern.replace(PLACEHOLDER, short(identifier))

    def day(self, day: date) -> str:
        """Return the path of the page of a day."""
        return reverse("convene:day", kwargs={"edition": self.edition, "day": day})

    def release(self, number: int) -> str:
        """Return the path of the page of what a release changed."""
        return reverse("convene:release", kwargs={"edition": self.edition, "number": number})

    def file(self, name: str, **given: object) -> str:
        """Return the path of a file, which has no language."""
        return reverse(f"convene-files:{name}", kwargs={"edition": self.edition, **given})


def release_page(identifier: str) -> str | None:
    """Return the path of the page of a release, by what follows the colon, in the active language."""
    found = Release.objects.filter(public_id=identifier).select_related("edition").first()
    return Addresses(found.edition.slug).release(found.number) if found else None


def reader_language() -> str:
    """Return the language the page is rendered in."""
    return get_language() or "en"
