"""Small phrases that sentences are made of: lists, quotations, and what stands in brackets.

Commas, quotation marks and brackets differ between languages, so no sentence is joined by hand.
"""

from __future__ import annotations

from collections.abc import Iterable

from babel.lists import format_list
from django.utils.translation import gettext, ngettext

from folkmoot.kit.languages import active_locale, language_name


def listed(words: Iterable[str], more: int = 0) -> str:
    """Return words as a list in the active language, `a, b and c`; `more` says how many were left out."""
    said = [str(word) for word in words]
    if more > 0:
        said.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": more})
    return str(format_list(said, "standard", active_locale()))


def either(words: Iterable[str]) -> str:
    """Return words of which one is meant, `a, b or c`."""
    return str(format_list([str(word) for word in words], "or", active_locale()))


def quoted(words: str) -> str:
    """Return somebody's words in the quotation marks of the active language."""
    return gettext("“%(words)s”") % {"words": words}


def noted(words: str, note: object) -> str:
    """Return words with a note in brackets behind them, such as how often they occur."""
    return gettext("%(words)s (%(note)s)") % {"words": words, "note": note}


def language_names(tags: Iterable[str]) -> str:
    """Return languages by their names in the active language, as a list."""
    return listed(language_name(tag) for tag in tags)
