"""What is not translated yet: counted for staff, an error for what we ship (`course check --complete`)."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.lessons import FILE as LESSONS
from coursekit.lessons import Picture
from coursekit.quiz.load import FOLDER as QUIZZES


def missing_translations(course: Course) -> Iterator[Problem]:
    """Every page, question and term without words in a language, and every translation without a stamp."""
    for language in [code for code in course.languages.published if code != SOURCE]:
        spoken = course.languages.name(language)
        for name in course.order:
            state, page = course.state(name, language), f"docs/{language}/{name}.md"
            if state == "missing":
                yield Problem(page, 1, f"Diese Seite fehlt auf {spoken}.", f"Übersetzen Sie docs/{SOURCE}/{name}.md.")
            elif state == "untracked":
                yield Problem(page, 1, "Der Übersetzung fehlt der Stempel.", f"Führen Sie aus: course stamp {page}")
        for lesson, quiz in course.quizzes.items():
            file = f"{QUIZZES}/{language}/{lesson}.yml"
            for question in quiz.questions:
                state = course.question_state(quiz, question.id, language)
                if state == "missing":
                    yield Problem(
                        file,
                        1,
                        f"Die Frage „{question.id}“ fehlt auf {spoken}.",
                        f"Übersetzen Sie sie aus {quiz.file.name}.",
                    )
                elif state == "untracked":
                    yield Problem(
                        file, 1, f"Der Frage „{question.id}“ fehlt der Stempel.", f"Führen Sie aus: course stamp {file}"
                    )
        for owner, picture in _pictures(course):
            if language not in picture.alt:
                yield Problem(
                    LESSONS,
                    1,
                    f"Bei „{owner}“ fehlt der Text des Bildes auf {spoken}.",
                    f"Auf Deutsch: „{picture.alt[SOURCE]}“",
                )
        for term in course.glossary[SOURCE].keys() - course.glossary[language].keys():
            yield Problem(
                f"data/glossary/{language}.yml",
                1,
                f"Das Wort „{term}“ fehlt auf {spoken}.",
                "Ergänzen Sie es wie im deutschen Glossar.",
            )


def _pictures(course: Course) -> Iterator[tuple[str, Picture]]:
    """The lead picture of every module, lesson and card, by name."""
    for known in (course.lessons.modules, course.lessons.lessons, course.lessons.cards):
        for name, owner in known.items():
            yield name, owner.picture
