"""The order of the pages, from `nav` in mkdocs.yml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from coursekit.errors import Problem
from coursekit.sources.text_file import read_text
from coursekit.sources.yaml_file import YamlFile, parse_yaml

FILE = "mkdocs.yml"
# mkdocs' own sign for a value from the environment; our YAML knows no such signs.
_ENV = re.compile(r"(?m)^([\w-]+: )!ENV(?= )")


def read_order(root: Path, problems: list[Problem]) -> list[tuple[str, int]]:
    """The pages' names in the order of the course, each with its line in mkdocs.yml."""
    text = read_text(root / FILE, FILE, problems)
    file = None if text is None else parse_yaml(_ENV.sub(r"\1", text), FILE, problems)
    if file is None:
        return []
    nav = file.data.get("nav") if isinstance(file.data, dict) else None
    if not nav:
        problems.append(
            Problem(
                FILE,
                1,
                "In mkdocs.yml fehlt die Reihenfolge der Seiten.",
                "Unter nav: steht jede Seite in einer Zeile: - mietrecht/kaution.md",
            )
        )
        return []
    return list(_paths(nav, ("nav",), file))


def _paths(value: Any, key: tuple[str | int, ...], file: YamlFile) -> list[tuple[str, int]]:
    if isinstance(value, str):
        return [(value.removesuffix(".md"), file.line(*key))]
    entries = value.items() if isinstance(value, dict) else enumerate(value or ())
    return [found for part, inner in entries for found in _paths(inner, (*key, part), file)]
