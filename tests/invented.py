"""Languages that nobody speaks: real texts in other words, with everything that a translation has to keep."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_lowercase

# Terms, placeholders, names of sections, targets, markers, German quotations and kinds of boxes stay; then a word.
_KEPT = re.compile(
    r"\*\*[^*]+\*\*\{[^}]*\}|\{\{.*?\}\}|\{[^}]*\}|\]\([^)]*\)|<!--.*?-->|^>.*$|^!!! \w+|[^\W\d_]+", re.MULTILINE
)
_QUOTED = re.compile(r'(?<=: |- )"[^"]*"')

Word = Callable[[str], str]


def invented(text: str, word: Word) -> str:
    """`text` with each of its words replaced by what `word` makes of it."""
    return _KEPT.sub(lambda match: word(match[0]) if match[0].isalpha() else match[0], text)


def invented_yaml(text: str, word: Word) -> str:
    """A YAML file of the course with the words of its quoted texts replaced; stamps stay."""
    lines = [
        line
        if line.lstrip().startswith(("source:", "#"))
        else _QUOTED.sub(lambda match: invented(match[0], word), line)
        for line in text.split("\n")
    ]
    return "\n".join(lines)


def invented_page(text: str, word: Word) -> str:
    """A page with the words of its title, goal and body replaced."""
    _, head, body = text.split("---\n", 2)
    head = re.sub(r"(?m)^((?:title|goal): )(.*)$", lambda match: match[1] + invented(match[2], word), head)
    return f"---\n{head}---\n{invented(body, word)}"


def shifted(by: int) -> Word:
    """Words with each Latin letter moved on in the alphabet: as many languages as one likes, no two with the same words."""
    other = str.maketrans(ascii_lowercase, ascii_lowercase[by:] + ascii_lowercase[:by])
    return lambda word: word.lower().translate(other)
