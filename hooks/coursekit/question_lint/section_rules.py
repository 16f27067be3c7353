"""Rules about the lesson behind a question: the section that it names teaches the answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from coursekit.languages import SOURCE
from coursekit.question_lint.finding import Finding
from coursekit.question_lint.subject import Rules, Subject
from coursekit.question_lint.words import content, numbers, plain
from coursekit.quiz.model import Assign, NumberQuestion, Order
from coursekit.sources.page_file import PageFile
from coursekit.text.placeholders import Values

# Measured on the six lessons of tenancy law: of the words of an answer, the section named holds 0.23 to 1.0 and 0.6 in
# the middle, another section of the lesson mostly under 0.3.
_ENOUGH: Final = 0.25
# Another section fits better from this much on.
_CLEARLY: Final = 0.15
# A fact is stated where so many words of its statement stand: 0.67 in the middle, elsewhere 0.15.
_STATED: Final = 0.6


def not_in_section(subject: Subject) -> Iterator[Finding]:
    """Who answers wrong is sent to the section named: the words of the answer must stand there."""
    page = subject.course.pages[SOURCE].get(subject.quiz.lesson)
    question = subject.question
    if page is None:
        return
    answer = _answer(subject)
    here = section_text(page, question.section, subject.course.values)
    share = _share(answer, here)
    others = {
        heading.id: _share(answer, section_text(page, heading.id, subject.course.values))
        for heading in page.headings
        if heading.level == 2 and heading.id != question.section
    }
    best = max(others, key=lambda section: others[section], default="")
    title = page.heading(question.section)
    stated = any(_share(_statement(subject, name), here) >= _STATED for name in question.facts)
    if best and not stated and share < others[best] - _CLEARLY:
        message = f"Zur Antwort passt der Abschnitt „{page.heading(best)}“ besser als „{title}“."
        hint = f"Schreiben Sie section: {best}, oder erklären Sie die Antwort in „{title}“."
    elif not stated and share < _ENOUGH:
        message = f"Der Abschnitt „{title}“ sagt wenig oder nichts von der Antwort."
        hint = "Erklären Sie die Antwort dort, oder nennen Sie bei section den Abschnitt, der sie erklärt."
    elif isinstance(question, NumberQuestion) and not stated and not _number_taught(subject, question, here):
        message = f"Im Abschnitt „{title}“ steht weder die Zahl noch eine Tatsache, aus der sie folgt."
        hint = "Nennen Sie bei facts die Tatsache, und setzen Sie sie im Abschnitt ein: {{ fact.… }}"
    else:
        return
    yield Finding("not-in-section", question, ("section",), message, hint)


@lru_cache(maxsize=4096)
def _section(body: str, first: int, last: int) -> str:
    return "\n".join(body.split("\n")[first:last])


def section_text(page: PageFile, section: str, values: Values) -> str:
    """The section with its heading and the sections below it, as it is read; empty where there is none."""
    for place, heading in enumerate(page.headings):
        if heading.id == section:
            ends = (other.line for other in page.headings[place + 1 :] if other.level <= heading.level)
            last = next(ends, page.body_line + page.body.count("\n") + 1)
            return plain(_section(page.body, heading.line - page.body_line, last - page.body_line), values)
    return ""


def _answer(subject: Subject) -> frozenset[str]:
    """The stems of what is right: the explanation, and the right parts or what is said to wrong ones.

    The things of an `assign` question are stories of their own; what is taught stands in their feedback.
    """
    question = subject.question
    texts = [question.explanation]
    for choice in subject.choices:
        texts += [text for option in choice.right for text in (option.text, option.missed or "")]
    if isinstance(question, Assign):
        texts += [item.feedback for item in question.items]
    elif isinstance(question, Order):
        texts += [question.feedback, *(item.text for item in question.items)]
    return content(subject.plain(" ".join(texts)))


def _share(stems: frozenset[str], text: str) -> float:
    """Which part of `stems` stands in `text`; all, where there is nothing to look for."""
    return len(stems & content(text)) / len(stems) if stems else 1.0


def _statement(subject: Subject, fact: str) -> frozenset[str]:
    """The stems of what a fact says."""
    return content(subject.plain(subject.course.facts[fact].statement))


def _number_taught(subject: Subject, question: NumberQuestion, text: str) -> bool:
    """Whether the section has the answer, or the value of a fact that it is reckoned from."""
    values = [subject.course.facts[name].value for name in question.facts]
    reckoned = {float(value) for value in values if isinstance(value, int | float)}
    return bool(({float(question.answer)} | reckoned) & numbers(text))


RULES: Rules = (not_in_section,)
