"""A private PostgreSQL cluster for one run: temporary folder, free port, loopback only, gone at the end."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/local/pgsql*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
)
OWNER = "folkmoot"


class PostgresMissingError(Exception):
    """Says in a sentence why there is no PostgreSQL for this run."""


def find_binaries() -> Path:
    """The folder with initdb and pg_ctl: from PATH, else the newest of the usual places."""
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    for pattern in PLACES:
        candidates += sorted(Path("/").glob(pattern[1:]), key=_version, reverse=True)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise PostgresMissingError(
        "PostgreSQL was not found: initdb and pg_ctl are neither on PATH nor in the usual places."
    )


def _version(folder: Path) -> int:
    digits = "".join(character for character in folder.parent.name if character.isdigit())
    return int(digits or 0)


def unprivileged() -> dict[str, Any]:
    """Arguments that make a subprocess run as a plain user, as PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise PostgresMissingError('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody".')


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Cluster:
    """A cluster; `url` is the address of its (not yet created) database for this suite."""

    folder: Path
    binaries: Path
    identity: dict[str, Any]
    port: int
    password: str
    running: bool = False

    @classmethod
    def planned(cls, folder: Path) -> "Cluster":
        """A cluster that could be started in this folder, which does not exist yet."""
        return cls(folder, find_binaries(), unprivileged(), free_port(), secrets.token_hex(16))

    @property
    def url(self) -> str:
        """Where Django finds it."""
        return f"postgresql://{OWNER}:{self.password}@127.0.0.1:{self.port}/folkmoot"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs on this cluster as its plain user."""
        with (self.folder / f"{program}.out").open("a") as output:
            done = subprocess.run(
                [self.binaries / program, "-D", self.folder / "cluster", *arguments],
                cwd=self.folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **self.identity,
            )
        if done.returncode:
            said = "\n".join(
                (self.folder / name).read_text() for name in (f"{program}.out", "log") if (self.folder / name).exists()
            )
            raise PostgresMissingError(f"PostgreSQL did not start: {program} ended with {done.returncode}.\n{said}")

    def start(self) -> None:
        """Create the cluster and wait until it answers."""
        self.folder.mkdir(mode=0o700)
        word = self.folder / "password"
        word.write_text(self.password)
        if self.identity:
            for path in (self.folder, word):
                os.chown(path, self.identity["user"], self.identity["group"])
        self.run("initdb", "-U", OWNER, "-A", "scram-sha-256", f"--pwfile={word}", "-E", "UTF8", "--locale=C.UTF-8")
        word.unlink()
        with (self.folder / "cluster" / "postgresql.conf").open("a") as configuration:
            configuration.write(self.configuration())
        self.run("pg_ctl", "start", "-w", "-t", "60", "-l", str(self.folder / "log"))
        self.running = True

    def configuration(self) -> str:
        """Loopback only, no socket file; TESTRUN_FSYNC=off trades safety for speed."""
        return (
            f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
            f"max_connections = 200\nfsync = {os.environ.get('TESTRUN_FSYNC', 'on')}\n"
        )

    def stop(self) -> None:
        """End it at once; nothing in it is worth keeping."""
        if self.running:
            self.running = False
            self.run("pg_ctl", "stop", "-w", "-m", "immediate")
