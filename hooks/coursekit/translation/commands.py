"""What translators ask on the command line; `cli` takes these commands in."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from coursekit.course import load_course
from coursekit.errors import did_you_mean, report
from coursekit.languages import SOURCE
from coursekit.site_settings import FILE as SETTINGS
from coursekit.site_settings import locale_of, read_settings
from coursekit.translation.diff import differences
from coursekit.translation.new_language import lay_language, own_name
from coursekit.translation.report import FORMATS, status_text, unsure_text
from coursekit.translation.status import read_status


@click.command()
@click.argument("language", required=False)
@click.option("--format", "style", default="table", metavar="FORM", help=f"Form der Ausgabe: {', '.join(FORMATS)}.")
@click.option("--unsure", is_flag=True, help="Zeigt die unsicheren Stellen, zum Lesen für Muttersprachler.")
@click.pass_obj
def status(root: Path, language: str | None, style: str, unsure: bool) -> None:
    """Sagt, wie jede Übersetzung zum deutschen Text steht. Ohne Sprache: alle."""
    languages = read_settings(root, []).languages
    if language is not None:
        _one_of("Die Sprache", language, languages.translations)
    _one_of("Die Form", style, FORMATS)
    entries = read_status(root, (language,) if language else languages.translations)
    click.echo(unsure_text(entries, languages, style) if unsure else status_text(entries, languages, style))


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def diff(root: Path, files: tuple[Path, ...]) -> None:
    """Zeigt, was sich im Deutschen seit der Übersetzung geändert hat. Ohne Dateien: bei allem, was veraltet ist."""
    names = course_files(root, files)
    translations = read_settings(root, []).languages.translations
    entries = [entry for entry in read_status(root, translations) if entry.kind in ("page", "question")]
    for name in names:
        if name not in {entry.file for entry in entries}:
            german = name.startswith((f"docs/{SOURCE}/", f"quizzes/{SOURCE}/"))
            instead = (name if german else f"docs/{SOURCE}/index.md").replace(f"/{SOURCE}/", f"/{translations[0]}/", 1)
            _leave(
                f"{name} ist keine Übersetzung einer Seite oder von Fragen.\n    → Zum Beispiel: course diff {instead}"
            )
    asked = [entry for entry in entries if entry.file in names or (not names and entry.state == "outdated")]
    of_interest = [entry for entry in asked if entry.state != "current"]
    quiet = [name for name in names if name not in {entry.file for entry in of_interest}]
    said = [
        *(f"{name}: aktuell. Das Deutsche hat sich seit der Übersetzung nicht geändert." for name in quiet),
        *differences(root, of_interest),
    ]
    click.echo("\n\n".join(said) if said else "Keine Übersetzung ist veraltet.")


@click.command("new-language")
@click.argument("code")
@click.option("--name", help="Wie die Sprache sich selbst nennt, wenn der Rechner es nicht weiß.")
@click.pass_obj
def new_language(root: Path, code: str, name: str | None) -> None:
    """Legt eine weitere Sprache an, zum Beispiel uk: Einstellungen, Ordner und die Wörter zum Übersetzen."""
    course, problems = load_course(root)
    if course is None:
        click.echo(report(problems), err=True)
        sys.exit(1)
    if code in course.languages.codes:
        _leave(f"Die Sprache „{code}“ gibt es schon. Was fehlt, zeigt: course status {code}")
    if locale_of(code) is None:
        _leave(
            f"Die Sprache „{code}“ ist nicht bekannt.\n"
            "    → Das Kürzel hat zwei oder drei kleine Buchstaben, zum Beispiel uk für Ukrainisch oder ar für Arabisch."
        )
    called = name or own_name(code)
    if not re.fullmatch(r"\w[\w ()'’-]*", called):
        _leave(f"Wie nennt die Sprache „{code}“ sich selbst?\n    → course new-language {code} --name …")
    click.echo("\n".join(lay_language(course, code, called)))
    click.echo(
        f"\n{called} ist angelegt und noch nicht zu sehen. So geht es weiter:\n"
        f"1. Übersetzen Sie data/words/{code}.yml. Dann erst kann die Sprache gezeigt werden.\n"
        f"2. Löschen Sie in {SETTINGS} bei „{code}“ die Zeile build: false. Was noch fehlt, steht dann auf Deutsch da.\n"
        f"3. Übersetzen Sie Seiten, Fragen und Glossar. Was fehlt, zeigt: course status {code}"
    )


def course_files(root: Path, files: Sequence[Path]) -> list[str]:
    """The names of `files` in the course at `root`; leaves where one is not there."""
    names = []
    for path in files:
        if not path.is_file():
            _leave(f"Die Datei {path} gibt es nicht.")
        if not path.resolve().is_relative_to(root):
            _leave(f"Die Datei {path} gehört nicht zu diesem Kurs.")
        names.append(path.resolve().relative_to(root).as_posix())
    return list(dict.fromkeys(names))


def _one_of(what: str, word: str, known: Sequence[str]) -> None:
    if word not in known:
        _leave(f"{what} „{word}“ gibt es nicht. {did_you_mean(word, known)}")


def _leave(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(2)
