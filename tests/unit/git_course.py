"""A mini course in a git repository of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.unit.golden import copy_course

# Nothing of the machine's own settings.
_ENV = os.environ | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(root: Path, *words: str, day: str = "2026-11-03") -> str:
    """What git prints."""
    dates = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True, env=_ENV | dates)
    return done.stdout


def commit(root: Path, day: str = "2026-11-03") -> None:
    """Saves everything as a new version of that day."""
    git(root, "add", "--all", ".")
    git(root, "commit", "--quiet", "--message", "x", day=day)


def git_course(target: Path, inside: str = ".") -> Path:
    """The mini course as its first version, in the folder `inside` of a new repository."""
    git(target, "init", "--quiet", "--initial-branch=main")
    (target / inside).mkdir(parents=True, exist_ok=True)
    root = copy_course(target / inside)
    commit(target)
    return root


def change(path: Path, old: str, new: str) -> None:
    """Replaces a text that stands there exactly once."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())
