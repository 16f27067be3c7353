"""The length of a translation against its German: much too short hints at missing content, much too long at added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.language.blocks import blocks
from coursekit.language.limits import LIMITS
from coursekit.language.plain import SOUNDS, plain
from coursekit.languages import SOURCE
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import Question
from coursekit.quiz.overlay import expected
from coursekit.sources.page_file import PageFile


@dataclass(frozen=True, slots=True)
class Range:
    """How many signs a translation may have for one of German, and how many more or fewer are always fine."""

    low: float
    high: float
    leeway: int

    def verdict(self, here: int, there: int) -> str:
        """„kürzer“, „länger“, or nothing where the length is as usual."""
        if here < self.low * there - self.leeway:
            return "kürzer"
        return "länger" if here > self.high * there + self.leeway else ""


PAGE: Final = Range(0.85, 1.45, 80)
SECTION: Final = Range(0.7, 1.65, 60)
TEXT: Final = Range(0.55, 1.7, 25)


def problems(course: Course) -> Iterator[Problem]:
    """Pages, sections and texts of questions whose length is unusual.

    All are notices: a translator may have a reason, and only a person can tell whether something is missing. A finding
    stands at the smallest part: a section rather than its page. A translation that is outdated is not compared: that it
    has to follow is said elsewhere.
    """
    languages = [language for language in course.pages if language != SOURCE and language in LIMITS]
    for language in languages:
        for name in course.pages[language]:
            if name in course.pages[SOURCE] and course.state(name, language) != "outdated":
                yield from _page(course, name, language)
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            yield from _question(course, quiz, question, languages)


def _page(course: Course, name: str, language: str) -> Iterator[Problem]:
    here, there = course.pages[language][name], course.pages[SOURCE][name]
    mine, german = _sections(course, here, language), _sections(course, there, SOURCE)
    found = False
    for section, length in mine.items():
        if section in german:
            verdict = SECTION.verdict(length, german[section])
            line = next((heading.line for heading in here.headings if heading.id == section), here.head.line("goal"))
            if verdict:
                found = True
                yield _problem(here.name, line, "Dieser Abschnitt", verdict, length, german[section])
    verdict = PAGE.verdict(sum(mine.values()), sum(german.values()))
    if verdict and not found:
        yield _problem(here.name, 1, "Diese Seite", verdict, sum(mine.values()), sum(german.values()))


def _sections(course: Course, page: PageFile, language: str) -> dict[str, int]:
    """The signs of each section by its id, the head under an empty one.

    A block quote is German in every language; a translation says beside it what it means. So the German page's own
    quotes are counted and those of a translation are not, nor how they sound.
    """
    found = {"": len(page.front.title) + len(page.front.goal or "")}
    starts = [(heading.line, heading.id) for heading in page.headings]
    for block in blocks(page.body, page.body_line):
        if block.kind != "alt" and (block.kind != "quote" or language == SOURCE):
            section = next((name for line, name in reversed(starts) if line <= block.line), "")
            text = plain(SOUNDS.sub("", block.text), course.values, language).text
            found[section] = found.get(section, 0) + len(text)
    return found


def _question(course: Course, quiz: Quiz, question: Question, languages: Iterable[str]) -> Iterator[Problem]:
    german = question.texts()
    lengths = {
        (place, path): len(plain(german[path], course.values, SOURCE).text)
        for place, path in expected(question).items()
    }
    for language in languages:
        translation = quiz.translations.get(language, {}).get(question.id)
        if translation is None or course.question_state(quiz, question.id, language) == "outdated":
            continue
        file = quiz.translation_files[language]
        for (place, path), source in lengths.items():
            length = len(plain(translation.texts[path], course.values, language).text)
            verdict = TEXT.verdict(length, source)
            if verdict:
                line = file.text_line("questions", question.id, *place)
                yield _problem(file.name, line, "Dieser Text", verdict, length, source)


def _problem(path: str, line: int, what: str, verdict: str, here: int, there: int) -> Problem:
    message = f"{what} ist viel {verdict} als im Deutschen: {here} Zeichen, im Deutschen {there}."
    missing = "Fehlt etwas?" if verdict == "kürzer" else "Steht hier etwas, das im Deutschen fehlt?"
    return Problem(path, line, message, f"{missing} Vergleichen Sie beide Texte.", "notice")
