"""Rules about what is said to the learner after an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from coursekit.languages import SOURCE
from coursekit.question_lint.finding import Finding
from coursekit.question_lint.subject import Rules, Subject
from coursekit.question_lint.vocabulary import TEST_WORD
from coursekit.quiz.model import NumberQuestion, TextPath

# What learners meet as German papers speaks as papers do.
_PAPERS: Final = ("stimulus", "text")


def feedback_opening(subject: Subject) -> Iterator[Finding]:
    """Feedback on a wrong answer begins kindly, in the words of the interface: „Noch nicht.“"""
    for language, words in _languages(subject):
        opening = _opening(subject, language)
        for path, text in words.items():
            if opening and _is_feedback(path) and not text.startswith(opening):
                message = f"Die Rückmeldung beginnt nicht mit „{opening}“"
                hint = f"Schreiben Sie: „{opening} …“ und dann, was stimmt."
                yield Finding("feedback-opening", subject.question, path, message, hint, language)


def test_word(subject: Subject) -> Iterator[Finding]:
    """Learners practise: nobody tests them, and they make no faults. A fault in a bill is one."""
    for language, words in _languages(subject):
        pattern = TEST_WORD.get(language)
        for path, text in words.items():
            found = pattern.search(text) if pattern and path[0] not in _PAPERS else None
            if found:
                message = f"„{found[0]}“ klingt nach Schule und Note."
                hint = "Es heißt „üben“ und „noch nicht“."
                yield Finding("test-word", subject.question, path, message, hint, language)


def range_overlap(subject: Subject) -> Iterator[Finding]:
    """Of two ranges that share a number, only the first one speaks for it. A special one inside a later one is meant."""
    if not isinstance(subject.question, NumberQuestion):
        return
    ranges = [
        (entry.from_, entry.to, place)
        for place, entry in enumerate(subject.question.feedback)
        if entry.from_ is not None and entry.to is not None
    ]
    for number, (start, end, place) in enumerate(ranges):
        before = ranges[:number]
        if any(
            start <= other_end and first <= end and not start <= first <= other_end <= end
            for first, other_end, _ in before
        ):
            message = "Dieser Bereich von Zahlen überschneidet sich mit einem anderen."
            hint = "Jede Zahl gehört nur in einen Bereich. Ändern Sie from oder to."
            yield Finding("range-overlap", subject.question, ("feedback", place, "text"), message, hint)


def _languages(subject: Subject) -> Iterator[tuple[str, dict[TextPath, str]]]:
    yield SOURCE, {path: subject.plain(text) for path, text in subject.question.texts().items()}
    yield from subject.translations()


def _opening(subject: Subject, language: str) -> str:
    """How the interface says „Noch nicht.“, or nothing where it has no word for it."""
    words = subject.course.words.get(language, {}).get("quiz")
    word = words.get("not_yet") if isinstance(words, Mapping) else None
    return f"{word}." if word else ""


def _is_feedback(path: TextPath) -> bool:
    return path[-1] == "feedback" or (path[0] == "feedback" and path[-1] == "text")


RULES: Rules = (feedback_opening, test_word, range_overlap)
