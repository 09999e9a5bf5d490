"""The number of a row of the index: its kind, a place among its kind, and a digest of what it is about.

Numbers are made from what a thing is and not from when it was indexed, so things that a question finds equally well
stand in the same order on every installation and every database. They fit a signed 64-bit integer: 3 bits for the kind,
22 for the place, 38 for the digest.
"""

from __future__ import annotations

import datetime
import hashlib

from folkmoot.halls.site.search.enums import Kind

PLACE_BITS, DIGEST_BITS = 22, 38
LAST = (1 << PLACE_BITS) - 1
_KINDS = list(Kind)
_EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_QUARTER = datetime.timedelta(minutes=15)


def number(kind: Kind, place: int, subject: str) -> int:
    """Return the number of a thing; `place` is cut to what fits.

    >>> number(Kind.SESSION, 0, "session:A") < number(Kind.SESSION, 1, "session:A") < number(Kind.ACT, 0, "act:0")
    True
    """
    within = min(max(place, 0), LAST)
    mark = int.from_bytes(hashlib.sha256(subject.encode()).digest()[:8]) >> (64 - DIGEST_BITS)
    return (_KINDS.index(kind) << PLACE_BITS | within) << DIGEST_BITS | mark


def number_of_act(place: int) -> int:
    """Return the number of an act: newest first."""
    return ((_KINDS.index(Kind.ACT) + 1) << (PLACE_BITS + DIGEST_BITS)) - 1 - place


def kind_of(number: int) -> Kind:
    """Return the kind that a number holds."""
    return _KINDS[number >> (PLACE_BITS + DIGEST_BITS)]


def quarter(moment: datetime.datetime | None) -> int:
    """Return a moment as quarters of an hour since the year 2000; without one, the last place."""
    return LAST if moment is None else (moment - _EPOCH) // _QUARTER
