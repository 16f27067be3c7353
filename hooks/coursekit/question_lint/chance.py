"""How likely something is by chance alone."""

from __future__ import annotations

from collections.abc import Iterable


def at_least(count: int, chances: Iterable[float]) -> float:
    """How likely at least `count` of independent events come, each with its own chance (Poisson binomial)."""
    distribution = [1.0]
    for chance in chances:
        with_it = [0.0, *(share * chance for share in distribution)]
        without = [*(share * (1 - chance) for share in distribution), 0.0]
        distribution = [a + b for a, b in zip(with_it, without, strict=True)]
    return sum(distribution[count:])
