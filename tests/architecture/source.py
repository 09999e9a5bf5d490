"""The source as these tests see it: files, syntax trees, imports, and the stairs of pyproject.toml."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "src" / "folkmoot"
ASIDE = {"tests", "migrations", "__pycache__"}


@dataclass(frozen=True)
class Source:
    """One Python file of the package."""

    path: Path

    @property
    def place(self) -> tuple[str, ...]:
        """Its path below the package: ("halls", "convene", "session", "acts.py")."""
        return self.path.relative_to(PACKAGE).parts

    @property
    def hall(self) -> str | None:
        """The hall it belongs to."""
        return self.place[1] if self.place[0] == "halls" and len(self.place) > 2 else None

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.path.read_text(encoding="utf-8"), str(self.path))

    def at(self, node: ast.stmt | ast.expr) -> str:
        """A place to click on."""
        return f"{self.path.relative_to(PROJECT)}:{node.lineno}"

    def imports(self) -> Iterator[tuple[ast.stmt, str]]:
        """Every imported dotted name, `from a import b` as `a.b`, relative ones made absolute."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self.absolute(node)
                yield from ((node, f"{origin}.{alias.name}") for alias in node.names)

    def absolute(self, node: ast.ImportFrom) -> str:
        """The full name of the module an import takes from."""
        if not node.level:
            return node.module or ""
        above = ("folkmoot", *self.place)[: -node.level]
        return ".".join([*above, *([node.module] if node.module else [])])


def sources(folder: Path = PACKAGE) -> list[Source]:
    """All Python files of the package without its tests and migrations."""
    return [Source(path) for path in files("*.py", folder)]


def files(pattern: str, folder: Path = PACKAGE) -> list[Path]:
    """All files of a kind in the package, without its tests and migrations."""
    found = sorted(folder.rglob(pattern))
    return [path for path in found if not ASIDE & set(path.relative_to(folder).parts)]


def stair(package: str) -> list[str]:
    """The names below a package from lowest to highest, as the contracts in pyproject.toml list them."""
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    for contract in contracts:
        if contract["type"] == "layers" and contract.get("containers") == [package]:
            return [layer.strip("()") for layer in reversed(contract["layers"])]
    return []


HALLS = stair("folkmoot.halls")


def rank(module: str) -> tuple[int, int]:
    """How high a module of a hall stands: (hall, room)."""
    _, _, hall, *rest = module.split(".")
    rooms = stair(f"folkmoot.halls.{hall}")
    room = rooms.index(rest[0]) if rest and rest[0] in rooms else -1
    return HALLS.index(hall), room
