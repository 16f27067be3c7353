"""data/facts.lock: for which value of each fact the wording and the answers were last read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coursekit.errors import Problem
from coursekit.facts import FILE as FACTS
from coursekit.facts import Facts, line_of
from coursekit.sources.text_file import read_text

FILE = "data/facts.lock"

Value = int | float | date


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact whose value is another one than that for which its places were last read."""

    name: str
    before: Value
    now: Value


def read_facts_lock(root: Path, problems: list[Problem]) -> Mapping[str, Value] | None:
    """The values by fact; None where the file is missing or unreadable, which is reported."""
    if not (root / FILE).exists():
        message = "Diese Datei fehlt. Ohne sie sagt niemand, was von einem geänderten Betrag abhängt."
        hint = "Sie wird mit „course lock“ geschrieben."
        problems.append(Problem(FILE, 1, message, hint, level="notice"))
        return None
    text = read_text(root / FILE, FILE, problems)
    if text is None:
        return None
    try:
        data = json.loads(text)
        return {str(name): _value(value) for name, value in data.items()}
    except (ValueError, AttributeError, TypeError):
        hint = f"Holen Sie die letzte Fassung dieser Datei zurück (git checkout {FILE})."
        problems.append(Problem(FILE, 1, "Diese Datei ist nicht lesbar.", hint))
        return None


def changed_facts(facts: Facts, lock: Mapping[str, Value]) -> tuple[ChangedFact, ...]:
    """The facts with another value than in the lock, in the order of their file."""
    return tuple(
        ChangedFact(name, lock[name], fact.value)
        for name, fact in facts.items()
        if fact.value is not None and name in lock and fact.value != lock[name]
    )


def unrecorded(root: Path, facts: Facts, lock: Mapping[str, Value]) -> Iterator[Problem]:
    """Facts with a value that the lock does not know yet."""
    for name, fact in facts.items():
        if fact.value is not None and name not in lock:
            message = f"Die Tatsache „{name}“ steht noch nicht in {FILE}."
            yield Problem(
                FACTS, line_of(root, name), message, "Sie wird mit „course lock“ eingetragen.", level="notice"
            )


def facts_lock_text(facts: Facts, lock: Mapping[str, Value], read: Collection[str] = ()) -> str:
    """The file with every fact that has a value: as it was recorded, today's for new ones and for those `read` now."""
    values = {name: fact.value for name, fact in sorted(facts.items()) if fact.value is not None}
    kept = {name: value if name in read else lock.get(name, value) for name, value in values.items()}
    rows = [f"  {json.dumps(name)}: {json.dumps(value, default=str)}" for name, value in kept.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _value(value: object) -> Value:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return value
