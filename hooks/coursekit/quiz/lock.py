"""quiz.lock: what is right in each question, so that a saved answer never comes to mean something else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.quiz.load import FOLDER, Quiz
from coursekit.quiz.model import Question
from coursekit.sources.checked import Strict
from coursekit.sources.text_file import read_text

FILE = "quizzes/quiz.lock"


@dataclass(frozen=True, slots=True)
class Entry:
    """A question as last recorded: its rev, the ids of its parts (sorted), the hash of its key."""

    rev: int
    parts: tuple[str, ...]
    key: str


class _EntryInFile(Strict):
    rev: Annotated[int, Field(ge=1)]
    parts: tuple[str, ...]
    key: str


class _LockFile(Strict):
    questions: dict[str, _EntryInFile]
    retired: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lock:
    """All recorded questions, and the ids that are never used again."""

    questions: Mapping[str, Entry]
    retired: frozenset[str]


def entry(question: Question) -> Entry:
    """The question as the lock records it."""
    key = json.dumps([type(question).__name__, question.key()], ensure_ascii=False, sort_keys=True)
    return Entry(question.rev, tuple(sorted(question.parts())), hashlib.sha256(key.encode()).hexdigest()[:12])


def read_lock(root: Path, problems: list[Problem]) -> Lock:
    """The lock of the project; an empty one when there is none yet."""
    if not (root / FILE).exists():
        return Lock({}, frozenset())
    text = read_text(root / FILE, FILE, problems)
    try:
        lock = _LockFile.model_validate_json(text or "")
    except ValidationError:
        if text is not None:
            hint = f"Holen Sie die letzte Fassung dieser Datei zurück (git checkout {FILE})."
            problems.append(Problem(FILE, 1, "quiz.lock ist nicht lesbar.", hint))
        return Lock({}, frozenset())
    return Lock(
        {name: Entry(value.rev, value.parts, value.key) for name, value in lock.questions.items()},
        frozenset(lock.retired),
    )


def lock_problems(lock: Lock, quizzes: Iterable[Quiz]) -> list[Problem]:
    """What contradicts the lock: a key changed without a new rev, an id gone or come back."""
    problems: list[Problem] = []
    seen: set[str] = set()
    retired: set[str] = set()
    for quiz in quizzes:
        retired.update(quiz.retired)
        for question in quiz.questions:
            if question.id not in seen:
                found = _against(lock, quiz, question)
                problems.extend(replace(problem, rests_on=(FILE, quiz.file.name)) for problem in found)
            seen.add(question.id)
    for name in sorted(lock.questions.keys() - seen - retired):
        problems.append(
            Problem(
                FILE,
                1,
                f"Die Frage „{name}“ ist verschwunden.",
                f"Nennen Sie „{name}“ unter retired: in der Datei, in der sie stand, oder holen Sie die Frage zurück.",
                rests_on=(FILE, f"{FOLDER}/{SOURCE}/"),
            )
        )
    return problems


def _against(lock: Lock, quiz: Quiz, question: Question) -> list[Problem]:
    name, path = question.id, quiz.file.name
    line = quiz.line(question, "id")
    if name in quiz.retired:
        hint = "Ein Name wird nie wieder benutzt. Löschen Sie die Frage, oder geben Sie ihr einen neuen Namen."
        return [Problem(path, line, f"Die Frage „{name}“ steht unten auch bei retired.", hint)]
    if name in lock.retired:
        return [
            Problem(
                path,
                line,
                f"Die Frage „{name}“ war schon einmal aus dem Kurs genommen.",
                "Ein Name wird nie wieder benutzt. Geben Sie der Frage einen neuen.",
            )
        ]
    known, now = lock.questions.get(name), entry(question)
    if known is None:
        return [
            Problem(
                path, line, f"Die Frage „{name}“ ist neu.", "Sie wird mit „course lock“ eingetragen.", level="notice"
            )
        ]
    if now.rev < known.rev:
        return [
            Problem(
                path,
                quiz.line(question, "rev"),
                f"Bei „{name}“ ist rev kleiner geworden.",
                f"Schreiben Sie: rev: {known.rev}",
            )
        ]
    if now.rev == known.rev and (now.key, now.parts) != (known.key, known.parts):
        return [
            Problem(
                path,
                quiz.line(question, "rev"),
                f"Bei „{name}“ hat sich geändert, was richtig ist oder welche Antworten es gibt.",
                f"Ist das gewollt, schreiben Sie: rev: {known.rev + 1} (dann beginnt die Frage für alle neu). Sonst stellen Sie die alte Fassung wieder her.",
            )
        ]
    if now.rev > known.rev:
        return [
            Problem(
                path,
                line,
                f"Die Frage „{name}“ hat eine neue Fassung.",
                "Sie wird mit „course lock“ eingetragen.",
                level="notice",
            )
        ]
    return []


def lock_text(lock: Lock, quizzes: Iterable[Quiz]) -> str:
    """The lock's file after recording `quizzes`: one line a question, in alphabetical order."""
    quizzes = list(quizzes)
    retired = set(lock.retired)
    questions: dict[str, Entry] = {}
    for quiz in quizzes:
        retired.update(quiz.retired)
        questions.update({question.id: entry(question) for question in quiz.questions})
    rows = [
        f"    {json.dumps(name)}: {json.dumps({'rev': value.rev, 'parts': list(value.parts), 'key': value.key})}"
        for name, value in sorted(questions.items())
    ]
    body = ",\n".join(rows)
    return f'{{\n  "questions": {{\n{body}\n  }},\n  "retired": {json.dumps(sorted(retired))}\n}}\n'
