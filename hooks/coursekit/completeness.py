"""What is not translated yet: counted for staff, an error for what we ship (`course check --complete`)."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.languages import NAMES, SOURCE, TRANSLATIONS
from coursekit.quiz.load import FOLDER as QUIZZES


def missing_translations(course: Course) -> Iterator[Problem]:
    """Every page, question and term without words in a language, and every translation without a stamp."""
    for language in TRANSLATIONS:
        spoken = NAMES[language]
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
        for term in course.glossary[SOURCE].keys() - course.glossary[language].keys():
            yield Problem(
                f"data/glossary/{language}.yml",
                1,
                f"Das Wort „{term}“ fehlt auf {spoken}.",
                "Ergänzen Sie es wie im deutschen Glossar.",
            )
