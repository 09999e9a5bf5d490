"""What can be asked of the lists the body adopted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from folkmoot.canon import canonical, digest
from folkmoot.halls.members.vocabulary.models import Vocabulary
from folkmoot.kit.text import Text

FORMAT = "folkmoot-vocabulary/1"


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


def document_of(key: str, title: Text, source: str, terms: Mapping[str, Text]) -> bytes:
    """Return a list as its published document: the canonical bytes whose digest its entry names."""
    return canonical(
        {
            "format": FORMAT,
            "key": key,
            "source": source,
            "title": title.written(),
            "terms": [{"code": code, "label": label.written()} for code, label in terms.items()],
        }
    )


def official_state(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the official fields of a list as its entry names them; the document is made anew from its rows."""
    terms = {term.code: term.label for term in vocabulary.terms.all()}
    return {
        "key": vocabulary.key,
        "number": vocabulary.version,
        "title": vocabulary.title,
        "source": vocabulary.source,
        "document": digest(document_of(vocabulary.key, vocabulary.title, vocabulary.source, terms)),
    }
