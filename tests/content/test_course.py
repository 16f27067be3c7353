"""The real course: everything that `course check` promises, and what the content guide asks beyond it."""

from __future__ import annotations

from dataclasses import replace

from coursekit.course import Course
from coursekit.language.check import LanguageCheck
from coursekit.languages import SOURCE
from coursekit.question_lint.lint import lint
from coursekit.question_lint.section_rules import not_in_section
from coursekit.question_lint.subject import subjects

from tests.conftest import TRANSLATIONS, run


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


def test_the_linter_has_no_advice_left(course: Course) -> None:
    """Six questions a lesson, two of them about a paper, every type a module; none guessable, negated, or without its section."""
    assert [str(problem) for problem in lint(course)] == []


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


def test_every_fact_of_a_question_is_a_fact_with_a_law_or_an_adviser(course: Course) -> None:
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            for fact in question.facts:
                assert all(basis.label for basis in course.facts[fact].basis), fact


def test_every_text_holds_the_limits_of_its_language(course: Course) -> None:
    """Means and lengths, too, which are notices for people."""
    assert LanguageCheck(course).problems(spelling=True) == []
