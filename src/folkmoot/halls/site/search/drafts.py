"""Keeping the index: derived rows, made anew whenever what they come from changes, and purged by erasures.

Only what differs is written: each row knows the digest of what it was made from. A release of a thousand sessions of
which ten changed rewrites ten rows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.models import Max

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.record.log.models import Entry
from folkmoot.halls.site.page.enums import Status
from folkmoot.halls.site.page.models import Page
from folkmoot.halls.site.search.enums import Kind
from folkmoot.halls.site.search.models import Indexed, Token
from folkmoot.halls.site.search.sources import PAGES, Findable, in_edition, in_pages, in_record, of_page
from folkmoot.halls.site.search.words import forms_of, words_in
from folkmoot.kit.names import Names
from folkmoot.kit.registry import Erasure
from folkmoot.kit.text import Text

BATCH = 5_000
MOST_WORDS = 5_000
COUNTED = 3  # how often a word counts in one text
HEAVIEST = 32_000
_MANY_TOKENS = (
    "INSERT INTO site_token (word, found_id, weight) SELECT * FROM UNNEST(%s::bytea[], %s::bigint[], %s::smallint[])"
)
_LOCK = 7_130_011  # any number that no other part of the product locks


def follow_record() -> Iterator[str]:
    """Bring the index up to the record's newest act; the clock calls it, so that no act waits for the index.

    An erasure does not wait: `purge_names` takes its names out in the same transaction.
    """
    last = Indexed.objects.filter(kind=Kind.ACT).aggregate(last=Max("place"))["last"]
    new = Entry.objects.filter(place__gt=-1 if last is None else last).order_by("place")
    subjects = list(dict.fromkeys(new.values_list("subject", flat=True)))
    if not subjects:
        return
    with _alone():
        for subject in subjects:
            _index_subject(subject)
        _index_acts()
    yield f"the search index followed the record: {len(subjects)} subjects"


def rebuild() -> int:
    """Make the whole index anew; returns how much can be found. What an erasure struck stays struck."""
    with _alone():
        Indexed.objects.filter(struck=False).delete()
        _index_acts(everything=True)
        _index_all()
        return Indexed.objects.filter(struck=False).count()


def purge_names(owner: str, erasure: Erasure) -> None:
    """Take out of the index whatever holds an erased name; what may be shown without it is indexed after the act."""
    Indexed.objects.filter(subject=owner).delete()
    names = Names(erasure.names)
    rows = Indexed.objects.filter(struck=False).only("id", "kind", "title", "context", "texts")
    holding = [row for row in rows.iterator(chunk_size=500) if _holds(row, names)]
    acts = [row.pk for row in holding if row.kind == Kind.ACT]
    Token.objects.filter(found__in=acts).delete()
    Indexed.objects.filter(pk__in=acts).update(title=Text(), context=Text(), texts=[], struck=True)
    Indexed.objects.filter(pk__in=[row.pk for row in holding if row.kind != Kind.ACT]).delete()


def write_index(scope: str, findables: Iterable[Findable]) -> int:
    """Make the rows of one scope what is public now; returns how many were written."""
    there = dict(Indexed.objects.filter(scope=scope).values_list("subject", "fingerprint"))
    wanted = {findable.subject: findable for findable in findables}
    changed = {
        subject: mark for subject, found in wanted.items() if (mark := found.fingerprint()) != there.get(subject)
    }
    gone = [subject for subject in there if subject not in wanted or subject in changed]
    for start in range(0, len(gone), BATCH):
        Indexed.objects.filter(scope=scope, subject__in=gone[start : start + BATCH]).delete()
    _insert([(wanted[subject], mark) for subject, mark in changed.items()])
    return len(changed)


def _index_subject(subject: str) -> None:
    """Index what an act about `subject` may have changed."""
    kind, _colon, identifier = subject.partition(":")
    if kind == "redaction":
        _index_all()
    elif kind == "release":
        for edition in Edition.objects.filter(releases__public_id=identifier):
            write_index(edition.address, in_edition(edition))
    elif kind == "edition":
        for edition in Edition.objects.filter(public_id=identifier):
            write_index(edition.address, in_edition(edition))
    elif kind == "page":
        _index_page(subject, identifier)


def _index_page(subject: str, identifier: str) -> None:
    Indexed.objects.filter(scope=PAGES, subject=subject).delete()
    for page in Page.objects.filter(public_id=identifier, status=Status.PUBLISHED):
        _insert([(found, found.fingerprint()) for found in of_page(page)])


def _index_all() -> None:
    for edition in Edition.objects.all():
        write_index(edition.address, in_edition(edition))
    write_index(PAGES, in_pages())


def _index_acts(*, everything: bool = False) -> None:
    """Index the acts that are not in the index yet: as a rule the one just performed."""
    acts = Indexed.objects.filter(kind=Kind.ACT)
    last: int | None = None if everything else acts.aggregate(last=Max("place"))["last"]
    struck = set(acts.filter(struck=True).values_list("place", flat=True)) if everything else set()
    since = 0 if last is None else last + 1
    batch: list[tuple[Findable, str]] = []
    for found in in_record(since):
        if found.place not in struck:
            batch.append((found, found.fingerprint()))
        if len(batch) == BATCH:
            _insert(batch)
            batch = []
    _insert(batch)


def _insert(rows: list[tuple[Findable, str]]) -> None:
    """Write rows and their words, each table with one statement."""
    if not rows:
        return
    words = [(word, found.number, weight) for found, _mark in rows for word, weight in weigh(found).items()]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO site_indexed (id, subject, scope, kind, route, title, context, texts, place,"
            " fingerprint, struck) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [_row(found, mark) for found, mark in rows],
        )
        if connection.vendor == "postgresql":
            cursor.execute(_MANY_TOKENS, [list(column) for column in zip(*words, strict=True)])
        else:
            cursor.executemany("INSERT INTO site_token (word, found_id, weight) VALUES (%s, %s, %s)", words)


def _row(found: Findable, mark: str) -> tuple[int | str | bool | None, ...]:
    texts = [text.written() for _weight, text in found.texts if text]
    described = [json.dumps(value) for value in (dict(found.route), found.title.written(), found.context.written())]
    return (
        found.number, found.subject, found.scope, found.kind.value, *described, json.dumps(texts),
        found.place, mark, False,
    )  # fmt: skip


def weigh(found: Findable) -> dict[bytes, int]:
    """Return what each word weighs in a thing: per text its weight times how often, in the language that says it most.

    >>> weigh(Findable("page:1", PAGES, Kind.PAGE, 1, {}, Text.of("Net, nets, net", "en"), 8))
    {b'net': 16, b'nets': 8}
    """
    weights: Counter[str] = Counter()
    for weight, text in ((found.weight, found.title), *found.texts):
        most: Counter[str] = Counter()
        for _tag, value in text:
            most |= Counter(form for word in words_in(value) for form in forms_of(word.value))
        for word, count in most.items():
            weights[word] += weight * min(count, COUNTED)
    chosen = list(weights.items())[:MOST_WORDS]
    return {word.encode(): min(weight, HEAVIEST) for word, weight in chosen}


def _holds(row: Indexed, names: Names) -> bool:
    texts = [row.title, row.context, *(Text.read(text) for text in row.texts)]
    return any(names.occur_in(value) for text in texts for _tag, value in text)


@contextmanager
def _alone() -> Iterator[Any]:
    """Write the index in one transaction and one at a time, so that whoever comes last reads the newest state."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
