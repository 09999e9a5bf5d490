"""`folkmoot signin`: print a one-time sign-in link for an account."""

from __future__ import annotations

import argparse

from folkmoot.commands.parsing import Subparsers, add_command


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        subparsers, "signin", run,
        help="Print a link with which the holder of an account signs in once, within a day.",
        example="folkmoot signin officer@assembly.example",
    )  # fmt: skip
    parser.add_argument("email", help="the e-mail address of the account")


def run(options: argparse.Namespace) -> int:
    """Print the link."""
    from django.conf import settings

    from folkmoot.halls.members.account.queries import account_of
    from folkmoot.halls.members.account.signin_links import make_link

    print(settings.SITE_URL + make_link(account_of(options.email)))
    return 0
