"""A log for the tests: entries in memory, published as the paths and bytes that a web server would serve."""

from dataclasses import dataclass, field

from folkmoot.engines.ledger import (
    Checkpoint,
    Frontier,
    Tile,
    bundles_of,
    encode_entries,
    leaf_hashes,
)

ORIGIN = "example.org/log"


def numbered(count: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(count)]


@dataclass
class Shelf:
    """Keeps the widest version of each tile, as a store does."""

    entries: list[bytes] = field(default_factory=list)
    tiles: dict[tuple[int, int], bytes] = field(default_factory=dict)
    state: Frontier = field(default_factory=Frontier)
    reads: int = 0

    @classmethod
    def of(cls, entries: list[bytes], batch: int = 1000) -> "Shelf":
        shelf = cls()
        for start in range(0, len(entries), batch):
            shelf.append(entries[start : start + batch])
        return shelf

    def append(self, entries: list[bytes]) -> None:
        growth = self.state.grow(leaf_hashes(entries))
        self.entries += entries
        self.state = growth.frontier
        for stored in (*growth.tiles, *self.state.partial_tiles()):
            self.tiles[stored.tile.level, stored.tile.index] = stored.data

    def read(self, level: int, index: int) -> bytes:
        self.reads += 1
        return self.tiles[level, index]

    @property
    def checkpoint(self) -> Checkpoint:
        return Checkpoint(ORIGIN, self.state.size, self.state.root())

    def published(self) -> dict[str, bytes]:
        size = self.state.size
        files = {Tile(level, index, len(data) // 32).path: data for (level, index), data in self.tiles.items() if data}
        for bundle in bundles_of(size):
            files[bundle.path] = encode_entries(self.entries[bundle.start : bundle.start + bundle.width])
        return files
