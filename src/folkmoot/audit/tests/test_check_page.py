"""The twenty lines that anyone can run: what they accept and what they find."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import folkmoot.audit
from folkmoot.canon import canonical, digest, leaf_digest

SCRIPT = Path(folkmoot.audit.__file__).parent / "check_page.py"


def page() -> dict[str, Any]:
    sheet = canonical({"format": "folkmoot-sheet/1", "salt": "00", "subject": "session:1", "title": "Opening"})
    document = canonical({"sessions": [{"id": "session:1", "sheet": digest(sheet)}]})
    named = [{"role": "programme", "digest": digest(document), "size": len(document), "type": "application/json"}]
    entry = canonical({"documents": named, "kind": "timetable.released", "place": 3, "time": "2026-11-19"})
    return {
        "format": "folkmoot-page/1", "seal": leaf_digest(entry), "entry": entry.decode(),
        "documents": {digest(document): document.decode()}, "sheets": {digest(sheet): sheet.decode()}, "withheld": [],
    }  # fmt: skip


def run(value: dict[str, Any], folder: Path) -> subprocess.CompletedProcess[str]:
    file = folder / "page.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return subprocess.run([sys.executable, "-I", SCRIPT, file], capture_output=True, text=True, check=False)


def test_the_script_has_twenty_lines() -> None:
    assert len(SCRIPT.read_text().splitlines()) <= 20


def test_an_honest_page_agrees(tmp_path: Path) -> None:
    done = run(page(), tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "everything agrees")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda p: p.update(entry=p["entry"].replace("2026", "2025")),
        lambda p: p.update(seal="0" * 64),
        lambda p: p.update(documents={name: text + " " for name, text in p["documents"].items()}),
        lambda p: p.update(documents={}, sheets={}),
        lambda p: p.update(sheets={name: text.replace("Opening", "Closing") for name, text in p["sheets"].items()}),
        lambda p: p["sheets"].update({digest(b"{}"): "{}"}),
        lambda p: p["documents"].update({digest(b"{}"): "{}"}),
    ],
)
def test_whatever_is_altered_is_found(tmp_path: Path, spoil: Any) -> None:
    value = page()
    spoil(value)
    done = run(value, tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("WRONG: ")
