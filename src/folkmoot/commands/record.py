"""`folkmoot record`: look into the record and hold it against the database."""

from __future__ import annotations

import argparse

from folkmoot.commands.parsing import Subparsers, add_command


def register(subparsers: Subparsers) -> None:
    """Add the commands."""
    group = add_command(
        subparsers, "record", _show, help="Look into the record, or check it.", example="folkmoot record check"
    )
    below = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_command(
        below, "check", _check,
        help="Hold every entry, document and official row against what the record says; exits 1 at any difference.",
        example="folkmoot record check",
    )  # fmt: skip
    show = add_command(
        below, "show", _show, help="Print entries in words, or one entry as its exact bytes.",
        example="folkmoot record show\nfolkmoot record show 12 | sha256sum",
    )  # fmt: skip
    show.add_argument("place", nargs="?", type=int, help="the place of one entry, counted from 0")


def _check(options: argparse.Namespace) -> int:
    from folkmoot.halls.record.log.checking import check_record
    from folkmoot.halls.record.log.queries import record_size

    findings = list(check_record())
    for finding in findings:
        print(f"✗ {finding.sentence}")
    size = record_size()
    print(f"{size} entries checked: " + (f"{len(findings)} differences." if findings else "everything agrees."))
    return 1 if findings else 0


def _show(options: argparse.Namespace) -> int:
    import sys

    from folkmoot.halls.record.log.queries import entry_at, newest_entries, words_of

    if options.place is not None:
        sys.stdout.buffer.write(bytes(entry_at(options.place).content))
        return 0
    for entry in newest_entries()[:30]:
        print(f"{entry.place:>6}  {entry.time[:19]}  {entry.kind:<22} {words_of(entry, 'en')}")
    return 0
