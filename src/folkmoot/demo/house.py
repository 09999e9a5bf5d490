"""The house the demonstration stands in: whose data folder this is, and starting it anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, connections

from folkmoot.demo.identity import ORIGIN
from folkmoot.halls.members.body.models import Body


class SomebodyElsesDataError(ValueError):
    """The data folder holds something that the demonstration must not touch."""


@dataclass(frozen=True)
class Present:
    """What has to be known of the body that is here, whatever version of the software founded it."""

    name: str
    is_demonstration: bool


def present_body() -> Present | None:
    """Return the body that was founded here, or None where there is no database or no body yet.

    Raises SomebodyElsesDataError for a database that cannot be read.
    """
    try:
        if not _database_exists() or Body._meta.db_table not in connection.introspection.table_names():
            return None
        row = Body.objects.values_list("name", "origin", "illustrative").first()
    except DatabaseError as error:
        raise SomebodyElsesDataError(f"{_place()} holds a database that cannot be read ({error}).") from error
    return Present(str(row[0]), row[1] == ORIGIN and row[2]) if row else None


def refuse_somebody_elses() -> None:
    """Raise SomebodyElsesDataError unless this place is empty or holds the demonstration."""
    body = present_body()
    if body is None or body.is_demonstration:
        return
    raise SomebodyElsesDataError(
        f"{_place()} holds “{body.name}”, which is not the demonstration; nothing was changed. "
        "Choose another folder, for instance FOLKMOOT_DATA=./var-demo FOLKMOOT_KEYS=./keys-demo."
    )


def start_anew() -> bool:
    """Remove the demonstration's database; returns whether there was one.

    Raises SomebodyElsesDataError for anything that is not surely the demonstration.
    """
    refuse_somebody_elses()
    if present_body() is None:
        return False
    if connection.vendor != "sqlite":
        raise SomebodyElsesDataError(
            "--fresh removes a SQLite file, but DATABASE_URL names another database; nothing was changed. "
            "Create an empty one and name it there."
        )
    connections.close_all()
    for path in _files():
        path.unlink(missing_ok=True)
    return True


def _database_exists() -> bool:
    return connection.vendor != "sqlite" or _files()[0].exists()


def _files() -> list[Path]:
    name = str(settings.DATABASES["default"]["NAME"])
    return [Path(name + ending) for ending in ("", "-wal", "-shm")]


def _place() -> str:
    return str(_files()[0].parent) if connection.vendor == "sqlite" else "The database"
