"""Which database a run uses, and the folders of its installations.

`FOLKMOOT_TEST_DATABASE` says `sqlite` (default) or `postgresql`. For PostgreSQL the address in
`FOLKMOOT_TEST_DATABASE_URL` is used, else a private cluster is started, once for the whole run.
Django is set up when this module is imported, in the controlling process and in every worker, so that
later plugins and every conftest may import models; the cluster itself starts when pytest is configured.
"""

import atexit
import os
import shutil
import signal
import tempfile
from pathlib import Path

import django
import pytest
from django.conf import settings

from tests.harness.postgres import Cluster, PostgresMissingError

KIND = "FOLKMOOT_TEST_DATABASE"
ADDRESS = "FOLKMOOT_TEST_DATABASE_URL"
MISSING = "TESTRUN_POSTGRES_MISSING"
FOLDER = "TESTRUN_FOLDER"


def wants_postgres() -> bool:
    """Whether this run was asked to use PostgreSQL."""
    kind = os.environ.get(KIND, "sqlite")
    if kind not in {"sqlite", "postgresql"}:
        raise pytest.UsageError(f'{KIND} is "{kind}"; it can be "sqlite" or "postgresql".')
    return kind == "postgresql"


def in_ci() -> bool:
    """Whether a skip for want of PostgreSQL or a browser counts as a failure."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


class Run:
    """What the controlling process owns: the temporary folder and, perhaps, the cluster."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="folkmoot-test-"))
        self.folder.chmod(0o711)
        self.cluster: Cluster | None = None
        os.environ[FOLDER] = str(self.folder)
        atexit.register(self.end)
        if wants_postgres() and not os.environ.get(ADDRESS):
            self.plan_cluster()

    def plan_cluster(self) -> None:
        """Decide where the cluster will be, so that the settings know its address before it runs."""
        try:
            self.cluster = Cluster.planned(self.folder / "postgresql")
        except PostgresMissingError as reason:
            os.environ[MISSING] = str(reason)
        else:
            os.environ[ADDRESS] = self.cluster.url

    def start_cluster(self) -> None:
        """Start what was planned; in CI there is no going on without it."""
        if self.cluster:
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            try:
                self.cluster.start()
            except PostgresMissingError as reason:
                os.environ[MISSING] = str(reason)
        if MISSING in os.environ and in_ci():
            raise pytest.UsageError(os.environ[MISSING])

    def end(self) -> None:
        """Stop the cluster and remove the folder; harmless when called twice."""
        if self.cluster:
            self.cluster.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def forget_outer_options() -> None:
    """A developer's own FOLKMOOT_ options must not reach the tests."""
    for name in [name for name in os.environ if name.startswith("FOLKMOOT_") and not name.startswith("FOLKMOOT_TEST_")]:
        del os.environ[name]


def point_settings_at(home: Path) -> None:
    """Give Django's settings this worker's own folders and database."""
    for name in ("data", "keys"):
        (home / name).mkdir(parents=True)
        os.environ[f"FOLKMOOT_{name.upper()}"] = str(home / name)
    os.environ["DJANGO_SETTINGS_MODULE"] = "folkmoot.web.settings"
    if wants_postgres() and MISSING not in os.environ:
        os.environ["DATABASE_URL"] = os.environ[ADDRESS]
    else:
        os.environ["DATABASE_URL"] = f"sqlite:///{home / 'folkmoot.sqlite3'}"
        test = settings.DATABASES["default"].setdefault("TEST", {})
        test["NAME"] = str(home / "test.sqlite3")
    django.setup()
    # Signing in with a slow hash, hundreds of times, teaches nothing.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def begin() -> Run | None:
    """Set this process up; only the controlling one, which is no worker, owns the run."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    run = None
    if worker is None:
        forget_outer_options()
        run = Run()
    point_settings_at(Path(os.environ[FOLDER]) / (worker or "main"))
    return run


RUN = begin()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Start the cluster before any worker asks for it."""
    if RUN and not (config.option.help or config.option.version or config.option.collectonly):
        RUN.start_cluster()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave nothing running and nothing lying about, also after an interruption."""
    if RUN:
        RUN.end()


def pytest_report_header() -> str:
    """One line that says which database this run uses."""
    if reason := os.environ.get(MISSING):
        return f"database: none ({reason})"
    return f"database: {settings.DATABASES['default']['ENGINE'].rsplit('.', 1)[-1]}"
