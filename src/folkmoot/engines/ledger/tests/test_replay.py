import random

import pytest

from folkmoot.engines.ledger import Checkpoint, CheckpointError, TileError, replay_entries, verify_published
from folkmoot.engines.ledger.tests.shelf import ORIGIN, Shelf, numbered

SIZES = [0, 1, 2, 255, 256, 257, 600, 66_000]


@pytest.mark.parametrize("size", SIZES)
def test_a_published_log_is_read_from_end_to_end(size: int) -> None:
    shelf = Shelf.of(numbered(size))
    assert list(replay_entries(shelf.checkpoint, shelf.published().__getitem__)) == shelf.entries


def test_every_flipped_bit_dropped_byte_and_swapped_file_is_found() -> None:
    shelf = Shelf.of(numbered(300))
    files = shelf.published()
    chance = random.Random(2)
    for path, data in files.items():
        places = range(0, len(data), 1 if len(data) < 100 else 41)
        broken = [data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :] for at in places]
        broken += [data[:-1], data + b"\x00", b"", data[1:], data + data, data[:-32], data + data[-32:]]
        broken += [other for name, other in files.items() if name != path]
        for content in broken:
            with pytest.raises((TileError, CheckpointError)):
                verify_published(shelf.checkpoint, {**files, path: content}.__getitem__)


def test_a_missing_file_is_the_stores_own_error() -> None:
    shelf = Shelf.of(numbered(300))
    for path in shelf.published():
        files = shelf.published()
        del files[path]
        with pytest.raises(KeyError):
            verify_published(shelf.checkpoint, files.__getitem__)


def test_entries_that_agree_with_their_tiles_but_not_with_the_checkpoint_are_refused() -> None:
    shelf, forged = Shelf.of(numbered(300)), Shelf.of([*numbered(299), b"another"])
    with pytest.raises(CheckpointError, match="another root"):
        verify_published(shelf.checkpoint, forged.published().__getitem__)
    with pytest.raises(CheckpointError):
        verify_published(Checkpoint(ORIGIN, 0, bytes(32)), forged.published().__getitem__)


def test_the_error_names_the_file() -> None:
    shelf = Shelf.of(numbered(300))
    files = shelf.published()
    for path in files:
        with pytest.raises(TileError, match=path.replace(".", r"\.")):
            verify_published(shelf.checkpoint, {**files, path: files[path][:-1]}.__getitem__)
