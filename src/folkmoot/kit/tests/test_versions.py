"""Two people at one form: what is written, and what is shown first."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.kit.text import Text
from folkmoot.kit.versions import settle, stamp
from folkmoot.kit.zones import is_zone, no_zone, offered_zones

VALUES = st.fixed_dictionaries({name: st.sampled_from(["", "a", "b", "c"]) for name in ("x", "y", "z")})


@given(seen=VALUES, standing=VALUES, typed=VALUES)
def test_nobodys_change_is_lost(seen: dict[str, Any], standing: dict[str, Any], typed: dict[str, Any]) -> None:
    met = settle(stamp(seen), standing, typed)
    for name in seen:
        theirs, mine = standing[name] != seen[name], typed[name] != seen[name]
        assert (name in met.others) == (theirs and standing[name] != typed[name])
        assert (name in met.changed) == (mine and standing[name] != typed[name])
        assert met.values[name] == (typed[name] if mine else standing[name])


@given(standing=VALUES, typed=VALUES)
def test_without_a_stamp_every_difference_is_shown(standing: dict[str, Any], typed: dict[str, Any]) -> None:
    assert set(settle("", standing, typed).others) == {name for name in typed if typed[name] != standing[name]}


def test_ways_of_saying_nothing_are_one() -> None:
    assert stamp({"a": Text()}) == stamp({"a": ""}) == stamp({"a": None}) == stamp({"a": []})
    assert stamp({"a": False}) != stamp({"a": None}) != stamp({"a": 0})


def test_zones_are_places_and_mistakes_are_answered_with_suggestions() -> None:
    assert is_zone("UTC")
    assert is_zone("Etc/GMT-8")
    assert not any(is_zone(name) for name in ("", "Factory", "localtime", "../etc/passwd", "Asia/Nowhere"))
    assert all(map(is_zone, offered_zones()))
    assert "Asia/Shanghai" in no_zone("shanghia")
