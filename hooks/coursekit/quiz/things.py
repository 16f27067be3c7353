"""Small drawings of the things to sort: one SVG file a lesson, so that forty of them cost one request.

Each has a `<view>` of its own, which `<img src="….svg#name">` shows (SVG 2, section 16.3): without a script, and
from a USB stick too, where `<use>` may not reach into another file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursekit.drawings import nested_svg
from coursekit.quiz.model import Assign, Question

# Width and height of each drawing, in units of the file.
_SIDE = 48


@dataclass(frozen=True, slots=True)
class Things:
    """The small drawings of one lesson in one file: its address on the site, named by its content, and its text."""

    address: str
    svg: str

    def address_of(self, file: str) -> str:
        """The address, on the site, of the one drawing `file`."""
        return f"{self.address}#{_name(file)}"


def things(root: Path, lesson: str, questions: Sequence[Question]) -> Things | None:
    """The small drawings that `questions` of `lesson` name, each once; None where they name none."""
    files = sorted(
        {item.picture for question in questions if isinstance(question, Assign) for item in question.items} - {None},
        key=str,
    )
    if not files:
        return None
    drawn = ""
    for place, file in enumerate(map(str, files)):
        top = place * _SIDE
        drawn += f'<view id="{_name(file)}" viewBox="0 {top} {_SIDE} {_SIDE}"/>' + nested_svg(root, file, top, _SIDE)
    box = f"0 0 {_SIDE} {len(files) * _SIDE}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawn}</svg>'
    name = lesson.replace("/", "-")
    return Things(f"assets/{name}.{hashlib.sha256(svg.encode()).hexdigest()[:8]}.svg", svg)


def _name(file: str) -> str:
    return PurePosixPath(file).stem
