"""`folkmoot upgrade`: bring the database up to this version."""

from __future__ import annotations

import argparse

from folkmoot.commands.parsing import Subparsers, add_command


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    add_command(
        subparsers, "upgrade", run, works_unfounded=True,
        help="Bring the database up to this version and install the record's triggers again.",
        example="folkmoot upgrade",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Migrate; triggers are installed after every migration."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    print("The database is up to date.")
    return 0
