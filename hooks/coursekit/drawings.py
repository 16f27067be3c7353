"""Drawings: SVG files of docs/assets, set into the page itself so that they cost no request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path

from coursekit.errors import Problem, did_you_mean

FOLDER = "docs/assets"
_BOX = re.compile(r'viewBox="([-\d.]+ [-\d.]+ [\d.]+ [\d.]+)"')
_ROOT = re.compile(r"<svg\b[^>]*>")
# No policy of the site allows these, and ids would stand twice where a drawing does.
_FORBIDDEN = re.compile(
    r"<style|<script|<image|<foreignObject|\sstyle=|\sid=|\son[a-z]+=|href=|<!--|<\?xml", re.IGNORECASE
)
_GAPS = re.compile(r">\s+<")


def drawing_problems(root: Path, file: str, path: str, line: int) -> Iterator[Problem]:
    """What is wrong with the drawing `file` (below docs/assets) that `line` of `path` names."""
    where = root / FOLDER / file
    if not where.is_file():
        names = [found.relative_to(root / FOLDER).as_posix() for found in (root / FOLDER).rglob("*.svg")]
        yield Problem(path, line, f"Die Zeichnung „{file}“ gibt es nicht in {FOLDER}.", did_you_mean(file, names))
        return
    text = where.read_text("utf-8", errors="replace")
    root_element = _ROOT.search(text)
    if not root_element or not _BOX.search(root_element[0]):
        yield Problem(
            f"{FOLDER}/{file}",
            1,
            "Das ist keine Zeichnung, die die Seite zeigen kann.",
            'Nötig ist eine SVG-Datei, die so beginnt: <svg xmlns="…" viewBox="0 0 320 180">',
        )
    for match in _FORBIDDEN.finditer(text):
        number = text[: match.start()].count("\n") + 1
        yield Problem(
            f"{FOLDER}/{file}",
            number,
            f"In einer Zeichnung darf „{match[0].strip()}“ nicht stehen.",
            "Zeichnungen haben nur Formen mit Farben als Attributen (fill, stroke).",
        )


@lru_cache(maxsize=256)
def _read(path: Path, changed: int) -> str:
    return _GAPS.sub("><", path.read_text("utf-8").strip())


def inline_svg(root: Path, file: str, alt: str, css: str, language: str = "") -> str:
    """The drawing as an `<svg>` element with `alt` for those who do not see it (none: mere decoration).

    `language` is said where `alt` is not in the language of the page.
    """
    path = root / FOLDER / file
    svg = _read(path, path.stat().st_mtime_ns)
    box = _BOX.search(svg)
    assert box is not None
    _, _, width, height = box[1].split()
    spoken = f' lang="{language}"' if language else ""
    named = f'role="img" aria-label="{escape(alt)}"{spoken}' if alt else 'aria-hidden="true"'
    opening = f'<svg class="{css}" viewBox="{box[1]}" width="{width}" height="{height}" {named}>'
    return _ROOT.sub(lambda _: opening, svg, count=1)
