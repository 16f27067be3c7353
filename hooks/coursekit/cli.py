"""The command `course`: what staff, translators and the build ask of the library."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from coursekit.annotations import FORMATS
from coursekit.completeness import missing_translations
from coursekit.counts import summary
from coursekit.course import Course, load_course
from coursekit.dry_run.commands import dry_run
from coursekit.errors import Problem, report
from coursekit.facts_lock import FILE as FACTS_LOCK
from coursekit.facts_lock import facts_lock_text, read_facts_lock
from coursekit.facts_report import facts
from coursekit.language.check import LanguageCheck
from coursekit.language.spelling import NoDictionaryError
from coursekit.question_lint.lint import lint
from coursekit.quiz.commands import new_question
from coursekit.quiz.lock import FILE as LOCK
from coursekit.quiz.lock import lock_text, read_lock
from coursekit.schemas.files import editor_files
from coursekit.server.commands import publish_main, rollback
from coursekit.translation.commands import course_files, diff, new_language, status
from coursekit.translation.exchange.commands import export_translation, import_translation
from coursekit.translation.harmless import stamp_harmless
from coursekit.translation.stamp import stamp_files


@click.group()
@click.option(
    "--root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path(), help="Ordner des Kurses."
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Der Kurs auf der Kommandozeile."""
    context.obj = root.resolve()


main.add_command(status)
main.add_command(diff)
main.add_command(new_language)
main.add_command(rollback)
main.add_command(publish_main)
main.add_command(export_translation)
main.add_command(import_translation)


@main.command()
@click.option("--complete", is_flag=True, help="Fehlende Übersetzungen sind Fehler.")
@click.option("--spelling", is_flag=True, help="Prüft auch die Rechtschreibung (dauert ein paar Sekunden).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    help="text für Menschen; github und gitlab zeigen jede Stelle an ihrer Zeile.",
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Datei für github oder gitlab.")
@click.pass_obj
def check(root: Path, complete: bool, spelling: bool, form: str, output: Path | None) -> None:
    """Prüft alle Texte, Fragen und Angaben, auch ihre Sprache."""
    if form == "text" and output:
        raise click.UsageError("--output gibt es nur mit --format github oder --format gitlab.")
    course, problems = load_course(root)
    language = LanguageCheck(course) if course else None
    if course and language:
        try:
            problems = (*problems, *lint(course), *language.problems(spelling))
        except NoDictionaryError as error:
            click.echo(str(error), err=True)
            sys.exit(1)
    missing = list(missing_translations(course)) if course and complete else []
    if form != "text":
        _annotate(FORMATS[form]([*problems, *missing]), output)
    if course is None or language is None or any(problem.level == "error" for problem in problems):
        _fail([*problems, *missing])
    # Beside a report for programs, people read on the other channel.
    aside = form != "text"
    if problems:
        click.echo(report(problems), err=aside)
    if missing:
        _fail(missing)
    click.echo("Alles in Ordnung.", err=aside)
    click.echo(summary(course, language.figures()), err=aside)


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--harmless", is_flag=True, help="Für deutsche Dateien: Diese Änderung braucht keine Übersetzung.")
@click.pass_obj
def stamp(root: Path, files: tuple[Path, ...], harmless: bool) -> None:
    """Vermerkt: Diese Übersetzungen passen zum deutschen Text von heute. Ohne Dateien: alle."""
    only = course_files(root, files)
    if harmless and not only:
        raise click.UsageError("Nennen Sie die deutschen Dateien, die Sie geändert haben.")
    course = _load(root)
    if harmless:
        click.echo("\n".join(stamp_harmless(course, only)))
        return
    stamped = stamp_files(course, only)
    if stamped.changed or not stamped.refused:
        click.echo("\n".join(stamped.changed) or "Alles war schon vermerkt.")
    if stamped.refused:
        click.echo("Nicht vermerkt, denn hier passt die Übersetzung nicht zum deutschen Text:", err=True)
        _fail(stamped.refused)


@main.command()
@click.pass_obj
def lock(root: Path) -> None:
    """Trägt neue und neu gefasste Fragen in quiz.lock ein, neue Tatsachen in facts.lock."""
    course = _load(root)
    text = lock_text(read_lock(root, []), course.quizzes.values())
    (root / LOCK).write_text(text, encoding="utf-8")
    text = facts_lock_text(course.facts, read_facts_lock(root, []) or {})
    (root / FACTS_LOCK).write_text(text, encoding="utf-8")
    click.echo(f"{LOCK} und {FACTS_LOCK} sind auf dem neuesten Stand.")


@main.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Schreibt für die Editoren, was in jeder Datei stehen kann."""
    for name, text in editor_files(root).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
        click.echo(f"{name} ist geschrieben.")


main.add_command(facts)
main.add_command(new_question)
main.add_command(dry_run)


def _load(root: Path) -> Course:
    course, problems = load_course(root)
    if course is None:
        _fail(problems)
    return course


def _annotate(text: str, output: Path | None) -> None:
    """Writes a report for a forge into a file or to where programs read."""
    if output is None:
        click.echo(text, nl=bool(text))
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise click.FileError(str(output), "Diese Datei kann nicht geschrieben werden.") from error


def _fail(problems: Iterable[Problem]) -> NoReturn:
    click.echo(report(problems), err=True)
    sys.exit(1)
