"""`course dry-run`: check, strict build and site check of the work as it lies there, and what would change."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from coursekit.course import Course, load_course
from coursekit.dry_run.changes import Change, page_changes, question_changes
from coursekit.errors import Problem
from coursekit.question_lint.lint import lint
from coursekit.translation import git

# Ignored by git, like everything that is made.
SITE = ".cache/dry-run"
# What the course is read from.
_CONTENT = ("data", "docs", "mkdocs.yml", "quizzes")
_SERVED = "http://127.0.0.1:8000/"
# Material prints its end-of-life notice at every build.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
_HOW = {"new": "neu", "changed": "geändert", "outdated": "veraltet", "gone": "weg"}
_STAYS = "So würde es nicht veröffentlicht. Die Seite im Netz bliebe, wie sie ist."


@click.command("dry-run")
@click.pass_obj
def dry_run(root: Path) -> None:
    """Tut alles, was beim Veröffentlichen geschieht, nur auf diesem Rechner. Ändert nichts."""
    failed = _check(root)
    if failed:
        _stop(failed)
    click.echo("Prüfung: in Ordnung. Die Seite wird gebaut ...")
    failed = _build(root)
    if failed:
        _stop(failed)
    click.echo("Bau und Prüfung der fertigen Seite: in Ordnung.\n\nSo würde es veröffentlicht:\n")
    course, problems = load_course(root)
    assert course is not None  # the check has read it
    click.echo("\n".join(_said(root, course, [*problems, *lint(course)])))


def _said(root: Path, course: Course, problems: Sequence[Problem]) -> list[str]:
    where = f"Die fertige Seite liegt in {SITE}. Ansehen: make serve, dann {_SERVED}"
    unknown = git.missing_history(root)
    if unknown:
        return [f"Was sich ändert, lässt sich nicht sagen. {unknown}", "", where]
    number, day, subject = git.last_commit(root)
    lines = [f"Verglichen mit dem letzten Commit: {number} vom {date.fromisoformat(day):%d.%m.%Y}, „{subject}“"]
    with tempfile.TemporaryDirectory() as folder:
        git.write_committed(root, _CONTENT, Path(folder))
        before, problems_before = load_course(Path(folder))
        if before is None:
            lines.append("Dort hatte der Kurs Fehler. Deshalb lässt sich nicht sagen, was neu ist.")
        else:
            lines += _listed("Seiten", course, page_changes(before, course, date.today()))
            lines += _listed("Fragen", course, question_changes(before, course))
            lines += _noted(problems, [*problems_before, *lint(before)])
    lines += _files(git.uncommitted(root))
    return [*lines, "", where]


def _listed(head: str, course: Course, changes: Sequence[Change]) -> list[str]:
    if not changes:
        return [f"{head}: keine Änderung"]
    rows = [(_HOW[change.how], course.languages.name(change.language), change.label) for change in changes]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [f"{head}:"]
    for row, change in zip(rows, changes, strict=True):
        padded = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append(f"  {padded}  {'' if change.how == 'gone' else _SERVED + change.address}".rstrip())
    return lines


def _noted(problems: Iterable[Problem], before: Iterable[Problem]) -> list[str]:
    """The notices that this work brings with it."""
    known = {(problem.path, problem.message) for problem in before}
    return [str(problem) for problem in problems if (problem.path, problem.message) not in known]


def _files(names: Sequence[str]) -> list[str]:
    if not names:
        return ["Alles ist in git gespeichert."]
    return ["Noch nicht in git gespeichert:", *(f"  {name}" for name in names)]


def _check(root: Path) -> str:
    """Runs `course check --spelling`, as every push does; its errors without its notices, if there are any."""
    done = _run(root, "course", "check", "--spelling")
    told = re.split(r"\n(?! )", done.stderr.strip())
    return "\n".join(entry for entry in told if not entry.startswith("Hinweis: ")) if done.returncode else ""


def _build(root: Path) -> str:
    """Builds strictly into a folder of its own, which ends with the check of the site; what was wrong, if anything."""
    done = _run(root, "mkdocs", "build", "--strict", "--site-dir", SITE)
    if done.returncode == 0:
        return ""
    told = (done.stderr + done.stdout).splitlines()
    return "\n".join(line for line in told if line.strip() and not line.startswith(("INFO", "DEBUG")))


def _run(root: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(program)), *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=os.environ | _QUIET)


def _stop(told: str) -> NoReturn:
    click.echo(f"{told}\n\n{_STAYS}", err=True)
    sys.exit(1)
