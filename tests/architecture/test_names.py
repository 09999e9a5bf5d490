"""Names: no drawers, no tests that nobody runs, no area named in the source."""

import ast
import re

import pytest
from babel import Locale

from tests.architecture.source import ASIDE, PACKAGE, PROJECT, files

DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "managers"}
# Codes that CLDR lists among the territories although they are groupings, test values or "unknown".
NO_AREA = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


def test_nothing_is_called_a_drawer() -> None:
    found = [
        str(path.relative_to(PROJECT))
        for folder in (PACKAGE, PROJECT / "tests")
        for path in sorted(folder.rglob("*"))
        if path.stem.lower() in DRAWERS and "__pycache__" not in path.parts
    ]
    assert not found, f"These names say nothing: {found}"


def is_a_test(node: ast.stmt) -> bool:
    """A function or class that pytest would run if it looked into the file."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return node.name.startswith("test_")
    return isinstance(node, ast.ClassDef) and node.name.startswith("Test")


def test_every_test_stands_in_a_file_that_pytest_collects() -> None:
    lost = [
        str(path.relative_to(PROJECT))
        for folder in (PACKAGE, PROJECT / "tests")
        for path in sorted(folder.rglob("*.py"))
        if not (path.name.startswith("test_") and "tests" in path.relative_to(PROJECT).parts[:-1])
        and any(is_a_test(node) for node in ast.parse(path.read_text(encoding="utf-8")).body)
    ]
    assert not lost, f"pytest would not find the tests in {lost}"


def area_names() -> list[str]:
    """English names of countries and areas as CLDR has them."""
    territories = Locale("en").territories
    return [name for code, name in territories.items() if re.fullmatch("[A-Z]{2}", code) and code not in NO_AREA]


def named_in(text: str) -> list[str]:
    return sorted(set(AREA.findall(text)))


AREA = re.compile(r"\b(?:" + "|".join(re.escape(name) for name in sorted(area_names(), key=len, reverse=True)) + r")\b")


@pytest.mark.parametrize("pattern", ["*.py", "*.html", "*.txt", "*.js", "*.po"])
def test_no_area_is_named_in_the_source(pattern: str) -> None:
    found = {
        str(path.relative_to(PROJECT)): names
        for path in files(pattern)
        if not ASIDE & set(path.parts) and (names := named_in(path.read_text(encoding="utf-8")))
    }
    assert not found, f"Names of areas come from the list a body adopted, never from the source: {found}"


def test_the_eye_for_areas_sees_whole_names_only() -> None:
    name = Locale("en").territories["FR"]
    assert named_in(f"held in {name}, 2025") == [name]
    assert not named_in(f"{name}sson")
