"""`folkmoot init`: found a body, from answers or from options."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from folkmoot.commands.parsing import Subparsers, add_command
from folkmoot.web.options import read_options

if TYPE_CHECKING:
    from folkmoot.halls.members.account.models import Account


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        subparsers, "init", run, works_unfounded=True, prepares_storage=True,
        help="Found a body: its name, languages, zone, list of areas, the origin of its record, its first officer.",
        example=(
            "folkmoot init\n"
            "folkmoot init --name 'Assembly of the Coast' --language en --language ar --zone UTC \\\n"
            "    --areas none --origin coast.example/record --officer 'Ines Calvo <ines@coast.example>'"
        ),
    )  # fmt: skip
    parser.add_argument("--name", help="the body's name in its first language")
    parser.add_argument(
        "--language", action="append", dest="languages", help="a language of the site; give it again for more"
    )
    parser.add_argument("--zone", help="the time zone of the body, for instance UTC")
    parser.add_argument(
        "--areas", help="the list of areas: none, cldr, or the path of a CSV file (code, then one column a language)"
    )
    parser.add_argument("--origin", help="the address that names the record for ever, without https://")
    parser.add_argument("--officer", help="the first officer: 'Name <address>'")
    parser.add_argument("--mark", type=int, default=12, help="how many dots the ring of the mark has (6 to 24)")


@dataclass(frozen=True)
class Founding:
    """Everything a body needs to be founded."""

    name: dict[str, str]
    languages: list[str]
    zone: str
    areas: str
    origin: str
    officer_name: str
    officer_email: str
    mark: int = 12
    notice: dict[str, str] = field(default_factory=dict)
    illustrative: bool = False


def run(options: argparse.Namespace) -> int:
    """Ask for what was not given, found the body, and say how to go on."""
    from django.conf import settings

    from folkmoot.halls.members.account.signin_links import make_link
    from folkmoot.halls.members.body.queries import the_body

    prepare_database()
    if there := the_body():
        raise ValueError(f"{there.name} was founded here already; one installation serves one body.")
    account = found(_asked(options))
    print(f"{the_body()} is founded. Its record has begun.\n")
    print(f"Sign in once, within a day: {settings.SITE_URL}{make_link(account)}")
    print("Start the site: folkmoot serve")
    return 0


def prepare_folders() -> None:
    """Make the data and keys folders, and the secret key, readable by their owner only."""
    values = read_options()
    values["data"].mkdir(parents=True, exist_ok=True, mode=0o700)
    values["keys"].mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = values["keys"] / "secret-key"
    if not secret.exists():
        with os.fdopen(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))


def prepare_database() -> None:
    """Bring the database up to this version, triggers included."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def why_not_founded() -> str:
    """Return a sentence when there is no body here, else nothing."""
    from django.conf import settings
    from django.db import DatabaseError

    from folkmoot.halls.members.body.queries import the_body
    from folkmoot.web.middleware import storage_fault

    hint = "`folkmoot init` founds a body here, `folkmoot demo` an invented one; `folkmoot check` says more."
    try:
        return "" if the_body() else f"There is no body here yet. {hint}"
    except DatabaseError as error:
        if storage_fault(error) and any(settings.DATA.glob("*.sqlite3")):
            raise
        return f"There is no body here yet, or its database does not answer. {hint}"


def found(founding: Founding) -> Account:
    """Found the body, adopt the first lists, and appoint the first officer; returns the officer's account."""
    from folkmoot.commands.areas import area_terms
    from folkmoot.halls.members.account.acts import give_office
    from folkmoot.halls.members.account.drafts import open_account
    from folkmoot.halls.members.body.acts import BodyState, found_body
    from folkmoot.halls.members.person.drafts import draft_person
    from folkmoot.halls.members.vocabulary.acts import adopt_vocabulary
    from folkmoot.halls.members.vocabulary.defaults import KINDS_OF_ACTOR, KINDS_OF_ACTOR_TITLE
    from folkmoot.halls.site.page.drafts import draft_first_pages
    from folkmoot.kit.actor import SECRETARIAT, Actor
    from folkmoot.kit.text import Text

    operator, first = Actor.operator(), founding.languages[0]
    areas = area_terms(founding.areas, founding.languages)
    found_body(
        operator,
        BodyState(
            name=Text(first, founding.name), notice=Text(first, founding.notice) if founding.notice else Text(),
            mark=founding.mark, languages=founding.languages, zone=founding.zone, area_list=areas.name,
            origin=founding.origin, illustrative=founding.illustrative,
        ),
    )  # fmt: skip
    adopt_vocabulary(operator, "kinds-of-actor", KINDS_OF_ACTOR_TITLE, KINDS_OF_ACTOR)
    if areas.terms:
        adopt_vocabulary(operator, "areas", areas.title, areas.terms, areas.source)
    person = draft_person(Text.of(founding.officer_name, first))
    account = open_account(person, founding.officer_email)
    give_office(operator, person, SECRETARIAT)
    draft_first_pages()
    return account


def _asked(options: argparse.Namespace) -> Founding:
    """Return the answers, from options or from the keyboard."""
    name = options.name or _ask("Name of the body")
    languages = options.languages or _ask("Languages of the site, with spaces between", "en").split()
    zone = _zone(options.zone or _ask("Time zone", "UTC"))
    areas = options.areas or _ask("List of areas (none, cldr, or the path of a CSV file)")
    origin = _origin(options.origin or _ask("Origin of the record, for instance assembly.example/record"))
    officer_name, email = _officer(options.officer or _ask("First officer, as: Name <address>"))
    if not 6 <= options.mark <= 24:
        raise ValueError(f"--mark is {options.mark}; the ring has 6 to 24 dots.")
    return Founding({languages[0]: name}, languages, zone, areas, origin, officer_name, email, options.mark)


def _ask(question: str, default: str = "") -> str:
    if not sys.stdin.isatty():
        raise ValueError(f"{question}: not given, and nobody is there to ask; see `folkmoot init --help`.")
    answer = ""
    while not answer:
        answer = input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default
    return answer


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(f"{value!r} is no time zone; one looks like UTC or Etc/GMT-8.")
    return value


def _origin(value: str) -> str:
    if "://" in value or any(sign.isspace() or sign == "+" for sign in value) or not value:
        raise ValueError(f"{value!r} cannot name a record; it is an address without https://, spaces and plus signs.")
    return value


def _officer(value: str) -> tuple[str, str]:
    from email.utils import parseaddr

    name, email = parseaddr(value)
    if not name or "@" not in email:
        raise ValueError(f"{value!r} names no officer; write it as 'Ines Calvo <ines@coast.example>'.")
    return name, email
