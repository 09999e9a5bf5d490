"""Public pages of a programme: milliseconds, queries and bytes, rendered the first time and read from a file after.

    python benchmarks/programme.py            (the demonstration, and a day of each of 1,000 sessions)

Milliseconds are of this process's processor, through the whole stack of middleware. `gzip` is what travels.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

SESSIONS, ROOMS, DAYS, RUNS = 1_000, 50, 4, 50


def main() -> None:
    """Load, ask, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            FOLKMOOT_DATA=f"{folder}/var", FOLKMOOT_KEYS=f"{folder}/keys", FOLKMOOT_SECRET_KEY="benchmark",
            FOLKMOOT_LOG_LEVEL="ERROR", DJANGO_SETTINGS_MODULE="folkmoot.web.settings",
        )  # fmt: skip
        os.makedirs(f"{folder}/var")
        os.makedirs(f"{folder}/keys")
        import django

        django.setup()
        from folkmoot.commands.demo import _prepare

        _prepare()
        _draft()
        heads = ("cold ms", "queries", "warm ms", "slowest", "queries")
        print(f"{'page':<44} {' '.join(f'{head:>8}' for head in heads)} {'bytes':>9} {'gzip':>8}")
        for slug in ("2026", "large"):
            for path in _paths(slug):
                _measure(path)


def _paths(slug: str) -> list[str]:
    from folkmoot.halls.convene.edition.models import Edition
    from folkmoot.halls.convene.timetable.queries import current_release, programme_of

    release = current_release(Edition.objects.get(slug=slug))
    assert release is not None
    programme = programme_of(release)
    day = max(programme.days, key=lambda day: len(programme.on(day)))
    session = programme.sessions[0].id.partition(":")[2]
    here = f"/en/convene/{slug}/timetable/"
    return [here, f"{here}day/{day}/", f"{here}speakers/", f"{here}session/{session}/"]


def _measure(path: str) -> None:
    from django.db import connection
    from django.test import Client

    client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})

    def ask() -> Any:
        return client.get(path)

    first: list[str] = []
    again: list[str] = []
    with connection.execute_wrapper(_counting(first)):
        cold, _ = _timed(ask)
    with connection.execute_wrapper(_counting(again)):
        ask()
    warm = [_timed(ask)[0] for _ in range(RUNS)]
    packed = len(ask().content)
    plain = len(client.get(path, headers={"accept-encoding": "identity"}).content)
    print(
        f"{path:<44} {cold:8.1f} {len(first):8} {statistics.median(warm):8.2f} {max(warm):8.2f} "
        f"{len(again):8} {plain:9,} {packed:8,}"
    )


def _counting(asked: list[str]) -> Callable[..., Any]:
    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    return count


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.process_time()
    result = work()
    return 1000 * (time.process_time() - started), result


def _draft() -> None:
    """Release 1,000 sessions of an hour in 50 rooms on four days, with as many speakers."""
    from folkmoot.halls.convene.edition.acts import open_edition
    from folkmoot.halls.convene.session.models import Appearance, Session, Slot
    from folkmoot.halls.convene.speaker.drafts import draft_speakers
    from folkmoot.halls.convene.timetable.acts import release_timetable
    from folkmoot.halls.convene.venue.drafts import draft_room, draft_venue
    from folkmoot.halls.members.person.drafts import draft_people
    from folkmoot.kit.actor import Actor
    from folkmoot.kit.text import Text

    edition = open_edition(Actor.operator(), "large", 2027, title=Text.of("Large", "en"))
    venue = draft_venue(edition, Text.of("Centre", "en"))
    rooms = [draft_room(venue, Text.of(f"Room {n}", "en")) for n in range(ROOMS)]
    people = draft_people(Text.of(f"Speaker {n}", "en") for n in range(SESSIONS))
    speakers = draft_speakers(edition, [(person, {}) for person in people])
    text = Text.of("A paragraph of an abstract, as long as they usually are. " * 8, "en")
    titles = [Text.of(f"What we learnt from building network {n}", "en") for n in range(SESSIONS)]
    sessions = Session.objects.bulk_create([Session(edition=edition, title=t, abstract=text) for t in titles])
    begin = datetime(2027, 11, 19, 9, tzinfo=UTC)
    slots, parts = [], []
    for n, session in enumerate(sessions):
        starts = begin + timedelta(days=n % DAYS, hours=n // DAYS // ROOMS)
        ends = starts + timedelta(minutes=50)
        slots.append(Slot(session=session, room=rooms[n // DAYS % ROOMS], starts=starts, ends=ends))
        parts += [Appearance(session=session, speaker=speakers[(n + k) % SESSIONS], order=k) for k in range(2)]
    Slot.objects.bulk_create(slots)
    Appearance.objects.bulk_create(parts)
    release_timetable(Actor.operator(), edition, "First")


if __name__ == "__main__":
    main()
