"""`folkmoot serve` starts the web server, the worker and the clock together, and stops all of them together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.installation import ANSWERS, Installation
from tests.harness.postgres import free_port


@pytest.fixture
def served(installation: Installation) -> Iterator[tuple[subprocess.Popen[str], str]]:
    assert installation.run("init", *ANSWERS).returncode == 0
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "folkmoot.cli", "serve", "--bind", f"127.0.0.1:{port}"],
        cwd=installation.folder, env={**installation.environment, "FOLKMOOT_LOG_FORMAT": "json"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    yield process, f"http://127.0.0.1:{port}"
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def answered(address: str) -> tuple[int, str]:
    """Ask until somebody answers, for at most half a minute."""
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            assert time.monotonic() < deadline, f"{address} does not answer"
            time.sleep(0.2)


def children_of(parent: int) -> list[int]:
    rows = (Path("/proc") / name / "stat" for name in os.listdir("/proc") if name.isdigit())
    found = []
    for row in rows:
        try:
            fields = row.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(row.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="children are found through /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_everything_starts_and_stops_together(served: tuple[subprocess.Popen[str], str], number: int) -> None:
    process, site = served
    assert answered(f"{site}/healthz")[0] == 200
    status, home = answered(f"{site}/en/")
    assert status == 200
    assert "Assembly of the Coast" in home
    children = children_of(process.pid)
    assert len(children) == 2
    grandchildren = [pid for child in children for pid in children_of(child)]
    process.send_signal(number)
    output = process.communicate(timeout=30)[0]
    assert process.returncode == 0, output
    assert "Traceback" not in output
    gone = time.monotonic() + 5
    while any(Path(f"/proc/{pid}").exists() for pid in [*children, *grandchildren]) and time.monotonic() < gone:
        time.sleep(0.05)
    assert not [pid for pid in [*children, *grandchildren] if Path(f"/proc/{pid}").exists()]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="children are found through /proc")
def test_when_the_web_server_dies_everything_stops_and_says_so(served: tuple[subprocess.Popen[str], str]) -> None:
    process, site = served
    assert answered(f"{site}/healthz")[0] == 200
    web = next(pid for pid in children_of(process.pid) if b"granian" in Path(f"/proc/{pid}/cmdline").read_bytes())
    os.kill(web, signal.SIGKILL)
    output = process.communicate(timeout=30)[0]
    assert process.returncode == 1
    assert "the web server ended with status -9; stopping" in output


def test_a_wrong_address_is_named(installation: Installation) -> None:
    done = installation.run("serve", "--bind", "everywhere")
    assert done.returncode == 2
    assert "'everywhere' is no address; one looks like 127.0.0.1:8000" in done.stderr
