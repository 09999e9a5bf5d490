"""The compact state of a growing tree: the tiles at its right edge, and nothing else.

That is all one needs to append: three rows of fewer than 256 hashes for a million entries, at most eight for any log.
Growing yields the tiles that became full; the partial ones at the right edge are the state itself, so a log is
continued from its own tiles.

>>> state = Frontier().grow(bytes([number]) * 32 for number in range(200)).frontier
>>> growth = state.grow(bytes([number]) * 32 for number in range(100))
>>> growth.frontier.size, [stored.tile.path for stored in growth.tiles]
(300, ['tile/0/000'])
>>> [stored.tile.path for stored in growth.frontier.partial_tiles()]
['tile/0/001.p/44', 'tile/1/000.p/1']
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from folkmoot.engines.ledger.errors import TileError
from folkmoot.engines.ledger.storage import ReadTile
from folkmoot.engines.ledger.tiles import TILE_BYTES, TILE_WIDTH, Tile, count_hashes, tile_at
from folkmoot.engines.ledger.tree import EMPTY_ROOT, HASH_SIZE, join_hashes, reduce_row


@dataclass(frozen=True, slots=True)
class StoredTile:
    """A tile with its hashes, 32 bytes each, concatenated."""

    tile: Tile
    data: bytes


@dataclass(frozen=True, slots=True)
class Frontier:
    """A tree of `size` entries by its right edge.

    ``rows[level]`` holds the hashes of the partial tile of that level, concatenated: ``(size >> 8 * level) % 256`` of
    them, none where the last tile is full.
    """

    size: int = 0
    rows: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        widths = _widths(self.size)
        if [len(row) for row in self.rows] != [width * HASH_SIZE for width in widths]:
            raise TileError(f"These rows are not the right edge of a tree of {self.size} entries, which has {widths}.")

    def root(self) -> bytes:
        """Return the root of the tree; O(log n)."""
        rest = b""
        for row in self.rows:
            rest = reduce_row(row + rest)
        return rest or EMPTY_ROOT

    def partial_tiles(self) -> tuple[StoredTile, ...]:
        """Return the partial tiles at the right edge: what must be stored or published beside the full ones."""
        return tuple(
            StoredTile(Tile(level, count_hashes(level, self.size) // TILE_WIDTH, len(row) // HASH_SIZE), row)
            for level, row in enumerate(self.rows)
            if row
        )

    def grow(self, hashes: Iterable[bytes]) -> Growth:
        """Append leaf hashes of 32 bytes each; O(n), about one hashing for each."""
        added = join_hashes(hashes)
        size = self.size + len(added) // HASH_SIZE
        tiles: list[StoredTile] = []
        rows: list[bytes] = []
        for level in range(len(_widths(size))):
            full, row = self._extend(level, added)
            added = b"".join([reduce_row(stored.data) for stored in full])
            tiles += full
            rows.append(row)
        return Growth(Frontier(size, tuple(rows)), tuple(tiles))

    def _extend(self, level: int, added: bytes) -> tuple[list[StoredTile], bytes]:
        """Return the tiles of a level that become full, and the row that remains."""
        row = (self.rows[level] if level < len(self.rows) else b"") + added
        index = count_hashes(level, self.size) // TILE_WIDTH
        end = len(row) - len(row) % TILE_BYTES
        full = [
            StoredTile(Tile(level, index + place), row[at : at + TILE_BYTES])
            for place, at in enumerate(range(0, end, TILE_BYTES))
        ]
        return full, row[end:]


@dataclass(frozen=True, slots=True)
class Growth:
    """What appending led to: the new state, and the tiles that became full, lower levels first."""

    frontier: Frontier
    tiles: tuple[StoredTile, ...]


def load_frontier(size: int, read: ReadTile) -> Frontier:
    """Return the state of a tree of `size` entries from its stored tiles; one read a level.

    Raises TileError if a tile has fewer hashes than a tree of that size has there.
    """
    rows: list[bytes] = []
    for level, width in enumerate(_widths(size)):
        if not width:
            rows.append(b"")
            continue
        tile = tile_at(level, count_hashes(level, size) // TILE_WIDTH, size)
        rows.append(tile.check(read(level, tile.index)[: width * HASH_SIZE]))
    return Frontier(size, tuple(rows))


def _widths(size: int) -> list[int]:
    """Return the widths of the partial tiles of a tree, level by level; 0 where the last tile is full."""
    widths: list[int] = []
    while count := count_hashes(len(widths), size):
        widths.append(count % TILE_WIDTH)
    return widths
