"""Nothing is left out silently: in CI a missing database or browser fails, elsewhere a list is printed."""

import os
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter

from tests.harness.environment import in_ci, wants_postgres

NEEDED = ("postgres", "browser")


def reason_of(report: pytest.TestReport) -> str:
    """Why a test was skipped, in its own words."""
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return said.removeprefix("Skipped: ")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, a test that was skipped for want of PostgreSQL or a browser has failed."""
    report = yield
    needed = [name for name in NEEDED if item.get_closest_marker(name)]
    if report.skipped and not hasattr(report, "wasxfail") and needed and in_ci():
        report.longrepr = f"Skipped, which CI does not accept for {' and '.join(needed)}: {reason_of(report)}"
        report.outcome = "failed"
    return report


def list_skips(reports: list[pytest.TestReport]) -> list[str]:
    """One sentence per reason, with the tests it took."""
    database = "PostgreSQL" if wants_postgres() else "SQLite"
    by_reason: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        by_reason[reason_of(report).strip()].append(report.nodeid)
    lines = []
    for reason, tests in sorted(by_reason.items()):
        some = ", ".join(tests[:3]) + (", ..." if len(tests) > 3 else "")
        lines.append(f"{database}: {len(tests)} skipped: {reason} ({some})")
    return lines


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Print what was skipped in this run and, where Make keeps a list, in the runs before it."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    lines = list_skips(terminalreporter.stats.get("skipped", []))
    if kept := os.environ.get("TESTRUN_SKIPS"):
        path = Path(kept)
        earlier = path.read_text().splitlines() if path.exists() else []
        lines = list(dict.fromkeys([*earlier, *lines]))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines))
    terminalreporter.section("skipped, and why")
    for line in lines or ["nothing was skipped"]:
        terminalreporter.write_line(line)
