"""All checks of language over a whole course."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.language import lengths, letters, quotes, readability
from coursekit.language.passages import passages
from coursekit.language.readability import Figures
from coursekit.language.spelling import Spelling


class LanguageCheck:
    """Reads a course once and asks it everything; a build does not do this, `course check` does."""

    def __init__(self, course: Course) -> None:
        self._course = course

    @cached_property
    def _passages(self) -> tuple[readability.Read, ...]:
        return tuple(map(readability.read, passages(self._course)))

    def problems(self, spelling: bool = False) -> list[Problem]:
        """Every finding, sorted; with `spelling` every unknown word, too.

        Raises `spelling.NoDictionaryError` where a dictionary is not installed.
        """
        bare = [read.passage for read in self._passages]
        wrong_letters = list(letters.problems(bare))
        found = [
            *wrong_letters,
            *readability.problems(self._passages, readability.known_terms(self._course)),
            *quotes.problems(bare),
            *lengths.problems(self._course),
        ]
        if spelling:
            # A word with wrong letters is in no dictionary: it has been told already.
            told = {(problem.path, problem.line) for problem in wrong_letters}
            unknown = Spelling(self._course, found).problems(bare)
            found += [problem for problem in unknown if (problem.path, problem.line) not in told]
        return sorted(set(found))

    def figures(self) -> Mapping[str, Figures]:
        """Words a sentence over all texts of each language."""
        terms = readability.known_terms(self._course)
        return {
            language: readability.figures((read for read in self._passages if read.passage.language == language), terms)
            for language in self._course.pages
        }
