"""Making the storage forget: SQLite's write-ahead log holds what was erased until it is truncated.

While another connection reads an older state, the log cannot be truncated. A file beside the database remembers that it
has still to be, and the clock tries again until it is done. PostgreSQL forgets with its next VACUUM.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext_lazy as _

PATIENCE_MS = 2_000

STILL_READ = _(
    "Something still reads the database as it was before, so its log on the disk holds the old values for now; "
    "this is tried again every few seconds until it is done."
)


def ask_for_scrubbing() -> None:
    """Remember that the log has to be truncated, also if this process ends before it is."""
    if flag := _flag():
        flag.touch()


def scrub_storage() -> bool:
    """Truncate the write-ahead log; says whether nothing is left to do."""
    flag = _flag()
    if flag is None or connection.in_atomic_block:
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {usual}")
    if busy:
        flag.touch()
        return False
    flag.unlink(missing_ok=True)
    return True


def look_for_scrubbing() -> Iterator[str]:
    """Try again where it is still to be done: what the clock calls."""
    flag = _flag()
    if flag and flag.exists() and scrub_storage():
        yield "The log of the database was truncated: what was erased is gone from the disk."


def _flag() -> Path | None:
    """Return the file that says so; none for a database that is not a file of SQLite."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or "memory" in name:
        return None
    return Path(f"{name}-scrub")
