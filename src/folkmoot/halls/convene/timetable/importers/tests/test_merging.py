"""Desk, former file and new file, field by field: every way in which three values can agree or not."""

from __future__ import annotations

import pytest

from folkmoot.halls.convene.timetable.importers.merging import merge


@pytest.mark.parametrize(
    ("file", "former", "desk", "overwrite", "outcome"),
    [
        ("a", "a", "a", False, "same"),
        ("b", "a", "a", False, "changed"),
        ("a", "a", "c", False, "kept"),
        ("a", "a", "c", True, "kept"),
        ("b", "a", "c", False, "conflict"),
        ("b", "a", "c", True, "changed"),
        ("b", "a", "b", False, "same"),
        ("b", None, "c", False, "conflict"),
        ("b", None, "c", True, "changed"),
        ("b", None, "b", False, "same"),
    ],
)
def test_a_field_is_changed_kept_or_in_conflict(
    file: str, former: str | None, desk: str, overwrite: bool, outcome: str
) -> None:
    known = {} if former is None else {"title": former}
    merged = merge({"title": file}, known, {"title": desk}, overwrite=overwrite)
    found = {"changed": merged.changed, "kept": merged.kept, "conflict": merged.conflicts}
    assert [name for name, differences in found.items() if differences] == ([outcome] if outcome != "same" else [])
    assert merged.write == ({"title": file} if outcome == "changed" else {})


def test_what_the_file_said_is_remembered_unless_a_conflict_is_open() -> None:
    assert merge({"title": "b"}, {"title": "a"}, {"title": "a"}, overwrite=False).imported == {"title": "b"}
    assert merge({"title": "b"}, {"title": "a"}, {"title": "b"}, overwrite=False).imported == {"title": "b"}
    assert merge({"title": "b"}, {"title": "a"}, {"title": "c"}, overwrite=False).imported == {"title": "a"}


def test_fields_the_file_does_not_speak_of_are_left_alone() -> None:
    merged = merge({"status": "draft"}, {"title": "a"}, {"status": "draft", "title": "c"}, overwrite=True)
    assert (merged.write, merged.kept, merged.conflicts) == ({}, [], [])
