"""Cut Markdown into its blocks: headings, paragraphs, items, cells, quotes, texts of drawings; each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "cell", "quote", "alt"]

_FENCE = re.compile(r"^(?:```|~~~)")
_HEADING = re.compile(r"^#{1,6}\s*(?P<text>.*?)\s*(?:\{[^}]*\})?\s*$")
_BOX = re.compile(r'^(?:!!!|\?\?\?\+?)\s+[\w -]+?(?:\s+"(?P<title>[^"]*)")?\s*$')
_ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+]|\d+[.)])\s+(?P<text>.*)$")
_RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$|^\s*([-*_])(?:\s*\1){2,}\s*$")
_ALT = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
_ATTRIBUTES = re.compile(r"^\s*\{:?\s*[#.][^}]*\}\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A block and its Markdown without the signs around it; `line` is that of its first line."""

    kind: Kind
    line: int
    text: str


def blocks(markdown: str, first: int = 1) -> Iterator[Block]:
    """The blocks of `markdown`, whose first line is line `first` of its file. Fenced code is left out."""
    kind: Kind = "paragraph"
    start, gathered = 0, list[str]()
    fenced = False

    def close() -> Iterator[Block]:
        if gathered:
            yield Block(kind, start, "\n".join(gathered))
            gathered.clear()

    for number, raw in enumerate(markdown.split("\n"), start=first):
        if _FENCE.match(raw.strip()):
            yield from close()
            fenced = not fenced
            continue
        if fenced:
            continue
        for alt in _ALT.finditer(raw):
            yield Block("alt", number, alt["alt"])
        line = _ALT.sub("", raw)
        bare = line.strip()
        if not bare or _RULE.match(line) or _ATTRIBUTES.match(line):
            yield from close()
        elif match := _HEADING.match(bare) if bare.startswith("#") else None:
            yield from close()
            yield Block("heading", number, match["text"])
        elif match := _BOX.match(bare):
            yield from close()
            if match["title"]:
                yield Block("heading", number, match["title"])
        elif bare.startswith("|"):
            yield from close()
            for cell in re.split(r"(?<!\\)\|", bare.strip("|")):
                if cell.strip():
                    yield Block("cell", number, cell.strip())
        elif bare.startswith(">"):
            words = bare.lstrip("> ")
            if kind != "quote" or not words:
                yield from close()
            kind = "quote"
            start = start if gathered else number
            if words:
                gathered.append(words)
        elif match := _ITEM.match(line):
            yield from close()
            kind, start = "item", number
            gathered.append(match["text"])
        elif gathered and (kind != "item" or line.startswith(" ")):
            gathered.append(bare)
        else:
            yield from close()
            kind, start = "paragraph", number
            gathered.append(bare)
    yield from close()
