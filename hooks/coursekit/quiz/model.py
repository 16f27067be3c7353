"""The six types of question, as the German file has them: structure, key and German text.

Texts are found by their path inside the question, such as ("options", "a", "feedback");
a translation is a mapping from these paths to other words (`overlay`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from coursekit.sources.checked import Id, Strict, Text

TextPath = tuple[str | int, ...]
# In YAML a number may be whole or not; text that looks like a number is not one.
Number = int | float

# What the question linter points at and a writer may mean so: in one question, and in a lesson as a whole.
Considered = Literal[
    "absolute-word",
    "longest-right",
    "not-in-section",
    "option-count",
    "option-overlap",
    "repeated-word",
    "same-question",
    "translated-negation",
]
ConsideredInLesson = Literal["longest-right", "same-place"]


class Stimulus(Strict):
    """A paper as people meet it, in German in every language."""

    kind: Literal["letter", "bill", "advertisement", "message", "form", "notice"]
    text: Text


class Image(Strict):
    """A drawing of docs/assets and what is to be seen on it."""

    file: Text
    alt: Text


class Option(Strict):
    """An answer to choose. A wrong one says what is true instead; in `multiple` a right one says why it belongs."""

    id: Id
    text: Text
    correct: bool = False
    feedback: Text | None = None
    missed: Text | None = None


class Item(Strict):
    """A thing to put in order."""

    id: Id
    text: Text


class Box(Strict):
    """A box that things are put into."""

    id: Id
    text: Text


class BoxedItem(Strict):
    """A thing that belongs into one box; `picture` is a small drawing of docs/assets that stands beside its words."""

    id: Id
    text: Text
    box: Id
    picture: Text | None = None
    feedback: Text


class Gap(Strict):
    """A gap in a text and the words to choose from."""

    id: Id
    options: tuple[Option, ...]


class Range(Strict):
    """What to say to a wrong number between `from` and `to`; without both, to every other one."""

    model_config = ConfigDict(populate_by_name=True)

    from_: Number | None = Field(default=None, alias="from")
    to: Number | None = None
    text: Text


class Question(Strict):
    """What every question has."""

    id: Id
    section: Id
    facts: tuple[Id, ...]
    exam: bool = False
    red: bool = False
    rev: Annotated[int, Field(ge=1)] = 1
    considered: tuple[Considered, ...] = ()
    prompt: Text
    stimulus: Stimulus | None = None
    image: Image | None = None
    hints: tuple[Text, ...] = ()
    explanation: Text

    # The texts of these paths stay German in every language: people meet them in German.
    german_only: ClassVar[tuple[str, ...]] = ("stimulus",)

    def texts(self) -> dict[TextPath, str]:
        """Every text of the question by its path, in the order of the model."""
        return dict(_texts(self.model_dump(by_alias=True, exclude_none=True), ()))

    @property
    def needs_help(self) -> bool:
        """Whether a translation must say what the German paper says."""
        return self.stimulus is not None

    def drawings(self) -> dict[TextPath, str]:
        """The files of docs/assets that the question shows, each by its path."""
        return {("image", "file"): self.image.file} if self.image else {}

    def parts(self) -> tuple[str, ...]:
        """The ids of the parts that an answer is made of."""
        raise NotImplementedError

    def key(self) -> Any:
        """What makes an answer right, as plain values that compare and hash alike in every run."""
        raise NotImplementedError


class Single(Question):
    """Exactly one option is right."""

    type: Literal["single"]
    options: tuple[Option, ...]

    def parts(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)

    def key(self) -> Any:
        return sorted(option.id for option in self.options if option.correct)


class Multiple(Single):
    """At least one option is right and at least one wrong; each is judged by itself."""

    type: Literal["multiple"]  # type: ignore[assignment]


class NumberQuestion(Question):
    """A number is typed."""

    type: Literal["number"]
    answer: Number
    tolerance: Annotated[Number, Field(ge=0)] = 0
    unit: Text
    feedback: tuple[Range, ...]

    def parts(self) -> tuple[str, ...]:
        return ()

    def key(self) -> Any:
        return [float(self.answer), float(self.tolerance)]


class Order(Question):
    """The items are put in order; the file has the right one."""

    type: Literal["order"]
    items: tuple[Item, ...]
    feedback: Text

    def parts(self) -> tuple[str, ...]:
        return tuple(sorted(item.id for item in self.items))

    def key(self) -> Any:
        return [item.id for item in self.items]


class Assign(Question):
    """Each item belongs to one box; boxes may stay empty."""

    type: Literal["assign"]
    boxes: tuple[Box, ...]
    items: tuple[BoxedItem, ...]

    def drawings(self) -> dict[TextPath, str]:
        things = {("items", place, "picture"): item.picture for place, item in enumerate(self.items) if item.picture}
        return super().drawings() | things

    def parts(self) -> tuple[str, ...]:
        return (*(box.id for box in self.boxes), *(item.id for item in self.items))

    def key(self) -> Any:
        return {item.id: item.box for item in self.items}


class GapQuestion(Question):
    """A German text with gaps `[[id]]`; each is filled from its own list."""

    type: Literal["gap"]
    text: Text
    gaps: tuple[Gap, ...]

    german_only: ClassVar[tuple[str, ...]] = ("stimulus", "text")

    @property
    def needs_help(self) -> bool:
        return True

    def parts(self) -> tuple[str, ...]:
        return tuple(f"{gap.id}.{option.id}" for gap in self.gaps for option in gap.options)

    def key(self) -> Any:
        return {gap.id: sorted(option.id for option in gap.options if option.correct) for gap in self.gaps}


TYPES: Mapping[str, type[Question]] = {
    "single": Single,
    "multiple": Multiple,
    "number": NumberQuestion,
    "order": Order,
    "assign": Assign,
    "gap": GapQuestion,
}


class QuizFile(Strict):
    """A German quiz file; the JSON Schema for editors is made from it."""

    questions: tuple[
        Annotated[Single | Multiple | NumberQuestion | Order | Assign | GapQuestion, Field(discriminator="type")], ...
    ]
    retired: tuple[Id, ...] = ()
    considered: tuple[ConsideredInLesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """A question's words in one language: `texts` by path, `help` for what stays German, `source` as stamped."""

    language: str
    texts: Mapping[TextPath, str]
    help: str
    source: str


@dataclass(frozen=True, slots=True)
class LocalQuestion:
    """A question as a reader meets it: `words` in the reader's language, or in German where no translation is.

    `number` is its place among the questions of its lesson, from 1.
    """

    question: Question
    words: Mapping[TextPath, str]
    language: str
    help: str
    number: int

    def text(self, *path: str | int) -> str:
        """The words at `path`, or nothing where the question has none."""
        return self.words.get(path, "")


# Lists whose entries are named by their own id rather than by their place.
_NAMED = ("options", "items", "boxes", "gaps")
_TEXTS = ("prompt", "text", "explanation", "unit", "feedback", "missed", "alt", "hints")


def _texts(value: Any, path: TextPath) -> Iterator[tuple[TextPath, str]]:
    if isinstance(value, dict):
        for field, inner in value.items():
            yield from _texts(inner, (*path, field))
    elif isinstance(value, tuple):
        named = path and path[-1] in _NAMED
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, inner["id"] if named else index))
    elif isinstance(value, str) and (path[-1] in _TEXTS or (isinstance(path[-1], int) and path[-2] == "hints")):
        yield path, value
