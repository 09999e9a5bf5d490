"""Nodes of the tree out of tiles: every hash a proof may need, with each tile read at most once.

A proof in a log of a million entries needs some twenty hashes that lie in three levels of tiles, at two places of each
at most: reading 3 to 6 tiles and about 500 hashings make it.
"""

from __future__ import annotations

from folkmoot.engines.ledger.errors import TileError
from folkmoot.engines.ledger.storage import ReadTile
from folkmoot.engines.ledger.tiles import TILE_HEIGHT, TILE_WIDTH, Tile
from folkmoot.engines.ledger.tree import EMPTY_ROOT, HASH_SIZE, node_hash, pair_row


class Nodes:
    """Hashes of ranges of entries, computed from tiles as they are asked for.

    One instance serves one question, or several about the same state of the store: it keeps what it has read.
    """

    def __init__(self, read: ReadTile) -> None:
        self._read = read
        self._rows: dict[tuple[int, int], list[bytes]] = {}

    def perfect(self, height: int, index: int) -> bytes:
        """Return the hash over the entries ``[index * 2**height, (index + 1) * 2**height)``."""
        level, rise = divmod(height, TILE_HEIGHT)
        number, place = divmod(index, TILE_WIDTH >> rise)
        row = self._row(level, number, rise)
        found = row[place * HASH_SIZE : (place + 1) * HASH_SIZE]
        if len(found) != HASH_SIZE:
            width = len(self._rows[level, number][0]) // HASH_SIZE
            raise TileError(f"Tile {Tile(level, number).path} has only {width} hashes; the tree has more there.")
        return found

    def over(self, start: int, end: int) -> bytes:
        """Return the hash over the entries ``[start, end)``, MTH(D[start:end]) of RFC 9162.

        `start` must be a multiple of the smallest power of two that is not below ``end - start``, as it is for every
        range of a proof.
        """
        if end <= start:
            return EMPTY_ROOT
        count = end - start
        height = count.bit_length() - 1
        if count == 1 << height:
            return self.perfect(height, start >> height)
        middle = start + (1 << height)
        return node_hash(self.perfect(height, start >> height), self.over(middle, end))

    def _row(self, level: int, number: int, rise: int) -> bytes:
        rows = self._rows.get((level, number))
        if rows is None:
            data = self._read(level, number)
            if len(data) % HASH_SIZE or not 0 < len(data) <= TILE_WIDTH * HASH_SIZE:
                raise TileError(f"Tile {Tile(level, number).path} has {len(data)} bytes, which no tile has.")
            rows = self._rows[level, number] = [data]
        while len(rows) <= rise:
            rows.append(pair_row(rows[-1]))
        return rows[rise]
