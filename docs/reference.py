"""Write the pages of the documentation that are made from the code: options, commands, act kinds.

python docs/reference.py            writes them
python docs/reference.py --check    exits 1 when one of them is not what the code says
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent


def options_page() -> str:
    """The table of options."""
    from folkmoot.web.options import OPTIONS

    lines = [
        "# Options",
        "",
        "Every option is an environment variable. A wrong value, or a name that is not in this table, stops the start "
        "with a sentence that names it. `folkmoot options` prints this table with the values that hold here.",
        "",
        "| option | default | what it does |",
        "|---|---|---|",
    ]
    lines += [f"| `{o.env}` | {f'`{o.default}`' if o.default else '(empty)'} | {o.help} |" for o in OPTIONS]
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """Every command with its help."""
    from folkmoot.cli import build_parser

    lines = ["# Commands", "", "Each command explains itself: `folkmoot COMMAND --help`.", ""]
    for name, parser in _commands(build_parser(), "folkmoot"):
        parser.prog = name
        formatter = argparse.RawDescriptionHelpFormatter(name, width=100)
        formatter.add_usage(parser.usage, parser._actions, parser._mutually_exclusive_groups, prefix="")
        example = (parser.epilog or "").partition("\n")[2]
        example = "\n".join(line[2:] for line in example.splitlines())
        lines += [
            f"## `{name}`",
            "",
            parser.description or "",
            "",
            "```text",
            formatter.format_help().strip(),
            "```",
            "",
        ]
        rows = [action for action in parser._actions if action.help and action.dest != "help"]
        for action in rows:
            called = ", ".join(f"`{word}`" for word in action.option_strings) or f"`{action.dest.upper()}`"
            lines.append(f"{called}\n: {action.help}\n")
        lines += ["```sh", example, "```", ""]
    return "\n".join(lines)


def _commands(parser: argparse.ArgumentParser, path: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield path, parser
    for action in below:
        for name, child in action.choices.items():
            yield from _commands(child, f"{path} {name}")


def act_kinds_page() -> str:
    """Every kind of act with its payload."""
    from folkmoot.kit.act import catalogue

    lines = [
        "# Kinds of act",
        "",
        "What can stand in the record. The payload of an act names every official field of its subject as it stands "
        "after the act; a field of type `Personal` enters only as a keyed commitment.",
        "",
    ]
    for kind in catalogue.kinds():
        lines += [f"## `{kind.name}`, version {kind.version}", "", kind.about, "", f"Subject: `{kind.subject}:…`", ""]
        lines += ["| field | type |", "|---|---|"]
        lines += [f"| `{f.name}` | `{str(f.type).replace('|', 'or')}` |" for f in dataclasses.fields(kind.payload)]
        lines.append("")
    return "\n".join(lines)


PAGES: dict[str, Callable[[], str]] = {
    "run/options.md": options_page,
    "run/commands.md": commands_page,
    "check/act-kinds.md": act_kinds_page,
}


def outdated() -> list[str]:
    """Return the pages that are not what the code says."""
    return [
        name for name, make in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != make()
    ]  # fmt: skip


def main() -> int:
    """Write or check the pages."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "folkmoot.web.settings")
    import django

    django.setup()
    late = outdated()
    if "--check" in sys.argv[1:]:
        for name in late:
            sys.stderr.write(f"docs/{name} is not what the code says; run python docs/reference.py\n")
        return 1 if late else 0
    for name in late:
        (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
