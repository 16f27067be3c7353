"""The bare repository: what a commit is, its files in a fresh folder, and main moved together with the site."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coursekit.server.home import Home, RefusedError, run

MAIN = "refs/heads/main"
_NONE = "0" * 40
_AGAIN = "git konnte main nicht weitersetzen.\n    → Schicken Sie die Änderung noch einmal: git push"


def head(home: Home) -> str:
    """The commit that main names, or nothing while there is none."""
    done = _git(home, "rev-parse", "--verify", "--quiet", MAIN)
    return done.stdout.strip() if done.returncode == 0 else ""


def subject(home: Home, commit: str) -> str:
    """The first line of the commit's message."""
    return _git(home, "show", "--no-patch", "--format=%s", commit).stdout.strip()


def holds(home: Home, newer: str, older: str) -> bool:
    """Whether `newer` was made from `older`, or is the same."""
    return not older or _git(home, "merge-base", "--is-ancestor", older, newer).returncode == 0


def checkout(home: Home, commit: str, folder: Path) -> None:
    """The files of the commit in `folder`, which is made anew."""
    folder.mkdir(parents=True)
    archive = folder.with_suffix(".tar")
    for done in (
        _git(home, "archive", "--format=tar", f"--output={archive}", commit),
        run(["tar", "--extract", "--file", archive], folder),
    ):
        if done.returncode:
            raise RefusedError(f"Die Dateien lassen sich nicht auspacken.\n{done.stdout.strip()}")
    archive.unlink()


@contextmanager
def moving_main(home: Home, new: str) -> Iterator[None]:
    """Locks main, lets the site be switched, and moves main to `new`: both happen, or neither. It never moves back."""
    old = head(home)
    if old and holds(home, old, new):
        yield
        return
    words = ["git", f"--git-dir={home.repository}", "update-ref", "--stdin"]
    with subprocess.Popen(words, cwd=home.work, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as git:
        assert git.stdin
        assert git.stdout
        git.stdin.write(f"start\nupdate {MAIN} {new} {old or _NONE}\nprepare\n")
        git.stdin.flush()
        if (git.stdout.readline(), git.stdout.readline()) != ("start: ok\n", "prepare: ok\n"):
            raise RefusedError(_AGAIN)
        yield  # when this raises, the pipe is closed, and git gives main free unchanged
        git.stdin.write("commit\n")
        git.stdin.flush()
        if git.stdout.readline() != "commit: ok\n":
            raise RefusedError(_AGAIN)


def _git(home: Home, *words: str) -> subprocess.CompletedProcess[str]:
    return run(["git", f"--git-dir={home.repository}", "-c", "core.quotepath=off", *words], home.work)
