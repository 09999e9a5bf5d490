"""Three values of one field: what the desk has now, what the file last said, and what it says this time.

- The file says what the desk has: nothing to do.
- The file says what it said last time: the desk has corrected it since, and the correction stays.
- The desk has what the file said last time: the file has changed, and the desk follows it.
- Both have changed, or nobody knows what the file said last time: a conflict. The desk's value stays unless
  whoever imports says that the file's is to overwrite it; until then it is reported with every import.

The merge works on plain JSON values, knows no rows, and never merges within a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from folkmoot.halls.convene.timetable.importers.plan import Difference, Values


@dataclass
class Merge:
    """What becomes of the fields of one row; `imported` is what is to be remembered of the file."""

    write: dict[str, Any] = field(default_factory=dict)
    changed: list[Difference] = field(default_factory=list)
    kept: list[Difference] = field(default_factory=list)
    conflicts: list[Difference] = field(default_factory=list)
    imported: dict[str, Any] = field(default_factory=dict)


def merge(file: Values, imported: Mapping[str, Any], desk: Values, *, overwrite: bool) -> Merge:
    """Merge field by field; fields the file does not speak of are left alone."""
    result = Merge(imported=dict(imported))
    for name, wanted in file.items():
        difference = Difference(name, desk[name], wanted)
        if wanted == desk[name]:
            result.imported[name] = wanted
        elif name in imported and wanted == imported[name]:
            result.kept.append(difference)
        elif overwrite or (name in imported and desk[name] == imported[name]):
            result.imported[name] = result.write[name] = wanted
            result.changed.append(difference)
        else:
            result.conflicts.append(difference)
    return result
