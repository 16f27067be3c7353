"""The real course: everything that `course check` promises, and what the content guide asks beyond it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.question_lint.finding import NEVER
from coursekit.question_lint.lint import lint
from coursekit.question_lint.section_rules import not_in_section
from coursekit.question_lint.subject import subjects
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


def test_the_questions_are_as_many_and_as_mixed_as_the_guide_asks(course: Course) -> None:
    """Six a lesson, two of them about a paper, every type and enough safety-critical ones a module, no habit of place."""
    asked = ["(few-questions)", "(few-papers)", "(missing-type)", "(few-red)"]
    asked += ["(same-place) Antworten zur Wahl", "(same-place) Im ganzen Kurs"]
    assert [str(problem) for problem in lint(course) if any(name in problem.message for name in asked)] == []


def test_no_question_does_what_the_guide_forbids(course: Course) -> None:
    asked = (*NEVER, "feedback-opening")
    assert [str(problem) for problem in lint(course) if any(f"({rule})" in problem.message for rule in asked)] == []


def test_a_question_that_names_a_wrong_section_is_found(course: Course) -> None:
    """The linter compares words; it must tell the sections of real lessons apart, and leave the right ones alone."""
    aside = {"situation", "fehler", "weitersagen"}  # they may say what a rule says
    right: list[bool] = []
    found: list[bool] = []
    for subject in subjects(course, course.quizzes.values()):
        right.append(not list(not_in_section(subject)))
        for section in course.pages[SOURCE][subject.quiz.lesson].sections:
            if section not in aside | {subject.question.section}:
                wrong = replace(subject, question=subject.question.model_copy(update={"section": section}))
                found.append(bool(list(not_in_section(wrong))))
    assert len(found) > 200
    assert sum(found) > 0.85 * len(found)
    assert sum(right) > 0.95 * len(right)


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
