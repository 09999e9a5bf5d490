"""The list of areas a body adopts when it is founded: none, CLDR's names, or its own file. There is no default."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from folkmoot.kit.text import Text

TITLE = Text.of("Countries and areas", "en", ar="البلدان والمناطق", zh_Hans="国家和地区")


GROUPINGS = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ"})


@dataclass(frozen=True)
class Areas:
    """A list of areas by code, with the words that say where it comes from."""

    name: str
    source: str = ""
    title: Text = TITLE
    terms: Mapping[str, Text] = field(default_factory=dict)


def area_terms(choice: str, languages: list[str]) -> Areas:
    """Return the list a body chose; raises ValueError with the line for a file that cannot be read."""
    if choice == "none":
        return Areas("none")
    if choice == "cldr":
        return _cldr(languages)
    return _file(Path(choice))


def _cldr(languages: list[str]) -> Areas:
    """Return the territories of Unicode CLDR, as Babel carries them, in the body's languages."""
    import babel

    names = {tag: _territories(tag) for tag in languages}
    first = languages[0]
    terms = {
        code: Text(first, {tag: names[tag][code] for tag in languages if code in names[tag]}) for code in names[first]
    }
    return Areas("cldr", f"Unicode CLDR, as carried by Babel {babel.__version__}", terms=terms)


def _territories(tag: str) -> dict[str, str]:
    """Return CLDR's two-letter areas by code, without its groupings and private codes."""
    import babel

    territories = babel.Locale.parse(tag.replace("-", "_")).territories
    named = {str(code): str(name) for code, name in territories.items()}
    return {code: named[code] for code in sorted(named) if len(code) == 2 and code.isalpha() and code not in GROUPINGS}


def _file(path: Path) -> Areas:
    """Read a CSV file: `code`, then one column per language tag; the first language is the original."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        header = next(rows, [])
        if len(header) < 2 or header[0] != "code":
            raise ValueError(f"{path.name}, line 1: the header must be `code` and then language tags, not {header}.")
        terms = {}
        for line, row in enumerate(rows, 2):
            if len(row) != len(header) or not row[0] or not row[1]:
                raise ValueError(f"{path.name}, line {line}: a code and {len(header) - 1} names are needed, not {row}.")
            terms[row[0]] = Text(header[1], {tag: name for tag, name in zip(header[1:], row[1:], strict=True) if name})
    return Areas(path.stem[:40], f"the body's own list, {path.name}", terms=terms)
