"""What git remembers of a file. It is asked as a program, without a shell; the course needs it for nothing else."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path


def missing_history(root: Path) -> str:
    """Why there is no history below `root`, in German; nothing where there is one."""
    try:
        inside = _git(root, "rev-parse", "--is-inside-work-tree")
    except OSError:
        return "Auf diesem Rechner fehlt das Programm git. Nur git kennt die früheren Fassungen."
    if b"dubious ownership" in inside.stderr:
        return (
            "git liest diesen Ordner nicht, weil er einem anderen Benutzer gehört.\n"
            f"    → Erlauben Sie es: git config --global --add safe.directory {root}"
        )
    if inside.returncode:
        return "Dieser Ordner hat keine früheren Fassungen: git kennt ihn nicht. Holen Sie den Kurs mit git clone."
    if _git(root, "rev-parse", "--verify", "HEAD").returncode:
        return "Es gibt noch keine frühere Fassung: In git ist noch nichts gespeichert."
    return ""


def is_shallow(root: Path) -> bool:
    """Whether this copy holds the youngest versions only."""
    return _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def committed(root: Path, name: str) -> bytes | None:
    """The file as it was last committed, or nothing where it never was."""
    return _content(root, "HEAD", name)


def versions(root: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """Every version of the file on every branch with its day (2026-11-22), newest first, older names included."""
    followed = _git(root, "log", "--follow", "--relative", "--name-only", "--format=", "--", name)
    names = list(dict.fromkeys([name, *followed.stdout.decode("utf-8", "replace").split("\n")]))
    names = [known for known in names if known]
    every = ("HEAD", "--branches", "--remotes", "--tags", "--full-history")
    log = _git(root, "log", *every, "--format=%H %cs", "--", *names)
    for line in log.stdout.decode().splitlines():
        commit, day = line.split(" ")
        for known in names:
            content = _content(root, commit, known)
            if content is not None:
                yield day, content
                break


def last_commit(root: Path) -> tuple[str, str, str]:
    """The last commit: its short number, its day (2026-11-22) and its subject."""
    number, day, subject = (
        _git(root, "log", "-1", "--format=%h%n%cs%n%s").stdout.decode("utf-8", "replace").split("\n")[:3]
    )
    return number, day, subject


def uncommitted(root: Path) -> list[str]:
    """The files below `root` that are not as they were last committed, new ones included."""
    told = _git(root, "status", "--porcelain", "--no-renames", "--untracked-files=all", "-z", ".").stdout
    top = _git(root, "rev-parse", "--show-prefix").stdout.decode().strip()
    return sorted(entry[3:].removeprefix(top) for entry in told.decode("utf-8", "replace").split("\0") if entry)


def write_committed(root: Path, names: Iterable[str], target: Path) -> None:
    """Writes the files and folders `names`, as they were last committed, into the folder `target`."""
    packed = _git(root, "archive", "--format=tar", "HEAD", *names).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content is not None:
                (target / member.name).parent.mkdir(parents=True, exist_ok=True)
                (target / member.name).write_bytes(content.read())


def _content(root: Path, commit: str, name: str) -> bytes | None:
    found = _git(root, "cat-file", "blob", f"{commit}:./{name}")
    return None if found.returncode else found.stdout


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    asked = ["git", "-c", "core.quotepath=off", *words]
    # A hook of git names the repository in its own way; we mean the one around the course.
    env = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    env |= {"LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1"}
    return subprocess.run(asked, cwd=root, capture_output=True, check=False, env=env)
