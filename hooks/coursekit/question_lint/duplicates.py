"""The same question twice in the course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from coursekit.question_lint.finding import Finding
from coursekit.question_lint.subject import Subject
from coursekit.question_lint.words import content
from coursekit.quiz.model import Question

# Two questions share so many of their words (Jaccard). Different ones of the same lesson reach 0.3.
_SAME: Final = 0.6
# Questions are compared that share a stem of no more questions than these: in a large course not every pair.
_TELLING: Final = 60


def same_question(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    """Two questions about the same in nearly the same words: in the exam one gives the other away."""
    read = [_asked(subject) for subject in subjects]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, stems in enumerate(read):
        for stem in stems:
            holders[stem].append(place)
    pairs = {
        (one, two)
        for places in holders.values()
        if len(places) <= _TELLING
        for number, two in enumerate(places)
        for one in places[:number]
    }
    for one, two in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
        together = read[one] | read[two]
        if len(read[one] & read[two]) >= _SAME * len(together):
            first, second = subjects[one], subjects[two]
            where = "" if first.quiz is second.quiz else f" in {first.quiz.file.name}"
            message = f"Diese Frage ist fast dieselbe wie „{first.question.id}“{where}."
            hint = "Fragen Sie nach etwas anderem, oder nehmen Sie eine der beiden heraus."
            yield second, Finding("same-question", second.question, ("prompt",), message, hint)


def _asked(subject: Subject) -> frozenset[str]:
    """The stems of what is asked and of what there is to choose; feedback and explanation do not count."""
    return content(subject.plain(" ".join(_parts(subject.question))))


def _parts(question: Question) -> Iterator[str]:
    for path, text in question.texts().items():
        if path[0] in ("prompt", "text", "options", "items", "boxes", "gaps") and path[-1] in ("prompt", "text"):
            yield text
    if question.stimulus:
        yield question.stimulus.text
