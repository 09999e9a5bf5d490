"""`installation`: a folder of its own, and `folkmoot` run in it as an operator would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ANSWERS = [
    "--name", "Assembly of the Coast", "--language", "en", "--language", "ar", "--zone", "UTC",
    "--areas", "none", "--origin", "coast.example/record", "--officer", "Ines Calvo <ines@coast.example>",
]  # fmt: skip


class Installation:
    """A folder of its own, and `folkmoot` run in it as a user would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FOLKMOOT_")}
        kept.pop("DATABASE_URL", None)
        self.environment = {**kept, "PYTHONWARNINGS": "ignore"}

    def run(self, *arguments: str, typed: str | None = None, **options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "folkmoot.cli", *arguments],
            cwd=self.folder, env={**self.environment, **options}, input=typed, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path)
