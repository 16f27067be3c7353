"""What writers of questions ask on the command line; `cli` takes these commands in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import click

from coursekit.errors import did_you_mean, report
from coursekit.quiz import new_question as questions
from coursekit.quiz.templates import KINDS, NAME

Check = Callable[[str], str]


@click.command("new-question")
@click.argument("lesson", required=False, metavar="[LEKTION]")
@click.option("--type", "kind", metavar="ART", help=f"Art der Frage: {', '.join(KINDS)}.")
@click.option("--section", metavar="NAME", help="Abschnitt der Lektion, der die Antwort lehrt.")
@click.option("--id", "name", metavar="NAME", help="Name der Frage, im ganzen Kurs nur einmal.")
@click.pass_obj
def new_question(root: Path, lesson: str | None, kind: str | None, section: str | None, name: str | None) -> None:
    """Legt eine neue Frage als Vorlage an. Im Terminal fragt der Befehl nach allem, was fehlt."""
    ask = sys.stdin.isatty()
    try:
        chosen = _lesson(root, lesson, ask)
        kind = _value(kind, "single", _kind_fault, ask, "Welche Art?", KINDS)
        known = questions.sections(root, chosen)
        section = _value(section, NAME, lambda word: _section_fault(word, known), ask, "Welcher Abschnitt?", known)
        free = questions.free_id(root, chosen)
        name = _value(name, free, lambda word: questions.id_fault(root, word), ask, "Wie heißt die Frage?", (), free)
    except click.Abort:
        _leave("\nAbgebrochen. Nichts ist geändert.")
    line, problems = questions.add_question(root, chosen, kind, name, section)
    if problems:
        click.echo(report(problems), err=True)
        sys.exit(1)
    click.echo(
        f"Die Frage „{name}“ steht als Vorlage in {questions.file_of(chosen)}, Zeile {line}.\n\n"
        "So geht es weiter:\n"
        "1. Öffnen Sie die Datei. Ersetzen Sie jeden Text, der mit AUSFÜLLEN beginnt.\n"
        "2. „course check“ nennt jede Stelle, die noch fehlt.\n"
        "3. Ist alles in Ordnung, trägt „course lock“ die Frage ein."
    )


def _lesson(root: Path, word: str | None, ask: bool) -> str:
    known = questions.lessons(root)
    if word is None and not ask:
        _leave(f"Nennen Sie die Lektion, zum Beispiel: course new-question {next(iter(known), 'mietrecht/kaution')}")
    asked = _value(word, "", lambda given: questions.lesson_named(root, given)[1], ask, "Welche Lektion?", known)
    return questions.lesson_named(root, asked)[0]


def _value(
    given: str | None, default: str, fault: Check, ask: bool, question: str, known: Sequence[str] | Mapping[str, str],
    proposal: str = "",
) -> str:  # fmt: skip
    """What was given, or asked for in a terminal until it is right, or `default`."""
    if given is not None:
        if fault(given):
            _leave(fault(given))
        return given
    if not ask:
        return default
    click.echo(question)
    names = list(known)
    for number, name in enumerate(names, start=1):
        click.echo(f"  {number}  {name}" + (f": {known[name]}" if isinstance(known, Mapping) else ""))
    while True:
        answer = str(click.prompt("Nummer oder Name" if names else "Name", default=proposal or None)).strip()
        word = names[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(names) else answer
        if not fault(word):
            return word
        click.echo(fault(word))


def _kind_fault(word: str) -> str:
    return "" if word in KINDS else f"Die Art „{word}“ gibt es nicht. {did_you_mean(word, KINDS)}"


def _section_fault(word: str, known: Sequence[str]) -> str:
    return "" if word in known else f"Den Abschnitt „{word}“ gibt es in der Lektion nicht. {did_you_mean(word, known)}"


def _leave(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)
