"""The real course broken in hundreds of ways: the table of what became of it, and the slowest check against a normal one.

`MUTATIONS=3000 MUTATIONS_SEED=x python -m tests.bench mutations` asks for more and other ways.
"""

from __future__ import annotations

import time
from pathlib import Path

from coursekit.course import load_course

from tests.mutations.kinds import mutations
from tests.mutations.material import real_course, small_course
from tests.mutations.outcome import judge, unbroken
from tests.mutations.table import COUNT, SEED, faults, public_folder, table

# A kind each, and those among them that made a check long before they were mended.
_TIMED = 120


def mutation_table() -> str:
    """Kinds by outcomes, what is to be mended, and the time of the slowest check."""
    with public_folder() as root:
        before = unbroken(root, small_course())
        normal = _normal(root)
        outcomes = [judge(root, before, mutation) for mutation in mutations(before.files, COUNT, SEED)]
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    last = f"{len(outcomes)} mutations; slowest check {slowest.seconds / normal:.1f} x normal ({slowest.mutation})"
    return "\n".join(part for part in (table(outcomes), faults(outcomes), last) if part)


def slowest_check() -> float:
    """The slowest check of the whole course among broken ones, as a ratio to the unbroken one; each the best of three."""
    with public_folder() as root:
        before = unbroken(root, real_course())
        normal = _normal(root)
        found = sorted(
            (judge(root, before, mutation) for mutation in mutations(before.files, _TIMED, SEED)),
            key=lambda outcome: outcome.seconds,
        )
        # Another program may have been in the way: the slowest ones are asked again.
        slow = [min(judge(root, before, outcome.mutation).seconds for _ in range(3)) for outcome in found[-5:]]
    return max(slow) / normal


def _normal(root: Path) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        load_course(root)
        times.append(time.process_time() - start)
    return min(times)
