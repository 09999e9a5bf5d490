"""`folkmoot release`: publish the draft of an edition's timetable."""

from __future__ import annotations

import argparse

from folkmoot.commands.parsing import Subparsers, add_command


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        subparsers, "release", run,
        help="Freeze the draft of an edition's timetable and publish it now.",
        example="folkmoot release 2026 --name 'After the speakers confirmed' --notes 'Two sessions moved.'",
    )  # fmt: skip
    parser.add_argument("edition", help="the slug of the edition")
    parser.add_argument("--name", required=True, help="the name of the release")
    parser.add_argument("--notes", default="", help="what readers should know, in the edition's first language")
    parser.add_argument("--erratum", action="store_true", help="a correction that mails nobody")


def run(options: argparse.Namespace) -> int:
    """Release, and say which act it was."""
    from folkmoot.halls.convene.edition.queries import edition_called
    from folkmoot.halls.convene.timetable.acts import release_timetable
    from folkmoot.halls.record.log.queries import seal_of
    from folkmoot.kit.actor import Actor
    from folkmoot.kit.text import Text

    edition = edition_called(options.edition)
    language = next(iter(edition.languages), "und")
    notes = Text.of(options.notes, language) if options.notes else None
    release = release_timetable(Actor.operator(), edition, options.name, notes, erratum=options.erratum)
    seal = seal_of(release.address)
    place = seal.place if seal else "?"
    print(
        f"Release {release.number} of {edition.slug} is public; it is act {place}, seal {seal.short if seal else ''}."
    )
    return 0
