"""Take a translator's rows into the course: tried in a copy first, so that the course is never left broken."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from coursekit import source_hash
from coursekit.course import Course, load_course
from coursekit.errors import Problem
from coursekit.language.check import LanguageCheck
from coursekit.languages import SOURCE
from coursekit.page_structure import misfits
from coursekit.question_lint.lint import lint
from coursekit.sources.page_file import read_page
from coursekit.sources.page_sections import sections
from coursekit.sources.yaml_file import read_yaml
from coursekit.translation.exchange.refusals import Accepted, Refusal, sorted_out
from coursekit.translation.exchange.returned import Returned
from coursekit.translation.exchange.row import OPEN, Row
from coursekit.translation.exchange.rows import read_rows
from coursekit.translation.exchange.writing import write_rows
from coursekit.translation.stamp import question_misfits, write_stamps

# What a course is read from.
_SOURCES = ("data", "docs", "quizzes", "mkdocs.yml")


@dataclass(slots=True)
class Imported:
    """What was written (texts by file, the files and questions stamped) and what was refused.

    `empty` counts the cells without words, `untouched` the outdated texts that came back as they were, without an x.
    """

    texts: dict[str, int] = field(default_factory=dict)
    stamped: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    empty: int = 0
    untouched: int = 0


def import_rows(course: Course, language: str, returned: Sequence[Returned], dry_run: bool = False) -> Imported:
    """Writes what can be written of the rows that came back into the course, which is without errors and stays so.

    With `dry_run` nothing is written, and what is said is the same.
    """
    rows = read_rows(course, language)
    known = {row.id: row for row in rows}
    accepted, refused = sorted_out(returned, known, course, language)
    blank = [known[one.id] for one in returned if one.id in known and not one.text.strip() and not one.fault]
    done = Imported(refused=refused, empty=sum(bool(row.translation) or row.state in OPEN for row in blank))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "course"
        _copy(course.root, copy)
        kept = _tried(course, copy, language, rows, accepted, done)
        changed = {one.row.file for one in kept if one.changed}
        done.texts = {file: sum(one.changed and one.row.file == file for one in kept) for file in sorted(changed)}
        changed |= _stamped(copy, language, rows, kept, done)
        done.untouched = sum(not one.seen for one in kept)
        done.refused.sort(key=lambda refusal: refusal.number)
        if not dry_run:
            for file in sorted(changed):
                _put(copy / file, course.root / file)
    return done


def _copy(root: Path, copy: Path) -> None:
    for name in _SOURCES:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name)
        elif (root / name).is_file():
            copy.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, copy / name)


def _put(new: Path, old: Path) -> None:
    """The file is the old one or the new one at any moment."""
    old.parent.mkdir(parents=True, exist_ok=True)
    beside = old.with_name(f".{old.name}.new")
    beside.write_bytes(new.read_bytes())
    if old.exists():
        shutil.copymode(old, beside)
    os.replace(beside, old)


def _tried(
    course: Course, copy: Path, language: str, rows: Sequence[Row], accepted: Sequence[Accepted], done: Imported
) -> list[Accepted]:
    """The rows with which the copy has no error; it holds them, and the others are refused."""
    kept = list(accepted)
    touched: set[str] = set()
    before = {(problem.path, problem.message) for problem in _advice(course)}
    while True:
        written = write_rows(course, language, rows, kept)
        for file in touched | written.files.keys():
            _fill(course.root / file, copy / file, written.files.get(file))
        touched |= written.files.keys()
        wrong = list(_blamed(copy, _errors(copy, before), kept))
        out = {refusal.number for refusal in (*written.waiting, *wrong)}
        done.refused += [*written.waiting, *wrong]
        kept = [one for one in kept if one.number not in out]
        if not wrong:
            return kept


def _errors(copy: Path, before: Collection[tuple[str, str]]) -> list[Problem]:
    """The errors that the check finds in the copy; what it said of questions and language before is not new."""
    course, problems = load_course(copy)
    found = [*problems, *(_advice(course) if course else ())]
    return [problem for problem in found if problem.level == "error" and (problem.path, problem.message) not in before]


def _advice(course: Course) -> Iterator[Problem]:
    """What the check says of a course that can be read: its questions and its language, without spelling."""
    yield from lint(course)
    yield from LanguageCheck(course).problems(spelling=False)


def _fill(old: Path, new: Path, text: str | None) -> None:
    if text is not None:
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(text.encode("utf-8"))
    elif old.is_file():
        shutil.copy(old, new)
    else:
        new.unlink(missing_ok=True)


def _blamed(copy: Path, problems: Sequence[Problem], kept: Sequence[Accepted]) -> Iterator[Refusal]:
    """The rows from which the problems come: those at the line, else those of the file, else all that were changed."""
    changed = [one for one in kept if one.changed]
    for problem in problems:
        mine = [one for one in changed if one.row.file == problem.path] or changed
        nearest = [one for one in mine if problem.line in _lines(copy, one)] or mine
        for one in nearest:
            yield Refusal(one.number, one.row.id, problem.message, problem.hint)
        changed = [one for one in changed if one not in nearest]
        if not changed:
            return


def _lines(copy: Path, one: Accepted) -> range:
    """The lines of the row's text in the copy; none where the file cannot be read."""
    row = one.row
    path, place = copy / row.file, row.place
    if row.kind == "page":
        page = read_page(path, row.file, [])
        if page is None:
            return range(0)
        if len(place) == 1:
            return range(page.head.line(*place), page.head.line(*place) + 1)
        found = next((section for section in sections(page) if section.id == place[0]), None)
        return found.lines if found else range(0)
    file = read_yaml(path, row.file, [])
    if file is None:
        return range(0)
    key = (*(("questions",) if row.kind == "question" else ()), *((row.owner,) if row.owner else ()), *place)
    return range(file.line(*key), file.text_line(*key) + one.text.count("\n") + 1)


def _stamped(copy: Path, language: str, rows: Sequence[Row], kept: Sequence[Accepted], done: Imported) -> set[str]:
    """Stamps in the copy what is whole now: every open row was dealt with, and it is built like its German."""
    course, _ = load_course(copy)
    assert course is not None
    seen = {one.row.id for one in kept if one.seen}
    files: set[str] = set()
    units = dict.fromkeys((one.row.file, one.row.owner) for one in kept if one.row.kind in ("page", "question"))
    for file, owner in units:
        mine = [row for row in rows if (row.file, row.owner) == (file, owner)]
        open_rows = [row for row in mine if row.state in OPEN]
        if not open_rows or not all(row.id in seen for row in open_rows):
            continue
        if _stamp(course, language, file, owner):
            files.add(file)
            done.stamped.append(f"{file}, Frage „{owner}“" if owner else file)
    return files


def _stamp(course: Course, language: str, file: str, owner: str) -> bool:
    name = file.split("/", 2)[2].rpartition(".")[0]
    if not owner:
        page, source = course.pages[language][name], course.pages[SOURCE][name]
        if any(misfits(page, source)):
            return False
        write_stamps(course.root, page.head, {(): source_hash.of_page(source)}, head_end=page.body_line - 1)
        return True
    quiz = course.quizzes[name]
    question = next(question for question in quiz.questions if question.id == owner)
    if question_misfits(quiz, question, language):
        return False
    # Read again: a stamp before may have moved the lines.
    moved = read_yaml(course.root / file, file, [])
    assert moved is not None
    write_stamps(course.root, moved, {("questions", owner): source_hash.of_question(question)})
    return True
