"""How every translation stands to its German source. It reads what is there, also where the course has errors."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from coursekit.languages import SOURCE
from coursekit.lessons import FILE as LESSONS
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import load_quiz
from coursekit.quiz.model import Translation
from coursekit.sources.page_file import read_page
from coursekit.sources.yaml_file import YamlFile, read_yaml
from coursekit.staff import for_staff
from coursekit.translation.german import Part, parts, source_of
from coursekit.words import leaves

Kind = Literal["page", "question", "term", "word", "picture"]
# `faulty`: this file or the German one cannot be read, or does not fit; `course check` says why.
State = Literal["current", "outdated", "untracked", "missing", "orphan", "faulty"]
STATES: tuple[State, ...] = ("current", "outdated", "untracked", "missing", "orphan", "faulty")
KINDS: tuple[Kind, ...] = ("page", "question", "term", "word", "picture")


@dataclass(frozen=True, slots=True)
class Note:
    """Something a translator is not sure of, and the line where it says so."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One translated thing: a page, or the question, term, word or lead picture's text `part` of a file.

    Terms, words and pictures carry no stamp: `current` means that they are there.
    """

    language: str
    kind: Kind
    file: str
    part: str
    state: State
    stamp: str = ""
    unsure: tuple[Note, ...] = ()
    reviewed: str = ""

    @property
    def shown(self) -> str:
        """What it is called when people are told of it."""
        return f"{self.file}, Frage „{self.part}“" if self.kind == "question" and self.part else self.file


def read_status(root: Path, languages: Collection[str]) -> tuple[Entry, ...]:
    """Every translation in `languages`, by language, kind and file; questions, terms and words as in German."""
    found: list[Entry] = []
    for language in languages:
        for name in _names(root, "docs", ".md", language):
            found.append(_page(root, language, name))
        for name in _names(root, QUIZZES, ".yml", language):
            found += _questions(root, language, name)
        found += _words(root, language, "term", "data/glossary")
        found += _words(root, language, "word", "data/words")
        found += _pictures(root, language)
    return tuple(found)


def _names(root: Path, folder: str, ending: str, language: str) -> list[str]:
    """The files that `language` has or should have."""
    found = set()
    for here in (SOURCE, language):
        top = root / folder / here
        found |= {path.relative_to(top).as_posix() for path in top.rglob(f"*{ending}")}
    return [f"{folder}/{language}/{name}" for name in sorted(found) if not for_staff(name)]


def _page(root: Path, language: str, name: str) -> Entry:
    source = source_of(name)
    if not (root / name).is_file():
        return Entry(language, "page", name, "", "missing")
    page = read_page(root / name, name, [])
    if page is None:
        return Entry(language, "page", name, "", "faulty" if (root / source).is_file() else "orphan")
    stamp = page.front.source or ""
    unsure = tuple(Note(page.head.line("unsure", i), note) for i, note in enumerate(page.front.unsure))
    state = _state(stamp, parts(root, source).get("")) if (root / source).is_file() else "orphan"
    return Entry(language, "page", name, "", state, stamp, unsure, page.front.reviewed or "")


def _state(stamp: str, german: Part | None) -> State:
    if german is None:
        return "faulty"
    if not stamp:
        return "untracked"
    return "current" if stamp == german.hash else "outdated"


def _questions(root: Path, language: str, name: str) -> Iterator[Entry]:
    """The questions of the German file, then those that only the translation has."""
    source = source_of(name)
    german = parts(root, source)
    known = _german_ids(read_yaml(root / source, source, [])) if (root / source).is_file() else []
    file = read_yaml(root / name, name, []) if (root / name).is_file() else None
    if (root / name).is_file() and _entries(file) is None:
        yield Entry(language, "question", name, "", "faulty" if (root / source).is_file() else "orphan")
        return
    here, fitting = _entries(file) or {}, _fitting(root, language, name)
    unreadable = (root / source).is_file() and not known
    for question in [*known, *(key for key in here if key not in known)]:
        data = here.get(question)
        stamp = data.get("source") if isinstance(data, dict) else None
        stamp = stamp if isinstance(stamp, str) else ""
        if question not in known:
            state: State = "faulty" if unreadable else "orphan"
        elif question not in here:
            state = "missing"
        else:
            state = _state(stamp, german.get(question))
            # An outdated one need not fit; any other must.
            state = "faulty" if state != "outdated" and question not in fitting else state
        yield Entry(language, "question", name, question, state, stamp)


def _german_ids(file: YamlFile | None) -> list[str]:
    questions = file.data.get("questions") if file and isinstance(file.data, dict) else None
    ids = [entry.get("id") for entry in questions if isinstance(entry, dict)] if isinstance(questions, tuple) else []
    return [str(name) for name in dict.fromkeys(ids) if isinstance(name, str)]


def _entries(file: YamlFile | None) -> dict[str, Any] | None:
    questions = file.data.get("questions") if file and isinstance(file.data, dict) else None
    return questions if isinstance(questions, dict) else None


def _fitting(root: Path, language: str, name: str) -> Mapping[str, Translation]:
    """The translated questions that are built like the German ones."""
    lesson = name.removeprefix(f"{QUIZZES}/{language}/").removesuffix(".yml")
    quiz = load_quiz(root, lesson, (language,), []) if (root / source_of(name)).is_file() else None
    return quiz.translations.get(language, {}) if quiz else {}


def _words(root: Path, language: str, kind: Kind, folder: str) -> Iterator[Entry]:
    """Terms (one a name) or words of the interface (one a text): there, missing, or without German."""
    name, source = f"{folder}/{language}.yml", f"{folder}/{SOURCE}.yml"
    german, here = _named(root, source, kind), _named(root, name, kind)
    if german is None or (here is None and (root / name).is_file()):
        yield Entry(language, kind, name, "", "faulty")
        return
    there = here or {}
    for part in german:
        yield Entry(language, kind, name, part, "current" if there.get(part) else "missing")
    for part in (key for key in there if key not in german):
        yield Entry(language, kind, name, part, "orphan")


def _named(root: Path, name: str, kind: Kind) -> dict[str, bool] | None:
    """What stands in the file by its name, and whether there are words behind it; None where it cannot be read."""
    file = read_yaml(root / name, name, []) if (root / name).is_file() else None
    if file is None or not isinstance(file.data, dict):
        return None
    if kind == "term":
        return {str(key): any(leaf for _, leaf in leaves(value)) for key, value in file.data.items()}
    return {".".join(map(str, key)): bool(value) for key, value in leaves(file.data)}


def _pictures(root: Path, language: str) -> Iterator[Entry]:
    """What is to be seen on the lead picture of each module, lesson and card: all languages in one file."""
    file = read_yaml(root / LESSONS, LESSONS, [])
    if file is None or not isinstance(file.data, dict):
        yield Entry(language, "picture", LESSONS, "", "faulty")
        return
    for group in file.data.values():
        for name, owner in group.items() if isinstance(group, dict) else ():
            picture = owner.get("picture") if isinstance(owner, dict) else None
            words = picture.get("alt") if isinstance(picture, dict) else None
            if isinstance(words, dict):
                yield Entry(language, "picture", LESSONS, str(name), "current" if words.get(language) else "missing")
