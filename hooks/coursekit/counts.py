"""What the course holds, in numbers: printed by `course check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from coursekit.course import Course
from coursekit.language.readability import Figures
from coursekit.languages import SOURCE
from coursekit.quiz.model import TYPES


def summary(course: Course, read: Mapping[str, Figures]) -> str:
    """Lessons, questions by type, papers, red and exam questions, facts, places to confirm, and each translation.

    `read` has by language how long its sentences are.
    """
    questions = [question for quiz in course.quizzes.values() for question in quiz.questions]
    types = Counter(next(name for name, model in TYPES.items() if type(question) is model) for question in questions)
    open_places = sum(not place.confirmed for place in course.city.places.values())
    lines = [
        f"{_of(len(course.modules), 'Modul', 'Module')}, {_of(len(course.lessons.lessons), 'Lektion', 'Lektionen')}, {_of(len(course.order), 'Seite', 'Seiten')}"
        + (f", dazu {len(course.staff)} nur auf Deutsch für Redaktion und Lehrkräfte" if course.staff else ""),
        f"{_of(len(questions), 'Frage', 'Fragen')}: " + ", ".join(f"{types[name]} {name}" for name in TYPES),
        f"  davon {sum(question.stimulus is not None for question in questions)} mit Brief, Nachricht oder Formular, "
        f"{sum(question.red for question in questions)} rot, {sum(question.exam for question in questions)} für die Prüfung",
        f"{_of(len(course.facts), 'Tatsache', 'Tatsachen')}, {_of(len(course.glossary[SOURCE]), 'Wort', 'Wörter')} im Glossar, "
        f"{_of(len(course.city.places), 'Ort', 'Orte')} ({open_places} noch zu prüfen)",
    ]
    for language in course.languages.translations:
        pages: Counter[str] = Counter(course.state(name, language) for name in course.order)
        asked: Counter[str] = Counter(
            course.question_state(quiz, question.id, language)
            for quiz in course.quizzes.values()
            for question in quiz.questions
        )
        lines.append(f"{course.languages.name(language)}: Seiten {_states(pages)}; Fragen {_states(asked)}")
    sentences = [
        f"{course.languages.name(language)} {figures.mean:.1f} (höchstens {figures.longest})".replace(".", ",")
        for language, figures in read.items()
        if figures.counts.sentences
    ]
    if sentences:
        lines.append(f"Wörter in einem Satz, im Mittel: {'; '.join(sentences)}")
    return "\n".join(lines)


_WORDS = {"current": "aktuell", "outdated": "veraltet", "untracked": "ohne Stempel", "missing": "fehlen"}


def _states(counted: Counter[str]) -> str:
    return ", ".join(f"{counted[state]} {word}" for state, word in _WORDS.items() if counted[state]) or "keine"


def _of(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
