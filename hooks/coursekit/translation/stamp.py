"""Write into a translation which German words it was made from; every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from coursekit import source_hash
from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.page_structure import misfits as page_misfits
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import Question
from coursekit.quiz.overlay import part_problems
from coursekit.quiz.structure import misfits
from coursekit.sources.yaml_file import Key, YamlFile

_STAMP = re.compile(r"""source:(?: *(?:"[^"]*"|'[^']*'|[^\s#"']+))?""")


@dataclass(frozen=True, slots=True)
class Stamped:
    """The names of the files that changed, and why the others got no stamp."""

    changed: list[str]
    refused: list[Problem]


def stamp_files(course: Course, only: Collection[str] = ()) -> Stamped:
    """Stamps every translated page and question, or those in the files of `only` (as `docs/ro/…`).

    A page or question that is not built like the German one is refused: a stamp would say that it fits.
    """
    changed: list[str] = []
    refused: list[Problem] = []
    for language in course.languages.translations:
        for name, page in course.pages[language].items():
            if name not in course.pages[SOURCE] or (only and page.name not in only):
                continue
            reasons = list(page_misfits(page, course.pages[SOURCE][name]))
            refused += reasons
            if not reasons:
                found = source_hash.of_page(course.pages[SOURCE][name])
                changed += write_stamps(course.root, page.head, {(): found}, head_end=page.body_line - 1)
        for quiz in course.quizzes.values():
            file = quiz.translation_files.get(language)
            if file and (not only or file.name in only):
                stamps, reasons = _questions(quiz, file, language)
                refused += reasons
                changed += write_stamps(course.root, file, stamps)
    return Stamped(changed, refused)


def question_misfits(quiz: Quiz, question: Question, language: str) -> list[Problem]:
    """Why the translation of `question`, which is there, does not fit the German of today; nothing where it does."""
    file = quiz.translation_files[language]
    translation = quiz.translations[language].get(question.id)
    if translation is None:
        return part_problems(file, language, question)
    return list(misfits(question, translation, file))


def _questions(quiz: Quiz, file: YamlFile, language: str) -> tuple[dict[Key, str], list[Problem]]:
    stamps: dict[Key, str] = {}
    refused: list[Problem] = []
    for question in quiz.questions:
        if question.id in file.data["questions"]:
            reasons = question_misfits(quiz, question, language)
            refused += reasons
            if not reasons:
                stamps["questions", question.id] = source_hash.of_question(question)
    return stamps, refused


def write_stamps(root: Path, file: YamlFile, stamps: Mapping[Key, str], head_end: int = 0) -> list[str]:
    """Writes the stamps into `file`, by the key of their record; the name of the file, where anything changed."""
    path = root / file.name
    before = path.read_bytes().decode("utf-8")
    after = _stamped(before, file, stamps, head_end)
    if after == before:
        return []
    path.write_bytes(after.encode("utf-8"))
    return [file.name]


def _stamped(text: str, file: YamlFile, stamps: Mapping[Key, str], head_end: int) -> str:
    """`text` with a stamp for each record of `stamps`; a new one stands first in a question and last in a head."""
    lines = text.splitlines(keepends=True)
    line_end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    # From the bottom up, so that a new line shifts none that is still to come.
    for key, found in sorted(stamps.items(), key=lambda stamp: file.line(*stamp[0]), reverse=True):
        stamp = f'source: "{found}"'
        if (*key, "source") in file.lines:
            place = file.line(*key, "source") - 1
            lines[place] = _STAMP.sub(stamp, lines[place], count=1)
        else:
            fields = [line for path, line in file.lines.items() if path[:-1] == key and len(path) > len(key)]
            place = (head_end or min(fields)) - 1
            indent = "" if head_end else lines[place][: -len(lines[place].lstrip())]
            lines.insert(place, f"{indent}{stamp}{line_end}")
    return "".join(lines)
