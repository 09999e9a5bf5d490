"""Which pages are current: the facts behind every ETag, asked for again only when the record has grown.

A process remembers the facts together with the record's head (its size and time). Every act moves the head, so one
small query says whether the facts still hold: what a page shows is never older than the newest act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

import folkmoot
from folkmoot.canon import canonical, digest
from folkmoot.halls.convene.timetable import queries
from folkmoot.halls.convene.timetable.queries import Standing
from folkmoot.halls.convene.timetable.rendered import sweep_pages

SHAPING = {".py", ".html", ".css", ".mo"}


@dataclass(frozen=True)
class Current:
    """The newest release (address and document) of every edition by slug, and what else shapes their pages."""

    head: tuple[int, str]
    standing: Standing
    releases: Mapping[str, tuple[str, str]]

    def tag(self, edition: str, language: str) -> str | None:
        """Return the tag of every page of an edition in a language; None before its first release."""
        release = self.releases.get(edition)
        return tag_of(*release, self.standing, language) if release else None

    def tags(self) -> set[str]:
        """Return the tags of all pages that are current in some language of the interface."""
        return {tag_of(*release, self.standing, code) for release in self.releases.values() for code, _ in LANGUAGES}


LANGUAGES: list[tuple[str, str]] = settings.LANGUAGES
_known: list[Current] = []


def current() -> Current:
    """Return what is current; one query as long as nothing was recorded since the last time.

    The head is read before the facts: what is recorded in between is found the next time.
    """
    head = queries.record_head()
    if _known and _known[0].head == head:
        return _known[0]
    found = Current(head, queries.standing(), queries.newest_releases())
    if not _known or _known[0].tags() != found.tags():
        sweep_pages(found.tags())
    _known[:] = [found]
    return found


def sweep() -> list[str]:
    """Remove pages that are no longer current: what the clock calls."""
    count = sweep_pages(current().tags())
    return [f"Rendered pages of {count} older states were removed."] if count else []


def tag_of(release: str, document: str, standing: Standing, language: str) -> str:
    """Return the digest of everything that shapes the pages of a release in a language."""
    parts = [release, document, standing.epoch, standing.frame, standing.time, build(), language]
    return digest(canonical(parts))[:32]


@cache
def build() -> str:
    """Return a digest of what makes pages: the version, its files, and the settings that stand in addresses."""
    package = Path(folkmoot.__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in SHAPING and "tests" not in path.parts)
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    made = [*files, manifest] if manifest.exists() else files
    contents = [digest(path.read_bytes()) for path in made]
    return digest(canonical([folkmoot.__version__, settings.SITE_URL, settings.STATIC_URL, contents]))
