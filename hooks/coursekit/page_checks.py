"""What stands on a page fits the rest of the course, and a translation fits its German page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from coursekit import source_hash
from coursekit.drawings import drawing_problems
from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.languages import SOURCE
from coursekit.pictures import is_picture, picture_problems
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import Quiz
from coursekit.sources.code import shielded
from coursekit.sources.page_file import Image, PageFile
from coursekit.staff import for_staff
from coursekit.text import inline, placeholders
from coursekit.text.placeholders import Values

Pages = Mapping[str, Mapping[str, PageFile]]


def pages(
    root: Path, all_pages: Pages, all_quizzes: Mapping[str, Quiz], values: Values, terms: Iterable[str]
) -> Iterator[Problem]:
    """What stands in the text of every page exists; a translation that claims to be current is built like its source."""
    known = set(terms)
    for language, of_language in all_pages.items():
        for name, page in of_language.items():
            for field in ("title", "goal"):
                text = getattr(page.front, field) or ""
                yield from placeholders.check(text, values, page.name, page.head.text_line(field))
            yield from inline.check(shielded(page.body), values, known, page.name, page.body_line)
            for image in page.images:
                yield from _image(root, name, image, page.name)
            questions = {question.id for question in all_quizzes[name].questions} if name in all_quizzes else set()
            source = all_pages[SOURCE].get(name, page)
            yield from _markers(page, source, questions, f"{QUIZZES}/{SOURCE}/{name}.yml")
            if language == SOURCE:
                yield from _source_head(page)
            elif name in all_pages[SOURCE]:
                yield from _translated(page, source)


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


def _translated(page: PageFile, source: PageFile) -> Iterator[Problem]:
    # Whoever edits German is not stopped by a translation that has to follow.
    outdated = page.front.source is not None and page.front.source != source_hash.of_page(source)
    level: Literal["error", "notice"] = "notice" if outdated else "error"
    rests_on = (page.name, source.name)
    if source.front.goal and not page.front.goal:
        hint = f"Auf Deutsch: „{source.front.goal}“"
        yield Problem(page.name, page.head.line("goal"), "Hier fehlt das Feld „goal“.", hint, level, rests_on)
    elif page.front.goal and not source.front.goal:
        message, hint = "„goal“ steht nicht auf der deutschen Seite.", "Löschen Sie die Zeile."
        yield Problem(page.name, page.head.line("goal"), message, hint, level, rests_on)
    strange = [heading for heading in page.headings if heading.id not in source.sections]
    missing = [anchor for anchor in source.sections if anchor not in page.sections]
    for heading in strange:
        message = f"Die Überschrift mit dem Namen „{heading.id}“ gibt es auf Deutsch nicht."
        hint = (
            did_you_mean(heading.id, missing) or "Löschen Sie den Abschnitt, oder schreiben Sie ihn auch auf Deutsch."
        )
        yield Problem(page.name, heading.line, message, hint, level, rests_on)
    misspelt = {nearest(heading.id, missing) for heading in strange}
    for anchor in missing:
        if anchor not in misspelt:
            message = f"Vor dieser Zeile fehlt der Abschnitt „{anchor}“."
            hint = f"Auf Deutsch heißt er „{source.heading(anchor)}“."
            yield Problem(page.name, _gap(page, source, anchor), message, hint, level, rests_on)
    if strange or missing:
        return
    for here, there in zip(page.headings, source.headings, strict=False):
        if (here.level, here.id) != (there.level, there.id):
            message = f"Hier steht auf Deutsch: {'#' * there.level} {there.text} {{#{there.id}}}"
            hint = "Die Abschnitte haben in jeder Sprache dieselbe Reihenfolge und gleich viele #."
            yield Problem(page.name, here.line, message, hint, level, rests_on)
            return


def _gap(page: PageFile, source: PageFile, anchor: str) -> int:
    """The line of the translation before which the section `anchor` has to stand."""
    after = source.sections[source.sections.index(anchor) + 1 :]
    end = page.body_line + page.body.count("\n")
    return next((heading.line for heading in page.headings if heading.id in after), end)
