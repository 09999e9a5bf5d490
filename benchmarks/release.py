"""Releasing a thousand sessions with a thousand speakers: seconds and queries, first and again.

python benchmarks/release.py
"""

from __future__ import annotations

import os
import tempfile
import time

SESSIONS = 1_000


def main() -> None:
    """Draft, release twice, print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            FOLKMOOT_DATA=f"{folder}/var", FOLKMOOT_KEYS=f"{folder}/keys", FOLKMOOT_SECRET_KEY="benchmark",
            DJANGO_SETTINGS_MODULE="folkmoot.web.settings",
        )  # fmt: skip
        os.makedirs(f"{folder}/var")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        _release_twice()


def _release_twice() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from folkmoot.halls.convene.timetable.acts import release_timetable
    from folkmoot.kit.actor import Actor

    edition = _drafted()
    for name in ("first", "again"):
        with CaptureQueriesContext(connection) as captured:
            started = time.perf_counter()
            release_timetable(Actor.operator(), edition, name)
            seconds = time.perf_counter() - started
        print(f"{name:>6} release of {SESSIONS} sessions: {seconds:.2f} s, {len(captured)} queries")


def _drafted() -> object:
    import datetime

    from folkmoot.halls.convene.edition.acts import open_edition
    from folkmoot.halls.convene.session.models import Appearance, Session, Slot
    from folkmoot.halls.convene.speaker.drafts import draft_speakers
    from folkmoot.halls.members.person.drafts import draft_people
    from folkmoot.kit.actor import Actor
    from folkmoot.kit.text import Text

    edition = open_edition(Actor.operator(), "large", 2026, title=Text.of("Large", "en"))
    people = draft_people(Text.of(f"Speaker {n}", "en") for n in range(SESSIONS))
    speakers = draft_speakers(edition, [(person, {}) for person in people])
    text = Text.of("A paragraph of an abstract, as long as they usually are. " * 8, "en")
    sessions = Session.objects.bulk_create(
        [Session(edition=edition, title=Text.of(f"Session {n}", "en"), abstract=text) for n in range(SESSIONS)]
    )
    start = datetime.datetime(2026, 11, 19, 9, tzinfo=datetime.UTC)
    end = start + datetime.timedelta(hours=1)
    Slot.objects.bulk_create([Slot(session=session, starts=start, ends=end) for session in sessions])
    Appearance.objects.bulk_create(
        [
            Appearance(session=session, speaker=speakers[(n + k) % SESSIONS], order=k)
            for n, session in enumerate(sessions)
            for k in range(2)
        ]
    )
    return edition


if __name__ == "__main__":
    main()
