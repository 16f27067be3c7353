"""What readers would see differently: two states of the course compared, page by page and question by question."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from coursekit.course import Course
from coursekit.drawings import FOLDER as ASSETS
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address
from coursekit.pages.compose import prepare, reader
from coursekit.pages.view import view
from coursekit.text import placeholders

How = Literal["new", "changed", "outdated", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """A page or a question in one language: `label` is its title or name, `address` where it stands on the site."""

    how: How
    language: str
    label: str
    address: str


def page_changes(before: Course, now: Course, today: date) -> list[Change]:
    """The pages that differ for their readers, in the order of the course."""
    old, new = dict(_pages(before, today)), dict(_pages(now, today))
    return [*_compared(old, new, lambda key: now.state(*key) == "outdated")]


def question_changes(before: Course, now: Course) -> list[Change]:
    """The questions that differ for those who answer them, in the order of the course."""
    old, new = dict(_questions(before)), dict(_questions(now))

    def outdated(key: tuple[str, str]) -> bool:
        quiz = next(quiz for quiz in now.quizzes.values() if any(found.id == key[0] for found in quiz.questions))
        return now.question_state(quiz, *key) == "outdated"

    return [*_compared(old, new, outdated)]


# By name and language: how it is called, where it stands, and everything that readers see of it.
_Shown = tuple[str, str, Any]


def _compared(
    old: Mapping[tuple[str, str], _Shown],
    new: Mapping[tuple[str, str], _Shown],
    is_outdated: Callable[[tuple[str, str]], bool],
) -> Iterator[Change]:
    for key, (label, where, seen) in new.items():
        if key not in old:
            yield Change("new", key[1], label, where)
        elif old[key][2] != seen:
            yield Change("outdated" if is_outdated(key) else "changed", key[1], label, where)
    for key, (label, where, _) in old.items():
        if key not in new:
            yield Change("gone", key[1], label, where)


def _pages(course: Course, today: date) -> Iterator[tuple[tuple[str, str], _Shown]]:
    everywhere = [(name, language) for name in course.order for language in course.languages.published]
    for name, language in [*everywhere, *((name, SOURCE) for name in course.staff)]:
        page, around = course.page(name, language), view(course, name, language, today)
        pictures = [_hash(course, image.file) for image in page.images]
        text = prepare(course, reader(course, name, language), page.body)
        seen = (
            text,
            around.title,
            around.goal,
            around.minutes,
            around.picture,
            around.sources,
            around.notice,
            around.explanations,
            pictures,
        )
        yield (name, language), (around.title, address(name, language), seen)


def _questions(course: Course) -> Iterator[tuple[tuple[str, str], _Shown]]:
    for lesson, quiz in course.quizzes.items():
        published = course.languages.published
        for same in zip(*(quiz.local(language) for language in published), strict=True):
            for language, local in zip(published, same, strict=True):
                question = local.question
                texts = [
                    (path, placeholders.fill_plain(text, course.values, local.language))
                    for path, text in local.words.items()
                ]
                pictures = [_hash(course, file) for file in question.drawings().values()]
                state = course.question_state(quiz, question.id, language)
                seen = (
                    type(question),
                    question.key(),
                    texts,
                    local.help,
                    local.language,
                    pictures,
                    state == "outdated",
                )
                where = f"{address(lesson, language)}#frage-{question.id}"
                yield (question.id, language), (question.id, where, seen)


def _hash(course: Course, file: str) -> str:
    return hashlib.sha256((course.root / ASSETS / file).read_bytes()).hexdigest()
