"""Reading a published log from end to end, trusting nothing but a checkpoint's size and root.

Every bundle is hashed, every tile is computed again and compared to the byte with the published one, and the root
with the checkpoint's. What is published in no checkpoint (a tile of another size) is not looked at.

>>> from folkmoot.engines.ledger.bundles import encode_entries
>>> from folkmoot.engines.ledger.checkpoints import Checkpoint
>>> from folkmoot.engines.ledger.frontier import Frontier
>>> from folkmoot.engines.ledger.tree import leaf_hashes
>>> entries = [b"one", b"two", b"three"]
>>> tree = Frontier().grow(leaf_hashes(entries)).frontier
>>> published = {"tile/entries/000.p/3": encode_entries(entries), "tile/0/000.p/3": tree.rows[0]}
>>> list(replay_entries(Checkpoint("example.org/log", 3, tree.root()), published.__getitem__))
[b'one', b'two', b'three']
"""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.engines.ledger.bundles import bundles_of, decode_entries
from folkmoot.engines.ledger.checkpoints import Checkpoint
from folkmoot.engines.ledger.errors import CheckpointError, TileError
from folkmoot.engines.ledger.frontier import Frontier, StoredTile
from folkmoot.engines.ledger.storage import FetchPath
from folkmoot.engines.ledger.tree import leaf_hashes


def replay_entries(checkpoint: Checkpoint, fetch: FetchPath) -> Iterator[bytes]:
    """Yield the entries of a published log in order; O(n) time, 256 entries in memory.

    Nothing that was yielded counts before the last entry has come: only then is the root known to be right. Raises
    TileError naming the first bundle or tile that is wrong, CheckpointError if all agree but the root does not.
    """
    state = Frontier()
    for bundle in bundles_of(checkpoint.size):
        entries = _read_bundle(bundle.path, bundle.width, fetch)
        growth = state.grow(leaf_hashes(entries))
        _compare(growth.tiles, fetch)
        state = growth.frontier
        yield from entries
    _compare(state.partial_tiles(), fetch)
    if state.root() != checkpoint.root:
        raise CheckpointError(
            f'The {checkpoint.size} entries of "{checkpoint.origin}" have another root than its checkpoint says.'
        )


def verify_published(checkpoint: Checkpoint, fetch: FetchPath) -> None:
    """Raise TileError or CheckpointError unless bundles, tiles and root of a published log agree."""
    for _entry in replay_entries(checkpoint, fetch):
        pass


def _read_bundle(path: str, width: int, fetch: FetchPath) -> tuple[bytes, ...]:
    try:
        return decode_entries(fetch(path), width)
    except TileError as error:
        raise TileError(f"{path} cannot be read: {error}") from error


def _compare(computed: tuple[StoredTile, ...], fetch: FetchPath) -> None:
    for stored in computed:
        if fetch(stored.tile.path) != stored.data:
            raise TileError(f"{stored.tile.path} is not what its entries give.")
