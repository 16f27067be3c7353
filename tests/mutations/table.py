"""Every kind of breakage by what became of it; the list of all mutations on demand."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# Each of these files puts its kinds into the table.
from tests.mutations import folder_kinds, page_kinds, text_kinds, yaml_kinds
from tests.mutations.outcome import RESULTS, Outcome

SOURCES: Final = (text_kinds, yaml_kinds, page_kinds, folder_kinds)
COUNT: Final = int(os.environ.get("MUTATIONS", "300"))
SEED: Final = os.environ.get("MUTATIONS_SEED", "2026")


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder of one's own that everybody may read: permissions are tried out as somebody else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o755)
        yield path


def table(outcomes: Iterable[Outcome]) -> str:
    """One row a kind, one column an outcome, the sums last."""
    by_kind: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        by_kind.setdefault(outcome.mutation.kind.name, Counter())[outcome.result] += 1
    total = sum(by_kind.values(), Counter[str]())
    width = max(map(len, by_kind))
    rows = [("kind", RESULTS), *((name, _cells(by_kind[name])) for name in sorted(by_kind)), ("all", _cells(total))]
    lines = [f"{name:<{width}}" + "".join(f"  {cell:>18}" for cell in cells) for name, cells in rows]
    return "\n".join(lines)


def _cells(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(str(counted[result] or "") for result in RESULTS)


def faults(outcomes: Iterable[Outcome]) -> str:
    """What is to be mended in the library: the mutation, why, and what was told."""
    return "\n".join(
        "\n    ".join([f"{outcome.mutation}: {outcome.why}", *map(str, outcome.told[:3])])
        for outcome in outcomes
        if outcome.result == "fault"
    )
