"""The whole course: modules, lessons, questions, words and facts of all languages in one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coursekit import course_checks, language_checks, page_checks, source_hash
from coursekit.city import City, load_city
from coursekit.drawings import all_problems
from coursekit.errors import Problem, capped, without_shadows
from coursekit.fact_places import dependent_places
from coursekit.facts import Facts, load_facts
from coursekit.facts_lock import changed_facts, read_facts_lock, unrecorded
from coursekit.glossary import Glossary, load_glossary, unused
from coursekit.languages import SOURCE, Languages
from coursekit.lessons import Lesson, Lessons, load_lessons
from coursekit.own_pages import OWN_KINDS, OwnKind
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import Quiz, load_quiz
from coursekit.quiz.lock import lock_problems, read_lock
from coursekit.site_settings import read_settings
from coursekit.sources import folder
from coursekit.sources.page_file import PageFile, read_page
from coursekit.staff import for_staff
from coursekit.text.placeholders import Values, file_problems, fill_words
from coursekit.text.terms import keys_in
from coursekit.words import Words, load_words

Kind = Literal["start", "module", "lesson", "card", "text", "staff"] | OwnKind
State = Literal["source", "missing", "untracked", "outdated", "current"]
# What people write; the library and the templates stand elsewhere.
FOLDERS = ("docs", QUIZZES, "data")
# Stands in for a city whose file is faulty, so that all other checks can be made.
_NOWHERE = City(name="?", operator="?", course="?", certificate="?")


@dataclass(frozen=True, slots=True)
class Course:
    """Everything the site is made of. A page is named by its path without language and ending: `mietrecht/kaution`.

    `order` names what participants read, in every language; `staff` the pages for staff, in German only.
    """

    root: Path
    languages: Languages
    order: tuple[str, ...]
    staff: tuple[str, ...]
    pages: Mapping[str, Mapping[str, PageFile]]
    outline: Mapping[str, tuple[str, ...]]
    lessons: Lessons
    quizzes: Mapping[str, Quiz]
    values: Values
    glossary: Glossary
    words: Mapping[str, Words]

    @property
    def facts(self) -> Facts:
        return self.values.facts

    @property
    def city(self) -> City:
        return self.values.city

    @property
    def modules(self) -> tuple[str, ...]:
        """The folders of the modules, in the order of the course."""
        return tuple(self.outline)

    def lessons_of(self, module: str) -> tuple[str, ...]:
        """The pages of a module's lessons, in order."""
        return self.outline.get(module, ())

    def kind(self, name: str) -> Kind:
        """What sort of page `name` is."""
        if name == "index":
            return "start"
        if for_staff(name):
            return "staff"
        if name.removesuffix("/index") in self.lessons.modules:
            return "module"
        if name in self.lessons.lessons:
            return "lesson"
        if name in self.lessons.cards:
            return "card"
        return OWN_KINDS.get(name, "text")

    def cards_of(self, module: str) -> tuple[str, ...]:
        """The sheets of a module to print, in order."""
        return tuple(name for name in self.lessons.cards if name.split("/")[0] == module)

    def lesson(self, name: str) -> Lesson | None:
        """What stands about the lesson `name` beside its text."""
        return self.lessons.lessons.get(name)

    def page(self, name: str, language: str) -> PageFile:
        """The page in `language`, or in German where no translation exists."""
        return self.pages[language].get(name) or self.pages[SOURCE][name]

    def text_language(self, name: str, language: str) -> str:
        """The language that the words of the page are in."""
        return language if name in self.pages[language] else SOURCE

    def state(self, name: str, language: str) -> State:
        """How a page's translation stands to its German source."""
        if language == SOURCE:
            return "source"
        page = self.pages[language].get(name)
        if page is None:
            return "missing"
        if page.front.source is None:
            return "untracked"
        return "current" if page.front.source == source_hash.of_page(self.pages[SOURCE][name]) else "outdated"

    def question_state(self, quiz: Quiz, question_id: str, language: str) -> State:
        """How a question's translation stands to its German source."""
        if language == SOURCE:
            return "source"
        translation = quiz.translations.get(language, {}).get(question_id)
        if translation is None:
            return "missing"
        question = next(question for question in quiz.questions if question.id == question_id)
        if not translation.source:
            return "untracked"
        return "current" if translation.source == source_hash.of_question(question) else "outdated"


def load_course(root: Path) -> tuple[Course | None, tuple[Problem, ...]]:
    """The course below `root` and every problem in it; no course where a problem is an error."""
    problems = folder.unreadable(root, FOLDERS)
    if problems:
        return None, tuple(problems)
    settings = read_settings(root, problems)
    languages = settings.languages
    problems += folder.links(root, FOLDERS)
    problems += all_problems(root)
    facts = load_facts(root, problems)
    city = load_city(root, problems)
    glossary, glossary_files = load_glossary(root, languages, problems)
    word_files = load_words(root, languages, problems)
    lessons, lessons_file = load_lessons(root, problems)
    pages = _pages(root, languages, problems)
    quizzes = _quizzes(root, languages, problems)
    lock = read_lock(root, problems)
    facts_lock = read_facts_lock(root, problems)
    read: dict[str, set[int]] = {}
    for problem in problems:
        read.setdefault(problem.path, set()).add(problem.line)
    faulty = {problem.path for problem in problems if problem.level == "error"}
    values, terms = Values(facts, city or _NOWHERE), glossary[SOURCE]
    problems += file_problems((*word_files.values(), *glossary_files.values()), values)
    problems += course_checks.order(root, settings.order, pages)
    if lessons and lessons_file:
        problems += course_checks.lessons(root, lessons, lessons_file, languages, pages, quizzes, facts)
    problems += page_checks.pages(root, pages, quizzes, values, terms, read)
    problems += course_checks.quizzes(root, pages, quizzes, values, terms)
    problems += language_checks.problems(list(language_checks.texts(pages, quizzes, word_files, glossary)), languages)
    problems += lock_problems(lock, quizzes.values())
    if facts_lock is not None:
        problems += unrecorded(root, facts, facts_lock)
        if lessons:
            problems += dependent_places(root, changed_facts(facts, facts_lock), facts, lessons, pages, quizzes)
    if not any(problem.level == "error" for problem in problems):  # a misspelt name is one mistake
        said = [page.body for page in pages[SOURCE].values()]
        said += [text for quiz in quizzes.values() for question in quiz.questions for text in question.texts().values()]
        problems += unused(glossary_files[SOURCE], set(keys_in("\n".join(said))), glossary[SOURCE])
    found = tuple(capped(without_shadows(problems, faulty)))
    if not city or not lessons or any(problem.level == "error" for problem in found):
        return None, found
    names = tuple(name for name, _ in settings.order if not for_staff(name))
    staff = tuple(name for name, _ in settings.order if for_staff(name))
    words = {language: fill_words(word_files[language].data, values, language) for language in languages.published}
    return Course(
        root, languages, names, staff, pages, _outline(names, lessons), lessons, quizzes, values, glossary, words
    ), found


def _outline(names: tuple[str, ...], lessons: Lessons) -> dict[str, tuple[str, ...]]:
    """The modules in the order of the course, each with the pages of its lessons."""
    folders = [name.removesuffix("/index") for name in names if name.removesuffix("/index") in lessons.modules]
    found: dict[str, list[str]] = {folder: [] for folder in folders}
    for name in names:
        if name in lessons.lessons and name.split("/")[0] in found:
            found[name.split("/")[0]].append(name)
    return {folder: tuple(inside) for folder, inside in found.items()}


def _pages(root: Path, languages: Languages, problems: list[Problem]) -> dict[str, dict[str, PageFile]]:
    """For each language the pages by name."""
    pages: dict[str, dict[str, PageFile]] = {}
    for language in languages.codes:
        found = {}
        for name in folder.files(root, f"docs/{language}", ".md", problems):
            page = read_page(root / f"docs/{language}/{name}.md", f"docs/{language}/{name}.md", problems)
            if page is not None:
                found[name] = page
        if language in languages.published and not (root / "docs" / language).is_dir():
            message, hint = "Dieser Ordner fehlt.", "Holen Sie ihn aus der letzten Fassung zurück."
            problems.append(Problem(f"docs/{language}", 1, message, hint))
        pages[language] = found
    return pages


def _quizzes(root: Path, languages: Languages, problems: list[Problem]) -> dict[str, Quiz]:
    """All quizzes by the page they belong to."""
    quizzes = {}
    for lesson in folder.files(root, f"{QUIZZES}/{SOURCE}", ".yml", problems):
        quiz = load_quiz(root, lesson, languages.translations, problems)
        if quiz is not None:
            quizzes[lesson] = quiz
    for language in languages.translations:
        for lesson in folder.files(root, f"{QUIZZES}/{language}", ".yml", problems):
            problems += course_checks.foreign_quiz_file(root, language, lesson)
    return quizzes
