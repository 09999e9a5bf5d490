"""`committed_db`: a copy of the migrated test database for tests with real commits, threads and processes.

The record's triggers forbid the flush that Django's transactional tests rely on; a dropped copy needs none.
"""

import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test.utils import setup_databases, teardown_databases
from pytest_django import DjangoDbBlocker

NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class CommittedDatabase:
    """The copy in use: vendor (`sqlite`, `postgresql`), name or path, address for other processes."""

    vendor: str
    name: str
    url: str


def address_of(name: str) -> str:
    """A DATABASE_URL for a database beside the one the run was given."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{quote(name)}").geturl()


def make_copy(original: str, name: str) -> None:
    """Copy schema, triggers and rows."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(name)) as target:
            source.backup(target)
    else:
        administer(f"CREATE DATABASE {quoted(name)} TEMPLATE {quoted(original)}")


def drop_copy(name: str) -> None:
    """Remove the copy, whoever still has it open."""
    if connection.vendor == "sqlite":
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(name + ending).unlink(missing_ok=True)
    else:
        administer(f"DROP DATABASE {quoted(name)} WITH (FORCE)")


def quoted(name: str) -> str:
    """The name as PostgreSQL wants it in a statement."""
    return connection.ops.quote_name(name)


def administer(statement: str) -> None:
    """Run a statement about databases, from outside of any of ours."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def point_at(name: str) -> None:
    """Make every new connection, of this process and of its children, go to this database."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


@contextmanager
def copied_database() -> Iterator[CommittedDatabase]:
    """Work on a copy of the current database and return to the original."""
    original = str(connection.settings_dict["NAME"])
    outer = os.environ["DATABASE_URL"]
    name = f"{original}_{next(NUMBERS)}"
    connections.close_all()
    make_copy(original, name)
    point_at(name)
    os.environ["DATABASE_URL"] = url = address_of(name)
    try:
        yield CommittedDatabase(connection.vendor, name, url)
    finally:
        point_at(original)
        os.environ["DATABASE_URL"] = outer
        drop_copy(name)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The migrated database of a worker; pytest-django's own would not see that committed_db needs one."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
        connections.close_all()
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        teardown_databases(made, verbosity=0)


@pytest.fixture
def committed_db(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[CommittedDatabase]:
    """A database of this test's own, in which commits are commits."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        pytest.fail("Ask for committed_db or for db, not for both.")
    with django_db_blocker.unblock(), copied_database() as database:
        yield database
