"""`folkmoot options`: every option with its value here."""

from __future__ import annotations

import argparse

from folkmoot.commands.parsing import Subparsers, add_command
from folkmoot.web.options import OPTIONS, read_options


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    add_command(
        subparsers, "options", run, works_unfounded=True,
        help="List every option, its environment variable, its default and its value here.",
        example="FOLKMOOT_WORKERS=4 folkmoot options",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Print the table; secrets stay hidden."""
    values = read_options()
    for option in OPTIONS:
        value = (
            "(set, not shown)" if option.name in {"secret", "database"} and values[option.name] else values[option.name]
        )
        print(f"{option.env}\n    {option.help}\n    default {option.default or '(empty)'}, here {value}")
    return 0
