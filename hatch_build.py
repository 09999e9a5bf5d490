"""Compile the message catalogues: a hook of every build, in a checkout also `python hatch_build.py`."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_messages(root: Path) -> None:
    """Write a .mo beside every .po below src."""
    for source in sorted((root / "src").glob("**/LC_MESSAGES/*.po")):
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as binary:
            write_mo(binary, read_po(text, locale=source.parts[-3]))


class CompileMessages(BuildHookInterface[Any]):
    """Called by hatchling before it collects files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile."""
        compile_messages(Path(self.root))


if __name__ == "__main__":
    compile_messages(Path(__file__).parent)
