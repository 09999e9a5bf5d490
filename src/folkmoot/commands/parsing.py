"""How every command declares itself: a help line, a longer description, and an example."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Subparsers = Any

Run = Callable[[argparse.Namespace], int]


def add_command(
    subparsers: Subparsers, name: str, run: Run, *, help: str, example: str, **defaults: Any
) -> argparse.ArgumentParser:
    """Add a command with an example below its help; `defaults` mark what it needs (see `folkmoot.cli.main`)."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        name,
        help=help,
        description=help,
        epilog="example:\n  " + example.replace("\n", "\n  "),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run, **defaults)
    return parser
