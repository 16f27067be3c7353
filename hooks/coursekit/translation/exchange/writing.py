"""The new contents of the files for the rows that came back; what is not whole is refused together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from coursekit import source_hash
from coursekit.course import Course
from coursekit.glossary import TranslatedTerm
from coursekit.languages import SOURCE
from coursekit.quiz.load import Quiz
from coursekit.quiz.overlay import part_problems
from coursekit.schemas.files import modeline
from coursekit.sources.yaml_edit import Change, edited
from coursekit.sources.yaml_file import Key
from coursekit.translation.exchange.page_text import changed_page, missing_sections, new_page
from coursekit.translation.exchange.refusals import Accepted, Refusal
from coursekit.translation.exchange.row import Row

# A term without these is none.
_NEEDED = [(field,) for field, info in TranslatedTerm.model_fields.items() if info.is_required()]


@dataclass(slots=True)
class Written:
    """The new text of each file by its name, and the rows that wait until others are there."""

    files: dict[str, str] = field(default_factory=dict)
    waiting: list[Refusal] = field(default_factory=list)


def write_rows(course: Course, language: str, rows: Sequence[Row], accepted: Sequence[Accepted]) -> Written:
    """What the files of `language` hold with the changed rows of `accepted`; nothing is written to the disk."""
    written = Written()
    changed = sorted((one for one in accepted if one.changed), key=lambda one: one.row.file)
    for file, group in groupby(changed, key=lambda one: one.row.file):
        mine = list(group)
        if mine[0].row.kind == "page":
            _page(course, language, rows, mine, written)
            continue
        changes: list[Change] = []
        if mine[0].row.kind == "question":
            changes = list(_questions(course, language, rows, mine, written))
        elif mine[0].row.kind == "term":
            changes = list(_terms(course, rows, mine, written))
        else:
            changes = [Change(one.row.place, one.text) for one in mine]
        if not changes:
            continue
        try:
            before = _text(course.root / file)
            written.files[file] = edited(before, changes) if before else modeline(file) + edited("", changes)
        except ValueError as error:
            hint = f"In {file} steht bei „{error}“ etwas anderes. Vergleichen Sie dort mit den Zeilen darüber."
            written.waiting += [
                Refusal(one.number, one.row.id, "Für diesen Text ist in der Datei kein Platz.", hint) for one in mine
            ]
    return written


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def _page(course: Course, language: str, rows: Sequence[Row], mine: Sequence[Accepted], written: Written) -> None:
    file = mine[0].row.file
    name = file.split("/", 2)[2].removesuffix(".md")
    source, page = course.pages[SOURCE][name], course.pages[language].get(name)
    texts = {one.row.place: one.text for one in mine}
    if page is None:
        absent = [row for row in rows if row.file == file and row.place not in texts]
        if absent:
            written.waiting += _wait(
                mine, "Die Seite gibt es noch nicht. Sie wird erst angelegt, wenn alles übersetzt ist", absent
            )
        else:
            written.files[file] = new_page(source, texts, source_hash.of_page(source))
        return
    for section in missing_sections(page, source):
        wanted = [row for row in rows if row.file == file and row.place[0] == section]
        absent = [row for row in wanted if row.place not in texts]
        waiting = [one for one in mine if one.row in wanted]
        if absent:
            written.waiting += _wait(
                waiting, "Der Abschnitt ist neu. Überschrift und Text kommen zusammen hinein", absent
            )
            texts = {place: text for place, text in texts.items() if place[0] != section}
    if texts:
        written.files[file] = changed_page(_text(course.root / file), page, source, texts)


def _questions(
    course: Course, language: str, rows: Sequence[Row], mine: Sequence[Accepted], written: Written
) -> Iterator[Change]:
    quiz = course.quizzes[mine[0].row.file.split("/", 2)[2].removesuffix(".yml")]
    before = ""
    for question in quiz.questions:
        here = [one for one in mine if one.row.owner == question.id]
        if here and _fits(quiz, language, question.id):
            yield from (Change(("questions", question.id, *one.row.place), one.text) for one in here)
        elif here:
            wanted = [row for row in rows if row.file == here[0].row.file and row.owner == question.id]
            texts = {row.place: row.translation for row in wanted if row.translation}
            texts |= {one.row.place: one.text for one in here}
            absent = [row for row in wanted if row.place not in texts]
            if absent:
                said = "Die Frage gibt es so noch nicht. Sie wird erst geschrieben, wenn alles übersetzt ist"
                written.waiting += _wait(here, said, absent)
            else:
                stamp = _stamp(quiz, language, question.id)
                ordered = {("source",): stamp, **texts} if stamp else texts
                yield Change(("questions", question.id), nested(ordered), before)
                before = question.id
                continue
        if question.id in _there(quiz, language):
            before = question.id


def _there(quiz: Quiz, language: str) -> Mapping[str, Any]:
    file = quiz.translation_files.get(language)
    return file.data["questions"] if file else {}


def _fits(quiz: Quiz, language: str, name: str) -> bool:
    """Whether the translated question has the parts of the German one, so that each text has its place."""
    file = quiz.translation_files.get(language)
    question = next(question for question in quiz.questions if question.id == name)
    return file is not None and name in file.data["questions"] and not part_problems(file, language, question)


def _stamp(quiz: Quiz, language: str, name: str) -> str:
    raw = _there(quiz, language).get(name)
    stamp = raw.get("source") if isinstance(raw, dict) else None
    return stamp if isinstance(stamp, str) else ""


def _terms(course: Course, rows: Sequence[Row], mine: Sequence[Accepted], written: Written) -> Iterator[Change]:
    before = ""
    for key in course.glossary[SOURCE]:
        here = [one for one in mine if one.row.owner == key]
        wanted = [row for row in rows if row.file == mine[0].row.file and row.owner == key]
        texts = {one.row.place: one.text for one in here}
        absent = [row for row in wanted if row.place in _NEEDED and not row.translation and row.place not in texts]
        if here and absent:
            written.waiting += _wait(
                here, "Ein Fachwort wird erst geschrieben, wenn beides da ist: das Wort und was es heißt", absent
            )
        elif here:
            yield from (Change((key, *one.row.place), one.text, before if not absent else "") for one in here)
        if (here and not absent) or any(row.translation for row in wanted):
            before = key


def _wait(rows: Sequence[Accepted], reason: str, absent: Sequence[Row]) -> list[Refusal]:
    named = ", ".join(row.id.partition("#")[2] for row in absent[:3])
    more = f" und {len(absent) - 3} mehr" if len(absent) > 3 else ""
    hint = f"Es fehlt noch: {named}{more}."
    return [Refusal(one.number, one.row.id, f"{reason}.", hint) for one in rows]


def nested(texts: Mapping[Key, str]) -> dict[str, Any]:
    """Texts by their place as they stand below each other; places that are numbers make a list."""
    found: dict[str, Any] = {}
    for place, text in texts.items():
        here: Any = found
        for part, following in pairwise(place):
            here = here.setdefault(part, [] if isinstance(following, int) else {})
        if isinstance(here, list):
            here.append(text)
        else:
            here[place[-1]] = text
    return found
