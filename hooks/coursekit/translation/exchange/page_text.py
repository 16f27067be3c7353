"""Translated texts into a page; every other byte stays."""

from __future__ import annotations

from collections.abc import Mapping

from coursekit.sources.page_file import Heading, PageFile
from coursekit.sources.page_sections import sections
from coursekit.sources.yaml_edit import Change, edited, quoted
from coursekit.sources.yaml_file import Key


def new_page(source: PageFile, texts: Mapping[Key, str], stamp: str) -> str:
    """A page built like its German `source`, with all of its `texts`."""
    head = [f"{field}: {quoted(texts[field,])}" for field in ("title", "goal") if (field,) in texts]
    lines = ["---", *head, f'source: "{stamp}"', "---", ""]
    for section in sections(source):
        lines += _section(section.heading, texts)
    return "\n".join(lines).rstrip("\n") + "\n"


def missing_sections(page: PageFile, source: PageFile) -> list[str]:
    """The sections of the German page that its translation does not have."""
    return [section for section in source.sections if section not in page.sections]


def changed_page(before: str, page: PageFile, source: PageFile, texts: Mapping[Key, str]) -> str:
    """The text of `page`, which is `before`, with these `texts` at their places, new sections among them.

    A section that is missing comes in where its heading is among the texts.
    """
    line_end = "\r\n" if "\r\n" in before else "\n"
    lines = before.replace("\r\n", "\n").split("\n")
    head, body = lines[1 : page.body_line - 2], lines[page.body_line - 1 :]
    changes = [Change((field,), texts[field,]) for field in ("title", "goal") if (field,) in texts]
    pieces: dict[str, list[str]] = {}
    starts = [0, *(heading.line - page.body_line for heading in page.headings), len(body)]
    for section, start, end in zip(sections(page), starts, starts[1:], strict=False):
        pieces[section.id] = _renewed(body[start:end], section.heading, texts)
    after = ""
    for section in sections(source):
        if section.id not in pieces and (section.id, "heading") in texts:
            pieces = _with(pieces, after, section.id, _section(section.heading, texts))
        after = section.id if section.id in pieces else after
    new_head = edited("\n".join(head), changes).split("\n")
    return line_end.join(["---", *new_head, "---", *(line for piece in pieces.values() for line in piece)])


def _renewed(piece: list[str], heading: Heading | None, texts: Mapping[Key, str]) -> list[str]:
    """The lines of one section with its new heading and its new text, the empty lines around it as they were."""
    section = heading.id if heading else ""
    top, inside = (piece[:1], piece[1:]) if heading else ([], piece)
    if heading and (section, "heading") in texts:
        top = [_headline(heading, texts[section, "heading"])]
    if (section, "text") in texts:
        filled = [number for number, line in enumerate(inside) if line.strip()]
        first, last = (filled[0], filled[-1] + 1) if filled else (1, 1)
        above, below = (inside[:first], inside[last:]) if filled else ([""], inside[:1] or [""])
        inside = [*above, *texts[section, "text"].split("\n"), *below]
    return [*top, *inside]


def _section(heading: Heading | None, texts: Mapping[Key, str]) -> list[str]:
    section = heading.id if heading else ""
    lines = [_headline(heading, texts[section, "heading"]), ""] if heading else []
    text = texts.get((section, "text"), "")
    return [*lines, *([*text.split("\n"), ""] if text else [])]


def _headline(heading: Heading, text: str) -> str:
    return f"{'#' * heading.level} {text} {{#{heading.id}}}"


def _with(pieces: Mapping[str, list[str]], after: str, name: str, lines: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for known, piece in pieces.items():
        found[known] = piece
        if known == after:
            if piece and piece[-1].strip():
                found[known] = [*piece, ""]
            found[name] = lines
    return found
