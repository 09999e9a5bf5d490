import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.ledger import (
    EMPTY_ROOT,
    Frontier,
    LedgerError,
    ProofError,
    TileError,
    leaf_hash,
    leaf_hashes,
    load_frontier,
    prove_consistency,
    prove_inclusion,
    root_at,
    root_from_inclusion,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from folkmoot.engines.ledger.tests.shelf import Shelf, numbered
from folkmoot.engines.ledger.tests.twin import consistency_path, inclusion_path, tree_hash

SMALL = 64
LARGE = 70_000


@cache
def small() -> Shelf:
    return Shelf.of(numbered(SMALL))


@cache
def large() -> Shelf:
    return Shelf.of(numbered(LARGE), batch=9_999)


@cache
def root(size: int) -> bytes:
    return root_at(size, (small() if size <= SMALL else large()).read)


def test_the_empty_tree_and_the_tree_of_one_have_the_roots_of_the_specification() -> None:
    assert root_of([]) == Frontier().root() == root_at(0, small().read) == EMPTY_ROOT
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert root_of([leaf_hash(b"")]).hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"


def test_the_eight_reference_leaves_of_certificate_transparency_have_the_known_root() -> None:
    leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    known = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    assert root_of(leaf_hashes(bytes.fromhex(leaf) for leaf in leaves)).hex() == known


@pytest.mark.parametrize("size", range(1, SMALL + 1))
def test_roots_and_proofs_are_those_of_the_twin_for_every_small_tree(size: int) -> None:
    entries = numbered(size)
    shelf = small()
    assert root_of(leaf_hashes(entries)) == root(size) == tree_hash(entries)
    for index in range(size):
        path = prove_inclusion(index, size, shelf.read)
        assert list(path) == inclusion_path(index, entries)
        verify_inclusion(index, size, leaf_hash(entries[index]), path, root(size))
    for old in range(1, size + 1):
        path = prove_consistency(old, size, shelf.read)
        assert list(path) == consistency_path(old, entries)
        verify_consistency(old, size, root(old), root(size), path)


@given(st.integers(1, 3_000).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size))))
def test_roots_and_proofs_are_those_of_the_twin_for_larger_trees(place: tuple[int, int]) -> None:
    index, size = place
    entries = numbered(size)
    assert root(size) == tree_hash(entries)
    assert list(prove_inclusion(index, size, large().read)) == inclusion_path(index, entries)
    assert list(prove_consistency(index + 1, size, large().read)) == consistency_path(index + 1, entries)


@given(st.integers(1, LARGE).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size))))
def test_proofs_of_large_trees_verify_and_read_few_tiles(place: tuple[int, int]) -> None:
    index, size = place
    shelf = large()
    before = shelf.reads
    path = prove_inclusion(index, size, shelf.read)
    assert shelf.reads - before <= 6
    verify_inclusion(index, size, leaf_hash(shelf.entries[index]), path, root(size))
    before = shelf.reads
    verify_consistency(index + 1, size, root(index + 1), root(size), prove_consistency(index + 1, size, shelf.read))
    assert shelf.reads - before <= 12


@given(st.lists(st.integers(0, 700), max_size=8))
def test_growing_in_any_batches_leads_to_the_same_tree(batches: list[int]) -> None:
    shelf = Shelf()
    entries = numbered(sum(batches))
    for batch in batches:
        shelf.append(entries[shelf.state.size : shelf.state.size + batch])
        assert shelf.state == load_frontier(shelf.state.size, shelf.read)
    assert shelf.state.root() == root_of(leaf_hashes(entries))
    assert shelf.published() == Shelf.of(entries).published()


@given(st.integers(0, LARGE))
def test_the_state_of_any_earlier_size_can_be_loaded_from_wider_tiles(size: int) -> None:
    assert load_frontier(size, large().read).root() == root(size)


def test_wrong_rows_are_no_state() -> None:
    for size, rows in ((1, ()), (1, (bytes(31),)), (2, (bytes(32),)), (0, (b"",)), (256, (b"",)), (257, (bytes(32),))):
        with pytest.raises(TileError):
            Frontier(size, rows)


def test_a_store_that_lags_behind_is_noticed() -> None:
    behind = Shelf.of(numbered(300))
    for size in (301, 512, 70_000):
        with pytest.raises((TileError, KeyError)):
            root_at(size, behind.read)
    with pytest.raises(TileError):
        load_frontier(301, behind.read)
    for data in (b"", bytes(33), bytes(257 * 32)):
        with pytest.raises(TileError):
            root_at(5, lambda _level, _index, data=data: data)


# ------------------------------------------------------------------ what must be refused


def refused_inclusion(index: int, size: int, leaf: bytes, path: tuple[bytes, ...], head: bytes) -> None:
    with pytest.raises(ProofError):
        verify_inclusion(index, size, leaf, path, head)


@pytest.mark.parametrize("size", range(1, 18))
def test_an_inclusion_proof_proves_one_place_in_one_tree(size: int) -> None:
    shelf = small()
    for index in range(size):
        path, leaf = prove_inclusion(index, size, shelf.read), leaf_hash(shelf.entries[index])
        for other_size in range(20):
            for other in range(20):
                verdict = (other, other_size) == (index, size)
                if not verdict and _same_shape(index, size, other, other_size):
                    continue
                if verdict:
                    verify_inclusion(other, other_size, leaf, path, root(size))
                else:
                    refused_inclusion(other, other_size, leaf, path, root(size))


def _same_shape(index: int, size: int, other: int, other_size: int) -> bool:
    """Whether the two places are combined alike, so that only the (signed) root and size tell them apart."""
    return other < other_size and _sides(index, size) == _sides(other, other_size)


def _sides(index: int, size: int) -> list[bool]:
    start, end, sides = 0, size, []
    while end - start > 1:
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        sides.append(index >= middle)
        start, end = (middle, end) if index >= middle else (start, middle)
    return sides


@pytest.mark.parametrize("length", [0, 1, 31, 33, 64])
def test_hashes_of_any_other_length_are_refused(length: int) -> None:
    path, leaf, head = prove_inclusion(3, 7, small().read), leaf_hash(small().entries[3]), root(7)
    wrong = bytes(length)
    refused_inclusion(3, 7, wrong, path, head)
    refused_inclusion(3, 7, leaf, path, wrong)
    refused_inclusion(3, 7, leaf, (wrong, *path[1:]), head)
    refused_inclusion(0, 1, wrong, (), wrong)
    for one_leaf, one_path in ((wrong, path), (leaf, (wrong, *path[1:])), (leaf, (*path[:-1], wrong))):
        with pytest.raises(ProofError, match="bytes"):
            root_from_inclusion(3, 7, one_leaf, one_path)
    growth = prove_consistency(3, 7, small().read)
    for old_root, new_root, proof in (
        (wrong, root(7), growth),
        (root(3), wrong, growth),
        (root(3), root(7), (*growth[:-1], wrong)),
    ):
        with pytest.raises(ProofError):
            verify_consistency(3, 7, old_root, new_root, proof)
    with pytest.raises(ProofError):
        verify_consistency(4, 4, wrong, wrong, ())


def test_sizes_that_no_tree_has_are_refused() -> None:
    for index, size in ((0, 0), (1, 1), (5, 3), (-1, 3), (0, -1), (2**64, 2**64 + 1)):
        refused_inclusion(index, size, bytes(32), (), bytes(32))
        with pytest.raises(ProofError):
            prove_inclusion(index, size, small().read)
    for old, new in ((0, 0), (0, 5), (5, 4), (-1, 4), (1, 2**64)):
        with pytest.raises(ProofError):
            verify_consistency(old, new, EMPTY_ROOT, EMPTY_ROOT, ())
        with pytest.raises(ProofError):
            prove_consistency(old, new, small().read)


def test_equal_sizes_need_equal_roots_and_no_proof() -> None:
    verify_consistency(5, 5, root(5), root(5), ())
    for old_root, new_root, proof in ((root(5), root(6), ()), (root(5), root(5), (root(5),))):
        with pytest.raises(ProofError):
            verify_consistency(5, 5, old_root, new_root, proof)


def test_an_empty_proof_shows_no_growth() -> None:
    for old in (1, 2, 3, 4):
        with pytest.raises(ProofError, match="empty proof"):
            verify_consistency(old, 7, root(old), root(7), ())


@given(
    st.integers(2, 2_000).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size))),
    st.randoms(use_true_random=False),
)
def test_a_corrupted_proof_is_never_accepted(place: tuple[int, int], chance: random.Random) -> None:
    index, size = place
    leaf, path = leaf_hash(large().entries[index]), prove_inclusion(index, size, large().read)
    for broken in corruptions(path, chance):
        refused_inclusion(index, size, leaf, broken, root(size))
    refused_inclusion(index, size, flip(leaf, chance), path, root(size))
    refused_inclusion(index, size, leaf, path, flip(root(size), chance))
    old = index + 1
    growth = prove_consistency(old, size, large().read)
    for broken in corruptions(growth, chance):
        with pytest.raises(ProofError):
            verify_consistency(old, size, root(old), root(size), broken)
    for old_root, new_root in ((flip(root(old), chance), root(size)), (root(old), flip(root(size), chance))):
        with pytest.raises(ProofError):
            verify_consistency(old, size, old_root, new_root, growth)


def flip(content: bytes, chance: random.Random) -> bytes:
    bit = chance.randrange(len(content) * 8)
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def corruptions(path: tuple[bytes, ...], chance: random.Random) -> list[tuple[bytes, ...]]:
    garbage = chance.randbytes(32)
    at = chance.randrange(len(path) + 1)
    broken = [(*path[:at], garbage, *path[at:]), (*path, garbage), (garbage, *path)]
    if path:
        at = chance.randrange(len(path))
        broken += [
            (*path[:at], flip(path[at], chance), *path[at + 1 :]),
            (*path[:at], *path[at + 1 :]),
            (*path, path[-1]),
            (*path[:at], path[at], *path[at:]),
            path[:at],
        ]
    if len(path) > 1:
        broken += [path[::-1], (*path[1:], path[0])]
    return [one for one in broken if one != path]


@given(st.integers(0, 40), st.integers(0, 40), st.lists(st.binary(min_size=32, max_size=32), max_size=7), st.binary())
def test_made_up_proofs_are_refused_as_errors_of_this_engine(
    first: int, second: int, proof: list[bytes], other: bytes
) -> None:
    with pytest.raises(LedgerError):
        verify_inclusion(first, second, other[:32], proof, root(9))
    with pytest.raises(LedgerError):
        verify_consistency(first, second, root(min(first, 8)), bytes(32), proof)
    if first < second and len(other) == 32:
        with pytest.raises(LedgerError):
            root_from_inclusion(first, second, other, [*proof, b"short"])
