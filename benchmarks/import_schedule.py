"""How long importing real schedules takes, and how many queries.

Run ``python benchmarks/import_schedule.py FOLDER`` with the folder of schedule files; it works on a database of its
own in a temporary folder and prints one row per file: reading, planning, taking over, planning again, undoing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ZONES = {"fosdem-2020.xml": "Europe/Brussels"}


def prepare(folder: Path) -> None:
    """Set Django up on an empty database in a folder."""
    for name in ("data", "keys"):
        (folder / name).mkdir()
        os.environ[f"FOLKMOOT_{name.upper()}"] = str(folder / name)
    os.environ["DJANGO_SETTINGS_MODULE"] = "folkmoot.web.settings"
    os.environ["FOLKMOOT_LOG_LEVEL"] = "ERROR"
    os.environ.pop("DATABASE_URL", None)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def timed(work: Callable[[], Any]) -> tuple[Any, str]:
    """The result, and seconds with the number of queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    began = time.perf_counter()
    with CaptureQueriesContext(connection) as captured:
        result = work()
    return result, f"{time.perf_counter() - began:.2f} s {len(captured):>3} q"


def measure(path: Path) -> list[str]:
    """Import one file into an edition of its own and undo that."""
    from folkmoot.halls.convene.timetable.importers.applying import apply_import
    from folkmoot.halls.convene.timetable.importers.opening import read_opening
    from folkmoot.halls.convene.timetable.importers.planning import plan_import
    from folkmoot.halls.convene.timetable.importers.reading import read_schedule
    from folkmoot.halls.convene.timetable.importers.undoing import undo_import
    from folkmoot.kit.actor import Actor

    operator = Actor.operator()
    content = path.read_bytes()
    file, reading = timed(lambda: read_schedule(content, name=path.name, zone=ZONES.get(path.name)))
    opening = read_opening(file, path.stem.replace(".", "-"))
    plan, planning = timed(lambda: plan_import(file, None, opening=opening))
    done, applying = timed(lambda: apply_import(operator, plan))
    _again, replanning = timed(lambda: plan_import(file, done.edition))
    _none, undoing = timed(lambda: undo_import(operator, done))
    return [path.name, str(len(file.events)), reading, planning, applying, replanning, undoing]


def main(folder: Path) -> None:
    """Print the table."""
    row = "{:<26} {:>8}  " + "{:>13} " * 5
    print(row.format("file", "sessions", "read", "plan", "take over", "plan again", "undo"))
    with tempfile.TemporaryDirectory() as home:
        prepare(Path(home))
        for path in sorted(path for ending in ("xml", "json") for path in folder.glob(f"*.{ending}")):
            print(row.format(*measure(path)))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/schedules"))
