"""What the rules look at: a question with its lesson, and which words are rare in the questions of the course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.question_lint.finding import Finding
from coursekit.question_lint.words import content, plain
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import GapQuestion, Multiple, Option, Question, Single, TextPath

# A stem in more prompts than these, or in a greater share of all, tells nothing.
_RARE: Final = 3
_RARE_SHARE: Final = 0.06


@dataclass(frozen=True)
class Choice:
    """A list of options to choose from, and where it stands in its question."""

    path: TextPath
    options: tuple[Option, ...]
    several: bool

    @property
    def right(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.correct)

    @property
    def wrong(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if not option.correct)


@dataclass(frozen=True)
class Subject:
    """A question as the rules see it; `rare` are the stems that stand in few prompts of the course."""

    course: Course
    quiz: Quiz
    question: Question
    rare: frozenset[str]

    @cached_property
    def prompt(self) -> str:
        """The German prompt as it is read."""
        return self.plain(self.question.prompt)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The lists to choose from: the options, or those of each gap."""
        return choices(self.question)

    def plain(self, text: str) -> str:
        """A German text of the question as it is read."""
        return plain(text, self.course.values)

    def translations(self) -> Iterator[tuple[str, dict[TextPath, str]]]:
        """For each language that has translated the question of today, its words as they are read."""
        for language, translations in self.quiz.translations.items():
            translation = translations.get(self.question.id)
            if translation and self.course.question_state(self.quiz, self.question.id, language) != "outdated":
                words = {path: plain(text, self.course.values, language) for path, text in translation.texts.items()}
                yield language, words


Rules = Sequence[Callable[[Subject], Iterator[Finding]]]


def choices(question: Question) -> tuple[Choice, ...]:
    """The lists to choose from in a question, in its order."""
    if isinstance(question, Single):
        return (Choice(("options",), question.options, isinstance(question, Multiple)),)
    if isinstance(question, GapQuestion):
        return tuple(Choice(("gaps", gap.id, "options"), gap.options, False) for gap in question.gaps)
    return ()


def subjects(course: Course, quizzes: Iterable[Quiz]) -> tuple[Subject, ...]:
    """Every question of `quizzes`, in order."""
    found = tuple(quizzes)
    prompts = [content(plain(question.prompt, course.values, SOURCE)) for quiz in found for question in quiz.questions]
    counted = Counter(stem for prompt in prompts for stem in prompt)
    limit = max(_RARE, _RARE_SHARE * len(prompts))
    rare = frozenset(stem for stem, count in counted.items() if count <= limit)
    return tuple(Subject(course, quiz, question, rare) for quiz in found for question in quiz.questions)
