"""Triggers that make the log append-only in the database itself, on SQLite and on PostgreSQL.

Entries are never updated, deleted or truncated; the head only moves forward by one; a document's content can only
be taken away. They are installed again after every migration and looked for at every start.
"""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_REFUSAL = "The record is append-only: {what}."
_SAME_DOCUMENT = "NEW.digest = OLD.digest AND NEW.content IS NULL AND NEW.subject = OLD.subject"

RULES: dict[str, tuple[str, str, str, str]] = {
    # name: table, operation, refused when, sentence
    "entry_kept": ("record_entry", "DELETE", "TRUE", "an entry cannot be deleted"),
    "entry_fixed": ("record_entry", "UPDATE", "TRUE", "an entry cannot be changed"),
    "head_kept": ("record_head", "DELETE", "TRUE", "the head cannot be deleted"),
    "head_forward": (
        "record_head",
        "UPDATE",
        "NEW.size <> OLD.size + 1 OR NEW.time < OLD.time",
        "the head only moves forward by one",
    ),
    "document_fixed": ("record_document", "UPDATE", f"NOT ({_SAME_DOCUMENT})", "a document can only be withheld"),
}
TRUNCATED = ("record_entry", "record_head")


def install_triggers(using: str = "default", **_: Any) -> None:
    """Install all triggers, replacing older ones; a receiver of `post_migrate`."""
    connection = connections[using]
    if "record_entry" not in connection.introspection.table_names():
        return
    statements = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of triggers the database lacks."""
    wanted = set(RULES)
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        wanted |= {f"{table}_not_emptied" for table in TRUNCATED}
    with connection.cursor() as cursor:
        cursor.execute(query)
        return sorted(wanted - {row[0] for row in cursor.fetchall()})


def _sqlite() -> list[str]:
    statements = []
    for name, (table, operation, when, what) in RULES.items():
        statements.append(f"DROP TRIGGER IF EXISTS {name}")
        statements.append(
            f"CREATE TRIGGER {name} BEFORE {operation} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL.format(what=what)}'); END"
        )
    return statements


def _postgresql() -> list[str]:
    statements = []
    for name, (table, operation, when, what) in RULES.items():
        statements += [
            _refusing(name, what),
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} BEFORE {operation} ON {table} FOR EACH ROW WHEN ({when}) "
            f"EXECUTE FUNCTION refuse_{name}()",
        ]
    for table in TRUNCATED:
        name = f"{table}_not_emptied"
        statements += [
            _refusing(name, "it cannot be emptied"),
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_{name}()",
        ]
    return statements


def _refusing(name: str, what: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$BEGIN RAISE EXCEPTION '{_REFUSAL.format(what=what)}'; END$$"
    )
