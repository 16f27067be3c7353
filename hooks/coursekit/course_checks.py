"""What must fit together across files: pages, questions, facts, places, terms."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from coursekit.drawings import drawing_problems
from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.facts import FILE as FACTS
from coursekit.facts import Facts
from coursekit.languages import SOURCE, Languages
from coursekit.lessons import FILE as LESSONS
from coursekit.lessons import Lessons, Picture
from coursekit.page_checks import Pages
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import Question, Translation
from coursekit.quiz.overlay import expected
from coursekit.quiz.structure import structure_problems
from coursekit.site_settings import FILE as ORDER
from coursekit.sources.yaml_file import Key, YamlFile
from coursekit.staff import for_staff
from coursekit.text import inline
from coursekit.text.placeholders import Values

# A name, an amount or a word may be the same in two languages; so many words are not.
_SAME_WORDS = 5


def order(root: Path, entries: Sequence[tuple[str, int]], pages: Pages) -> Iterator[Problem]:
    """Every German page stands in mkdocs.yml once, every entry there has its page, no translation stands alone."""
    names = [name for name, _ in entries]
    unnamed = set(pages[SOURCE]) - set(names)
    for place, (name, line) in enumerate(entries):
        if name in names[:place]:
            message, hint = f"Die Seite {name}.md steht hier zum zweiten Mal.", "Löschen Sie eine der beiden Zeilen."
            yield Problem(ORDER, line, message, hint)
        elif not _page(root, name).is_file():
            meant = nearest(name, unnamed)
            unnamed.discard(meant)
            message = f"Die Seite docs/{SOURCE}/{name}.md gibt es nicht."
            hint = (
                f"Meinten Sie „{meant}.md“?" if meant else "Schreiben Sie die Seite, oder löschen Sie hier die Zeile."
            )
            yield Problem(ORDER, line, message, hint)
    for name in unnamed:
        message, hint = "Diese Seite steht nicht in mkdocs.yml.", f"Ergänzen Sie dort unter nav: - {name}.md"
        yield Problem(pages[SOURCE][name].name, 1, message, hint, rests_on=(ORDER,))
    for language in (language for language in pages if language != SOURCE):
        for name, page in pages[language].items():
            if for_staff(name):
                message = "Diese Seite gibt es nur auf Deutsch: Sie ist für die Redaktion oder für Lehrkräfte."
                yield Problem(page.name, 1, message, "Löschen Sie diese Datei.")
            elif not _page(root, name).is_file():
                message = f"Zu dieser Übersetzung fehlt die deutsche Seite docs/{SOURCE}/{name}.md."
                yield Problem(page.name, 1, message, "Heißt sie jetzt anders? Sonst löschen Sie diese Datei.")


def _page(root: Path, name: str) -> Path:
    """The file of the German page `name`, which may be there and still be faulty."""
    return root / "docs" / SOURCE / f"{name}.md"


def lessons(
    root: Path,
    all_lessons: Lessons,
    file: YamlFile,
    languages: Languages,
    pages: Pages,
    all_quizzes: Mapping[str, Quiz],
    facts: Facts,
) -> Iterator[Problem]:
    """Every lesson has its page, its questions, its picture and facts that exist; every quiz has its lesson."""
    for name, module in all_lessons.modules.items():
        yield from _picture(root, module.picture, languages, file, ("modules", name, "picture"))
        if not _page(root, f"{name}/index").is_file():
            meant = nearest(name, {page.split("/")[0] for page in pages[SOURCE] if "/" in page} - {name})
            message = f"Dem Modul „{name}“ fehlt die Seite docs/{SOURCE}/{name}/index.md."
            hint = f"Meinten Sie „{meant}“?" if meant else "Schreiben Sie die Seite, oder löschen Sie das Modul hier."
            yield Problem(LESSONS, file.line("modules", name), message, hint)
    for name, lesson in all_lessons.lessons.items():
        at = ("lessons", name)
        if not _page(root, name).is_file():
            meant = nearest(name, {page for page in pages[SOURCE] if not page.endswith("index")})
            message = f"Der Lektion „{name}“ fehlt die Seite docs/{SOURCE}/{name}.md."
            hint = f"Meinten Sie „{meant}“?" if meant else "Schreiben Sie die Seite, oder löschen Sie die Lektion hier."
            yield Problem(LESSONS, file.line(*at), message, hint)
        elif not (root / QUIZZES / SOURCE / f"{name}.yml").is_file():
            yield Problem(
                LESSONS,
                file.line(*at),
                f"Der Lektion „{name}“ fehlen die Fragen.",
                f"Schreiben Sie {QUIZZES}/{SOURCE}/{name}.yml.",
            )
        if name.split("/")[0] not in all_lessons.modules:
            yield Problem(
                LESSONS,
                file.line(*at),
                f"Das Modul von „{name}“ gibt es nicht.",
                did_you_mean(name.split("/")[0], all_lessons.modules),
            )
        yield from _picture(root, lesson.picture, languages, file, (*at, "picture"))
        yield from _facts(lesson.facts, facts, file, at)
    for name, card in all_lessons.cards.items():
        at = ("cards", name)
        if not _page(root, name).is_file():
            message = f"Der Karte „{name}“ fehlt die Seite docs/{SOURCE}/{name}.md."
            hint = "Schreiben Sie die Seite, oder löschen Sie die Karte hier."
            yield Problem(LESSONS, file.line(*at), message, hint)
        yield from _picture(root, card.picture, languages, file, (*at, "picture"))
        yield from _facts(card.facts, facts, file, at)
    for name, quiz in all_quizzes.items():
        if name not in all_lessons.lessons:
            yield Problem(
                quiz.file.name,
                1,
                "Zu diesen Fragen gibt es keine Lektion.",
                f"Tragen Sie „{name}“ in {LESSONS} ein, oder löschen Sie die Datei.",
            )


def _facts(named: Sequence[str], facts: Facts, file: YamlFile, at: Key) -> Iterator[Problem]:
    for place, fact in enumerate(named):
        if fact not in facts:
            yield Problem(
                LESSONS,
                file.line(*at, "facts", place),
                f"Die Tatsache „{fact}“ gibt es nicht in {FACTS}.",
                did_you_mean(fact, facts),
                rests_on=(FACTS,),
            )


def _picture(root: Path, picture: Picture, languages: Languages, file: YamlFile, at: Key) -> Iterator[Problem]:
    yield from drawing_problems(root, picture.file, LESSONS, file.line(*at, "file"))
    if SOURCE not in picture.alt:
        message = "Hier fehlt der deutsche Text des Bildes."
        hint = f'Schreiben Sie, was auf dem Bild zu sehen ist: {SOURCE}: "…"'
        yield Problem(LESSONS, file.line(*at, "alt"), message, hint)
    for language in picture.alt.keys() - set(languages.codes):
        yield Problem(
            LESSONS,
            file.line(*at, "alt", language),
            f"Die Sprache „{language}“ gibt es nicht.",
            did_you_mean(language, languages.codes),
            rests_on=(ORDER,),
        )


def quizzes(
    root: Path, all_pages: Pages, all_quizzes: Mapping[str, Quiz], values: Values, terms: Iterable[str]
) -> Iterator[Problem]:
    """Every question's section, facts, terms and places exist; its id stands once in the course."""
    known = set(terms)
    seen: dict[str, str] = {}
    for name, quiz in all_quizzes.items():
        page = all_pages[SOURCE].get(name)
        for question in quiz.questions:
            path, line = quiz.file.name, quiz.line(question, "id")
            if question.id in seen:
                yield Problem(
                    path,
                    line,
                    f"Die Frage „{question.id}“ gibt es schon in {seen[question.id]}.",
                    "Ein Name steht im ganzen Kurs nur einmal.",
                )
            seen.setdefault(question.id, path)
            if page is not None and question.section not in page.sections:
                yield Problem(
                    path,
                    quiz.line(question, "section"),
                    f"Den Abschnitt „{question.section}“ gibt es in der Lektion nicht.",
                    did_you_mean(question.section, page.sections),
                    rests_on=(page.name,),
                )
            for place, fact in enumerate(question.facts):
                if fact not in values.facts:
                    yield Problem(
                        path,
                        quiz.line(question, "facts", place),
                        f"Die Tatsache „{fact}“ gibt es nicht in {FACTS}.",
                        did_you_mean(fact, values.facts),
                        rests_on=(FACTS,),
                    )
            for drawing_path, drawing in question.drawings().items():
                yield from drawing_problems(root, drawing, path, quiz.line(question, *drawing_path))
            found: list[Problem] = []
            for text_path, text in question.texts().items():
                found += inline.check(text, values, known, path, quiz.text_line(question, *text_path), markdown=True)
            yield from found
            for language, translations in quiz.translations.items():
                if question.id in translations:
                    file = quiz.translation_files[language]
                    mine = list(_words(question, translations[question.id], file, values, known))
                    yield from mine
                    if not any(problem.level == "error" for problem in (*found, *mine)):
                        yield from structure_problems(question, translations[question.id], file)


def _words(
    question: Question, translation: Translation, file: YamlFile, values: Values, known: Collection[str]
) -> Iterator[Problem]:
    german = question.texts()
    for place, path in expected(question).items():
        line = file.text_line("questions", question.id, *place)
        text = translation.texts[path]
        yield from inline.check(text, values, known, file.name, line, markdown=True)
        if len(text.split()) > _SAME_WORDS and text.strip() == german[path].strip():
            message = "Dieser Text ist Wort für Wort der deutsche."
            yield Problem(file.name, line, message, "Übersetzen Sie ihn, oder löschen Sie hier die ganze Frage.")
    line = file.text_line("questions", question.id, "help")
    yield from inline.check(translation.help, values, known, file.name, line, markdown=True)


def foreign_quiz_file(root: Path, language: str, lesson: str) -> Iterator[Problem]:
    """A translated quiz file without a German one."""
    source = f"{QUIZZES}/{SOURCE}/{lesson}.yml"
    if not (root / source).is_file():
        message, hint = (
            f"Zu diesen Fragen fehlt die deutsche Datei {source}.",
            "Heißt sie jetzt anders? Sonst löschen Sie diese Datei.",
        )
        yield Problem(f"{QUIZZES}/{language}/{lesson}.yml", 1, message, hint)
