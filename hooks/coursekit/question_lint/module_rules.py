"""Rules about a module and the whole course: what is missing for the exam, and habits that only all questions show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.lessons import FILE as LESSONS
from coursekit.lessons import load_lessons
from coursekit.question_lint.chance import at_least
from coursekit.question_lint.finding import lesson_problem
from coursekit.question_lint.subject import Subject
from coursekit.quiz.model import TYPES, Single

# Content guide: three times as many safety-critical questions as the exam draws from the module.
RED: Final[Mapping[str, int]] = {"wohnung-finden": 3, "mietrecht": 6, "hausordnung": 6, "aemter": 3}
# Over a whole course already a small preference is one; chance alone does this once in a hundred courses.
_COURSE_HABIT: Final = 0.01


def module_problems(course: Course) -> Iterator[Problem]:
    """What a module lacks, told at its entry in data/lessons.yml."""
    _, file = load_lessons(course.root, [])
    for module in course.modules:
        line = file.line("modules", module) if file else 1
        questions = [question for name in course.lessons_of(module) for question in course.quizzes[name].questions]
        missing = [name for name, kind in TYPES.items() if not any(type(question) is kind for question in questions)]
        if missing:
            message = f"Im Modul „{module}“ fehlen Fragen dieser Art: {', '.join(missing)}."
            hint = "Schreiben Sie in einer Lektion des Moduls mindestens eine von jeder Art."
            yield lesson_problem("missing-type", LESSONS, line, message, hint)
        red, wanted = sum(question.red for question in questions), RED.get(module, 0)
        if red < wanted:
            message = f"Im Modul „{module}“ sind {red} Fragen zur Sicherheit (red: true). Die Prüfung braucht {wanted}."
            hint = "Schreiben Sie weitere, oder markieren Sie Fragen, bei denen es um Sicherheit geht."
            yield lesson_problem("few-red", LESSONS, line, message, hint)


def course_problems(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Whether the right option stands at one place more often than chance puts it there, over the whole course."""
    singles = [choice for subject in subjects if type(subject.question) is Single for choice in subject.choices]
    places = [next(place for place, option in enumerate(choice.options) if option.correct) for choice in singles]
    for place in sorted(set(places)):
        count = places.count(place)
        chances = [1 / len(choice.options) if place < len(choice.options) else 0.0 for choice in singles]
        if at_least(count, chances) < _COURSE_HABIT:
            message = f"Im ganzen Kurs steht die richtige Antwort zu oft an Stelle {place + 1} ({count} von {len(places)} Mal)."
            hint = "Die Antworten erscheinen so, wie sie in der Datei stehen. Stellen Sie in einigen Fragen um."
            yield lesson_problem("same-place", LESSONS, 1, message, hint)
