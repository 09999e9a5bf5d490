"""Tiles: the tree cut into files of at most 256 hashes (C2SP tlog-tiles v0.1.0).

Tile *n* of level *l* holds the hashes of the perfect subtrees ``D[(n*256 + i) * 256**l : (n*256 + i + 1) * 256**l]``
for *i* from 0: 32 bytes each, 8,192 bytes when full. A tile at the right edge of a tree may be partial; its hashes are
a prefix of those of every later version of the same tile, so a store needs to keep only the widest one.

>>> [tile.path for tile in tiles_of(70_000) if not tile.is_full]
['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']
>>> Tile(0, 1_234_067).path
'tile/0/x001/x234/067'
>>> parse_tile_path("tile/0/x001/x234/067.p/8")
Tile(level=0, index=1234067, width=8)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from folkmoot.engines.ledger.encoding import LARGEST_NUMBER, decode_number
from folkmoot.engines.ledger.errors import TileError
from folkmoot.engines.ledger.tree import HASH_SIZE

TILE_HEIGHT = 8
TILE_WIDTH = 1 << TILE_HEIGHT
TILE_BYTES = TILE_WIDTH * HASH_SIZE
HIGHEST_LEVEL = 63

_INDEX = re.compile(r"((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """The place of one tile: `level` 0 to 63, `index` from 0, `width` in hashes from 1 to 256."""

    level: int
    index: int
    width: int = TILE_WIDTH

    def __post_init__(self) -> None:
        if not 0 <= self.level <= HIGHEST_LEVEL:
            raise TileError(f"There is no tile level {self.level}; levels go from 0 to {HIGHEST_LEVEL}.")
        check_place(self.index, self.width)

    @property
    def is_full(self) -> bool:
        """Whether it has all of its 256 hashes."""
        return self.width == TILE_WIDTH

    @property
    def path(self) -> str:
        """Where it is served, below the log's prefix."""
        return f"tile/{self.level}/{format_place(self.index, self.width)}"

    def check(self, data: bytes) -> bytes:
        """Return `data` if it is as long as this tile, else raise TileError."""
        if len(data) != self.width * HASH_SIZE:
            raise TileError(f"{self.path} has {len(data)} bytes; {self.width} hashes are {self.width * HASH_SIZE}.")
        return data


def tile_at(level: int, index: int, size: int) -> Tile:
    """Return the tile at a place with the width it has in a tree of `size` entries.

    Raises TileError if that tree has no such tile.

    >>> tile_at(1, 1, 70_000).width
    17
    """
    width = min(TILE_WIDTH, count_hashes(level, size) - index * TILE_WIDTH)
    if width < 1:
        raise TileError(f"A tree of {size} entries has no tile {index} at level {level}.")
    return Tile(level, index, width)


def tiles_of(size: int) -> Iterator[Tile]:
    """Yield every tile of a tree of `size` entries, level by level from the leaves."""
    return tiles_between(0, size)


def tiles_between(old: int, new: int) -> Iterator[Tile]:
    """Yield the tiles to publish when a tree grows from `old` to `new` entries: those that gained hashes.

    >>> [tile.path for tile in tiles_between(255, 257)]
    ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']
    """
    if not 0 <= old <= new:
        raise TileError(f"A log does not go from {old} to {new} entries.")
    level = 0
    while count := count_hashes(level, new):
        before = count_hashes(level, old)
        if before < count:
            for index in range(before // TILE_WIDTH, -(-count // TILE_WIDTH)):
                yield tile_at(level, index, new)
        level += 1


def count_hashes(level: int, size: int) -> int:
    """Return how many hashes a tree of `size` entries has at a tile level."""
    return size >> (TILE_HEIGHT * level)


def parse_tile_path(path: str) -> Tile:
    """Return the tile that `path` names. Raises TileError for every other spelling than that of `Tile.path`."""
    prefix, _, rest = path.partition("/")
    digits, _, place = rest.partition("/")
    level = decode_number(digits)
    if prefix != "tile" or level is None or level > HIGHEST_LEVEL:
        raise TileError(f'"{path}" is not the path of a tile.')
    return Tile(level, *parse_place(place, path))


def check_place(index: int, width: int) -> None:
    """Raise TileError unless `index` is in the range of uint64 and `width` from 1 to 256."""
    if not 0 <= index <= LARGEST_NUMBER:
        raise TileError(f"There is no tile with the index {index}.")
    if not 1 <= width <= TILE_WIDTH:
        raise TileError(f"A tile is 1 to {TILE_WIDTH} wide, not {width}.")


def format_place(index: int, width: int) -> str:
    """Return index and width as they stand in paths: groups of three digits, all but the last marked with x."""
    groups = [f"{index % 1000:03d}"]
    while index := index // 1000:
        groups.insert(0, f"x{index % 1000:03d}")
    return "/".join(groups) + (f".p/{width}" if width < TILE_WIDTH else "")


def parse_place(place: str, path: str) -> tuple[int, int]:
    """Return index and width from the last part of `path`. Raises TileError if they are spelt in another way."""
    if match := _INDEX.fullmatch(place):
        index = int(match[1].replace("x", "").replace("/", "")) if len(match[1]) < 40 else LARGEST_NUMBER + 1
        width = int(match[2] or TILE_WIDTH)
        if index <= LARGEST_NUMBER and width <= TILE_WIDTH and format_place(index, width) == place:
            return index, width
    raise TileError(f'"{path}" is not the path of a tile or an entry bundle.')
