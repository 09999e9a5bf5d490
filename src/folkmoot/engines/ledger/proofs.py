"""Inclusion and consistency proofs: made from tiles, verified from nothing but hashes (RFC 9162, 2.1.3 and 2.1.4).

An *inclusion proof* shows that an entry is the one at an index of the tree with a root; a *consistency proof* that
the tree with one root only continues the tree with another. Both are lists of at most 65 hashes of 32 bytes, those
nearest the leaves first. Verifying follows the algorithms of 2.1.3.2 and 2.1.4.2 and is strict: every hash must be
32 bytes, none may be missing or left over.

>>> from folkmoot.engines.ledger.frontier import Frontier
>>> from folkmoot.engines.ledger.tree import leaf_hashes
>>> hashes = leaf_hashes(b"entry %d" % number for number in range(7))
>>> tree = Frontier().grow(hashes).frontier
>>> read = lambda level, index: tree.rows[level]
>>> path = prove_inclusion(4, 7, read)
>>> verify_inclusion(4, 7, hashes[4], path, tree.root())
>>> verify_inclusion(5, 7, hashes[4], path, tree.root())
Traceback (most recent call last):
...
folkmoot.engines.ledger.errors.ProofError: The proof does not lead to the root: entry 5 of 7 is another one.
>>> verify_consistency(3, 7, root_at(3, read), tree.root(), prove_consistency(3, 7, read))
"""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.engines.ledger.encoding import LARGEST_NUMBER
from folkmoot.engines.ledger.errors import ProofError
from folkmoot.engines.ledger.nodes import Nodes
from folkmoot.engines.ledger.storage import ReadTile
from folkmoot.engines.ledger.tree import HASH_SIZE, node_hash

Range = tuple[int, int]


def root_at(size: int, read: ReadTile) -> bytes:
    """Return the root of the tree of the first `size` entries; O(log n) tiles."""
    _check_size(size)
    return Nodes(read).over(0, size)


def prove_inclusion(index: int, size: int, read: ReadTile) -> tuple[bytes, ...]:
    """Return the inclusion proof of entry `index` in the tree of the first `size` entries; O(log n) tiles."""
    _check_index(index, size)
    nodes = Nodes(read)
    return tuple(nodes.over(start, end) for start, end in _inclusion_ranges(index, size))


def prove_consistency(old: int, new: int, read: ReadTile) -> tuple[bytes, ...]:
    """Return the proof that the tree of `new` entries continues that of `old`; O(log n) tiles.

    The proof between equal sizes is empty. From size 0 there is none: any tree continues the empty one.
    """
    _check_growth(old, new)
    nodes = Nodes(read)
    return tuple(nodes.over(start, end) for start, end in _consistency_ranges(old, new))


def verify_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> None:
    """Raise ProofError unless `proof` shows that the entry with the hash `leaf` is number `index` of `size`."""
    if root_from_inclusion(index, size, leaf, proof) != root:
        raise ProofError(f"The proof does not lead to the root: entry {index} of {size} is another one.")


def root_from_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes]) -> bytes:
    """Return the root that a leaf hash and an inclusion proof lead to. Raises ProofError if they lead to none."""
    _check_index(index, size)
    _check_hashes(leaf, *proof)
    (root,), last = _climb(index, size - 1, (leaf,), proof)
    if last:
        raise ProofError(f"{len(proof)} hashes are too few to prove entry {index} of {size}.")
    return root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Raise ProofError unless `proof` shows that the tree with `new_root` continues the one with `old_root`.

    Sizes are in entries. A proof from size 0 says nothing and is refused; see `checkpoints.verify_growth`.
    """
    _check_growth(old, new)
    _check_hashes(old_root, new_root, *proof)
    if old == new:
        if proof:
            raise ProofError(f"Both trees have {old} entries, so there is nothing to prove, but a proof is given.")
        if old_root != new_root:
            raise ProofError(f"Two trees of {old} entries have different roots.")
        return
    found_old, found_new = _roots_from_consistency(old, new, old_root, proof)
    if found_old != old_root:
        raise ProofError(f"The proof does not lead to the root of the tree of {old} entries.")
    if found_new != new_root:
        raise ProofError(f"The proof does not lead to the root of the tree of {new} entries.")


def _roots_from_consistency(old: int, new: int, old_root: bytes, proof: Sequence[bytes]) -> tuple[bytes, bytes]:
    if not proof:
        raise ProofError(f"An empty proof cannot show that {new} entries continue {old}.")
    steps = list(proof) if old & (old - 1) else [old_root, *proof]
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    (found_old, found_new), left = _climb(at, last, (steps[0], steps[0]), steps[1:])
    if left:
        raise ProofError(f"{len(proof)} hashes are too few to show that {new} entries continue {old}.")
    return found_old, found_new


def _climb(at: int, last: int, hashes: tuple[bytes, ...], steps: Sequence[bytes]) -> tuple[tuple[bytes, ...], int]:
    """Go up from node `at` of a row that ends with node `last`.

    A step from the left changes all of `hashes`, one from the right only the last of them: it lies beyond the older
    tree. Returns them with what is left of `last`, which is 0 at the root.
    """
    for step in steps:
        if last == 0:
            raise ProofError(f"A proof of {len(steps)} steps is too long: the root comes before the last one.")
        if at & 1 or at == last:
            hashes = tuple(node_hash(step, one) for one in hashes)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            hashes = (*hashes[:-1], node_hash(hashes[-1], step))
        at, last = at >> 1, last >> 1
    return hashes, last


def _inclusion_ranges(index: int, size: int) -> list[Range]:
    start, end, ranges = 0, size, list[Range]()
    while end - start > 1:
        middle = _split(start, end)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    return ranges[::-1]


def _consistency_ranges(old: int, new: int) -> list[Range]:
    start, end, ranges = 0, new, list[Range]()
    while old != end:
        middle = _split(start, end)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    if start:
        ranges.append((start, end))
    return ranges[::-1]


def _split(start: int, end: int) -> int:
    """Return where RFC 9162 splits a range: after the largest power of two below its length."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _check_size(size: int) -> None:
    if not 0 <= size <= LARGEST_NUMBER:
        raise ProofError(f"A tree cannot have {size} entries.")


def _check_index(index: int, size: int) -> None:
    _check_size(size)
    if not 0 <= index < size:
        raise ProofError(f"A tree of {size} entries has no entry {index}; they are counted from 0.")


def _check_growth(old: int, new: int) -> None:
    _check_size(new)
    if old == 0:
        raise ProofError("Every tree continues the empty one; there is no proof from size 0.")
    if not 0 < old <= new:
        raise ProofError(f"A tree of {new} entries cannot continue one of {old}.")


def _check_hashes(*hashes: bytes) -> None:
    for one in hashes:
        if len(one) != HASH_SIZE:
            raise ProofError(f"A hash in a proof has {len(one)} bytes; a SHA-256 hash has {HASH_SIZE}.")
