"""`folkmoot check`: look over an installation, in sentences."""

from __future__ import annotations

import argparse
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from folkmoot.commands.parsing import Subparsers, add_command
from folkmoot.kit.registry import Finding, registry


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    add_command(
        subparsers, "check", run, works_unfounded=True,
        help="Look over this installation and say in sentences what is wrong with it.",
        example="folkmoot check && folkmoot serve",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Print the findings; 1 when one of them is grave."""
    findings = list(look_over())
    for finding in findings:
        print(("✗ " if finding.grave else "• ") + finding.sentence)
    if not findings:
        print("Everything is in order.")
    return 1 if any(finding.grave for finding in findings) else 0


def look_over() -> Iterator[Finding]:
    """Yield everything that is not as it should be."""
    from django.conf import settings

    yield from _folder(settings.DATA, "data", private=0o007)
    yield from _folder(settings.KEYS, "keys", private=0o077)
    database = list(_database())
    yield from database
    if not any(finding.grave for finding in database):
        for look in registry.checks:
            yield from look()
    if settings.DEBUG:
        yield Finding("FOLKMOOT_DEBUG is on; visitors would see details of errors. Turn it off in public.")
    if settings.SITE_URL.startswith("http://") and "127.0.0.1" not in settings.SITE_URL:
        yield Finding(f"FOLKMOOT_URL is {settings.SITE_URL}; a public site should be reached by https.")


def _folder(path: Path, name: str, private: int) -> Iterator[Finding]:
    if not path.is_dir():
        yield Finding(f"The {name} folder {path} does not exist; `folkmoot init` makes it.", grave=True)
        return
    if not os.access(path, os.W_OK):
        yield Finding(f"The {name} folder {path} cannot be written to.", grave=True)
    if stat.S_IMODE(path.stat().st_mode) & private:
        yield Finding(f"The {name} folder {path} can be read by others; `chmod 700` closes it.", grave=name == "keys")


def _database() -> Iterator[Finding]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from folkmoot.halls.members.body.queries import the_body

    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Finding(f"The database does not answer: {str(error).strip()}", grave=True)
        return
    if pending:
        yield Finding(f"{len(pending)} migrations wait; `folkmoot upgrade` brings the database up to date.", grave=True)
    elif the_body() is None:
        yield Finding("No body was founded here yet; `folkmoot init` does it.", grave=True)
