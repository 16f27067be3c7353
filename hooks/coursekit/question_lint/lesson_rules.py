"""Rules about all questions of a lesson: how many, about how many papers, and whether one can guess by the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coursekit.errors import Problem
from coursekit.question_lint.chance import at_least
from coursekit.question_lint.finding import Rule, lesson_problem
from coursekit.question_lint.subject import Choice, Subject
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import Single

QUESTIONS: Final = 6
PAPERS: Final = 2
# Rarer by chance than this is a habit that learners notice.
_HABIT: Final = 0.05
# The same for one place among several, of which one is always the most frequent.
_PLACE_HABIT: Final = 0.02
_FEWEST: Final = 3


def lesson_problems(quiz: Quiz, subjects: Sequence[Subject]) -> Iterator[tuple[Rule, Problem]]:
    """Everything to say about the questions of one lesson together."""
    file, line = quiz.file.name, quiz.file.line("questions")

    def told(rule: Rule, message: str, hint: str) -> tuple[Rule, Problem]:
        return rule, lesson_problem(rule, file, line, message, hint)

    count = len(quiz.questions)
    if count < QUESTIONS:
        missing = QUESTIONS - count
        hint = f"Schreiben Sie noch {missing}." if missing > 1 else "Schreiben Sie noch eine."
        yield told("few-questions", f"Die Lektion hat {count} Fragen. Es sollen mindestens {QUESTIONS} sein.", hint)
    papers = sum(question.stimulus is not None for question in quiz.questions)
    if papers < PAPERS:
        message = f"Zu wenige Fragen zeigen ein Papier ({papers}). Es sollen mindestens {PAPERS} sein."
        yield told(
            "few-papers", message, "Geben Sie einer Frage mit stimulus einen Brief, eine Rechnung, eine Anzeige."
        )
    found = longest_habit(subjects)
    if found:
        message = f"Die richtige Antwort ist in dieser Lektion meist die längste ({found[0]} von {found[1]} Mal)."
        yield told("longest-right", message, "Kürzen Sie richtige Antworten, oder machen Sie falsche länger.")
    for choices, what in _by_kind(subjects):
        place = _place_habit(choices)
        if place is not None:
            message = f"{what} steht in dieser Lektion fast immer an Stelle {place + 1}."
            hint = "Die Antworten erscheinen so, wie sie hier stehen. Stellen Sie einige um."
            yield told("same-place", message, hint)


def longest_habit(subjects: Sequence[Subject]) -> tuple[int, int] | None:
    """How often the right option is the longest of all, and of how many, where that is more than chance."""
    lists = [(subject, choice) for subject in subjects for choice in subject.choices if len(choice.right) == 1]
    count = 0
    for subject, choice in lists:
        right = len(subject.plain(choice.right[0].text))
        count += all(len(subject.plain(option.text)) < right for option in choice.wrong)
    if len(lists) >= _FEWEST and at_least(count, [1 / len(choice.options) for _, choice in lists]) < _HABIT:
        return count, len(lists)
    return None


def _by_kind(subjects: Sequence[Subject]) -> Iterator[tuple[list[Choice], str]]:
    """The lists with one right option, apart: a question alone, and the gaps of a text, which are seen together."""
    singles = [choice for subject in subjects if type(subject.question) is Single for choice in subject.choices]
    yield singles, "Antworten zur Wahl: Die richtige"
    yield (
        [choice for subject in subjects for choice in subject.choices if choice.path[0] == "gaps"],
        "Wörter für Lücken: Das richtige",
    )


def _place_habit(choices: Sequence[Choice]) -> int | None:
    """The place where the right option nearly always stands, from 0, or nothing."""
    places = [next(place for place, option in enumerate(choice.options) if option.correct) for choice in choices]
    for place in sorted(set(places)):
        count = places.count(place)
        if count >= _FEWEST and (
            count == len(places) or at_least(count, [1 / len(choice.options) for choice in choices]) < _PLACE_HABIT
        ):
            return place
    return None
