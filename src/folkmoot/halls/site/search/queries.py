"""Looking things up: all words of a question must lead to a thing; the heaviest comes first.

A word that stands there exactly counts twice as much as a longer one that begins with it. What weighs the same stands
in the order of their numbers. All of it is whole numbers and bytes, so every database gives the same answer in the same
order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection

from folkmoot.halls.site.search.enums import Kind
from folkmoot.halls.site.search.models import Indexed
from folkmoot.halls.site.search.numbering import kind_of
from folkmoot.halls.site.search.words import Term, terms_of

_AFTER = b"\xff"  # no byte of UTF-8 is greater
_TERM = (
    "SELECT %s AS term, found_id, MAX(CASE WHEN word IN ({exact}) THEN 2 * weight ELSE weight END) AS weight"
    " FROM site_token WHERE {ranges} GROUP BY found_id"
)
_ALL = (
    "SELECT found_id FROM ({terms}) AS hits GROUP BY found_id HAVING COUNT(*) = %s ORDER BY SUM(weight) DESC, found_id"
)


@dataclass(frozen=True)
class Answer:
    """What a question found: numbers of rows in order, and how many of each kind there are."""

    terms: list[Term]
    rows: Sequence[int] = ()
    counts: Counter[Kind] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How much was found in all kinds."""
        return self.counts.total()


def look_up(question: str, kind: str = "") -> Answer:
    """Return what a question finds, of one kind or of all."""
    terms = terms_of(question)
    if not terms:
        return Answer(terms)
    sql, params = _statement(terms)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        found = [number for (number,) in cursor.fetchall()]
    kinds = [kind_of(number) for number in found]
    rows = [number for number, of in zip(found, kinds, strict=True) if of == kind] if kind else found
    return Answer(terms, rows, Counter(kinds))


def rows_numbered(numbers: Sequence[int]) -> list[Indexed]:
    """Return rows in this order."""
    rows = Indexed.objects.in_bulk(list(numbers))
    return [rows[number] for number in numbers if number in rows]


def _statement(terms: Sequence[Term]) -> tuple[str, list[int | bytes]]:
    parts: list[str] = []
    params: list[int | bytes] = []
    for number, term in enumerate(terms):
        exact = [form.encode() for form in term.forms]
        condition = "(word >= %s AND word < %s)" if term.beginning else "word = %s"
        ranges = " OR ".join([condition] * len(exact))
        parts.append(_TERM.format(exact=", ".join(["%s"] * len(exact)), ranges=ranges))
        bounds = [bound for word in exact for bound in ((word, word + _AFTER) if term.beginning else (word,))]
        params += [number, *exact, *bounds]
    return _ALL.format(terms=" UNION ALL ".join(parts)), [*params, len(terms)]
