"""What translators ask on the command line; `cli` takes these commands in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from coursekit.errors import did_you_mean
from coursekit.languages import SOURCE, TRANSLATIONS
from coursekit.translation.diff import differences
from coursekit.translation.report import FORMATS, status_text, unsure_text
from coursekit.translation.status import read_status


@click.command()
@click.argument("language", required=False)
@click.option("--format", "style", default="table", metavar="FORM", help=f"Form der Ausgabe: {', '.join(FORMATS)}.")
@click.option("--unsure", is_flag=True, help="Zeigt die unsicheren Stellen, zum Lesen für Muttersprachler.")
@click.pass_obj
def status(root: Path, language: str | None, style: str, unsure: bool) -> None:
    """Sagt, wie jede Übersetzung zum deutschen Text steht. Ohne Sprache: alle."""
    if language is not None:
        _one_of("Die Sprache", language, TRANSLATIONS)
    _one_of("Die Form", style, FORMATS)
    entries = read_status(root, (language,) if language else TRANSLATIONS)
    click.echo(unsure_text(entries, style) if unsure else status_text(entries, style))


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def diff(root: Path, files: tuple[Path, ...]) -> None:
    """Zeigt, was sich im Deutschen seit der Übersetzung geändert hat. Ohne Dateien: bei allem, was veraltet ist."""
    names = course_files(root, files)
    entries = [entry for entry in read_status(root) if entry.kind in ("page", "question")]
    for name in names:
        if name not in {entry.file for entry in entries}:
            german = name.startswith((f"docs/{SOURCE}/", f"quizzes/{SOURCE}/"))
            instead = name.replace(f"/{SOURCE}/", f"/{TRANSLATIONS[0]}/", 1) if german else "docs/ro/index.md"
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
