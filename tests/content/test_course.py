"""The real course: everything that `course check` promises, and what the content guide asks beyond it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.quiz.model import TYPES, Single
from coursekit.text import placeholders, terms

from tests.conftest import LANGUAGES, TRANSLATIONS, run

_LONG = 30
_OPENING = re.compile(r"^(?:#|!\[|!!!|<!--)")


def test_the_course_is_whole_in_every_language() -> None:
    done = run("course", "check", "--complete")
    assert done.returncode == 0, done.stderr
    assert "Alles in Ordnung." in done.stdout


def test_every_translation_is_stamped_with_the_german_of_today(course: Course) -> None:
    states = {course.state(name, language) for name in course.order for language in TRANSLATIONS}
    asked = {
        course.question_state(quiz, question.id, language)
        for quiz in course.quizzes.values()
        for question in quiz.questions
        for language in TRANSLATIONS
    }
    assert states | asked == {"current"}


def test_every_question_is_recorded_in_the_lock() -> None:
    done = run("course", "check")
    assert "ist neu" not in done.stdout


def test_every_lesson_has_six_questions_and_two_papers(course: Course) -> None:
    for name, quiz in course.quizzes.items():
        assert len(quiz.questions) >= 6, name
        assert sum(question.stimulus is not None for question in quiz.questions) >= 2, name


def test_a_module_has_questions_of_every_type(course: Course) -> None:
    for module in course.modules:
        questions = [question for name in course.lessons_of(module) for question in course.quizzes[name].questions]
        assert {type(question) for question in questions} == set(TYPES.values()), module


def test_the_right_option_is_not_always_at_the_same_place(course: Course) -> None:
    for name, quiz in course.quizzes.items():
        places = Counter(
            next(place for place, option in enumerate(question.options) if option.correct)
            for question in quiz.questions
            if type(question) is Single
        )
        if sum(places.values()) >= 3:
            assert len(places) > 1, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_of_a_lesson_fits_on_a_screen_of_the_projector(course: Course, language: str) -> None:
    """At most 30 words in German; translations run longer by nature and have the same paragraphs."""
    limit = _LONG if language == SOURCE else round(_LONG * 1.4)
    for name in course.lessons.lessons:
        for paragraph in course.pages[language][name].body.split("\n\n"):
            if paragraph.strip() and not _OPENING.match(paragraph) and not paragraph.startswith(("- ", "1. ", ">")):
                text = terms.plain(placeholders.fill_plain(paragraph, course.values, language))
                assert len(text.split()) <= limit, f"{name} ({language}): {paragraph}"


def test_every_fact_of_a_question_is_a_fact_with_a_law_or_an_adviser(course: Course) -> None:
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            for fact in question.facts:
                assert all(basis.label for basis in course.facts[fact].basis), fact


@pytest.mark.parametrize(
    ("language", "forbidden"), [("ro", "[şţŞŢ]"), ("bg", r"[а-яА-Я][a-zA-Z]|[a-zA-Z][а-яА-Я]"), ("de", "[şţ]")]
)
def test_letters_are_those_of_the_language(course: Course, language: str, forbidden: str) -> None:
    texts = [page.body for page in course.pages[language].values()]
    texts += [
        text for quiz in course.quizzes.values() for local in quiz.local(language) for text in local.words.values()
    ]
    for text in texts:
        assert not re.search(forbidden, text), text
