"""`course export-translation` and `course import-translation`: for translators without git."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from coursekit.course import Course, load_course
from coursekit.errors import did_you_mean, report
from coursekit.languages import SOURCE
from coursekit.translation.commands import course_files
from coursekit.translation.exchange.importing import Imported, import_rows
from coursekit.translation.exchange.returned import NoTableError, Returned, read_returned
from coursekit.translation.exchange.row import OPEN, Row, language_of
from coursekit.translation.exchange.rows import read_rows
from coursekit.translation.exchange.workbook import workbook


@click.command("export-translation")
@click.argument("language")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Name der Tabelle (.xlsx).")
@click.option("--all", "everything", is_flag=True, help="Alle Texte, auch was aktuell ist.")
@click.pass_obj
def export_translation(
    root: Path, language: str, files: tuple[Path, ...], output: Path | None, everything: bool
) -> None:
    """Schreibt eine Tabelle zum Übersetzen: was fehlt und was veraltet ist. Mit Dateien: nur diese."""
    course = _loaded(root)
    if language not in course.languages.translations:
        hint = did_you_mean(language, course.languages.translations)
        _leave(f"Die Sprache „{language}“ gibt es nicht. {hint}")
    rows: Sequence[Row] = read_rows(course, language)
    wanted = {name.replace(f"/{SOURCE}/", f"/{language}/", 1) for name in course_files(root, files)}
    wanted = {
        f"{name.removesuffix(f'/{SOURCE}.yml')}/{language}.yml" if name.endswith(f"/{SOURCE}.yml") else name
        for name in wanted
    }
    for name in sorted(wanted - {row.file for row in rows}):
        _leave(f"In {name} steht kein Text zum Übersetzen.\n    → Zum Beispiel: docs/{SOURCE}/index.md")
    rows = [row for row in rows if (not wanted or row.file in wanted) and (everything or row.state in OPEN)]
    if not rows:
        click.echo("Nichts fehlt, nichts ist veraltet. Alle Texte schreibt --all.")
        return
    path = output or Path(f"uebersetzung-{language}.xlsx")
    try:
        path.write_bytes(workbook(rows, course.languages[language]))
    except OSError as error:
        _leave(f"Die Datei {path} kann nicht geschrieben werden: {error.strerror}.\n    → Ist sie noch in Excel offen?")
    counted = Counter(row.state for row in rows)
    said = ", ".join(f"{count} {state}" for state, count in counted.items())
    click.echo(f"{path}: {len(rows)} {'Zeile' if len(rows) == 1 else 'Zeilen'} ({said}).")


@click.command("import-translation")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Sagt nur, was geschähe. Schreibt nichts.")
@click.pass_obj
def import_translation(root: Path, file: Path, dry_run: bool) -> None:
    """Liest eine übersetzte Tabelle ein (.xlsx oder .csv). Was nicht passt, sagt jede Zeile mit ihrem Grund."""
    course = _loaded(root)
    try:
        returned = read_returned(file)
    except NoTableError as error:
        _leave(str(error))
    done = import_rows(course, _language(course, file, returned), returned, dry_run)
    _tell(done, dry_run)
    if done.refused:
        sys.exit(1)


def _language(course: Course, file: Path, returned: Sequence[Returned]) -> str:
    """The language of most rows; rows of another one are then refused."""
    found = [language_of(row.id, course.languages.translations) for row in returned]
    counted = Counter(language for language in found if language)
    if not counted:
        _leave(
            f"In {file} ist keine Zeile aus diesem Kurs.\n"
            "    → Nehmen Sie die Datei, die „course export-translation“ geschrieben hat."
        )
    return counted.most_common(1)[0][0]


def _tell(done: Imported, dry_run: bool) -> None:
    for file, count in done.texts.items():
        click.echo(
            f"{file}: {count} {'Text' if count == 1 else 'Texte'} {'zu schreiben' if dry_run else 'geschrieben'}."
        )
    for name in done.stamped:
        click.echo(f"{name}: {'wäre' if dry_run else 'ist'} ganz übersetzt und als aktuell vermerkt.")
    if not done.texts and not done.stamped:
        click.echo("Nichts hat sich geändert.")
    if done.empty:
        click.echo(f"Noch nicht übersetzt: {done.empty} {'Zeile' if done.empty == 1 else 'Zeilen'}.")
    if done.untouched:
        lines = f"{done.untouched} {'Zeile' if done.untouched == 1 else 'Zeilen'}"
        click.echo(f"Wie vorher und ohne x bei „Passt noch“: {lines}. Das bleibt veraltet.")
    if done.refused:
        rows = len({refusal.number for refusal in done.refused})
        click.echo(f"Nicht übernommen: {rows} {'Zeile' if rows == 1 else 'Zeilen'}.", err=True)
        for refusal in done.refused:
            click.echo(str(refusal), err=True)


def _loaded(root: Path) -> Course:
    course, problems = load_course(root)
    if course is None:
        click.echo(report(problems), err=True)
        _leave("Der Kurs hat Fehler. Beheben Sie sie zuerst.")
    return course


def _leave(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)
