"""Read a page: front matter, body, and what stands on which line of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.sources.checked import Line, Strict, Text, checked
from coursekit.sources.code import shielded
from coursekit.sources.text_file import read_text
from coursekit.sources.yaml_file import YamlFile, parse_yaml

# Markdown asks for no space behind the marks.
_HEADING = re.compile(r"^(?P<marks>#{1,6})\s*(?P<text>.*?)\s*(?:\{\s*#(?P<id>[^\s}]*)\s*\})?\s*$")
_COMMENT = re.compile(r"<!--\s*(?P<text>.*?)\s*-->")
_QUESTION = re.compile(r"^question:\s*(?P<id>\S+)$")
_UNDERLINE = re.compile(r"^(=+|-+) *$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]*)\)")
_DRAWING = re.compile(r"^(\.\./)+assets/[^\s]+$")
_IN_HEAD = re.compile(r"[a-z]+:| +\S")
_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


class FrontMatter(Strict):
    """The head of a page. `source`, `unsure` and `reviewed` stand in translations only."""

    title: Line
    goal: Line | None = None
    source: Text | None = None
    unsure: tuple[Text, ...] = ()
    reviewed: Line | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its level (1 to 6), its text without the id, and its line."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a quiz (`id` empty) or one question stands; `line` is that of the file."""

    kind: Literal["quiz", "question"]
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Image:
    """A drawing in the text, `file` below docs/assets."""

    alt: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page as its file has it; `head` has the lines of `front`, `body_line` is the line of the body's first line."""

    name: str
    head: YamlFile
    front: FrontMatter
    body: str
    body_line: int
    headings: tuple[Heading, ...]
    markers: tuple[Marker, ...]
    images: tuple[Image, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the headings, in order."""
        return tuple(heading.id for heading in self.headings)

    def heading(self, section: str) -> str:
        """The words of the heading with the id `section`, or nothing."""
        return next((heading.text for heading in self.headings if heading.id == section), "")


def read_page(path: Path, name: str, problems: list[Problem]) -> PageFile | None:
    """The page at `path`, or None when it has no usable head; what is wrong goes into `problems`."""
    text = read_text(path, name, problems)
    if text is None:
        return None
    if not text.startswith("---\n"):
        message, hint = (
            "Der Kopf der Seite fehlt.",
            "Die Datei beginnt so: --- / title: Titel / goal: Ziel / ---, je eine Zeile.",
        )
        problems.append(Problem(name, 1, message, hint))
        return None
    if "\n---\n" not in text[3:] + "\n":
        lines = text.split("\n")
        end = next((at for at, line in enumerate(lines[1:], start=2) if not _IN_HEAD.match(line)), len(lines))
        hint = "Nach der letzten Zeile des Kopfes steht eine Zeile mit drei Strichen: ---"
        problems.append(Problem(name, end, "Der Kopf der Seite hört nicht auf.", hint))
        return None
    head, _, body = (text[4:] + "\n").partition("\n---\n")
    file = parse_yaml(head, name, problems, first_line=2)
    front = checked(FrontMatter, file, problems) if file else None
    body_line = head.count("\n") + 4
    headings, markers, images = _walk(shielded(body), name, body_line, problems)
    if file is None or front is None:
        return None
    return PageFile(name, file, front, body.rstrip("\n") + "\n", body_line, headings, markers, images)


def _walk(
    body: str, name: str, first: int, problems: list[Problem]
) -> tuple[tuple[Heading, ...], tuple[Marker, ...], tuple[Image, ...]]:
    headings: list[Heading] = []
    markers: list[Marker] = []
    images: list[Image] = []
    above = ""
    for number, line in enumerate(body.split("\n"), start=first):
        if match := _HEADING.match(line):
            _heading(match, name, number, headings, problems)
        if _UNDERLINE.match(line) and above.strip():
            problems.append(
                Problem(
                    name,
                    number,
                    "Diese Zeile macht aus der Zeile darüber eine Überschrift.",
                    "Eine Überschrift beginnt mit ##. Soll es keine sein, lassen Sie die Zeile darüber leer.",
                )
            )
        above = line
        for comment in _COMMENT.finditer(line):
            _marker(comment["text"], name, number, markers, problems)
        if "<!--" in _COMMENT.sub("", line):
            problems.append(
                Problem(name, number, "Hier wird <!-- nicht geschlossen.", "Schließen Sie mit --> in derselben Zeile.")
            )
        for match in _IMAGE.finditer(line):
            if _DRAWING.match(match["path"]):
                images.append(Image(match["alt"].strip(), match["path"].rpartition("assets/")[2], number))
            else:
                problems.append(
                    Problem(
                        name,
                        number,
                        f"So findet die Seite das Bild nicht: {match['path']}",
                        f"Bilder liegen in docs/assets. Schreiben Sie: ![Text]({_up(name)}assets/NAME.svg)",
                    )
                )
            if not match["alt"].strip():
                problems.append(
                    Problem(
                        name,
                        number,
                        "Das Bild hat keinen Text für Menschen, die es nicht sehen.",
                        "Schreiben Sie in die eckige Klammer, was zu sehen ist.",
                    )
                )
    return tuple(headings), tuple(markers), tuple(images)


def _up(name: str) -> str:
    """The way from the page `docs/de/…` up to `docs/`."""
    return "../" * (name.count("/") - 1)


def _heading(match: re.Match[str], name: str, number: int, headings: list[Heading], problems: list[Problem]) -> None:
    level, text, anchor = len(match["marks"]), match["text"], match["id"]
    if level == 1:
        problems.append(
            Problem(
                name,
                number,
                "Eine Überschrift mit nur einem # gibt es im Text nicht.",
                "Der Titel steht oben bei title. Im Text beginnen Überschriften mit ##.",
            )
        )
    if not anchor or not _ID.match(anchor):
        words = text.partition("{")[0].strip()
        which = "einen kurzen Namen" if name.startswith(f"docs/{SOURCE}/") else "den Namen aus dem deutschen Text"
        problems.append(
            Problem(
                name,
                number,
                f"Der Überschrift „{words}“ fehlt ein gültiger Name.",
                f"Schreiben Sie dahinter {which}: {match['marks']} {words} {{#name}}",
            )
        )
    elif any(heading.id == anchor for heading in headings):
        problems.append(
            Problem(
                name,
                number,
                f"Der Name „{anchor}“ steht auf dieser Seite schon an einer anderen Überschrift.",
                "Geben Sie dieser Überschrift einen eigenen Namen.",
            )
        )
    headings.append(Heading(level, text, anchor or "", number))


def _marker(text: str, name: str, number: int, markers: list[Marker], problems: list[Problem]) -> None:
    if text == "quiz":
        if any(marker.kind == "quiz" for marker in markers):
            problems.append(
                Problem(
                    name,
                    number,
                    "Die Fragen stehen auf dieser Seite schon an einer anderen Stelle.",
                    "Löschen Sie einen der beiden Marker <!-- quiz -->.",
                )
            )
        markers.append(Marker("quiz", "", number))
    elif match := _QUESTION.match(text):
        if any(marker.id == match["id"] for marker in markers):
            problems.append(
                Problem(
                    name,
                    number,
                    f"Die Frage „{match['id']}“ steht auf dieser Seite schon.",
                    "Löschen Sie einen der beiden Marker.",
                )
            )
        markers.append(Marker("question", match["id"], number))
    else:
        problems.append(
            Problem(
                name,
                number,
                f"Den Marker <!-- {text if len(text) < 40 else f'{text[:30]} …'} --> gibt es nicht.",
                "Möglich sind <!-- quiz --> und <!-- question: NAME -->.",
            )
        )
