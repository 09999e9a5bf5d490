"""Real acts a second with eight writers, each its own process: amendments of an edition, with right, state and entry.

    python benchmarks/acts.py                                          SQLite in a temporary folder
    DATABASE_URL=postgresql://... python benchmarks/acts.py            PostgreSQL (an empty database)

The figure is acts acknowledged (committed and durable) by all writers together, divided by the wall time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

WRITERS = 8
SECONDS = 6.0

WRITER = """
import sys, time
import django
django.setup()
from folkmoot.halls.convene.edition.acts import amend_edition
from folkmoot.halls.convene.edition.models import Edition
from folkmoot.kit.actor import Actor
from folkmoot.kit.text import Text
name, until, done = sys.argv[1], float(sys.argv[2]), 0
edition = Edition.objects.get(slug=name)
while time.time() < until:
    amend_edition(Actor.operator(), edition, theme=Text.of(f"Theme {done}", "en"))
    done += 1
print(done)
"""


def main() -> None:
    """Run the writers and print the rate."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("FOLKMOOT_DATA", f"{folder}/var")
        os.environ.setdefault("FOLKMOOT_KEYS", f"{folder}/keys")
        os.environ["FOLKMOOT_SECRET_KEY"] = "benchmark"
        os.environ["DJANGO_SETTINGS_MODULE"] = "folkmoot.web.settings"
        os.makedirs(os.environ["FOLKMOOT_DATA"], exist_ok=True)
        import django

        django.setup()
        _prepare()
        until = time.time() + SECONDS + 2
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER, f"edition-{n}", str(until)], stdout=subprocess.PIPE)
            for n in range(WRITERS)
        ]
        done = sum(int(writer.communicate()[0]) for writer in writers)
        _report(done)


def _prepare() -> None:
    from django.core.management import call_command
    from django.db import connections

    from folkmoot.halls.convene.edition.acts import open_edition
    from folkmoot.kit.actor import Actor
    from folkmoot.kit.text import Text

    call_command("migrate", verbosity=0)
    for n in range(WRITERS):
        open_edition(Actor.operator(), f"edition-{n}", 2026, title=Text.of(f"Edition {n}", "en"))
    connections.close_all()


def _report(done: int) -> None:
    from datetime import datetime

    from django.db import connection

    from folkmoot.halls.record.log.checking import check_record
    from folkmoot.halls.record.log.models import Entry

    times = list(Entry.objects.order_by("place").values_list("time", flat=True))[WRITERS:]
    seconds = (datetime.fromisoformat(times[-1]) - datetime.fromisoformat(times[0])).total_seconds()
    findings = list(check_record())
    rate = f"{done} acts by {WRITERS} writers in {seconds:.1f} s = {done / seconds:.0f} acts/s"
    print(f"{connection.vendor}: {rate}; {len(findings)} differences")


if __name__ == "__main__":
    main()
