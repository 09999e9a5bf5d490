"""With which release a session last changed, read off the skeletons of the releases alone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from folkmoot.halls.convene.timetable.models import Release
from folkmoot.halls.record.log.models import Document

NEWEST = 20


def last_changes(history: Sequence[Release]) -> Mapping[str, int]:
    """Return the number of the release in which each session last changed; `history` is newest first.

    Looked for in the newest twenty releases, so that the numbers never fall. One query, once per release.
    """
    return _last_changes(tuple((release.number, release.document) for release in reversed(history[:NEWEST])))


@lru_cache(maxsize=8)
def _last_changes(history: tuple[tuple[int, str], ...]) -> Mapping[str, int]:
    rows = Document.objects.filter(digest__in={document for _number, document in history})
    contents = {name: bytes(content or b"{}") for name, content in rows.values_list("digest", "content")}
    states: dict[str, Any] = {}
    numbers: dict[str, int] = {}
    for number, document in history:
        for name, state in _states(json.loads(contents[document])).items():
            if states.get(name) != state:
                states[name], numbers[name] = state, number
    return numbers


def _states(skeleton: Mapping[str, Any]) -> dict[str, Any]:
    """Return what each session says: its row, the sheets of its people, and the names of its rooms."""
    sheets = {row["id"]: row["sheet"] for row in skeleton["people"]}
    rooms = {room["id"]: room["name"] for venue in skeleton["venues"] for room in venue["rooms"]}
    return {
        row["id"]: (row, [sheets.get(p["id"]) for p in row["people"]], [rooms.get(s["room"]) for s in row["slots"]])
        for row in skeleton["sessions"]
    }
