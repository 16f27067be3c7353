"""Drawings: SVG files of docs/assets, set into the page itself so that they cost no request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from xml.etree import ElementTree

from coursekit.errors import Problem, did_you_mean
from coursekit.sources.text_file import decoded

FOLDER = "docs/assets"
# Drawings that templates ask for and no file of the course names.
NEEDED = ("icon.svg", "not-found.svg", "start.svg")
_NUMBER = r"(?:\d+(?:\.\d+)?)"
_BOX = re.compile(rf"-?{_NUMBER} -?{_NUMBER} (?P<width>{_NUMBER}) (?P<height>{_NUMBER})\Z")
_VIEW_BOX = re.compile(r'viewBox="([^"]*)"')
# What draws; in a page of HTML any other element would be one of HTML.
_SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
_ROOT = re.compile(r"<svg\b[^>]*>")
# No policy of the site allows these, and ids would stand twice where a drawing does.
_FORBIDDEN = re.compile(
    r"<style|<script|<image|<foreignObject|\sstyle=|\sid=|\son[a-z]+=|href=|<!|<\?xml", re.IGNORECASE
)
_GAPS = re.compile(r">\s+<")


def drawing_problems(root: Path, file: str, path: str, line: int) -> Iterator[Problem]:
    """Whether the drawing `file` (below docs/assets) that `line` of `path` names is there."""
    if ".." in file.split("/") or not file.endswith(".svg") or not (root / FOLDER / file).is_file():
        names = {found.relative_to(root / FOLDER).as_posix() for found in (root / FOLDER).rglob("*.svg")}
        yield Problem(path, line, f"Die Zeichnung „{file}“ gibt es nicht in {FOLDER}.", did_you_mean(file, names))


def all_problems(root: Path) -> list[Problem]:
    """What is wrong inside the drawings, and which of those are missing that the site asks for by name."""
    problems: list[Problem] = []
    for file in sorted({found.relative_to(root / FOLDER).as_posix() for found in (root / FOLDER).rglob("*.svg")}):
        problems += _inside(root / FOLDER / file, f"{FOLDER}/{file}")
    for file in NEEDED:
        if not (root / FOLDER / file).is_file():
            message = "Diese Zeichnung fehlt. Die Seite braucht sie."
            problems.append(Problem(f"{FOLDER}/{file}", 1, message, "Holen Sie sie aus der letzten Fassung zurück."))
    return problems


def _inside(path: Path, name: str) -> list[Problem]:
    """What is wrong with one drawing: it has to be whole, or it would swallow the page behind it."""
    problems: list[Problem] = []
    text = decoded(path, name, problems)
    if text is None:
        return problems
    # What is forbidden is told first: its own word says more than a fault of the reader would.
    for match in _FORBIDDEN.finditer(text):
        number = text[: match.start()].count("\n") + 1
        message = f"In einer Zeichnung darf „{match[0].strip()}“ nicht stehen."
        problems.append(
            Problem(name, number, message, "Zeichnungen haben nur Formen mit Farben als Attributen (fill, stroke).")
        )
    if problems:
        return problems
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - a document type, and so every entity, is refused above
    except ElementTree.ParseError as error:
        message = "Diese Zeichnung ist nicht ganz, oder sie ist keine SVG-Datei."
        hint = "Speichern Sie sie im Zeichenprogramm neu, oder holen Sie die letzte Fassung zurück."
        return [Problem(name, error.position[0], message, hint)]
    box = _BOX.match(root.get("viewBox", ""))
    first = _ROOT.search(text)
    if root.tag.rpartition("}")[2] != "svg" or not box or not first or f'viewBox="{box[0]}"' not in first[0]:
        message = "Das ist keine Zeichnung, die die Seite zeigen kann."
        hint = 'Nötig ist eine SVG-Datei, die so beginnt: <svg xmlns="…" viewBox="0 0 320 180">'
        return [Problem(name, 1, message, hint)]
    for element in root.iter():
        shape = element.tag.rpartition("}")[2]
        if shape not in _SHAPES:
            number = text[: text.find(f"<{shape}")].count("\n") + 1
            message = f"In einer Zeichnung darf „<{shape}“ nicht stehen."
            problems.append(Problem(name, number, message, f"Möglich sind: {', '.join(sorted(_SHAPES - {'svg'}))}."))
    return problems


@lru_cache(maxsize=256)
def _read(path: Path, changed: int) -> str:
    return _GAPS.sub("><", path.read_text("utf-8").strip())


def inline_svg(root: Path, file: str, alt: str, css: str, language: str = "") -> str:
    """The drawing as an `<svg>` element with `alt` for those who do not see it (none: mere decoration).

    `language` is said where `alt` is not in the language of the page.
    """
    path = root / FOLDER / file
    svg = _read(path, path.stat().st_mtime_ns)
    box = _VIEW_BOX.search(svg)
    assert box is not None
    _, _, width, height = box[1].split()
    spoken = f' lang="{language}"' if language else ""
    named = f'role="img" aria-label="{escape(alt)}"{spoken}' if alt else 'aria-hidden="true"'
    opening = f'<svg class="{css}" viewBox="{box[1]}" width="{width}" height="{height}" {named}>'
    return _ROOT.sub(lambda _: opening, svg, count=1)


def nested_svg(root: Path, file: str, top: int, side: int) -> str:
    """The drawing as an `<svg>` element inside another one, `top` units from its upper edge, `side` wide and high."""
    path = root / FOLDER / file
    svg = _read(path, path.stat().st_mtime_ns)
    box = _VIEW_BOX.search(svg)
    assert box is not None
    opening = f'<svg y="{top}" width="{side}" height="{side}" viewBox="{box[1]}">'
    return _ROOT.sub(lambda _: opening, svg, count=1)
