"""The command `course`: what staff, translators and the build ask of the library."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from coursekit.completeness import missing_translations
from coursekit.counts import summary
from coursekit.course import Course, load_course
from coursekit.errors import Problem, report
from coursekit.quiz.lock import FILE as LOCK
from coursekit.quiz.lock import lock_text, read_lock
from coursekit.quiz.schema import FILE as SCHEMA
from coursekit.quiz.schema import schema_text
from coursekit.translation.stamp import stamp_files


@click.group()
@click.option(
    "--root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path(), help="Ordner des Kurses."
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Der Kurs auf der Kommandozeile."""
    context.obj = root.resolve()


@main.command()
@click.option("--complete", is_flag=True, help="Fehlende Übersetzungen sind Fehler.")
@click.pass_obj
def check(root: Path, complete: bool) -> None:
    """Prüft alle Texte, Fragen und Angaben."""
    course = _load(root)
    missing = list(missing_translations(course)) if complete else []
    if missing:
        _fail(missing)
    click.echo("Alles in Ordnung.")
    click.echo(summary(course))


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def stamp(root: Path, files: tuple[Path, ...]) -> None:
    """Vermerkt: Diese Übersetzungen passen zum deutschen Text von heute. Ohne Dateien: alle."""
    course = _load(root, notices=False)
    only = [path.resolve().relative_to(root).as_posix() for path in files]
    changed = stamp_files(course, only)
    click.echo("\n".join(changed) if changed else "Alles war schon vermerkt.")


@main.command()
@click.pass_obj
def lock(root: Path) -> None:
    """Trägt neue und neu gefasste Fragen in quiz.lock ein."""
    course = _load(root, notices=False)
    text = lock_text(read_lock(root, []), course.quizzes.values())
    (root / LOCK).write_text(text, encoding="utf-8")
    click.echo(f"{LOCK} ist auf dem neuesten Stand.")


@main.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Schreibt das Schema der Fragen für die Editoren."""
    (root / SCHEMA).write_text(schema_text(), encoding="utf-8")
    click.echo(f"{SCHEMA} ist geschrieben.")


def _load(root: Path, notices: bool = True) -> Course:
    course, problems = load_course(root)
    if course is None:
        _fail(list(problems))
    assert course is not None
    if problems and notices:
        click.echo(report(problems))
    return course


def _fail(problems: list[Problem]) -> None:
    click.echo(report(problems), err=True)
    sys.exit(1)
