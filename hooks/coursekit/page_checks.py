"""What stands on a page fits the rest of the course, and a translation fits its German page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from coursekit import page_links, source_hash
from coursekit.drawings import drawing_problems
from coursekit.errors import Problem, did_you_mean
from coursekit.languages import SOURCE
from coursekit.own_pages import STEPS_PAGE
from coursekit.page_structure import Told, misfits
from coursekit.pictures import is_picture, picture_problems
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import Quiz
from coursekit.sources.code import shielded
from coursekit.sources.page_file import Image, PageFile
from coursekit.staff import for_staff
from coursekit.text import inline, page_marks, placeholders
from coursekit.text.placeholders import Values

Pages = Mapping[str, Mapping[str, PageFile]]


def pages(
    root: Path,
    all_pages: Pages,
    all_quizzes: Mapping[str, Quiz],
    values: Values,
    terms: Iterable[str],
    read: Mapping[str, Collection[int]],
) -> Iterator[Problem]:
    """What stands in the text of every page exists; a translation that claims to be current is built like its source.

    `read` are the lines of each file at which its reader has found something wrong already.
    """
    known = set(terms)
    found: list[Problem] = []
    for language, of_language in all_pages.items():
        for name, page in of_language.items():
            questions = {question.id for question in all_quizzes[name].questions} if name in all_quizzes else set()
            source = all_pages[SOURCE].get(name, page)
            texts = [*_texts(root, name, page, values, known), *page_links.check(page, name, language, all_pages)]
            # The same breakage is told once: by the check that knows its name.
            lines = {problem.line for problem in texts} | set(read.get(page.name, ()))
            # Pages for staff show code; they are read by people who see what is missing.
            marks = (
                ()
                if for_staff(name)
                else page_marks.check(page.body, page.name, page.body_line, steps=name == STEPS_PAGE)
            )
            found += [*texts, *(problem for problem in marks if problem.line not in lines)]
            found += _markers(page, source, questions, f"{QUIZZES}/{SOURCE}/{name}.yml")
    yield from found
    told = {(problem.path, problem.line) for problem in found if problem.level == "error"}
    for language, of_language in all_pages.items():
        for name, page in of_language.items():
            if language == SOURCE:
                yield from _source_head(page)
            elif name in all_pages[SOURCE]:
                yield from _translated(page, all_pages[SOURCE][name], told)


def _texts(root: Path, name: str, page: PageFile, values: Values, known: Collection[str]) -> Iterator[Problem]:
    for field in ("title", "goal"):
        text = getattr(page.front, field) or ""
        yield from placeholders.check(text, values, page.name, page.head.text_line(field))
    yield from inline.check(shielded(page.body), values, known, page.name, page.body_line)
    for image in page.images:
        yield from _image(root, name, image, page.name)


def _translated(page: PageFile, source: PageFile, told: Told) -> Iterator[Problem]:
    # Whoever edits German is not stopped by a translation that has to follow.
    outdated = page.front.source is not None and page.front.source != source_hash.of_page(source)
    for problem in misfits(page, source, told):
        yield replace(problem, level="notice") if outdated else problem


def _image(root: Path, name: str, image: Image, path: str) -> Iterator[Problem]:
    if not is_picture(image.file):
        yield from drawing_problems(root, image.file, path, image.line)
    elif for_staff(name):
        yield from picture_problems(root, image.file, path, image.line)
    else:
        message = "Bilder vom Bildschirm gibt es nur auf Seiten für die Redaktion und für Lehrkräfte."
        yield Problem(path, image.line, message, "Nehmen Sie hier eine Zeichnung, die auf .svg endet.")


def _markers(page: PageFile, source: PageFile, questions: Collection[str], file: str) -> Iterator[Problem]:
    if not questions:
        # Said once, on the German page, where its markers stand in the translation, too.
        known = {(marker.kind, marker.id) for marker in source.markers} if page is not source else set()
        for marker in [marker for marker in page.markers if (marker.kind, marker.id) not in known][:1]:
            message = "Zu dieser Seite gibt es keine Fragen."
            hint = f"Löschen Sie den Marker, oder schreiben Sie {file}."
            yield Problem(page.name, marker.line, message, hint, rests_on=(file,))
        return
    for marker in page.markers:
        if marker.kind == "question" and marker.id not in questions:
            message = f"Die Frage „{marker.id}“ gibt es in dieser Lektion nicht."
            yield Problem(page.name, marker.line, message, did_you_mean(marker.id, questions), rests_on=(file,))


def _source_head(page: PageFile) -> Iterator[Problem]:
    for field in ("source", "unsure", "reviewed"):
        if getattr(page.front, field):
            yield Problem(
                page.name, page.head.line(field), f"„{field}“ steht nur in Übersetzungen.", "Löschen Sie die Zeile."
            )
