"""What can be asked of the lists the body adopted."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from folkmoot.halls.members.vocabulary.models import Vocabulary
from folkmoot.kit.text import Text


def adopted(key: str) -> Vocabulary | None:
    """Return the newest adopted version of a list."""
    return Vocabulary.objects.filter(key=key).order_by("-version").first()


def adopted_lists() -> QuerySet[Vocabulary]:
    """Return every version of every list, newest version first."""
    return Vocabulary.objects.order_by("key", "-version")


def versions_of(key: str) -> QuerySet[Vocabulary]:
    """Return every version of one list, newest first."""
    return adopted_lists().filter(key=key)


def labels(key: str) -> dict[str, Text]:
    """Return the labels of a list by code, in the list's order; empty when none is adopted."""
    vocabulary = adopted(key)
    return {term.code: term.label for term in vocabulary.terms.all()} if vocabulary else {}


def official_state(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the official fields of a list as its entry names them."""
    return {
        "key": vocabulary.key,
        "number": vocabulary.version,
        "title": vocabulary.title,
        "source": vocabulary.source,
        "document": vocabulary.document,
    }
