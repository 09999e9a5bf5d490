"""The languages a page can be read in, and the same page in another language."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from folkmoot.kit.languages import tag_of
from folkmoot.kit.text import direction


@dataclass(frozen=True)
class Reading:
    """A language a page can be read in, and where."""

    code: str
    tag: str
    name: str
    direction: str
    href: str
    current: bool


def here(request: HttpRequest | None, code: str) -> str:
    """Return the path of this very page in another language, filters and all."""
    path = request.get_full_path() if request else "/"
    first, _, rest = path.removeprefix("/").partition("/")
    known = {known for known, _ in settings.LANGUAGES}
    return f"/{code}/{rest}" if first in known else f"/{code}/"


def readings(request: HttpRequest | None, offered: list[str]) -> list[Reading]:
    """Return the languages of the interface that the body offers, each with its own name and this page's path."""
    wanted = {code.lower() for code in offered}
    current = get_language()
    return [
        Reading(code, tag_of(code), str(name), direction(tag_of(code)), here(request, code), code == current)
        for code, name in settings.LANGUAGES
        if not wanted or code in wanted or code == current
    ]
