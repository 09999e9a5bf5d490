"""`folkmoot erase`: erase a person everywhere, and say so in the record."""

from __future__ import annotations

import argparse

from folkmoot.commands.parsing import Subparsers, add_command

GROUNDS = ("own-request", "safety", "legal-order", "third-party-rights", "published-in-error")


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        subparsers, "erase", run,
        help="Withhold everything personal about a person, everywhere; digests and proofs stay valid.",
        example="folkmoot erase person:7K3M9QX2TA --ground own-request",
    )  # fmt: skip
    parser.add_argument("person", help="the person's identifier, as it stands on their page")
    parser.add_argument("--ground", choices=GROUNDS, required=True, help="why; only the count per ground is public")


def run(options: argparse.Namespace) -> int:
    """Erase, and say what was reached."""
    from folkmoot.halls.members.person.models import Person
    from folkmoot.halls.record.log.acts import redact
    from folkmoot.halls.record.log.enums import Ground
    from folkmoot.kit.actor import Actor

    person = Person.addressed(options.person)
    entry, erasure = redact(Actor.operator(), person.address, Ground(options.ground))
    print(f"Done: act {entry.place} withheld {entry.fields['payload']['count']} personal values.")
    for remark in erasure.remarks:
        print(f"• {remark}")
    return 0
