"""Why a row that came back cannot be written, row by row, before anything is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coursekit.course import Course
from coursekit.errors import Problem, did_you_mean
from coursekit.languages import SOURCE
from coursekit.sources.text_file import line_problems
from coursekit.text import inline
from coursekit.text.structure import Scope, differences
from coursekit.translation.exchange.columns import ID
from coursekit.translation.exchange.returned import Returned
from coursekit.translation.exchange.row import Row, language_of
from coursekit.words import fields_in

_HEADING = re.compile(r"^#{1,6}\s*\S|^(?:=+|-+) *$", re.MULTILINE)
_EXPORT_AGAIN = "Schreiben Sie die Tabelle neu: course export-translation {0}. Übertragen Sie dann Ihre Übersetzung."


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row of the sheet that is not written, why, and what to do; in German."""

    number: int
    id: str
    reason: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"Zeile {self.number} ({self.id}): {self.reason}" if self.id else f"Zeile {self.number}: {self.reason}"
        return f"{where}\n    → {self.hint}" if self.hint else where


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row with its text as it is to stand in the file.

    `changed` where that is another one than today's; `seen` where the translator has dealt with it.
    """

    row: Row
    number: int
    text: str
    changed: bool
    seen: bool


def sorted_out(
    returned: Sequence[Returned], rows: Mapping[str, Row], course: Course, language: str
) -> tuple[list[Accepted], list[Refusal]]:
    """Which rows can be written and which cannot; rows whose cell is empty are neither."""
    accepted: dict[str, Accepted] = {}
    refused: list[Refusal] = []
    texts: dict[str, set[str]] = {}
    for one in returned:
        if one.text.strip():
            texts.setdefault(one.id, set()).add(settled(one.text))
    for one in returned:
        if not one.text.strip() and not one.fault:
            continue
        reason = _foreign(one, course, language) or _identity(one, rows, language) or _twice(one, texts)
        row = rows.get(one.id)
        if reason is None and row is not None:
            changed = settled(one.text) != settled(row.translation)
            reason = _words(one, row, course) if changed else None
            if reason is None:
                seen = changed or one.fits or row.state in ("aktuell", "unsicher")
                accepted[one.id] = Accepted(row, one.number, settled(one.text), changed, seen)
        if reason is not None:
            refused.append(Refusal(one.number, one.id, *reason))
    return list(accepted.values()), refused


def settled(text: str) -> str:
    """A text without what a spreadsheet adds: spaces at line ends, empty lines around."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n").strip()


def _foreign(one: Returned, course: Course, language: str) -> tuple[str, str] | None:
    other = language_of(one.id, course.languages.translations)
    if other not in ("", language):
        return (
            f"Diese Zeile gehört zu einer anderen Sprache: {course.languages.name(other)}.",
            "Jede Sprache hat ihre eigene Tabelle.",
        )
    return None


def _identity(one: Returned, rows: Mapping[str, Row], language: str) -> tuple[str, str] | None:
    """Whether the row is one of ours, of this language, with the German of today."""
    row = rows.get(one.id)
    if not one.id:
        return f"In der Spalte „{ID}“ steht nichts.", "Niemand weiß, wohin dieser Text gehört. " + _EXPORT_AGAIN.format(
            language
        )
    if row is None:
        return "Diesen Text gibt es im Deutschen nicht (mehr).", did_you_mean(one.id, rows)
    if one.fault:
        return one.fault, one.hint
    if one.hash != row.hash:
        return "Das Deutsche hat sich geändert, seit die Tabelle geschrieben wurde.", _EXPORT_AGAIN.format(language)
    if settled(one.german) != settled(row.german):
        return (
            "In der Spalte „Deutsch“ wurde etwas geändert.",
            "Der deutsche Text lässt sich hier nicht ändern. Stellen Sie ihn wieder her: Strg und Z, oder die Tabelle neu.",
        )
    return None


def _twice(one: Returned, texts: Mapping[str, set[str]]) -> tuple[str, str] | None:
    if len(texts.get(one.id, ())) > 1:
        return (
            "Diese Zeile steht mehrmals in der Tabelle, mit verschiedenen Texten.",
            "Lassen Sie nur eine davon stehen.",
        )
    return None


def _words(one: Returned, row: Row, course: Course) -> tuple[str, str] | None:
    """What is wrong with the new text itself."""
    text = settled(one.text)
    line = row.kind in ("page", "word", "picture") and row.place[-1] != "text"
    if line and "\n" in text:
        return "Hier steht nur eine Zeile.", "Schreiben Sie den Text in eine Zeile, ohne Eingabetaste."
    if row.kind == "page" and _HEADING.search(text):
        return "Im Text steht eine Überschrift oder eine Linie.", "Überschriften haben eigene Zeilen in der Tabelle."
    problem = next(_problems(text, row, course), None)
    if problem:
        return problem.message, problem.hint
    return None


def _problems(text: str, row: Row, course: Course) -> Iterator[Problem]:
    for number, part in enumerate(text.split("\n"), start=1):
        yield from line_problems("", number, part)
    for difference in differences(row.german, text, _scope(row)) if row.place != ("help",) else ():
        yield Problem("", 1, difference.message, difference.hint)
    if row.kind in ("page", "question"):
        markdown = row.kind == "question"
        found = inline.check(text, course.values, course.glossary[SOURCE], "", 1, markdown)
        yield from (problem for problem in found if problem.level == "error")
    if row.kind == "word" and fields_in(row.german) != fields_in(text):
        message = "In geschweiften Klammern stehen andere Wörter als im Deutschen."
        yield Problem("", 1, message, f"Auf Deutsch: „{row.german}“")


def _scope(row: Row) -> Scope:
    if row.kind == "page":
        return "section" if row.place[-1] == "text" else "title"
    return "text"
