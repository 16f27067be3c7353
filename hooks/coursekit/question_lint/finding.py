"""What the linter finds, and which findings are which: never allowed, to be mended, or to be considered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import Considered, ConsideredInLesson, Question, TextPath
from coursekit.quiz.overlay import expected

Rule = Literal[
    "absolute-word",
    "all-of-the-above",
    "considered",
    "feedback-opening",
    "few-papers",
    "few-questions",
    "few-red",
    "longest-right",
    "missing-type",
    "negation",
    "not-in-section",
    "option-count",
    "option-overlap",
    "range-overlap",
    "repeated-word",
    "same-place",
    "same-question",
    "test-word",
    "translated-negation",
]
# What the content guide forbids outright: an error, in the German that decides.
NEVER: Final = frozenset[Rule]({"all-of-the-above", "negation", "test-word"})
IN_QUESTION: Final = frozenset[Rule](get_args(Considered))
IN_LESSON: Final = frozenset[Rule](get_args(ConsideredInLesson))


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a question: `path` says in which of its fields, `language` in whose words."""

    rule: Rule
    question: Question
    path: TextPath
    message: str
    hint: str
    language: str = SOURCE

    def problem(self, quiz: Quiz) -> Problem:
        """The finding at its line. A translation is never an error here: only its German decides."""
        file, line = quiz.file, quiz.text_line(self.question, *self.path)
        if self.language != SOURCE:
            place = next((place for place, path in expected(self.question).items() if path == self.path), self.path)
            file = quiz.translation_files[self.language]
            line = file.text_line("questions", self.question.id, *place)
        hint = f"{self.hint} {_set_aside(self.rule)}" if self.rule in IN_QUESTION else self.hint
        level: Literal["error", "notice"] = "error" if self.rule in NEVER and self.language == SOURCE else "notice"
        return Problem(file.name, line, f"Frage „{self.question.id}“ ({self.rule}): {self.message}", hint, level)


def lesson_problem(rule: Rule, path: str, line: int, message: str, hint: str) -> Problem:
    """A finding about a lesson, a module or the course."""
    hint = f"{hint} {_set_aside(rule)}" if rule in IN_LESSON else hint
    return Problem(path, line, f"({rule}) {message}", hint, "notice")


def _set_aside(rule: Rule) -> str:
    return f"Ist das so gewollt? Dann ergänzen Sie unter considered: - {rule}"


Findings = Iterator[Finding]
