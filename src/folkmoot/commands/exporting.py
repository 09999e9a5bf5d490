"""`folkmoot export`: write what was released in the formats of other tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from folkmoot.commands.parsing import Subparsers, add_command

EXAMPLE = (
    "folkmoot export schedule 2026 --format ics --output programme.ics\n"
    "folkmoot export schedule 2026 --format csv --language ar > programme.csv"
)
FORMATS = ("ics", "xml", "json", "csv", "xlsx")


def register(subparsers: Subparsers) -> None:
    """Add `export schedule`."""
    group: argparse.ArgumentParser = subparsers.add_parser(
        "export",
        help="Write a released programme as a file.",
        description="Write a released programme as a file of another tool; drafts are never written.",
        epilog="example:\n  " + EXAMPLE.replace("\n", "\n  "),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    below = group.add_subparsers(title="commands", metavar="COMMAND", required=True)
    parser = add_command(
        below, "schedule", run,
        help="Write the current release of an edition's timetable: a calendar, XML, JSON, CSV or a workbook.",
        example=EXAMPLE,
    )  # fmt: skip
    parser.add_argument("edition", metavar="SLUG", help="the edition's slug")
    parser.add_argument("--format", choices=FORMATS, default="xml", help="the format; xml where nothing is said")
    parser.add_argument("--output", metavar="FILE", type=Path, help="where to write; without it, to standard output")
    parser.add_argument(
        "--language", metavar="TAG", default="", help="the language of texts, such as zh-Hans; else each one's original"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file; raises ValueError where nothing was released or the language is none."""
    from folkmoot.halls.convene.edition.queries import edition_called
    from folkmoot.halls.convene.timetable.exporters.formats import FORMATS as WRITERS
    from folkmoot.halls.convene.timetable.exporters.source import Source
    from folkmoot.halls.convene.timetable.published import Published
    from folkmoot.kit.languages import is_tag

    if options.language and not is_tag(options.language):
        raise ValueError(f"“{options.language}” is no language tag; one looks like zh-Hans.")
    edition = edition_called(options.edition)
    published = Published.of(edition.slug)
    if published is None:
        raise ValueError(f"The edition {edition.slug} has no release yet; folkmoot release {edition.slug} makes one.")
    content = WRITERS[options.format].write(Source.of(published, options.language))
    if options.output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return 0
    options.output.write_bytes(content)
    print(f"Release {published.release.number} of {edition.slug}: {options.output}, {len(content)} bytes.")
    return 0
