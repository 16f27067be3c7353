"""What may stand inside any text, checked in one go: placeholders, terms, links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape

from coursekit.errors import Problem
from coursekit.text import placeholders, small_markdown, terms
from coursekit.text.placeholders import Values

_LINK = re.compile(r'href="(?P<to>[^"]*)"')


def check(
    text: str, values: Values, known_terms: Collection[str], path: str, line: int, markdown: bool = False
) -> Iterator[Problem]:
    """Everything wrong inside `text`, whose first line is `line` of `path`.

    `markdown`: the text is Markdown in small, where a link leads to https:// or a phone only.
    """
    yield from placeholders.check(text, values, path, line)
    yield from terms.check(text, known_terms, path, line)
    if markdown and "](" in text:
        # Asked of what Markdown makes of it, so that no way of writing slips through.
        for to in map(unescape, _LINK.findall(small_markdown.to_html(text))):
            if not to.startswith(("https://", "tel:")):
                offset = next((number for number, part in enumerate(text.split("\n")) if to in part), 0)
                yield Problem(
                    path,
                    line + offset,
                    f"Der Link „{to}“ führt aus einer Frage ins Leere.",
                    "In Fragen beginnt ein Link mit https:// oder tel:",
                )
