"""data/lessons.yml: what belongs to a lesson or a module without being its text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.sources.checked import Id, Strict, Text, checked
from coursekit.sources.yaml_file import YamlFile, read_yaml

FILE = "data/lessons.yml"


class Picture(Strict):
    """A drawing of docs/assets and what is to be seen on it, by language; German is always there."""

    file: Text
    alt: dict[str, Text]

    def spoken(self, language: str) -> str:
        """The language of its words for a reader of `language`: German where nobody has translated them."""
        return language if language in self.alt else SOURCE


class Module(Strict):
    """A module: the lead picture of its page."""

    picture: Picture


class Lesson(Strict):
    """A lesson: how long it takes (minutes), the facts it states, its lead picture."""

    minutes: Annotated[int, Field(ge=1)]
    picture: Picture
    facts: tuple[Id, ...]


class Card(Strict):
    """A sheet to print and hang up: the facts it states, its picture."""

    picture: Picture
    facts: tuple[Id, ...]


class Lessons(Strict):
    """All modules by folder, all lessons and all cards by page name (`mietrecht/kaution`)."""

    modules: dict[str, Module]
    lessons: dict[str, Lesson]
    cards: dict[str, Card] = Field(default_factory=dict)


def load_lessons(root: Path, problems: list[Problem]) -> tuple[Lessons | None, YamlFile | None]:
    """The lessons and the file they come from, for the lines; None when it is faulty."""
    file = read_yaml(root / FILE, FILE, problems)
    return (checked(Lessons, file, problems), file) if file else (None, None)
