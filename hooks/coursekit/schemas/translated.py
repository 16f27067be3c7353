"""The shape of a translated quiz file, for editors. That it fits its German file is checked by `quiz.overlay`."""

from __future__ import annotations

from pydantic import Field

from coursekit.sources.checked import Id, Strict, Text


class TranslatedOption(Strict):
    """An answer's words."""

    text: Text
    feedback: Text | None = None
    missed: Text | None = None


class TranslatedWord(Strict):
    """What is said to a wrong word in a gap; the word itself stays German."""

    feedback: Text


class TranslatedItem(Strict):
    """The words of a thing to be put into a box."""

    text: Text
    feedback: Text


class TranslatedImage(Strict):
    """What is to be seen on the drawing."""

    alt: Text


class TranslatedQuestion(Strict):
    """The words of a question, under the names of the German file."""

    source: Text | None = None
    prompt: Text
    help: Text | None = None
    image: TranslatedImage | None = None
    hints: tuple[Text, ...] = ()
    options: dict[Id, TranslatedOption] = Field(default_factory=dict)
    boxes: dict[Id, Text] = Field(default_factory=dict)
    items: dict[Id, Text | TranslatedItem] = Field(default_factory=dict)
    gaps: dict[Id, dict[Id, TranslatedWord]] = Field(default_factory=dict)
    unit: Text | None = None
    feedback: Text | tuple[Text, ...] | None = None
    explanation: Text


class TranslatedQuizFile(Strict):
    """A translated quiz file."""

    questions: dict[Id, TranslatedQuestion]
