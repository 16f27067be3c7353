"""What the builder complained about, in the words and with the lines that `course check` would give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from coursekit.errors import Problem, report

# mkdocs tells of every link that leads nowhere, with the file and without the line, in English.
_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? [\w ]*link '(?P<link>[^']+)'")
_NOISE = re.compile(r"^(?:INFO|DEBUG) +-|^Aborted with ")
_LEVEL = re.compile(r"^(?:WARNING|ERROR) +-\s+")
# The check of the built site finds the same links again, on the built page.
_AGAIN = re.compile(
    r"^site/\S+:1: Der Link „|^    → Heißt (?:die Seite|der Abschnitt) noch so\?|^\d+ Stellen? (?:ist|sind) zu ändern"
)


def told(output: str, sources: Path) -> str:
    """The output of a failed build as whoever pushed should read it."""
    problems: list[Problem] = []
    rest: list[str] = []
    for line in output.splitlines():
        found = _LINK.search(line)
        if found:
            problems.extend(_dead_link(found, sources))
        elif line.strip() and not _NOISE.match(line):
            rest.append(_LEVEL.sub("", line))
    if not problems:
        return "\n".join(rest)
    others = [line for line in rest if not _AGAIN.match(line) and line != "Die gebaute Seite ist nicht in Ordnung."]
    return "\n".join([*others, report(problems)])


def _dead_link(found: re.Match[str], sources: Path) -> Iterator[Problem]:
    path, link = f"docs/{found['file']}", found["link"]
    hint = "Gibt es diese Seite und diese Stelle noch?"
    if link.startswith("/"):
        hint = "Ein Link beginnt nicht mit „/“. Schreiben Sie den Weg von dieser Datei aus, zum Beispiel: mietrecht/kaution.md"
    message = f"Der Link „{link}“ führt ins Leere."
    try:
        lines = (sources / path).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    places = [number for number, line in enumerate(lines, start=1) if f"({link}" in line] or [1]
    for number in places:
        yield Problem(path, number, message, hint)
