"""Write into a translation which German words it was made from; every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from coursekit import source_hash
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.sources.yaml_file import Key, YamlFile

_STAMP = re.compile(r"""source:(?: *(?:"[^"]*"|'[^']*'|[^\s#"']+))?""")


def stamp_files(course: Course, only: Collection[str] = ()) -> list[str]:
    """Stamps every translated page and question, or those in the files of `only` (as `docs/ro/…`).

    A translated question that no longer fits the German one is left alone: it has to be translated first.
    Returns the names of the files that changed.
    """
    changed = []
    for language in course.languages.translations:
        for name, page in course.pages[language].items():
            if name in course.pages[SOURCE] and (not only or page.name in only):
                found = source_hash.of_page(course.pages[SOURCE][name])
                changed += write_stamps(course.root, page.head, {(): found}, head_end=page.body_line - 1)
        for quiz in course.quizzes.values():
            file = quiz.translation_files.get(language)
            if file and (not only or file.name in only):
                fitting = [question for question in quiz.questions if question.id in quiz.translations[language]]
                hashes: dict[Key, str] = {
                    ("questions", question.id): source_hash.of_question(question) for question in fitting
                }
                changed += write_stamps(course.root, file, hashes)
    return changed


def write_stamps(root: Path, file: YamlFile, stamps: Mapping[Key, str], head_end: int = 0) -> list[str]:
    """Writes the stamps into `file`, by the key of their record; the name of the file, where anything changed."""
    path = root / file.name
    before = path.read_bytes().decode("utf-8")
    after = _stamped(before, file, stamps, head_end)
    if after == before:
        return []
    path.write_bytes(after.encode("utf-8"))
    return [file.name]


def _stamped(text: str, file: YamlFile, stamps: Mapping[Key, str], head_end: int) -> str:
    """`text` with a stamp for each record of `stamps`; a new one stands first in a question and last in a head."""
    lines = text.splitlines(keepends=True)
    line_end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    # From the bottom up, so that a new line shifts none that is still to come.
    for key, found in sorted(stamps.items(), key=lambda stamp: file.line(*stamp[0]), reverse=True):
        stamp = f'source: "{found}"'
        if (*key, "source") in file.lines:
            place = file.line(*key, "source") - 1
            lines[place] = _STAMP.sub(stamp, lines[place], count=1)
        else:
            fields = [line for path, line in file.lines.items() if path[:-1] == key and len(path) > len(key)]
            place = (head_end or min(fields)) - 1
            indent = "" if head_end else lines[place][: -len(lines[place].lstrip())]
            lines.insert(place, f"{indent}{stamp}{line_end}")
    return "".join(lines)
