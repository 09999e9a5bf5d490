"""`folkmoot demo`: an invented body with a whole edition, to look at and to play with."""

from __future__ import annotations

import argparse
import os
import socket
import time
from typing import TYPE_CHECKING

from folkmoot.commands.parsing import Subparsers, add_command
from folkmoot.commands.serve import address, run_server

if TYPE_CHECKING:
    from folkmoot.commands.init import Founding
    from folkmoot.halls.members.account.models import Account


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        subparsers, "demo", run, works_unfounded=True, prepares_storage=True,
        help="Found an invented body, load an edition of 300 sessions and two archives, and show them.",
        example=(
            "folkmoot demo\n"
            "folkmoot demo --fresh --no-serve\n"
            "FOLKMOOT_DATA=./var-demo FOLKMOOT_KEYS=./keys-demo folkmoot demo --bind 127.0.0.1:8080"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--fresh", action="store_true", help="remove an earlier demonstration first; never touches another body's data"
    )
    parser.add_argument("--no-serve", action="store_true", help="load only, do not start the site")
    parser.add_argument("--bind", default="127.0.0.1:8000", type=address, help="HOST:PORT to listen on")


def run(options: argparse.Namespace) -> int:
    """Load what is missing, say what there is to see, and serve."""
    from folkmoot.demo.house import refuse_somebody_elses, start_anew

    host, port = options.bind
    if not options.no_serve:
        _refuse_taken(host, port)
    if options.fresh and start_anew():
        print("The earlier demonstration was removed.")
    refuse_somebody_elses()
    began = time.monotonic()
    account = _prepare()
    print(f"Ready after {time.monotonic() - began:.1f} seconds.")
    site = os.environ.get("FOLKMOOT_URL", "").rstrip("/") or f"http://{_visible(host)}:{port}"
    print(_invitation(site, account, serving=not options.no_serve), flush=True)
    if options.no_serve:
        return 0
    os.environ["FOLKMOOT_URL"] = site  # for the web server, a child
    return run_server(host, port)


def _prepare() -> Account | None:
    """Migrate, found the body and load the content, as far as they are missing; returns the officer's account."""
    from folkmoot.commands.init import found, prepare_database
    from folkmoot.demo.house import present_body
    from folkmoot.demo.loading import load
    from folkmoot.demo.officer import officer

    prepare_database()
    if present_body() is None:
        print("Founding the invented body", flush=True)
        found(_founding())
    load(lambda line: print(line, flush=True))
    return officer()


def _founding() -> Founding:
    from folkmoot.commands.init import Founding
    from folkmoot.demo import identity

    name, email = identity.OFFICER
    return Founding(
        name=dict(identity.NAME.texts), languages=list(identity.LANGUAGES), zone=identity.ZONE, areas="none",
        origin=identity.ORIGIN, officer_name=name, officer_email=email, mark=identity.MARK,
        notice=dict(identity.NOTICE.texts), illustrative=True,
    )  # fmt: skip


def _visible(host: str) -> str:
    """Return a host that a browser on this machine can open."""
    if host in {"0.0.0.0", "::"}:  # noqa: S104  (asked for, not chosen)
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _refuse_taken(host: str, port: int) -> None:
    """Raise OSError with a sentence when something listens there already."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise OSError(
                f"{host}:{port} cannot be listened on ({error.strerror}); "
                "stop what runs there, or choose another with --bind."
            ) from None


def _way_in(site: str, account: Account | None) -> list[str]:
    from folkmoot.halls.members.account.signin_links import make_link

    if account is None:
        return ["Sign in:        the officer's account was changed; folkmoot signin ADDRESS prints a link"]
    return [
        f"Sign in once:   {site}{make_link(account)}",
        f"                as {account.person}, of the secretariat; valid for a day",
    ]


def _invitation(site: str, account: Account | None, *, serving: bool) -> str:
    """Return the address, the sign-in link, and three things to try."""
    from folkmoot.demo.identity import SLUG

    lines = [
        "",
        f"The site:       {site}/en/" + ("" if serving else "   (start it with: folkmoot serve)"),
        *_way_in(site, account),
        "",
        "Three things to try:",
        f"1. Read the programme in Arabic or Chinese: {site}/ar/convene/{SLUG}/timetable/",
        "   and look at the seal at the foot of a page: act, digest, compute it yourself.",
        "2. Sign in and open the draft at the desk: two sessions contradict others. Correct one, release, and see",
        f"   what changed: {site}/en/convene/{SLUG}/timetable/changes/",
        "3. Import a schedule file of your own (pentabarf or frab XML, schedule.json, CSV), as an edition of its own:",
        "   folkmoot import schedule FILE --edition mine --create --dry-run",
        f"   or, signed in, on a page: {site}/en/convene/edition/import/",
        "",
    ]
    return "\n".join(lines)
