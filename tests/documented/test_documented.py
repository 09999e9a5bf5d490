"""What can be set, called or recorded stands in the documentation."""

import argparse
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


@cache
def documentation() -> str:
    """All pages in one text, with every run of spaces made one."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md")) if "_build" not in path.parts]
    return re.sub(r"\s+", " ", "\n".join(pages))


def undocumented(names: list[str]) -> list[str]:
    """Names that no page has as whole words."""
    return [name for name in names if not re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", documentation())]


def commands(parser: argparse.ArgumentParser, path: str) -> Iterator[str]:
    """`folkmoot record check` for every command that has none below it."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield path
    for action in below:
        for name, child in action.choices.items():
            yield from commands(child, f"{path} {name}")


def test_every_setting_is_documented() -> None:
    from folkmoot.web.options import OPTIONS

    missing = undocumented([option.env for option in OPTIONS])
    assert not missing, f"No page below docs/ names these settings: {missing}"


def test_every_command_is_documented() -> None:
    from folkmoot.cli import build_parser

    missing = undocumented(list(commands(build_parser(), "folkmoot")))
    assert not missing, f"No page below docs/ names these commands: {missing}"


def test_every_act_kind_is_documented() -> None:
    from folkmoot.kit.act import catalogue

    names = sorted({kind.name for kind in catalogue.kinds()})
    assert names, "The catalogue is empty: were the rooms' acts loaded?"
    missing = undocumented(names)
    assert not missing, f"No page below docs/ names these kinds of act: {missing}"


def test_the_pages_made_from_the_code_say_what_the_code_says() -> None:
    import runpy

    reference = runpy.run_path(str(DOCS / "reference.py"))
    assert reference["outdated"]() == [], "Run python docs/reference.py and commit what it wrote."
