"""What a mutation is, and the seeded choice of them: the same seed gives the same list on every machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.mutations.material import Files


@dataclass(frozen=True)
class Broken:
    """One way in which `file` is broken: what its bytes are now (None: deleted), and what else is done to the folder."""

    file: str
    content: bytes | None = None
    others: Mapping[str, bytes | None] = field(default_factory=dict)
    act: Callable[[Path], object] | None = None

    @property
    def changes(self) -> dict[str, bytes | None]:
        """Every file that differs from the unbroken course."""
        return {self.file: self.content, **self.others}


Maker = Callable[[Random, Files], Broken | None]


@dataclass(frozen=True)
class Kind:
    """A way to break things.

    `near`: the breakage can be told from its place, so a report must name the broken file and a line close by.
    `edit`: it takes something away that a person may have meant to take away; then what is gone may be gone from the
    site too, but a translation of it must be known as outdated.
    """

    name: str
    make: Maker
    near: bool = True
    edit: bool = False


KINDS: dict[str, Kind] = {}


@dataclass(frozen=True)
class Mutation:
    """A breakage with its place in the list, by which it can be made again."""

    kind: Kind
    number: int
    broken: Broken

    def __str__(self) -> str:
        return f"{self.kind.name} #{self.number} {self.broken.file}"


def kind(name: str, *, near: bool = True, edit: bool = False) -> Callable[[Maker], Maker]:
    """Puts a way to break things into the table."""

    def register(make: Maker) -> Maker:
        assert name not in KINDS, name
        KINDS[name] = Kind(name, make, near, edit)
        return make

    return register


def mutations(files: Files, count: int, seed: str) -> Iterator[Mutation]:
    """`count` different mutations, every kind once before one comes again; none leaves the course as it was."""
    seen: set[tuple[str, str]] = set()
    found = number = 0
    while found < count:
        kinds = list(KINDS.values())
        Random(f"{seed}/{number}").shuffle(kinds)
        for each in kinds:
            broken = each.make(Random(f"{seed}/{each.name}/{number}"), files)
            if broken is None:
                continue
            same = all(files.get(name) == content for name, content in broken.changes.items())
            mark = (each.name, repr(sorted(broken.changes.items())))
            if (same and broken.act is None) or mark in seen:
                continue
            seen.add(mark)
            yield Mutation(each, number, broken)
            found += 1
            if found == count:
                return
        number += 1
