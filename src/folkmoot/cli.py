"""The command `folkmoot`: finds the command, sets Django up, and turns errors into sentences."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from folkmoot import __version__
from folkmoot.commands import (
    check,
    demo,
    erase,
    exporting,
    importing,
    init,
    options,
    record,
    release,
    searching,
    serve,
    signin,
    upgrade,
)

COMMANDS: tuple[ModuleType, ...] = (
    init, serve, check, upgrade, signin, importing, release, exporting, erase, record, searching, options, demo,
)  # fmt: skip


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="folkmoot",
        description="Convene, consult, decide, commit and measure in the open.",
        epilog="example:\n  folkmoot init --name 'Assembly of the Coast' --language en --language ar",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"folkmoot {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.register(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns 0 when it did what was asked, 1 when not, 2 for a command that cannot be read."""
    os.umask(0o077)  # what is kept here is its owner's: names, keys, sessions
    chosen = build_parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "folkmoot.web.settings")
    if getattr(chosen, "prepares_storage", False):
        init.prepare_folders()
    import django

    try:
        django.setup()
        if not getattr(chosen, "works_unfounded", False) and (missing := init.why_not_founded()):
            return _fail(missing)
        return int(chosen.run(chosen))
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough
        return 0
    except KeyboardInterrupt:
        return _fail("Stopped; nothing half done was kept.")
    except Exception as error:
        if not _is_sentence(error):
            raise
        return _fail(_sentence(error))


def _is_sentence(error: Exception) -> bool:
    """Whether an error is meant for the reader as it stands, and not a mistake of ours."""
    from django.core.exceptions import ObjectDoesNotExist
    from django.db import OperationalError

    return isinstance(error, ValueError | PermissionError | OSError | ObjectDoesNotExist | OperationalError)


def _sentence(error: Exception) -> str:
    from folkmoot.web.middleware import FAULTS, storage_fault

    fault = storage_fault(error)
    if fault:
        return str(FAULTS[fault])
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}."
    return str(error)


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
