"""A translated question carries in each text what its German one carries: placeholders, terms, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.quiz.model import Question, Translation
from coursekit.quiz.overlay import expected
from coursekit.source_hash import of_question
from coursekit.sources.yaml_file import YamlFile
from coursekit.text.structure import differences


def misfits(question: Question, translation: Translation, file: YamlFile) -> Iterator[Problem]:
    """Where a text of `translation`, read from `file`, is not built like its German one, each as an error."""
    folder, _, lesson = file.name.split("/", 2)
    german = question.texts()
    for place, path in expected(question).items():
        for found in differences(german[path], translation.texts[path], "text"):
            line = file.text_line("questions", question.id, *place) + (found.offset or 0)
            yield Problem(file.name, line, found.message, found.hint, rests_on=(f"{folder}/{SOURCE}/{lesson}",))


def structure_problems(question: Question, translation: Translation, file: YamlFile) -> Iterator[Problem]:
    """The misfits as the check tells them: whoever edits German is not stopped by a translation that has to follow."""
    outdated = translation.source and translation.source != of_question(question)
    for problem in misfits(question, translation, file):
        yield replace(problem, level="notice") if outdated else problem
