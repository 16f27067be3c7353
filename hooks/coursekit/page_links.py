"""Where the links of a page lead: to a page or a section of the course, to https://, a phone or an e-mail address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from coursekit.errors import Problem, did_you_mean
from coursekit.languages import SOURCE
from coursekit.sources.code import shielded
from coursekit.sources.page_file import PageFile

_LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\((?P<to>(?:\{\{[^{}]*\}\}|[^()])*)\)")
_OUTSIDE = re.compile(
    r"https://[\w.-]+(?::\d+)?(?:[/?#][^\s<>\"\[\]]*)?$|tel:(?:\+?\d+|\{\{[^{}]*\}\})$|mailto:[^\s@]+@[^\s@]+$"
)


def check(page: PageFile, name: str, language: str, pages: Mapping[str, Mapping[str, PageFile]]) -> Iterator[Problem]:
    """Every link of the page `name` in `language` that leads nowhere."""
    for number, text in enumerate(shielded(page.body).split("\n"), start=page.body_line):
        for match in _LINK.finditer(text):
            if not _OUTSIDE.match(match["to"]):
                yield from _inside(match["to"], page, number, name, language, pages)


def _inside(
    to: str, page: PageFile, line: int, name: str, language: str, pages: Mapping[str, Mapping[str, PageFile]]
) -> Iterator[Problem]:
    file, _, section = to.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), file.removesuffix(".md"))) if file else name
    message = f"Der Link „{to}“ führt ins Leere."
    if file and (not file.endswith(".md") or target not in pages[SOURCE]):
        known = {posixpath.relpath(other, posixpath.dirname(name) or ".") + ".md" for other in pages[SOURCE]}
        hint = (
            file.endswith(".md") and did_you_mean(file, known)
        ) or "Ein Link beginnt mit https:// oder tel: oder nennt eine Seite: ../hilfe.md"
        yield Problem(page.name, line, message, hint, rests_on=(f"docs/{SOURCE}/{target}.md",))
    elif section or not file:
        there = pages[language].get(target) or pages[SOURCE][target]
        if section not in there.sections:
            yield Problem(page.name, line, message, did_you_mean(section, there.sections), rests_on=(there.name,))
