"""One text to translate: where it stands, its German, its translation, and how that stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from coursekit import source_hash
from coursekit.sources.yaml_file import Key

Kind = Literal["page", "question", "term", "word", "picture"]
State = Literal["aktuell", "veraltet", "fehlt", "unsicher"]
OPEN: Final[tuple[State, ...]] = ("veraltet", "fehlt")


@dataclass(frozen=True, slots=True)
class Row:
    """One text to translate: where it stands in the file of its language, and how its translation stands.

    `owner` is the page, the question, the term … that is complete or not; `place` is the text inside it.
    `before` is the German from which the translation was made, where it was another and is known.
    """

    kind: Kind
    file: str
    owner: str
    place: Key
    context: str
    german: str
    translation: str
    state: State
    before: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """The name of the row, the same in every export."""
        return f"{self.file}#{'.'.join(map(str, (*([self.owner] if self.owner else []), *self.place)))}"

    @property
    def hash(self) -> str:
        """The hash of the German text; the letter keeps a spreadsheet from reading a number."""
        return f"h{source_hash.of_text(self.german)}"


def language_of(name: str, languages: Sequence[str]) -> str:
    """Which of the `languages` the row with the id `name` belongs to, or nothing."""
    file, _, place = name.partition("#")
    return next(
        (
            code
            for code in languages
            if f"/{code}/" in file or file.endswith(f"/{code}.yml") or place.endswith(f".alt.{code}")
        ),
        "",
    )
