"""How long finding conflicts takes, and how much quicker it is than comparing all pairs.

Run ``python benchmarks/timetable_conflicts.py``; it prints one row per size. The timetables are random but
fixed by a seed, about as crowded as a real conference: 1 room and 35 speakers for every 50 sessions.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from folkmoot.engines.timetable import Room, Session, Slot, TimetableProblem, find_conflicts
from folkmoot.engines.timetable.tests.twin import compare_all_pairs

QUARTER = 900


def make_problem(size: int) -> TimetableProblem:
    """A timetable of `size` sessions of 30 to 90 minutes over four days."""
    chance = random.Random(size)
    rooms = tuple(Room(f"room {number}", capacity=100) for number in range(max(1, size // 50)))
    sessions = []
    for number in range(size):
        start = chance.randrange(4 * 96) * QUARTER
        slot = Slot(start, start + chance.randrange(2, 7) * QUARTER, chance.choice(rooms).id)
        speakers = tuple(f"person {chance.randrange(size * 7 // 10)}" for _ in range(chance.randrange(4)))
        sessions.append(Session(f"session {number}", (slot,), speakers, chance.randrange(150)))
    return TimetableProblem(tuple(sessions), rooms)


def milliseconds(work: Callable[[TimetableProblem], object], problem: TimetableProblem, runs: int) -> float:
    """The best of some runs."""
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        work(problem)
        best = min(best, time.perf_counter() - began)
    return best * 1000


def main() -> None:
    """Print the table."""
    print(f"{'sessions':>9} {'conflicts':>9} {'sweep ms':>9} {'all pairs ms':>13} {'ratio':>7}")
    for size in (1_000, 10_000):
        problem = make_problem(size)
        sweep = milliseconds(find_conflicts, problem, runs=5)
        pairs = milliseconds(compare_all_pairs, problem, runs=1)
        count = len(find_conflicts(problem).conflicts)
        print(f"{size:>9,} {count:>9,} {sweep:>9.1f} {pairs:>13,.0f} {pairs / sweep:>6.0f}x")


if __name__ == "__main__":
    main()
