"""Every text of the course with its translation: a row each, as the spreadsheet of a translator has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from coursekit import source_hash
from coursekit.course import Course
from coursekit.glossary import GermanTerm
from coursekit.languages import SOURCE
from coursekit.lessons import FILE as LESSONS
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import Question
from coursekit.sources.yaml_file import Key, read_yaml
from coursekit.translation.exchange.earlier import Earlier
from coursekit.translation.exchange.labels import page_label, question_label
from coursekit.translation.exchange.row import Row, State
from coursekit.translation.german import page_places, question_places
from coursekit.words import leaves

_UNTRACKED = "Niemand weiß, aus welchem deutschen Text übersetzt wurde. Bitte ganz vergleichen."


def read_rows(course: Course, language: str) -> tuple[Row, ...]:
    """Every row of `language`: pages, questions, terms, words of the interface, texts of the lead pictures."""
    earlier = Earlier(course.root)
    found: list[Row] = []
    for name in course.order:
        found += _page(course, language, name, earlier)
        if name in course.quizzes:
            for question in course.quizzes[name].questions:
                found += _question(course, language, course.quizzes[name], question, earlier)
        found = _with_notes(course, language, name, found)
    found += _terms(course, language)
    found += _words(course, language)
    found += _pictures(course, language)
    return tuple(found)


def _page(course: Course, language: str, name: str, earlier: Earlier) -> Iterator[Row]:
    source, page = course.pages[SOURCE][name], course.pages[language].get(name)
    german, here = page_places(source), page_places(page) if page else {}
    stamp = (page.front.source or "") if page else ""
    old = earlier.places(source.name, "", stamp) if stamp and stamp != source_hash.of_page(source) else None
    for place, text in german.items():
        row = Row(
            "page",
            f"docs/{language}/{name}.md",
            "",
            place,
            page_label(source, place),
            text,
            here.get(place, ""),
            "fehlt",
        )
        yield _standing(row, bool(stamp), stamp == source_hash.of_page(source), old)


def _question(course: Course, language: str, quiz: Quiz, question: Question, earlier: Earlier) -> Iterator[Row]:
    file = quiz.translation_files.get(language)
    raw = file.data["questions"].get(question.id) if file else None
    here = {place: text for place, text in leaves_of(raw).items() if isinstance(text, str)}
    stamp, now = here.get(("source",), ""), source_hash.of_question(question)
    old = earlier.places(quiz.file.name, question.id, stamp) if stamp and stamp != now else None
    title = course.pages[SOURCE][quiz.lesson].front.title if quiz.lesson in course.pages[SOURCE] else quiz.lesson
    for place, text in question_places(question).items():
        name, words = f"{QUIZZES}/{language}/{quiz.lesson}.yml", here.get(place, "").strip("\n")
        row = Row("question", name, question.id, place, question_label(title, question, place), text, words, "fehlt")
        yield _standing(row, bool(stamp), stamp == now, old)


def leaves_of(value: Any, place: Key = ()) -> dict[Key, Any]:
    """Every value inside nested names and lists, by the way that leads to it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else None
    if inside is None:
        return {place: value} if value is not None else {}
    return {key: leaf for part, inner in inside for key, leaf in leaves_of(inner, (*place, part)).items()}


def _standing(row: Row, stamped: bool, current: bool, old: Mapping[Key, str] | None) -> Row:
    if not row.translation.strip():
        return row
    if current:
        return replace(row, state="aktuell")
    if not stamped:
        return replace(row, state="veraltet", note=_UNTRACKED)
    if old is None:
        return replace(
            row, state="veraltet", note="Die frühere deutsche Fassung ist nicht bekannt. Bitte ganz vergleichen."
        )
    before = old.get(row.place, "")
    if before == row.german:
        return replace(row, state="aktuell")
    return replace(row, state="veraltet", before=before)


def _with_notes(course: Course, language: str, name: str, rows: list[Row]) -> list[Row]:
    """What the translator of the page was not sure of stands beside the words it is about, else beside the title."""
    page = course.pages[language].get(name)
    files = (f"docs/{language}/{name}.md", f"{QUIZZES}/{language}/{name}.yml")
    for note in page.front.unsure if page else ():
        mine = [row for row in rows if row.file in files and row.translation]
        quoted = [words.strip() for words in re.findall("„([^„“”]+)[“”]", note)]
        about = [row for row in mine if any(words in row.translation for words in quoted)] or mine[:1]
        ids = {row.id for row in about}
        rows = [_noted(row, note) if row.id in ids else row for row in rows]
    return rows


def _noted(row: Row, note: str) -> Row:
    state: State = "unsicher" if row.state == "aktuell" else row.state
    return replace(row, state=state, note="\n".join(filter(None, (row.note, note))))


def _terms(course: Course, language: str) -> Iterator[Row]:
    name = f"data/glossary/{language}.yml"
    raw = _raw(course, name)
    for key, term in course.glossary[SOURCE].items():
        assert isinstance(term, GermanTerm)
        fields = [
            ("equivalent", term.term, "wie es heißt", False),
            ("meaning", term.meaning, "was es bedeutet", False),
            ("sounds", term.term, "wie man es liest, in den Buchstaben Ihrer Sprache", True),
            ("not_this", term.term, "was ähnlich klingt und etwas anderes ist", True),
        ]
        if term.example:
            fields.append(("example", term.example, "was der Beispielsatz heißt", False))
        for field, german, what, optional in fields:
            words = raw.get((key, field), "")
            state: State = "aktuell" if words or optional else "fehlt"
            note = "Freiwillig: darf leer bleiben." if optional else ""
            yield Row("term", name, key, (field,), f"Fachwort „{term.term}“: {what}", german, words, state, note=note)


def _words(course: Course, language: str) -> Iterator[Row]:
    name = f"data/words/{language}.yml"
    raw = _raw(course, name)
    file = read_yaml(course.root / f"data/words/{SOURCE}.yml", "", [])
    for key, german in leaves(file.data if file else {}):
        words = raw.get(key, "")
        context = f"Wort auf den Seiten: {' › '.join(key)}"
        yield Row("word", name, "", key, context, str(german), words, "aktuell" if words else "fehlt")


def _pictures(course: Course, language: str) -> Iterator[Row]:
    groups = (("modules", course.lessons.modules), ("lessons", course.lessons.lessons), ("cards", course.lessons.cards))
    for group, owners in groups:
        for name, owner in owners.items():
            place = (group, name, "picture", "alt", language)
            german, words = owner.picture.alt[SOURCE], owner.picture.alt.get(language, "")
            context = f"Was auf dem Bild von „{name}“ zu sehen ist"
            yield Row("picture", LESSONS, "", place, context, german, words, "aktuell" if words else "fehlt")


def _raw(course: Course, name: str) -> dict[Key, str]:
    file = read_yaml(course.root / name, name, []) if (course.root / name).is_file() else None
    return {key: str(value) for key, value in leaves_of(file.data if file else {}).items()}
