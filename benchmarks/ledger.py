"""A log of a million entries in SQLite: appended in bulk, proved from the database, beside pymerkle.

    python benchmarks/ledger.py                      1,000,000 entries of 100 bytes
    python benchmarks/ledger.py --entries 100000

Ours keeps what a tiled log publishes: entry bundles and tiles, the partial ones as far as they go. Every batch is one
durable transaction (WAL, synchronous=FULL). Nothing is kept between two proofs: each reads its tiles from the database.
pymerkle is measured when it can be imported; install it beside with `pip install pymerkle`. It keeps hashes in memory
from one proof to the next, so it is measured twice: with that cache emptied before each proof, as a first visitor or a
new process finds it, and warm.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from folkmoot.engines.ledger import (
    Bundle,
    Frontier,
    StoredTile,
    encode_entries,
    leaf_hash,
    leaf_hashes,
    load_frontier,
    prove_consistency,
    prove_inclusion,
    root_at,
    verify_consistency,
    verify_inclusion,
)

BATCH = 40 * 256
WIDTH = 256
ENTRY = 100
SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE tile (level INTEGER, number INTEGER, data BLOB NOT NULL, PRIMARY KEY (level, number)) WITHOUT ROWID;
CREATE TABLE bundle (number INTEGER PRIMARY KEY, data BLOB NOT NULL);
"""


class SQLiteLog:
    """Tiles and bundles in two tables; the widest version of each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript(SCHEMA)
        self.state = Frontier()
        self.reads = 0

    def append(self, entries: list[bytes]) -> None:
        """Append a batch that begins at a bundle's edge, in one durable transaction."""
        first = Bundle(self.state.size // WIDTH).index
        growth = self.state.grow(leaf_hashes(entries))
        bundles = (
            (at // WIDTH + first, encode_entries(entries[at : at + WIDTH])) for at in range(0, len(entries), WIDTH)
        )
        self.database.execute("BEGIN IMMEDIATE")
        self.database.executemany("INSERT INTO bundle VALUES (?, ?)", bundles)
        self.database.executemany("REPLACE INTO tile VALUES (?, ?, ?)", map(_row, growth.tiles))
        self.database.executemany("REPLACE INTO tile VALUES (?, ?, ?)", map(_row, growth.frontier.partial_tiles()))
        self.database.execute("COMMIT")
        self.state = growth.frontier

    def read(self, level: int, index: int) -> bytes:
        """Read the widest version of a tile."""
        self.reads += 1
        query = "SELECT data FROM tile WHERE level = ? AND number = ?"
        data: bytes = self.database.execute(query, (level, index)).fetchone()[0]
        return data

    def bytes_kept(self) -> int:
        """Return the size of the database, once the journal is folded in."""
        self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self.path.stat().st_size


def _row(stored: StoredTile) -> tuple[int, int, bytes]:
    return stored.tile.level, stored.tile.index, stored.data


def make_entry(number: int) -> bytes:
    """An entry of 100 bytes, unlike any other."""
    return b"%0*d" % (ENTRY, number)


def batches(count: int, size: int) -> Iterator[list[bytes]]:
    """Yield entries in lists, so that making them is not measured and they do not all stay in memory."""
    for start in range(0, count, size):
        yield [make_entry(number) for number in range(start, min(count, start + size))]


def append_seconds(append: Callable[[list[bytes]], object], count: int, size: int) -> float:
    """Return how long appending takes, without making the entries."""
    spent = 0.0
    for entries in batches(count, size):
        began = time.perf_counter()
        append(entries)
        spent += time.perf_counter() - began
    return spent


def median_ms(work: Callable[[int], object], count: int, runs: int) -> tuple[float, float]:
    """Return the median and the 95th percentile of one piece of work, in milliseconds, for random entries."""
    chance = random.Random(1)
    times = []
    for _ in range(runs):
        index = chance.randrange(1, count)
        began = time.perf_counter()
        work(index)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), sorted(times)[int(0.95 * (runs - 1))]


def measure_ours(folder: Path, count: int) -> dict[str, float]:
    """Append, prove and verify with the engine."""
    log = SQLiteLog(folder / "ours.sqlite")
    spent = append_seconds(log.append, count, BATCH)
    root = log.state.root()
    figures = {"append": count / spent, "kept": log.bytes_kept() / count - ENTRY}
    for name, work in {
        "inclusion": lambda index: prove_inclusion(index, count, log.read),
        "consistency": lambda index: prove_consistency(index, count, log.read),
        "root": lambda _index: load_frontier(count, log.read).root(),
        "old root": lambda index: root_at(index, log.read),
    }.items():
        log.reads = 0
        figures[name], figures[f"{name} p95"] = median_ms(work, count, runs=500)
        figures[f"{name} reads"] = log.reads / 500
    _check(log, count, root)
    return figures


def _check(log: SQLiteLog, count: int, root: bytes) -> None:
    """Verify a few of the proofs that were timed."""
    for index in random.Random(2).sample(range(1, count), 50):
        proof = prove_inclusion(index, count, log.read)
        verify_inclusion(index, count, leaf_hash(make_entry(index)), proof, root)
        verify_consistency(index, count, root_at(index, log.read), root, prove_consistency(index, count, log.read))


def measure_pymerkle(folder: Path, count: int) -> dict[str, float] | None:
    """Do the same with pymerkle's SQLite tree, or return None where it is not installed."""
    try:
        from pymerkle import SqliteTree
    except ImportError:
        return None
    path = folder / "pymerkle.sqlite"
    tree: Any = SqliteTree(str(path))
    spent = append_seconds(lambda entries: tree.append_entries(entries, chunksize=100_000), count, 100_000)
    figures = {"append": count / spent, "kept": path.stat().st_size / count - ENTRY}
    for name, work in {
        "inclusion": lambda index: tree.prove_inclusion(index, count),
        "consistency": lambda index: tree.prove_consistency(index, count),
        "root": lambda _index: tree.get_root(count),
    }.items():
        figures[name] = statistics.median(_cold_ms(tree, work, seed, count) for seed in range(3))
        figures[f"{name} warm"], _ = median_ms(work, count, runs=5)
    return figures


def _cold_ms(tree: Any, work: Callable[[int], object], seed: int, count: int) -> float:
    tree.cache_clear()
    index = random.Random(seed).randrange(1, count)
    return median_ms(lambda _index: work(index), count, runs=1)[0]


def report(count: int, ours: dict[str, float], theirs: dict[str, float] | None) -> None:
    """Print both and their ratios."""
    head = f"{count:,} entries of {ENTRY} bytes in SQLite"
    print(f"{head:<42}{'ours':>10}{'pymerkle':>12}{'ratio':>11}{'its cache warm':>16}")
    lines = [("append", "entries/s", 0), ("kept", "bytes beyond content", 1)]
    lines += [(name, "ms, median", 3) for name in ("inclusion", "consistency", "root", "old root")]
    for name, unit, places in lines:
        own, other, warm = ours[name], (theirs or {}).get(name), (theirs or {}).get(f"{name} warm")
        ratio = f"{own / other if name == 'append' else other / own:,.1f}x" if other else "-"
        beside = f"{other:,.{places}f}" if other else "-"
        cached = f"{warm:,.{places}f}" if warm else "-"
        print(f"{name:<14}{unit:<22}{own:>16,.{places}f}{beside:>12}{ratio:>11}{cached:>16}{_detail(ours, name)}")
    if theirs is None:
        print("pymerkle is skipped: it is not installed. Try: pip install pymerkle")


def _detail(ours: dict[str, float], name: str) -> str:
    if f"{name} p95" not in ours:
        return ""
    return f"   (ours: p95 {ours[f'{name} p95']:.3f} ms, {ours[f'{name} reads']:.1f} tiles read)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1_000_000)
    count = max(2, parser.parse_args().entries)
    with tempfile.TemporaryDirectory() as folder:
        ours = measure_ours(Path(folder), count)
        theirs = measure_pymerkle(Path(folder), count)
    report(count, ours, theirs)


if __name__ == "__main__":
    main()
