"""Where wording or an answer depends on a fact whose value changed: what no placeholder can change by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from babel import Locale

from coursekit.errors import Problem
from coursekit.facts import FILE as FACTS
from coursekit.facts import Facts, line_of
from coursekit.facts_lock import ChangedFact, Value
from coursekit.languages import SOURCE
from coursekit.lessons import Card, Lesson, Lessons
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import NumberQuestion, Question
from coursekit.quiz.overlay import expected
from coursekit.sources.code import shielded
from coursekit.sources.page_file import PageFile
from coursekit.sources.text_file import read_text
from coursekit.text import locale_format
from coursekit.text.placeholders import facts_in, without

_BOX = re.compile(r"^(?:!!!|\?\?\?)")
_NUMBER = re.compile(r"\d")
_DONE = "Haben Sie alle Stellen gelesen: course facts --done "
# Where placeholders may stand.
WRITTEN = (("data", "yml"), ("docs", "md"), ("quizzes", "yml"))


def dependent_places(
    root: Path,
    changed: Sequence[ChangedFact],
    facts: Facts,
    lessons: Lessons,
    pages: Mapping[str, Mapping[str, PageFile]],
    quizzes: Mapping[str, Quiz],
) -> Iterator[Problem]:
    """For each changed fact, as notices: numbers typed on pages and in questions that state it, answers that rest on
    it, and placeholders behind which a language now writes another form of the word.
    """
    stating: dict[str, Lesson | Card] = {**lessons.lessons, **lessons.cards}
    for fact in changed:
        yield from _statement(fact, facts, root)
        for language, of_language in pages.items():
            for name, page in of_language.items():
                if fact.name in (stating[name].facts if name in stating else facts_in(shielded(page.body))):
                    yield from _page(fact, page, language)
        for quiz in quizzes.values():
            for question in quiz.questions:
                if fact.name in {*question.facts, *facts_in(" ".join(question.texts().values()))}:
                    yield from _question(fact, quiz, question)
        yield from _forms(fact, root, tuple(pages))


def depends_on_change(problem: Problem) -> bool:
    """Whether `problem` is one of these notices."""
    return problem.level == "notice" and _DONE in problem.hint


def _told(fact: ChangedFact) -> str:
    return f"Die Tatsache „{fact.name}“ ist jetzt {_shown(fact.now)} (vorher {_shown(fact.before)})."


def _done(fact: ChangedFact) -> str:
    return f"{_DONE}{fact.name}"


def _notice(path: str, line: int, fact: ChangedFact, message: str, hint: str) -> Problem:
    return Problem(path, line, f"{_told(fact)} {message}", f"{hint} {_done(fact)}", "notice", (FACTS,))


def _statement(fact: ChangedFact, facts: Facts, root: Path) -> Iterator[Problem]:
    typed = _typed(fact.before, SOURCE)
    if typed.search(facts[fact.name].statement):
        line = line_of(root, fact.name)
        yield _notice(FACTS, line, fact, "Der Satz bei „statement“ nennt noch die alte Zahl.", "Ändern Sie ihn.")


def _page(fact: ChangedFact, page: PageFile, language: str) -> Iterator[Problem]:
    """The lines of a page that state the fact by a typed number: its old value anywhere, any number in an example."""
    typed = _typed(fact.before, language)
    lines, box = [], False
    for number, line in enumerate(page.body.split("\n"), start=page.body_line):
        box = bool(_BOX.match(line)) or (box and (not line.strip() or line.startswith("    ")))
        words = without(line)
        if typed.search(words) or (box and _NUMBER.search(words)):
            lines.append(number)
    if lines:
        message = f"Auf dieser Seite stehen Zahlen, die davon abhängen können: {_lines(lines)}."
        yield _notice(page.name, lines[0], fact, message, "Stimmen Sätze und Beispiele noch?")


def _question(fact: ChangedFact, quiz: Quiz, question: Question) -> Iterator[Problem]:
    """The German question, whose answer rests on the fact, and each translation that types a number."""
    texts = question.texts()
    lines = [quiz.text_line(question, *path) for path, text in texts.items() if _NUMBER.search(without(text))]
    if isinstance(question, NumberQuestion):
        lines += [quiz.line(question, field) for field in ("answer", "tolerance")]
        ranges = [index for index, found in enumerate(question.feedback) if found.from_ is not None]
        lines += [quiz.line(question, "feedback", index, "from") for index in ranges]
    numbers = f" Zahlen: {_lines(lines)}." if lines else ""
    message = f"Die Frage „{question.id}“ beruht darauf.{numbers}"
    hint = "Stimmt noch, was richtig ist? Ändert es sich, erhöhen Sie rev um 1."
    yield _notice(quiz.file.name, quiz.line(question, "id"), fact, message, hint)
    for language, translations in quiz.translations.items():
        file = quiz.translation_files[language]
        if question.id in translations:
            words = translations[question.id].texts
            here = [(place, words[path]) for place, path in expected(question).items()]
            here.append((("help",), translations[question.id].help))
            typed = [
                file.text_line("questions", question.id, *place)
                for place, text in here
                if _NUMBER.search(without(text))
            ]
            if typed:
                message = f"Die Frage „{question.id}“ beruht darauf. Zahlen: {_lines(typed)}."
                yield _notice(file.name, typed[0], fact, message, "Stimmen die Zahlen noch?")


def _forms(fact: ChangedFact, root: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """Placeholders where the word behind the number has another form now: „15 euro“, „20 de euro“ (CLDR plurals)."""
    if not isinstance(fact.before, int | float) or not isinstance(fact.now, int | float):
        return
    turned = [code for code in languages if plural_form(fact.before, code) != plural_form(fact.now, code)]
    for code in turned:
        for folder, ending in WRITTEN:
            for path in sorted((root / folder).rglob(f"*.{ending}")):
                name = path.relative_to(root).as_posix()
                if f"/{code}/" in f"/{name}" or name.endswith(f"/{code}.yml"):
                    for number, line in enumerate(shielded(read_text(path, name, []) or "").split("\n"), start=1):
                        if fact.name in facts_in(line):
                            message = "Hinter dieser Zahl steht jetzt vielleicht eine andere Form des Wortes."
                            yield _notice(name, number, fact, message, _example(fact, code))


def plural_form(value: int | float, language: str) -> str:
    """The form of a word behind the number in `language`, by the Unicode CLDR: `one`, `few`, `other` …"""
    return str(Locale.parse(language).plural_form(value))


def _example(fact: ChangedFact, code: str) -> str:
    examples = {"de": "1 Teil, 2 Teile", "ro": "15 euro, 20 de euro", "bg": "1 месец, 3 месеца"}
    return f"Zum Beispiel: {examples[code]}." if code in examples else "Lesen Sie den Satz mit der neuen Zahl."


def _typed(value: Value, language: str) -> re.Pattern[str]:
    """The value as people type it in `language`, not as a part of a longer number."""
    if isinstance(value, int | float):
        written = {locale_format.number(value, language), f"{value:g}" if isinstance(value, float) else str(value)}
    else:
        written = {locale_format.day(value, language)}
    return re.compile(rf"(?<![\d.,])(?:{'|'.join(map(re.escape, sorted(written)))})(?!\d|[.,]\d)")


def _shown(value: Value) -> str:
    if isinstance(value, int | float):
        return locale_format.number(value, SOURCE)
    return locale_format.day(value, SOURCE)


def _lines(numbers: Sequence[int]) -> str:
    unique = sorted(set(numbers))
    return f"{'Zeile' if len(unique) == 1 else 'Zeilen'} {', '.join(map(str, unique))}"
