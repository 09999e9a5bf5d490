"""What the engine asks of a store: two ways of reading, both plain functions.

The engine never opens a file, a database or a connection. A store that keeps only the widest version of each tile
answers `ReadTile`; a folder or a web server that publishes a log answers `FetchPath`.

>>> kept = {(0, 0): b"".join([bytes(32), bytes(32)])}
>>> read: ReadTile = lambda level, index: kept[level, index]
>>> len(read(0, 0))
64
"""

from __future__ import annotations

from typing import Protocol


class ReadTile(Protocol):
    """Return the hashes of a tile, concatenated: at least as many as the tree in question has there."""

    def __call__(self, level: int, index: int, /) -> bytes:
        """Read tile `index` of `level`; an error of the store's own passes through to the caller."""
        ...


class FetchPath(Protocol):
    """Return exactly the bytes published under a path such as ``tile/0/000.p/5``."""

    def __call__(self, path: str, /) -> bytes:
        """Read the resource; an error of the store's own passes through to the caller."""
        ...
