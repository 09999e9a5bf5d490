"""`folkmoot import`: take a published schedule over into an edition's draft, list imports, undo one as a whole."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.commands.parsing import Subparsers, add_command

if TYPE_CHECKING:
    from folkmoot.halls.convene.edition.models import Edition
    from folkmoot.halls.convene.timetable.importers.document import ScheduleFile
    from folkmoot.halls.convene.timetable.importers.plan import Plan

EXAMPLE = "folkmoot import schedule schedule.xml --edition 2026 --create --timezone Asia/Shanghai --dry-run"

LINES = 20
SLUG = re.compile(r"[A-Za-z0-9_-]{1,40}")


def register(subparsers: Subparsers) -> None:
    """Add `import schedule`, `import list` and `import undo`."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "import",
        help="Import a schedule, list imports, undo one.",
        description="Import a schedule into an edition's draft; public pages follow with the next release.",
        epilog=f"example:\n  {EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    below = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _register_schedule(below)
    add_command(below, "list", run_list, help="List what was imported, newest first.", example="folkmoot import list")
    undo = add_command(
        below, "undo", run_undo,
        help="Undo an import as a whole; refused when something in it was changed since.",
        example="folkmoot import undo import:7K3M9QX2TA",
    )  # fmt: skip
    undo.add_argument("id", metavar="IMPORT-ID", help="the identifier that `folkmoot import list` shows")


def _register_schedule(below: Subparsers) -> None:
    parser = add_command(
        below, "schedule", run_schedule,
        help="Import frab/pentabarf XML, schedule.json or CSV; says what would change before it changes it.",
        example=EXAMPLE,
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", type=Path, help="the schedule file")
    parser.add_argument("--edition", metavar="SLUG", required=True, help="the edition's slug")
    parser.add_argument("--create", action="store_true", help="open the edition from the file if there is none")
    parser.add_argument("--timezone", metavar="ZONE", help="the zone of the file's times, such as Asia/Shanghai")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument(
        "--overwrite", action="store_true", help="where the desk and the file both changed, take the file's value"
    )
    parser.add_argument(
        "--withdraw-missing", action="store_true", help="withdraw sessions of earlier files that this one lacks"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run_schedule(options: argparse.Namespace) -> int:
    """Plan, say what would change, ask on a terminal, and take over."""
    from folkmoot.halls.convene.timetable.importers.describing import as_text, describe

    plan = _plan(options)
    description = describe(plan)
    print(as_text(description, None if options.dry_run else LINES), end="")
    if options.dry_run:
        print("\nNothing was changed: this was a dry run.")
        return 0
    if plan.writes_nothing and plan.opening is None:
        return 0
    if not options.yes and sys.stdin.isatty() and not _agrees(description.confirm):
        print("Nothing was changed.")
        return 1
    return _apply(plan)


def _plan(options: argparse.Namespace) -> Plan:
    from django.conf import settings

    from folkmoot.canon import digest
    from folkmoot.halls.convene.timetable.importers.document import Limits
    from folkmoot.halls.convene.timetable.importers.opening import read_opening
    from folkmoot.halls.convene.timetable.importers.plan import Source
    from folkmoot.halls.convene.timetable.importers.planning import plan_import
    from folkmoot.halls.convene.timetable.importers.reading import read_schedule
    from folkmoot.halls.convene.timetable.importers.zone_names import known_zone

    zone = known_zone(options.timezone) if options.timezone else None
    edition = _edition(options)
    limits = Limits(size=settings.UPLOAD_BYTES)
    with options.file.open("rb") as opened:
        content = opened.read(limits.size + 1)
    file: ScheduleFile = read_schedule(
        content,
        name=options.file.name,
        zone=zone,
        edition_zone=edition.zone if edition else None,
        limits=limits,
    )
    return plan_import(
        file,
        edition,
        overwrite=options.overwrite,
        withdraw_missing=options.withdraw_missing,
        source=Source(options.file.name, digest(content)),
        opening=None if edition else read_opening(file, options.edition),
    )


def _edition(options: argparse.Namespace) -> Edition | None:
    """Return the edition, None if it is to be opened; raises ImportRefusedError that lists those there are."""
    from folkmoot.halls.convene.edition.queries import editions
    from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError

    edition = editions().filter(slug=options.edition).first()
    if edition is None and not options.create:
        there = ", ".join(editions().values_list("slug", flat=True)) or "none yet"
        raise ImportRefusedError(
            f"There is no edition “{options.edition}” (there are: {there}); --create opens it from the file."
        )
    if edition is None and not SLUG.fullmatch(options.edition):
        raise ImportRefusedError(
            f"“{options.edition}” cannot be an edition's slug: use up to 40 letters, digits and hyphens."
        )
    return edition


def _agrees(question: str) -> bool:
    return input(f"\n{question}? [y/N] ").strip().lower() in {"y", "yes"}


def _apply(plan: Plan) -> int:
    from folkmoot.halls.convene.timetable.importers.applying import apply_import
    from folkmoot.kit.actor import Actor

    done = apply_import(Actor.operator(), plan)
    if done is None:
        print("\nNothing was written.")
        return 0
    print(f"\nDone: {done.address}. Undo it with: folkmoot import undo {done.address}")
    print("Public pages follow with the next release: folkmoot release " + done.edition.slug + " --name NAME")
    return 0


def run_list(options: argparse.Namespace) -> int:
    """Print one line per import."""
    from folkmoot.halls.convene.timetable.importers.describing import describe_counts
    from folkmoot.halls.convene.timetable.models import ScheduleImport

    imports = list(ScheduleImport.objects.select_related("edition"))
    for one in imports:
        state = " (undone)" if one.undone else ""
        print(f"{one.address}  {one.at:%Y-%m-%d %H:%M} UTC  {one.edition.slug}  {one.file_name}{state}")
        print("    " + "; ".join(describe_counts(one.summary)))
    if not imports:
        print("Nothing was imported yet.")
    return 0


def run_undo(options: argparse.Namespace) -> int:
    """Undo one import."""
    from folkmoot.halls.convene.timetable.importers.refusals import ImportRefusedError
    from folkmoot.halls.convene.timetable.importers.undoing import undo_import
    from folkmoot.halls.convene.timetable.models import ScheduleImport
    from folkmoot.kit.actor import Actor

    found = ScheduleImport.objects.filter(public_id=options.id.removeprefix("import:")).first()
    if found is None:
        raise ImportRefusedError(f"There is no import {options.id}; folkmoot import list shows all.")
    undo_import(Actor.operator(), found)
    print(f"{found.address} is undone: the draft of {found.edition.slug} is as it was before.")
    return 0
