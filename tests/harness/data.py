"""`real_data`: the folder of real files that are too large or not ours to keep in the repository."""

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder named by FOLKMOOT_TEST_DATA, by default ../shared/data beside the project."""
    folder = PROJECT / os.environ.get("FOLKMOOT_TEST_DATA", "../shared/data")
    if not folder.is_dir():
        pytest.skip(f'the folder of real data is not there: FOLKMOOT_TEST_DATA is "{folder}".')
    return folder.resolve()
