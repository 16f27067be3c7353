"""What makes a single question whole, beyond its fields: `quiz-format` type by type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from coursekit.errors import Problem
from coursekit.quiz.model import Assign, GapQuestion, Multiple, NumberQuestion, Option, Order, Question, Single
from coursekit.sources.yaml_file import YamlFile

# A list to choose from shows no Markdown.
_MARKUP = re.compile(r"\*\*|\]\(|\{")
GAP = re.compile(r"\[\[\s*([^\]\s]*)\s*\]\]")


def question_problems(question: Question, file: YamlFile, index: int) -> Iterator[Problem]:
    """Everything that makes the question at place `index` of `file` unusable."""
    for path, message, hint in _faults(question):
        yield Problem(file.name, file.line("questions", index, *path), f"Frage „{question.id}“: {message}", hint)


_Fault = tuple[tuple[str | int, ...], str, str]


def _faults(question: Question) -> Iterator[_Fault]:
    match question:
        case Multiple():
            yield from _options(question.options, ("options",), several=True)
        case Single():
            yield from _options(question.options, ("options",), several=False)
        case NumberQuestion():
            yield from _number(question)
        case Order():
            yield from _at_least(question.items, 2, ("items",), "Dinge zum Ordnen")
            yield from _unique(question.items, ("items",))
        case Assign():
            yield from _assign(question)
        case GapQuestion():
            yield from _gaps(question)


def _options(options: Sequence[Option], at: tuple[str | int, ...], several: bool) -> Iterator[_Fault]:
    yield from _at_least(options, 2, at, "Antworten")
    yield from _unique(options, at)
    right = [option for option in options if option.correct]
    if options and not right:
        yield at, "Keine Antwort ist als richtig markiert.", "Schreiben Sie bei der richtigen Antwort: correct: true"
    elif not several and len(right) > 1:
        names = ", ".join(option.id for option in right)
        yield (
            at,
            f"Mehrere Antworten sind als richtig markiert ({names}).",
            "Lassen Sie correct: true nur bei einer stehen, oder nehmen Sie type: multiple.",
        )
    elif several and len(right) == len(options) >= 2:
        yield at, "Alle Antworten sind als richtig markiert.", "Mindestens eine Antwort muss falsch sein."
    for place, option in enumerate(options):
        yield from _feedback(option, (*at, place), several)


def _feedback(option: Option, at: tuple[str | int, ...], several: bool) -> Iterator[_Fault]:
    name = f"Antwort „{option.id}“"
    if not option.correct and option.feedback is None:
        yield at, f"Der falschen {name} fehlt die Rückmeldung.", 'Ergänzen Sie: feedback: "Noch nicht. …"'
    if option.correct and several and option.missed is None:
        yield (
            at,
            f"Der richtigen {name} fehlt „missed“.",
            "Schreiben Sie, was man wissen muss, wenn sie nicht angekreuzt ist.",
        )
    if option.correct and option.feedback is not None:
        yield (
            (*at, "feedback"),
            f"Die richtige {name} hat eine Rückmeldung, die niemand sieht.",
            "Löschen Sie sie. Was richtig ist, steht in explanation.",
        )
    if option.missed is not None and not (option.correct and several):
        yield (
            (*at, "missed"),
            f"Bei {name} steht „missed“, das hier niemand sieht.",
            "„missed“ steht nur bei richtigen Antworten von type: multiple.",
        )


def _number(question: NumberQuestion) -> Iterator[_Fault]:
    for place, entry in enumerate(question.feedback):
        at = ("feedback", place)
        last = place == len(question.feedback) - 1
        if (entry.from_ is None) != (entry.to is None):
            yield at, "Ein Bereich braucht „from“ und „to“.", "Ergänzen Sie die fehlende Zahl."
        elif entry.from_ is None and not last:
            yield at, "Nur die letzte Rückmeldung darf ohne Bereich stehen.", "Setzen Sie sie ans Ende."
        elif entry.from_ is not None and entry.to is not None:
            if entry.from_ > entry.to:
                yield at, "Bei diesem Bereich ist „from“ größer als „to“.", "Tauschen Sie die Zahlen."
            elif entry.from_ - question.tolerance <= question.answer <= entry.to + question.tolerance:
                yield (
                    at,
                    "Dieser Bereich enthält die richtige Antwort.",
                    "Nehmen Sie die richtige Zahl aus dem Bereich heraus.",
                )
    if all(entry.from_ is not None or entry.to is not None for entry in question.feedback):
        yield (
            ("feedback",),
            "Es fehlt die Rückmeldung für alle anderen Zahlen.",
            "Der letzte Eintrag von feedback steht ohne from und to.",
        )


def _assign(question: Assign) -> Iterator[_Fault]:
    yield from _at_least(question.boxes, 2, ("boxes",), "Kästen")
    yield from _at_least(question.items, 2, ("items",), "Dinge")
    yield from _unique(question.boxes, ("boxes",))
    yield from _unique(question.items, ("items",))
    boxes = {box.id for box in question.boxes}
    for place, item in enumerate(question.items):
        if item.box not in boxes:
            yield (
                ("items", place, "box"),
                f"Den Kasten „{item.box}“ gibt es in dieser Frage nicht.",
                f"Möglich ist: {', '.join(sorted(boxes))}.",
            )


def _gaps(question: GapQuestion) -> Iterator[_Fault]:
    named = GAP.findall(question.text)
    gaps = [gap.id for gap in question.gaps]
    for gap in sorted(set(named) - set(gaps)):
        yield ("text",), f"Für die Lücke [[{gap}]] gibt es keine Wörter zur Wahl.", "Ergänzen Sie sie unter gaps."
    for place, gap in enumerate(question.gaps):
        hint = f"Schreiben Sie [[{gap.id}]] genau einmal in den Text."
        if named.count(gap.id) > 1:
            yield ("text",), f"Die Lücke [[{gap.id}]] steht im Text mehr als einmal.", hint
        elif not re.search(rf"\[\[\s*{gap.id}(?![a-z0-9-])", question.text):
            yield ("gaps", place), f"Die Lücke „{gap.id}“ steht nicht im Text.", hint
        yield from _options(gap.options, ("gaps", place, "options"), several=False)
        for number, option in enumerate(gap.options):
            if _MARKUP.search(option.text):
                at = ("gaps", place, "options", number, "text")
                yield at, "Die Wörter für eine Lücke sind einfacher Text.", "Nehmen Sie **, Links und {…} heraus."
    yield from _unique(question.gaps, ("gaps",))
    rest = GAP.sub("", question.text)
    if "[[" in rest or "]]" in rest:
        yield ("text",), "Eine Lücke wird nicht geschlossen.", "Eine Lücke beginnt mit [[ und endet mit ]]."


def _at_least(entries: Sequence[object], number: int, at: tuple[str | int, ...], what: str) -> Iterator[_Fault]:
    if len(entries) < number:
        yield at, f"Es sind weniger als {number} {what}.", f"Schreiben Sie mindestens {number}."


def _unique(entries: Iterable[object], at: tuple[str | int, ...]) -> Iterator[_Fault]:
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for place, entry in enumerate(entries):
        name, text = str(getattr(entry, "id", "")), _folded(str(getattr(entry, "text", "")))
        if name in ids:
            yield (
                (*at, place, "id"),
                f"Der Name „{name}“ steht hier zweimal.",
                "Geben Sie jedem Eintrag einen eigenen Namen.",
            )
        ids.add(name)
        if text and text in texts:
            yield (
                (*at, place, "text"),
                f"„{name}“ hat denselben Text wie „{texts[text]}“.",
                "Jeder Text steht nur einmal.",
            )
        texts.setdefault(text, name)


def _folded(text: str) -> str:
    """`text` as people read it: without case, double spaces and the last full stop."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(".!? ")
