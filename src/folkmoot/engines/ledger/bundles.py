"""Entry bundles: the entries themselves, 256 to a file, beside the leaf hashes (C2SP tlog-tiles v0.1.0).

Each entry stands behind its length, two bytes with the higher first; an entry has thus at most 65,535 bytes. Bundle
*n* holds the entries whose hashes tile *n* of level 0 holds, and is partial when that is.

>>> encode_entries([b"one", b"two"])
b'\\x00\\x03one\\x00\\x03two'
>>> decode_entries(b"\\x00\\x03one\\x00\\x03two", width=2)
(b'one', b'two')
>>> Bundle(1_234_067, width=9).path
'tile/entries/x001/x234/067.p/9'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from folkmoot.engines.ledger.errors import TileError
from folkmoot.engines.ledger.tiles import TILE_WIDTH, check_place, format_place, parse_place

LARGEST_ENTRY = 2**16 - 1

_PREFIX = "tile/entries/"


@dataclass(frozen=True, slots=True, order=True)
class Bundle:
    """The place of one bundle: `index` from 0, `width` in entries from 1 to 256."""

    index: int
    width: int = TILE_WIDTH

    def __post_init__(self) -> None:
        check_place(self.index, self.width)

    @property
    def start(self) -> int:
        """The index in the log of its first entry."""
        return self.index * TILE_WIDTH

    @property
    def path(self) -> str:
        """Where it is served, below the log's prefix."""
        return _PREFIX + format_place(self.index, self.width)


def bundle_at(index: int, size: int) -> Bundle:
    """Return a bundle with the width it has in a log of `size` entries. Raises TileError if there is none."""
    width = min(TILE_WIDTH, size - index * TILE_WIDTH)
    if width < 1:
        raise TileError(f"A log of {size} entries has no bundle {index}.")
    return Bundle(index, width)


def bundles_of(size: int) -> Iterator[Bundle]:
    """Yield every bundle of a log of `size` entries, in order."""
    return (bundle_at(index, size) for index in range(-(-size // TILE_WIDTH)))


def parse_bundle_path(path: str) -> Bundle:
    """Return the bundle that `path` names. Raises TileError for every other spelling than that of `Bundle.path`."""
    if not path.startswith(_PREFIX):
        raise TileError(f'"{path}" is not the path of an entry bundle.')
    return Bundle(*parse_place(path.removeprefix(_PREFIX), path))


def encode_entries(entries: Sequence[bytes]) -> bytes:
    """Return the bytes of a bundle, or of a part of one: bundles can be continued by appending.

    Raises TileError if an entry has more than 65,535 bytes.
    """
    for place, entry in enumerate(entries):
        if len(entry) > LARGEST_ENTRY:
            raise TileError(f"Entry {place} has {len(entry)} bytes; at most {LARGEST_ENTRY} are allowed.")
    return b"".join([len(entry).to_bytes(2, "big") + entry for entry in entries])


def decode_entries(data: bytes, width: int) -> tuple[bytes, ...]:
    """Return the `width` entries of a bundle. Raises TileError unless `data` holds exactly that many, to the byte."""
    check_place(0, width)
    entries: list[bytes] = []
    at = 0
    while at < len(data) and len(entries) < width:
        start = at + 2
        at = start + int.from_bytes(data[at:start], "big")
        if start > len(data) or at > len(data):
            raise TileError(f"A bundle ends in the middle of its entry {len(entries)}.")
        entries.append(data[start:at])
    if len(entries) != width:
        raise TileError(f"A bundle has {len(entries)} entries; {width} were expected.")
    if at != len(data):
        raise TileError(f"A bundle has {len(data) - at} bytes after its {width} entries.")
    return tuple(entries)
