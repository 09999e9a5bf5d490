"""`folkmoot search`: make the search index anew, or ask it."""

from __future__ import annotations

import argparse

from folkmoot.commands.parsing import Subparsers, add_command

SHOWN = 20


def register(subparsers: Subparsers) -> None:
    """Add the commands."""
    group = add_command(
        subparsers, "search", _rebuild, help="Make the search index anew, or ask it.", example="folkmoot search rebuild"
    )
    below = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_command(
        below, "rebuild", _rebuild,
        help="Make the search index anew from what is public: after an upgrade, or when something cannot be found.",
        example="folkmoot search rebuild",
    )  # fmt: skip
    ask = add_command(
        below, "ask", _ask, help="Print the first things a question finds, as the site would list them.",
        example="folkmoot search ask 'open networks'",
    )  # fmt: skip
    ask.add_argument("question", help="words that all have to be there")


def _rebuild(options: argparse.Namespace) -> int:
    from folkmoot.halls.site.search.drafts import rebuild

    print(f"{rebuild()} things can be found.")
    return 0


def _ask(options: argparse.Namespace) -> int:
    from folkmoot.halls.site.search.queries import look_up, rows_numbered

    answer = look_up(options.question)
    for row in rows_numbered(answer.rows[:SHOWN]):
        print(f"{row.kind:<8} {row.subject:<24} {row.title}")
    print(f"{answer.total} found.")
    return 0
