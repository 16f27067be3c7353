"""Problems as the forges show them beside the changed line: GitHub's workflow commands, GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from coursekit.errors import Problem

_TITLES = {"error": "Bitte ändern", "notice": "Hinweis"}
_SEVERITIES = {"error": "major", "notice": "info"}


def github(problems: Iterable[Problem]) -> str:
    """One workflow command a problem; GitHub shows it at its line of the proposed change."""
    lines = []
    for problem in sorted(set(problems)):
        properties = {"file": problem.path, "line": str(problem.line), "title": _TITLES[problem.level]}
        named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        lines.append(f"::{problem.level} {named}::{_data(_told(problem, chr(10)))}")
    return "\n".join(lines)


def gitlab(problems: Iterable[Problem]) -> str:
    """The code quality report, as JSON; a problem keeps its fingerprint when only its line moves."""
    entries, seen = [], Counter[str]()
    for problem in sorted(set(problems)):
        what = f"{problem.path}\n{problem.message}"
        seen[what] += 1
        entries.append(
            {
                "description": _told(problem, " "),
                "check_name": "course-check",
                "fingerprint": hashlib.sha256(f"{what}\n{seen[what]}".encode()).hexdigest(),
                "severity": _SEVERITIES[problem.level],
                "location": {"path": problem.path, "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {"github": github, "gitlab": gitlab}


def _told(problem: Problem, between: str) -> str:
    return f"{problem.message}{between}→ {problem.hint}" if problem.hint else problem.message


def _data(text: str) -> str:
    """What GitHub asks for in a message: the percent sign first, then the line ends."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """In a property also the signs that end one."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
