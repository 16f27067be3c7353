"""Read the quiz files: the German one with structure and key, the others with words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from coursekit.errors import Problem, did_you_mean
from coursekit.languages import SOURCE
from coursekit.quiz.model import TYPES, ConsideredInLesson, LocalQuestion, Question, TextPath, Translation
from coursekit.quiz.overlay import read_translation
from coursekit.quiz.rules import question_problems
from coursekit.quiz.templates import unfilled
from coursekit.sources.checked import ID_PATTERN, checked
from coursekit.sources.yaml_file import Key, YamlFile, read_yaml

FOLDER = "quizzes"
_FIELDS = ("questions", "retired", "considered")


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of one lesson; `lesson` is the name of its page, such as `mietrecht/kaution`."""

    lesson: str
    file: YamlFile
    questions: tuple[Question, ...]
    places: Mapping[str, int]
    retired: tuple[str, ...]
    considered: tuple[ConsideredInLesson, ...] = ()
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict)
    translation_files: Mapping[str, YamlFile] = field(default_factory=dict)

    def line(self, question: Question, *path: str | int) -> int:
        """The line of a field of `question` in the German file."""
        return self.file.line(*self._key(question, path))

    def text_line(self, question: Question, *path: str | int) -> int:
        """The line on which a text of `question` begins."""
        return self.file.text_line(*self._key(question, path))

    def _key(self, question: Question, path: TextPath) -> Key:
        at = ("questions", self.places[question.id])
        return (*at, *_by_place(self.file, at, path))

    def local(self, language: str) -> tuple[LocalQuestion, ...]:
        """The questions for a reader of `language`, numbered from 1."""
        words = self.translations.get(language, {})
        return tuple(
            _local(question, words.get(question.id), number) for number, question in enumerate(self.questions, start=1)
        )


def load_quiz(root: Path, lesson: str, translations: Collection[str], problems: list[Problem]) -> Quiz | None:
    """The quiz of `lesson` in German and in `translations`; faulty questions are left out and reported."""
    name = f"{FOLDER}/{SOURCE}/{lesson}.yml"
    file = read_yaml(root / name, name, problems)
    if file is None:
        return None
    if not isinstance(file.data, dict) or not isinstance(file.data.get("questions"), tuple):
        problems.append(
            Problem(
                name,
                file.line("questions"),
                "Hier fehlt die Liste der Fragen.",
                "Die Datei beginnt mit questions: und darunter einem Strich für jede Frage.",
            )
        )
        return None
    for key in file.data.keys() - set(_FIELDS):
        problems.append(
            Problem(
                name,
                file.line(key),
                f"Das Feld „{key}“ gibt es hier nicht.",
                did_you_mean(key, _FIELDS),
            )
        )
    questions: list[Question] = []
    places: dict[str, int] = {}
    for index, entry in enumerate(file.data["questions"]):
        open_places = list(unfilled(file, ("questions", index), entry))
        if open_places:
            _half_filled(file, index, entry, open_places, problems)
            continue
        question = _question(file, index, entry, problems)
        if question is None:
            continue
        if question.id in places:
            problems.append(
                Problem(
                    name,
                    file.line("questions", index, "id"),
                    f"Die Frage „{question.id}“ gibt es in dieser Datei schon.",
                    "Geben Sie dieser Frage einen eigenen Namen.",
                )
            )
            continue
        questions.append(question)
        places[question.id] = index
        problems.extend(question_problems(question, file, index))
    retired = _retired(file, problems)
    quiz = Quiz(lesson, file, tuple(questions), places, retired, _considered(file, problems))
    return _with_translations(root, quiz, translations, problems)


def _question(file: YamlFile, index: int, entry: object, problems: list[Problem]) -> Question | None:
    line = file.line("questions", index)
    if not isinstance(entry, dict):
        problems.append(
            Problem(
                file.name,
                line,
                "Hier steht keine Frage.",
                "Eine Frage beginnt mit - id: und hat ihre Felder eingerückt darunter.",
            )
        )
        return None
    kind = entry.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        if kind is None:
            problems.append(
                Problem(
                    file.name,
                    line,
                    "Hier fehlt das Feld „type“.",
                    f"Ergänzen Sie: type: … Möglich ist: {', '.join(TYPES)}.",
                )
            )
        else:
            problems.append(
                Problem(
                    file.name,
                    file.line("questions", index, "type"),
                    f"Die Art „{kind}“ gibt es nicht."
                    if isinstance(kind, str)
                    else "Bei „type“ fehlt die Art der Frage.",
                    did_you_mean(str(kind), TYPES),
                )
            )
        return None
    return checked(TYPES[kind], file, problems, ("questions", index))


def _half_filled(
    file: YamlFile, index: int, entry: object, open_places: list[Problem], problems: list[Problem]
) -> None:
    """What is wrong with a question that is still being filled in: its open places, and everything elsewhere in it."""
    found: list[Problem] = []
    question = _question(file, index, entry, found)
    if question is not None:
        found.extend(question_problems(question, file, index))
    open_lines = {problem.line for problem in open_places}
    problems.extend([*open_places, *(problem for problem in found if problem.line not in open_lines)])


def _retired(file: YamlFile, problems: list[Problem]) -> tuple[str, ...]:
    retired = file.data.get("retired") or ()
    if not isinstance(retired, tuple) or not all(
        isinstance(entry, str) and re.match(ID_PATTERN, entry) for entry in retired
    ):
        problems.append(
            Problem(
                file.name,
                file.line("retired"),
                "Bei „retired“ muss eine Liste von Namen stehen.",
                "Jeder Name steht in einer eigenen Zeile hinter einem Strich: - kaution-alt",
            )
        )
        return ()
    return tuple(retired)


def _considered(file: YamlFile, problems: list[Problem]) -> tuple[ConsideredInLesson, ...]:
    """What the linter says of the lesson as a whole and its writer means so."""
    known = get_args(ConsideredInLesson)
    considered = file.data.get("considered") or ()
    if not isinstance(considered, tuple):
        message = "Bei „considered“ muss eine Liste von Namen stehen."
        hint = f"Jeder Name steht in einer eigenen Zeile hinter einem Strich: - {known[0]}"
        problems.append(Problem(file.name, file.line("considered"), message, hint))
        return ()
    for place, entry in enumerate(considered):
        if entry not in known:
            name = entry if isinstance(entry, str) else ""
            message = f"„{name}“ ist bei „considered“ nicht möglich." if name else "Hier muss ein Name stehen."
            problems.append(Problem(file.name, file.line("considered", place), message, did_you_mean(name, known)))
    return tuple(entry for entry in considered if entry in known)


def _with_translations(root: Path, quiz: Quiz, languages: Collection[str], problems: list[Problem]) -> Quiz:
    translations: dict[str, Mapping[str, Translation]] = {}
    files: dict[str, YamlFile] = {}
    for language in languages:
        name = f"{FOLDER}/{language}/{quiz.lesson}.yml"
        if not (root / name).is_file():
            continue
        file = read_yaml(root / name, name, problems)
        if file is None:
            continue
        files[language] = file
        translations[language] = read_translation(file, language, quiz.questions, quiz.retired, problems)
    return replace(quiz, translations=translations, translation_files=files)


def _local(question: Question, translation: Translation | None, number: int) -> LocalQuestion:
    german = question.texts()
    if translation is None:
        return LocalQuestion(question, german, SOURCE, "", number)
    return LocalQuestion(question, {**german, **translation.texts}, translation.language, translation.help, number)


def _by_place(file: YamlFile, at: tuple[str | int, ...], path: TextPath) -> tuple[str | int, ...]:
    """A path by ids (`options`, `a`) as a path by places (`options`, 0), as the file's lines have it."""
    here = file.data
    for part in at:
        here = here[part]
    found: list[str | int] = []
    for part in path:
        if isinstance(here, tuple) and isinstance(part, str):
            part = next((i for i, entry in enumerate(here) if isinstance(entry, dict) and entry.get("id") == part), 0)
        found.append(part)
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            break
    return tuple(found)
