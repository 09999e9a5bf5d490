"""`folkmoot serve`: the web server, the worker and the clock in one process tree.

The parent is the clock. It starts granian and the worker as children, looks after what is due, and stops all of
them when it is told to, or when one of them ends.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from folkmoot import __version__
from folkmoot.commands.parsing import Subparsers, add_command
from folkmoot.kit.registry import registry

logger = logging.getLogger("folkmoot.serve")

TICK_SECONDS = 5.0
GRACE_SECONDS = 15.0
_PR_SET_PDEATHSIG = 1


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(
        subparsers, "serve", run,
        help="Serve the site, run the worker and the clock; stops all of them together.",
        example="folkmoot serve --bind 127.0.0.1:8000",
    )  # fmt: skip
    parser.add_argument("--bind", default="127.0.0.1:8000", type=address, help="HOST:PORT to listen on")


def address(value: str) -> tuple[str, int]:
    """Read HOST:PORT; raises ArgumentTypeError with what is expected."""
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise argparse.ArgumentTypeError(f"{value!r} is no address; one looks like 127.0.0.1:8000")
    return host.strip("[]"), int(port)


def run(options: argparse.Namespace) -> int:
    """Check, then serve until told to stop."""
    from folkmoot.commands.check import look_over

    grave = [finding.sentence for finding in look_over() if finding.grave]
    if grave:
        print("Not started:\n" + "\n".join(f"✗ {sentence}" for sentence in grave), file=sys.stderr)
        return 1
    return run_server(*options.bind)


def run_server(host: str, port: int, ready: Callable[[], None] | None = None) -> int:
    """Serve on `host:port` until SIGINT or SIGTERM; returns 0 after a clean stop, 1 when a child ended by itself."""
    from django.conf import settings

    collect_static()
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    children = {
        "the web server": _start(_granian(host, port, settings.OPTIONS["workers"])),
        "the worker": _start([sys.executable, "-m", "django", "db_worker", "--no-startup-delay", "--interval", "2"]),
    }
    try:
        if ready:
            ready()
        return _watch(children, stop)
    finally:
        _stop(children)


def _granian(host: str, port: int, workers: int) -> list[str]:
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
        "--respawn-failed-workers", "folkmoot.web.wsgi:application",
    ]  # fmt: skip


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a child that dies with this process, in a group of its own so that Ctrl-C reaches it through us."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_die_with_parent)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _watch(children: dict[str, subprocess.Popen[bytes]], stop: threading.Event) -> int:
    """Look after the children and the clock until told to stop."""
    next_tick = time.monotonic()
    while not stop.wait(0.2):
        for name, child in children.items():
            if (status := child.poll()) is not None:
                logger.error("%s ended with status %s; stopping", name, status)
                return 1
        if time.monotonic() >= next_tick:
            tick()
            next_tick = time.monotonic() + TICK_SECONDS
    return 0


def tick() -> None:
    """Do everything that is due; a fault in one thing is logged and does not keep the others from being done."""
    from django.db import close_old_connections

    for look in registry.due:
        try:
            for sentence in look():
                logger.info("%s", sentence)
        except Exception:
            logger.exception("the clock could not do what is due")
    close_old_connections()


def _stop(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask every child and whatever it started to stop, wait, and end those that do not."""
    for child in children.values():
        _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children.values():
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, deadline - time.monotonic()))
        _signal_group(child, signal.SIGKILL)
        child.wait()


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Signal the group a child leads: when it died, its own children may still be there and hold the port."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, number)


def collect_static() -> None:
    """Put style sheets and scripts where they are served compressed, once per version and change."""
    from django.conf import settings
    from django.core.management import call_command

    folder = Path(settings.STATICFILES_DIRS[0])
    newest = max((path.stat().st_mtime_ns for path in folder.rglob("*")), default=0)
    stamp, wanted = settings.STATIC_ROOT / "stamp", f"{__version__} {newest}"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    settings.STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)
