"""What a terminal says in the pictures: real commands on a mini course with a deliberate change."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tests.conftest import run
from tests.site import server
from tests.unit.git_course import change, commit, git, git_course
from tests.unit.golden import copy_course

PAGE = "docs/de/mietrecht/kaution.md"
QUIZ = "quizzes/de/mietrecht/kaution.yml"
TRANSLATION = "docs/ro/mietrecht/kaution.md"


def said(root: Path, *words: str) -> str:
    """The command as one types it, and everything it prints."""
    done = run("course", *words, cwd=root)
    return f"$ {' '.join(('course', *words))}\n{done.stdout}{done.stderr}".rstrip()


def check(folder: Path) -> str:
    """Two mistakes."""
    root = copy_course(folder)
    change(root / QUIZ, "section: hilfe", "section: hilfen")
    change(root / PAGE, "fact.kaution-max", "fact.kaution-maximum")
    return said(root, "check")


def new_question(folder: Path) -> str:
    """The questions that are asked, with the answers of a person."""
    root = copy_course(folder)
    child, terminal = pty.fork()
    if child == 0:
        program = str(Path(sys.executable).with_name("course"))
        os.execv(program, [program, "--root", str(root), "new-question"])
    told = ""
    for prompt, answer in (
        ("Nummer oder Name: ", "1"),
        ("Nummer oder Name: ", "1"),
        ("Nummer oder Name: ", "2"),
        ("]: ", ""),
    ):
        told += _until(terminal, prompt)
        os.write(terminal, f"{answer}\n".encode())
    told += _until(terminal, "")
    os.waitpid(child, 0)
    return "$ course new-question\n" + told.replace("\r\n", "\n").rstrip()


def _until(terminal: int, prompt: str) -> str:
    """What the program prints up to `prompt`, or to its end."""
    told = b""
    while not (prompt and told.decode("utf-8", "ignore").endswith(prompt)):
        try:
            part = os.read(terminal, 1)
        except OSError:  # so Linux ends a terminal whose program has ended
            break
        if not part:
            break
        told += part
    return told.decode()


def status(folder: Path) -> str:
    """One page is outdated, one is missing."""
    root = copy_course(folder)
    change(root / PAGE, "ist höchstens", "ist bis zu")
    (root / "docs/ro/mietrecht/index.md").unlink()
    return said(root, "status", "ro")


def difference(folder: Path) -> str:
    """A German sentence has changed since the translation."""
    root = git_course(folder)
    change(root / PAGE, "ist höchstens", "ist bis zu")
    commit(root, day="2026-11-20")
    return said(root, "diff", TRANSLATION)


def refused_push(folder: Path) -> str:
    """A link leads nowhere, and the server says so."""
    with server.running() as place:
        clone = server.mini_sources(folder / "course")
        code, told = place.push(clone)
        assert code == 0, told
        return refused(place, clone)


def refused(place: server.Server, clone: Path) -> str:
    """The push over SSH. The server goes by another name here and, as on a machine of its own, by a short path."""
    page = clone / "docs/de/mietrecht/index.md"
    page.write_text(page.read_text("utf-8") + "\nMehr steht bei der [Kaution](kautoin.md).\n", "utf-8")
    server.commit(clone, "Ein Link")
    git(clone, "remote", "add", "server", f"kurs@wohnen.example.org:{place.home}/course.git")
    words = ("git", "push", "server", "main")
    env = place.git_env("HostName=127.0.0.1", f"Port={place.ssh}", f"User={place.user}")
    done = subprocess.run(
        words, cwd=clone, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, env=env
    )
    assert done.returncode != 0, done.stdout
    told = done.stdout.replace(f"{place.home}/", "")
    return "\n".join(line.rstrip() for line in (f"$ {' '.join(words)}", *told.splitlines()))


TERMINALS: Final[Mapping[str, Callable[[Path], str]]] = {
    "pruefung": check,
    "neue-frage": new_question,
    "stand": status,
    "unterschied": difference,
    "abgelehnt": refused_push,
}
