import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.ledger import (
    LARGEST_ENTRY,
    Bundle,
    Tile,
    TileError,
    bundle_at,
    bundles_of,
    decode_entries,
    encode_entries,
    parse_bundle_path,
    parse_tile_path,
    tile_at,
    tiles_between,
    tiles_of,
)

SPELT = [
    (Tile(0, 0), "tile/0/000"),
    (Tile(0, 0, 255), "tile/0/000.p/255"),
    (Tile(0, 1_234_067), "tile/0/x001/x234/067"),
    (Tile(0, 273, 112), "tile/0/273.p/112"),
    (Tile(1, 1000), "tile/1/x001/000"),
    (Tile(15, 123_456_789, 41), "tile/15/x123/x456/789.p/41"),
    (Tile(63, 999_999_999_999_999_999, 1), "tile/63/x999/x999/x999/x999/x999/999.p/1"),
]

MISSPELT = [
    "", "tile", "tile/0", "tile/0/", "/tile/0/000", "tile/0/000/", "tile/0/00", "tile/0/0000", "tile/0/x000",
    "tile/0/x000/000", "tile/0/x000/x001/000", "tile/0/001/000", "tile/0/x001", "tile/0/x001/", "tile/0/x001/x000",
    "tile/00/000", "tile/64/000", "tile/-1/000", "tile/+1/000", "tile/a/000", "tile/٣/000", "tile/0/٣٣٣", "tile/0/-01",
    "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/01", "tile/0/000.p/256", "tile/0/000.p/999",
    "tile/0/000.p/1/", "tile/0/000.p/x1", "tile/0/000.p/-1", "tile/0/x001.p/1/000", "tile/0/000 ", "tile/0/000\n",
    "tile/8/0/000", "Tile/0/000", "tile/0/X001/000", "tile/data/000", "tile/0/../000", "tile/0//000",
    "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/" + "x001/" * 3000 + "000",
]  # fmt: skip


@pytest.mark.parametrize(("tile", "path"), SPELT)
def test_paths_are_spelt_as_the_specification_spells_them(tile: Tile, path: str) -> None:
    assert tile.path == path
    assert parse_tile_path(path) == tile


@pytest.mark.parametrize("path", MISSPELT)
def test_no_other_spelling_is_a_path(path: str) -> None:
    with pytest.raises(TileError):
        parse_tile_path(path)
    with pytest.raises(TileError):
        parse_bundle_path(path.replace("tile/0/", "tile/entries/"))


@given(st.integers(0, 63), st.integers(0, 2**64 - 1), st.integers(1, 256))
def test_every_place_has_one_path(level: int, index: int, width: int) -> None:
    tile, bundle = Tile(level, index, width), Bundle(index, width)
    assert parse_tile_path(tile.path) == tile
    assert parse_bundle_path(bundle.path) == bundle
    assert bundle.path.removeprefix("tile/entries/") == tile.path.removeprefix(f"tile/{level}/")
    with pytest.raises(TileError):
        parse_tile_path(bundle.path)


@pytest.mark.parametrize(("level", "index", "width"), [(64, 0, 1), (-1, 0, 1), (0, -1, 1), (0, 0, 0), (0, 0, 257)])
def test_places_that_do_not_exist_cannot_be_named(level: int, index: int, width: int) -> None:
    with pytest.raises(TileError):
        Tile(level, index, width)


def test_a_log_of_seventy_thousand_has_the_tiles_that_the_specification_counts() -> None:
    tiles = list(tiles_of(70_000))
    counted = [(sum(t.level == level and t.is_full for t in tiles)) for level in range(3)]
    assert counted == [273, 1, 0]
    assert [t.path for t in tiles if not t.is_full] == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]
    assert [t.path for t in tiles_of(256)] == ["tile/0/000", "tile/1/000.p/1"]
    assert list(tiles_of(0)) == []
    assert [bundle.width for bundle in bundles_of(257)] == [256, 1]
    assert list(bundles_of(0)) == []


@given(st.integers(0, 5_000).flatmap(lambda new: st.tuples(st.integers(0, new), st.just(new))))
def test_tiles_between_two_sizes_are_those_that_the_larger_has_and_the_smaller_has_not(sizes: tuple[int, int]) -> None:
    old, new = sizes
    assert list(tiles_between(old, new)) == sorted(set(tiles_of(new)) - set(tiles_of(old)))
    for tile in tiles_of(new):
        assert tile_at(tile.level, tile.index, new) == tile


def test_a_tree_has_no_tile_beyond_its_edge() -> None:
    for level, index, size in ((0, 0, 0), (0, 1, 256), (1, 0, 255), (2, 0, 65_535), (0, -1, 10)):
        with pytest.raises(TileError):
            tile_at(level, index, size)
    with pytest.raises(TileError):
        bundle_at(1, 256)
    with pytest.raises(TileError):
        list(tiles_between(5, 4))


@pytest.mark.parametrize("length", [0, 31, 63, 65, 96])
def test_a_tile_of_another_length_is_refused(length: int) -> None:
    assert Tile(0, 0, 2).check(bytes(64)) == bytes(64)
    with pytest.raises(TileError):
        Tile(0, 0, 2).check(bytes(length))


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
def test_a_bundle_is_read_as_it_was_written(entries: list[bytes]) -> None:
    data = encode_entries(entries)
    assert decode_entries(data, len(entries)) == tuple(entries)
    for width in {len(entries) - 1, len(entries) + 1} - {0, 257}:
        with pytest.raises(TileError):
            decode_entries(data, width)
    for broken in (data[:-1], data + b"\x00", data + b"\x00\x00", b"\x00" + data):
        with pytest.raises(TileError):
            decode_entries(broken, len(entries))


def test_bundles_are_continued_by_appending_and_read_by_prefix() -> None:
    entries = [b"a" * length for length in range(5)]
    assert encode_entries(entries[:2]) + encode_entries(entries[2:]) == encode_entries(entries)


def test_an_entry_has_at_most_65535_bytes() -> None:
    largest = b"x" * LARGEST_ENTRY
    assert decode_entries(encode_entries([largest, b""]), 2) == (largest, b"")
    with pytest.raises(TileError, match="65536"):
        encode_entries([b"", largest + b"x"])


@pytest.mark.parametrize("width", [-1, 0, 257])
def test_no_bundle_has_that_many_entries(width: int) -> None:
    with pytest.raises(TileError):
        decode_entries(bytes(2 * abs(width)), width)


@given(st.binary(max_size=60), st.integers(1, 20))
def test_any_bytes_are_either_a_bundle_or_refused(data: bytes, width: int) -> None:
    try:
        entries = decode_entries(data, width)
    except TileError:
        return
    assert encode_entries(entries) == data
    assert len(entries) == width


def test_random_paths_are_read_only_if_they_are_written_so() -> None:
    chance = random.Random(1)
    for _ in range(5_000):
        path = "tile/0/" + "".join(chance.choice("0019x/.p") for _ in range(chance.randrange(1, 14)))
        try:
            tile = parse_tile_path(path)
        except TileError:
            continue
        assert tile.path == path
