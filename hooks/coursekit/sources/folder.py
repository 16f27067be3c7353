"""Which files of a folder belong to the course, and which only look like it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from coursekit.errors import Problem

_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What people and their systems make of `.md` and `.yml`.
_MEANT = (".md", ".markdown", ".mdown", ".mkd", ".yml", ".yaml", ".txt")
_NAME = "Erlaubt sind kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche"


def unreadable(root: Path, folders: tuple[str, ...]) -> list[Problem]:
    """The folders that cannot be read: then nothing can be said of the course."""
    problems: list[Problem] = []

    def refused(error: OSError) -> None:
        if not isinstance(error, PermissionError):
            return  # no folder at all: what should be in it is missed one by one
        hint = "Erlauben Sie in den Eigenschaften des Ordners das Lesen."
        problems.append(Problem(_name(root, Path(error.filename)), 1, "Diesen Ordner darf niemand lesen.", hint))

    for folder in folders:
        for here, _, _ in os.walk(root / folder, onerror=refused):
            if not os.access(here, os.X_OK, effective_ids=os.access in os.supports_effective_ids):
                refused(PermissionError(0, "", here))
    return problems


def links(root: Path, folders: tuple[str, ...]) -> Iterator[Problem]:
    """Symbolic links: they lead elsewhere on another computer, or out of the course onto the site."""
    for folder in folders:
        for here, inner, files in os.walk(root / folder):
            for path in [Path(here) / name for name in (*inner, *files)]:
                if path.is_symlink():
                    message = "Das ist eine Verknüpfung und keine Datei des Kurses."
                    yield Problem(_name(root, path), 1, message, "Legen Sie die Datei selbst hierher.")


def files(root: Path, folder: str, ending: str, problems: list[Problem]) -> list[str]:
    """The files below `folder` with this ending, as their path in it without the ending, in alphabetical order.

    A file that seems meant but is named in another way goes into `problems`: nobody would read it.
    """
    found = []
    for path in sorted((root / folder).rglob("*")):
        if path.suffix.lower() not in _MEANT or (path.is_dir() and path.suffix != ending):
            continue
        inside = path.relative_to(root / folder).as_posix()
        parts = inside.removesuffix(ending).split("/")
        if path.suffix != ending:
            message, hint = f"Diese Datei liest der Kurs nicht: Sie endet nicht auf {ending}.", "Benennen Sie sie um."
            problems.append(Problem(f"{folder}/{inside}", 1, message, hint))
        elif not all(_PART.fullmatch(part) for part in parts):
            message, hint = "So kann eine Datei hier nicht heißen.", f"{_NAME}: kaution-hoehe{ending}"
            problems.append(Problem(f"{folder}/{inside}", 1, message, hint))
        else:
            found.append("/".join(parts))
    return found


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
