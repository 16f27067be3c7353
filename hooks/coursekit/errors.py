"""Problems in content: collected, sorted, told in German with file, line and remedy."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place.

    `path` is relative to the project's root with forward slashes, `line` counts from 1,
    `message` says what is wrong and `hint` how to mend it, both in German.
    A `notice` is told and stops nothing. `rests_on` names the files that were asked
    (or folders, ending in a slash): see `without_shadows`.
    """

    path: str
    line: int
    message: str
    hint: str = ""
    level: Literal["error", "notice"] = "error"
    rests_on: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        where = f"{'Hinweis: ' if self.level == 'notice' else ''}{self.path}:{self.line}: {self.message}"
        return f"{where}\n    → {self.hint}" if self.hint else where


def without_shadows(problems: Iterable[Problem], faulty: Collection[str]) -> list[Problem]:
    """The problems without those that rest on a faulty file: they may be but its shadow, and would hide the cause."""

    def is_shadow(problem: Problem) -> bool:
        return any(
            place in faulty or (place.endswith("/") and any(path.startswith(place) for path in faulty))
            for place in problem.rests_on
        )

    return [problem for problem in problems if not is_shadow(problem)]


def capped(problems: Iterable[Problem], most: int = 40) -> list[Problem]:
    """The problems in order, at most so many of one file: after that one line says how many more there are."""
    found: list[Problem] = []
    for path, of_file in groupby(sorted(set(problems)), key=lambda problem: problem.path):
        listed = list(of_file)
        found += listed[:most]
        if len(listed) > most:
            level = max(listed[most:], key=lambda problem: problem.level == "error").level
            message = f"In dieser Datei sind noch {len(listed) - most} Stellen mehr."
            hint = "Verbessern Sie zuerst, was darüber steht. Oft ist es überall dasselbe."
            found.append(Problem(path, listed[most].line, message, hint, level))
    return found


def report(problems: Iterable[Problem]) -> str:
    """The problems as text for a terminal, errors counted in the last line."""
    found = sorted(set(problems))
    errors = sum(problem.level == "error" for problem in found)
    lines = [str(problem) for problem in found]
    if errors:
        lines.append("1 Stelle ist zu ändern." if errors == 1 else f"{errors} Stellen sind zu ändern.")
    return "\n".join(lines)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` is probably meant to be, or nothing."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """„Meinten Sie …?“ for the nearest known word, or the list of all when it is short, or nothing."""
    names = sorted(known)
    near = nearest(word, names)
    if near:
        return f"Meinten Sie „{near}“?"
    if 0 < len(names) <= 12:
        return f"Möglich ist: {', '.join(names)}."
    return ""
