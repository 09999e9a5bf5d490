"""Searching 10,000 documents: how long making the index takes, and milliseconds per question.

    python benchmarks/search.py
    DATABASE_URL=postgresql://... python benchmarks/search.py      (an empty database)

Prints the middle and the slowest of many runs, for the look-up alone and for the whole page. The digest of all answers
must be the same on every database.
"""

from __future__ import annotations

import hashlib
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folkmoot.halls.site.search.sources import Findable

DOCUMENTS, RUNS = 10_000, 30
QUESTIONS = {
    "one rare word": "harbour731",
    "one common word": "internet",
    "a beginning that half of all have": "int",
    "two words": "open networks",
    "five common words": "the internet for open people",
    "two Chinese characters": "智能",
    "a Chinese sentence": "人工智能与开放互联网治理",
    "an Arabic word with its article": "الإنترنت",
    "without accents": "economie",
    "nothing found": "zzyzx",
}
ENGLISH = (
    "the", "internet", "for", "open", "people", "networks", "policy", "access", "trust", "data", "integration",
    "interest", "rights", "health",
)  # fmt: skip
CHINESE = ("人工智能", "开放", "互联网", "治理", "数据", "论坛")
ARABIC = ("الإنترنت", "حوكمة", "البيانات", "مفتوح")


def main() -> None:
    """Fill, ask, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            FOLKMOOT_DATA=f"{folder}/var", FOLKMOOT_KEYS=f"{folder}/keys", FOLKMOOT_SECRET_KEY="benchmark",
            FOLKMOOT_LOG_LEVEL="ERROR", DJANGO_SETTINGS_MODULE="folkmoot.web.settings",
        )  # fmt: skip
        os.makedirs(f"{folder}/var")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        _fill()
        _ask()


def _fill() -> None:
    from django.db import connection, transaction

    from folkmoot.halls.site.search.drafts import write_index
    from folkmoot.halls.site.search.models import Token

    started = time.perf_counter()
    with transaction.atomic():
        write_index("pages", _documents())
    seconds = time.perf_counter() - started
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    print(f"{connection.vendor}: {DOCUMENTS:,} documents, {Token.objects.count():,} words, written in {seconds:.1f} s")
    started = time.perf_counter()
    with transaction.atomic():
        write_index("pages", _documents())
    print(f"looked over again without a change: {time.perf_counter() - started:.1f} s")


def _documents() -> Iterator[Findable]:
    """Yield the same documents every time: five languages' worth of words, a rare one in each."""
    from folkmoot.halls.site.search.enums import Kind
    from folkmoot.halls.site.search.numbering import number as order
    from folkmoot.halls.site.search.sources import Findable
    from folkmoot.kit.text import Text

    chance = random.Random(2026)
    for number in range(DOCUMENTS):
        words = chance.choices(ENGLISH, k=40) + [f"word{chance.randrange(20_000)}" for _ in range(60)]
        chance.shuffle(words)
        title = Text.of(
            f"{' '.join(words[:5])} harbour{number}", "en", zh_Hans="".join(chance.choices(CHINESE, k=5)),
            ar=" ".join(chance.choices(ARABIC, k=4)), fr="Économie numérique",
        )  # fmt: skip
        body = Text.of(" ".join(words), "en", zh_Hans="".join(chance.choices(CHINESE, k=30)))
        place = order(Kind.PAGE, number, str(number))
        yield Findable(
            f"page:{number:010}", "pages", Kind.PAGE, place, {"slug": f"p{number}"}, title, 8, texts=((1, body),)
        )


def _ask() -> None:
    from django.test import Client

    from folkmoot.halls.site.search.models import Indexed
    from folkmoot.halls.site.search.queries import look_up

    client, seen = Client(headers={"host": "localhost"}), hashlib.sha256()
    print(f"{'question':<36} {'found':>7} {'look-up ms':>18} {'page ms':>18}")
    for name, question in QUESTIONS.items():
        rows = look_up(question).rows
        subjects = dict(Indexed.objects.values_list("id", "subject"))
        seen.update("".join(subjects[row] for row in rows).encode())
        alone = _milliseconds(lambda q=question: look_up(q))  # type: ignore[misc]
        page = _milliseconds(lambda q=question: client.get("/en/search/", {"q": q}))  # type: ignore[misc]
        print(f"{name:<36} {len(rows):>7,} {alone:>18} {page:>18}")
    print(f"digest of all answers in order: {seen.hexdigest()[:16]}")


def _milliseconds(work: Callable[[], object]) -> str:
    took = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - started))
    return f"{statistics.median(took):6.1f} ({max(took):6.1f})"


if __name__ == "__main__":
    main()
