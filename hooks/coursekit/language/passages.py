"""Everything that readers see, passage by passage, with its language, its file and its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from coursekit.course import Course, State
from coursekit.errors import Problem
from coursekit.facts import FILE as FACTS
from coursekit.language.blocks import Block, blocks
from coursekit.language.plain import Plain, plain
from coursekit.languages import SOURCE
from coursekit.lessons import FILE as LESSONS
from coursekit.quiz.load import Quiz
from coursekit.quiz.model import GapQuestion, Question
from coursekit.quiz.overlay import expected
from coursekit.sources.code import silenced
from coursekit.sources.page_file import PageFile
from coursekit.sources.yaml_file import YamlFile, read_yaml
from coursekit.staff import for_staff
from coursekit.words import leaves

Kind = Literal["title", "heading", "paragraph", "item", "cell", "quote", "alt", "label", "paper"]
Level = Literal["error", "notice"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text of one kind, as people read it; `line` is that of its first letter.

    `language` is that of its words: papers and quotes are German in every language. `group` is what means are taken
    over (a page, a quiz), or nothing. `level` is "notice" on a translation that is outdated: no German edit is blocked.
    `easy`: whether limits of reading hold. `paper`: written by others, such as a letter in a question.
    """

    path: str
    line: int
    language: str
    kind: Kind
    plain: Plain
    level: Level = "error"
    group: str = ""
    easy: bool = True

    @property
    def text(self) -> str:
        return self.plain.text

    def line_at(self, place: int) -> int:
        """The line of the letter at `place` of the text."""
        return self.line + self.text.count("\n", 0, place)

    def problem(self, place: int, message: str, hint: str, level: Level = "error") -> Problem:
        """A problem at `place` of the text; never more than a notice where the whole passage allows no more."""
        weaker: Level = "notice" if "notice" in (level, self.level) else "error"
        return Problem(self.path, self.line_at(place), message, hint, weaker)


def passages(course: Course) -> Iterator[Passage]:
    """Pages, questions, glossary, words of the interface, texts of drawings, and who advises what."""
    for language, pages in course.pages.items():
        for name, page in pages.items():
            yield from of_page(course, name, page, language)
    for quiz in course.quizzes.values():
        for question in quiz.questions:
            for language in (SOURCE, *quiz.translations):
                yield from of_question(course, quiz, question, language)
    for language in course.pages:
        for folder in ("glossary", "words"):
            yield from _of_file(course, f"data/{folder}/{language}.yml", language)
    yield from _of_lessons(course)
    yield from _of_facts(course)


def of_page(course: Course, name: str, page: PageFile, language: str) -> Iterator[Passage]:
    """Title, goal and every block of a page; block quotes are German."""
    easy = not for_staff(name)  # there letters, quotation marks and spelling hold
    level = _level(course.state(name, language))

    def passage(kind: Kind, line: int, text: str, spoken: str = language) -> Passage:
        counted = page.name if easy and spoken == language else ""
        return Passage(page.name, line, spoken, kind, plain(text, course.values, spoken), level, counted, easy)

    yield passage("title", page.head.text_line("title"), page.front.title)
    if page.front.goal:
        yield passage("paragraph", page.head.text_line("goal"), page.front.goal)
    for block in blocks(silenced(page.body), page.body_line):
        yield passage(block.kind, block.line, block.text, SOURCE if block.kind == "quote" else language)


def of_question(course: Course, quiz: Quiz, question: Question, language: str) -> Iterator[Passage]:
    """Every text of a question in one language; what stays German in a translation belongs to the German file."""
    values, level = course.values, _level(course.question_state(quiz, question.id, language))
    file = (quiz.file if language == SOURCE else quiz.translation_files[language]).name
    for path, line, text, german in _texts(quiz, question, language):
        drawing = path[-1] == "alt"
        group = "" if german or drawing else file
        for block in blocks(text, line) if "\n" in text else (Block("paragraph", line, text),):
            kind: Kind = "paper" if german else "alt" if drawing else block.kind
            bare = plain(block.text, values, language)
            yield Passage(file, block.line, language, kind, bare, level, group, easy=not german)


def _texts(quiz: Quiz, question: Question, language: str) -> Iterator[tuple[tuple[str | int, ...], int, str, bool]]:
    """Each text of a question with its path, its line, and whether it is a German paper or belongs into one."""
    if language == SOURCE:
        for path, text in question.texts().items():
            gap = isinstance(question, GapQuestion) and path[0] == "gaps" and path[-1] == "text"
            yield path, quiz.text_line(question, *path), text, path[0] in question.german_only or gap
        return
    translation = quiz.translations[language].get(question.id)
    if translation is None:
        return
    file = quiz.translation_files[language]
    at = ("questions", question.id)
    for place, path in expected(question).items():
        yield path, file.text_line(*at, *place), translation.texts[path], False
    if translation.help:
        yield ("help",), file.text_line(*at, "help"), translation.help, False


def _of_file(course: Course, name: str, language: str) -> Iterator[Passage]:
    file = read_yaml(course.root / name, name, [])
    for key, value in leaves(file.data) if file else ():
        if key[-1] == "sounds":
            continue  # how a German word sounds is written in no language's spelling
        kind: Kind = "paragraph" if key[-1] == "meaning" else "label"
        yield _passage(course, file, key, str(value), language, kind)


def _of_lessons(course: Course) -> Iterator[Passage]:
    file = read_yaml(course.root / LESSONS, LESSONS, [])
    for key, value in leaves(file.data) if file else ():
        if len(key) > 1 and key[-2] == "alt" and key[-1] in course.pages:
            yield _passage(course, file, key, str(value), key[-1], "alt")


def _of_facts(course: Course) -> Iterator[Passage]:
    """Of a fact, readers see its source alone: the statement is for editors, laws and rulings are citations."""
    file = read_yaml(course.root / FACTS, FACTS, [])
    for name, fact in course.facts.items():
        for index, basis in enumerate(fact.basis):
            if basis.advice:
                found = _passage(course, file, (name, "basis", index, "advice"), basis.advice, SOURCE, "label")
                yield replace(found, easy=False)


def _passage(
    course: Course, file: YamlFile | None, key: tuple[str | int, ...], text: str, language: str, kind: Kind
) -> Passage:
    assert file is not None  # the course has been read from it
    return Passage(file.name, file.text_line(*key), language, kind, plain(text, course.values, language))


def _level(state: State) -> Level:
    return "notice" if state == "outdated" else "error"
