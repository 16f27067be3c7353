"""Everything to say about the questions of the course, without what their writers have considered."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.question_lint import feedback_rules, option_rules, prompt_rules, section_rules
from coursekit.question_lint.duplicates import same_question
from coursekit.question_lint.finding import Finding, Rule, lesson_problem
from coursekit.question_lint.lesson_rules import lesson_problems
from coursekit.question_lint.module_rules import course_problems, module_problems
from coursekit.question_lint.subject import Subject, subjects
from coursekit.quiz.load import Quiz

_RULES = (*prompt_rules.RULES, *option_rules.RULES, *feedback_rules.RULES, *section_rules.RULES)


def lint(course: Course) -> tuple[Problem, ...]:
    """All findings about the questions of a course without errors, sorted by place."""
    return tuple(sorted(set(_problems(course))))


def _problems(course: Course) -> Iterator[Problem]:
    asked = subjects(course, course.quizzes.values())
    findings: dict[str, list[Finding]] = {subject.question.id: [] for subject in asked}
    for subject in asked:
        findings[subject.question.id] += [finding for rule in _RULES for finding in rule(subject)]
    for subject, finding in same_question(asked):
        findings[subject.question.id].append(finding)
    for subject in asked:
        yield from _left(subject, findings[subject.question.id])
    for quiz in course.quizzes.values():
        yield from _left_of_lesson(quiz, [subject for subject in asked if subject.quiz is quiz])
    yield from module_problems(course)
    yield from course_problems(asked)


def _left(subject: Subject, findings: list[Finding]) -> Iterator[Problem]:
    """The findings of a question that its writer has not considered, and what was considered without need."""
    question, quiz = subject.question, subject.quiz
    for finding in findings:
        if finding.rule not in question.considered:
            yield finding.problem(quiz)
    found: set[Rule] = {finding.rule for finding in findings}
    for place, rule in enumerate(question.considered):
        if rule not in found:
            yield _needless(quiz, quiz.line(question, "considered", place), rule)


def _left_of_lesson(quiz: Quiz, asked: list[Subject]) -> Iterator[Problem]:
    found: set[Rule] = set()
    for rule, problem in lesson_problems(quiz, asked):
        found.add(rule)
        if rule not in quiz.considered:
            yield problem
    for place, considered in enumerate(quiz.considered):
        if considered not in found:
            yield _needless(quiz, quiz.file.line("considered", place), considered)


def _needless(quiz: Quiz, line: int, rule: Rule) -> Problem:
    message = f"Den Hinweis „{rule}“ gibt es hier nicht mehr."
    return lesson_problem("considered", quiz.file.name, line, message, "Löschen Sie die Zeile unter considered.")
