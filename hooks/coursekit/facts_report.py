"""Which facts there are, which must be checked again, and where each is used: `course facts`."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path

import click

from coursekit.course import Course, load_course
from coursekit.errors import did_you_mean, report
from coursekit.fact_places import WRITTEN, depends_on_change
from coursekit.facts import Fact
from coursekit.facts_lock import FILE as LOCK
from coursekit.facts_lock import facts_lock_text, read_facts_lock
from coursekit.sources.code import shielded
from coursekit.sources.text_file import read_text
from coursekit.text.placeholders import facts_in

WITHIN = 60
NOTHING_DUE = "Keine Tatsache ist fällig."
_HEADS = ("Tatsache", "Grundlage", "geprüft am", "prüfen bis", "steht in")


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with every place where it is used; `overdue` when its day has passed."""

    name: str
    fact: Fact
    overdue: bool
    places: tuple[str, ...]


def rows(course: Course, today: date) -> list[Row]:
    """All facts in the order of their file."""
    places = _places(course)
    return [Row(name, fact, fact.overdue(today), tuple(places.get(name, ()))) for name, fact in course.facts.items()]


def due(course: Course, today: date, within: int = WITHIN) -> list[Row]:
    """The facts to be checked again in the next `within` days or before, the longest overdue first."""
    dated = [(row.fact.review_by, row) for row in rows(course, today) if row.fact.review_by]
    return [row for day, row in sorted(dated, key=lambda entry: entry[0]) if (day - today).days <= within]


def table(found: Iterable[Row]) -> str:
    """The facts as a table for a terminal, the last line counting them."""
    listed = list(found)
    cells = [_cells(row) for row in listed]
    widths = [
        max(len(line) for column in [(head,), *(row[at] for row in cells)] for line in column)
        for at, head in enumerate(_HEADS)
    ]
    lines = [_line(_HEADS, widths), _line(["-" * width for width in widths], widths)]
    for row in cells:
        lines += [_line(parts, widths) for parts in zip_longest(*row, fillvalue="")]
    overdue = sum(row.overdue for row in listed)
    counted = "1 Tatsache" if len(listed) == 1 else f"{len(listed)} Tatsachen"
    return "\n".join([*lines, "", f"{counted}, {overdue} überfällig."])


@click.command("facts")
@click.option("--due", "only_due", is_flag=True, help="Nur was bald zu prüfen ist oder schon überfällig.")
@click.option("--within", type=click.IntRange(min=0), help=f"Bald heißt: in so vielen Tagen (sonst {WITHIN}).")
@click.option("--done", multiple=True, metavar="NAME", help="Diese Tatsache ist neu, und alle Stellen sind gelesen.")
@click.pass_obj
def facts(root: Path, only_due: bool, within: int | None, done: tuple[str, ...]) -> None:
    """Zeigt alle Tatsachen: Gesetz, Tag der Prüfung, wo sie stehen, und was von einer geänderten abhängt."""
    course, problems = load_course(root)
    if course is None:
        click.echo(report(problems), err=True)
        sys.exit(1)
    if done:
        _record(course, done)
        return
    today, asked = date.today(), only_due or within is not None
    found = due(course, today, WITHIN if within is None else within) if asked else rows(course, today)
    click.echo(table(found) if found or not asked else NOTHING_DUE)
    places = [problem for problem in problems if depends_on_change(problem)]
    if places:
        click.echo(f"\n{report(places)}")


def _record(course: Course, names: tuple[str, ...]) -> None:
    """Notes that everything that depends on these facts was read for their value of today."""
    for name in names:
        if name not in course.facts:
            click.echo(f"Die Tatsache „{name}“ gibt es nicht. {did_you_mean(name, course.facts)}", err=True)
            sys.exit(2)
    text = facts_lock_text(course.facts, read_facts_lock(course.root, []) or {}, names)
    (course.root / LOCK).write_text(text, encoding="utf-8")
    click.echo(f"Vermerkt in {LOCK}: {', '.join(names)}.")


def _places(course: Course) -> Mapping[str, list[str]]:
    """For each fact where it is used: lessons and sheets, questions, placeholders."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, stated in (("Lektion", course.lessons.lessons), ("Blatt", course.lessons.cards)):
        for name, entry in stated.items():
            for fact in entry.facts:
                found[fact].append(f"{kind} {name}")
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            for fact in question.facts:
                found[fact].append(f"Frage {question.id} ({quiz.file.name}:{quiz.line(question)})")
    for fact, place in _placeholders(course.root):
        found[fact].append(place)
    return found


def _placeholders(root: Path) -> Iterator[tuple[str, str]]:
    """Each fact that a line of a file writes, with the place `file:line`."""
    for folder, ending in WRITTEN:
        for path in sorted((root / folder).rglob(f"*.{ending}")):
            name = path.relative_to(root).as_posix()
            text = shielded(read_text(path, name, []) or "")
            for number, line in enumerate(text.split("\n"), start=1):
                for fact in sorted(facts_in(line)):
                    yield fact, f"{name}:{number}"


def _cells(row: Row) -> tuple[tuple[str, ...], ...]:
    """What stands in each column, a line each."""
    review = (_day(row.fact.review_by), *(["überfällig"] if row.overdue else [])) if row.fact.review_by else ("-",)
    labels = tuple(dict.fromkeys(basis.label for basis in row.fact.basis))
    return (row.name,), labels, (_day(row.fact.checked),), review, row.places or ("nirgends",)


def _line(parts: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
