"""Facts: amounts, deadlines and rules, each with its law and the day it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import ConfigDict

from coursekit.errors import Problem
from coursekit.sources.checked import Address, Strict, Text, checked, named
from coursekit.sources.yaml_file import read_yaml

FILE = "data/facts.yml"


class Basis(Strict):
    """What a fact rests on: a section of a law (with its address), a ruling, or the advice of somebody named."""

    law: Text | None = None
    section: Text | None = None
    url: Address | None = None
    ruling: Text | None = None
    advice: Text | None = None

    @property
    def label(self) -> str:
        """How people cite it: „§ 551 Abs. 1 BGB“."""
        return f"{self.section} {self.law}" if self.law else (self.ruling or self.advice or "")


class Fact(Strict):
    """One fact. `statement` is for editors; `value` is what a placeholder writes."""

    model_config = ConfigDict(title="Fact")

    statement: Text
    value: int | float | date | None = None
    basis: tuple[Basis, ...]
    since: Text | None = None
    checked: date
    review_by: date | None = None

    def overdue(self, today: date) -> bool:
        """Whether the day to check the fact again has passed."""
        return self.review_by is not None and self.review_by < today


Facts = Mapping[str, Fact]


def line_of(root: Path, name: str) -> int:
    """The line of the fact `name` in its file, for those who have no more than its values."""
    file = read_yaml(root / FILE, FILE, [])
    return file.line(name) if file else 1


def load_facts(root: Path, problems: list[Problem]) -> dict[str, Fact]:
    """All facts by id; faulty ones are left out and reported."""
    file = read_yaml(root / FILE, FILE, problems)
    if file is None:
        return {}
    facts = {}
    for name in named(file, problems):
        fact = checked(Fact, file, problems, (name,))
        if fact is None:
            continue
        if not fact.basis:
            problems.append(
                Problem(
                    FILE,
                    file.line(name, "basis"),
                    f"Der Tatsache „{name}“ fehlt die Grundlage.",
                    "Nennen Sie bei basis ein Gesetz, ein Urteil oder wer dazu rät.",
                )
            )
        for index, basis in enumerate(fact.basis):
            kinds = [bool(basis.law), bool(basis.ruling), bool(basis.advice)]
            complete = not basis.law or (basis.section and basis.url)
            if sum(kinds) != 1 or not complete:
                problems.append(
                    Problem(
                        FILE,
                        file.line(name, "basis", index),
                        f"Die Grundlage von „{name}“ ist nicht vollständig.",
                        "Entweder law, section und url, oder ruling, oder advice.",
                    )
                )
        facts[name] = fact
    return facts
