"""Marks that follow from what a test asks for, and skips that follow from what this run has."""

import os
from collections.abc import Iterable

import pytest

from tests.harness.environment import MISSING, wants_postgres

DATABASE = {"db", "django_db_setup", "committed_db"}
FLUSHING = {"transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback", "live_server"}


def fixtures_of(item: pytest.Item) -> set[str]:
    """Names of all fixtures a test uses, directly or through others."""
    return set(getattr(item, "fixturenames", ()))


def refuse_flushing(item: pytest.Item) -> None:
    """Append-only tables cannot be flushed, so no test may ask for it."""
    mark = item.get_closest_marker("django_db")
    if fixtures_of(item) & FLUSHING or (mark and mark.kwargs.get("transaction")):
        raise pytest.UsageError(f"{item.nodeid} would flush append-only tables: use the fixture committed_db.")


def mark_by_need(item: pytest.Item) -> None:
    """Set `database`, `browser` and `data` on tests that use them."""
    names = fixtures_of(item)
    if names & DATABASE or item.get_closest_marker("django_db"):
        item.add_marker(pytest.mark.database)
    if "browser" in names:
        item.add_marker(pytest.mark.browser)
    if "real_data" in names:
        item.add_marker(pytest.mark.data)


def mark_by_supply(item: pytest.Item) -> None:
    """Skip what this run's database cannot serve."""
    if reason := os.environ.get(MISSING):
        item.add_marker(pytest.mark.postgres)
        item.add_marker(pytest.mark.skip(reason=reason))
    elif item.get_closest_marker("postgres") and not wants_postgres():
        reason = "needs PostgreSQL, this run uses SQLite: set FOLKMOOT_TEST_DATABASE=postgresql."
        item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Before anything is selected by its marks."""
    for item in items:
        refuse_flushing(item)
        mark_by_need(item)
        mark_by_supply(item)
