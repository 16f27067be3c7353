"""Questions as HTML that is complete without a script: forms, native inputs, the solution in `<details>`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from coursekit.languages import SOURCE, SOURCE_NAME
from coursekit.quiz.model import Assign, BoxedItem, GapQuestion, LocalQuestion, NumberQuestion, Order, Question, Single
from coursekit.quiz.rules import GAP
from coursekit.text import locale_format, placeholders, small_markdown, terms
from coursekit.text.placeholders import Values
from coursekit.words import Words

COMPONENT = "overrides/components/quiz"


@dataclass(frozen=True, slots=True)
class Around:
    """What a quiz needs of the page that it stands on.

    `headings` are the words of the lesson's sections by id, `german` the address of the German page,
    `drawing` makes an inline SVG from a file of docs/assets and its text, `thing` the address of a small drawing.
    """

    language: str
    words: Words
    values: Values
    headings: Mapping[str, str]
    german: str
    drawing: Callable[[str, str], str]
    thing: Callable[[str], str]


def render_quiz(root: Path, questions: Sequence[LocalQuestion], around: Around) -> str:
    """The questions one below the other, numbered."""
    template = _environment(root).get_template("quiz.html")
    return template.render(
        questions=[_View(question, around) for question in questions],
        total=len(questions),
        w=around.words["quiz"],
        language=around.language,
        source=SOURCE,
        source_name=SOURCE_NAME,
        german=around.german,
    )


@lru_cache(maxsize=4)
def _environment(root: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(root / COMPONENT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=True,
    )


class _View:
    """A question as the template asks for it: texts as finished HTML, by path."""

    def __init__(self, local: LocalQuestion, around: Around) -> None:
        self._local = local
        self._around = around
        self.question: Question = local.question
        self.id = local.question.id
        self.type = local.question.type if hasattr(local.question, "type") else ""
        self.number = local.number
        self.is_german = local.language == SOURCE != around.language
        self.section = local.question.section if local.question.section in around.headings else ""
        self.section_heading = around.headings.get(local.question.section, "")

    def text(self, *path: str | int) -> Markup:
        """The words at `path` inside one line."""
        return self._filled(small_markdown.to_inline_html(self._local.text(*path)))

    def blocks(self, *path: str | int) -> Markup:
        """The words at `path` as paragraphs and lists."""
        return self._filled(small_markdown.to_html(self._local.text(*path)))

    def feedback(self, *path: str | int) -> Markup:
        """A feedback without its „Noch nicht.“: the player says that itself."""
        words = self._local.text(*path)
        for start in (self._around.words["quiz"]["not_yet"] + ".", "Noch nicht."):
            words = words.removeprefix(start).strip()
        return self._filled(small_markdown.to_inline_html(words))

    def paper(self) -> Markup:
        """The German paper of the question."""
        return Markup(
            terms.bold_alone(self._filled(small_markdown.to_html(self._local.text("stimulus", "text")), SOURCE))
        )

    @property
    def help(self) -> Markup:
        """What the German paper says, in the reader's language; empty in German."""
        return self._filled(small_markdown.to_html(self._local.help)) if self._local.help else Markup("")

    @property
    def hints(self) -> list[Markup]:
        return [self.text("hints", place) for place in range(len(self.question.hints))]

    @property
    def image(self) -> Markup:
        image = self.question.image
        return Markup(self._around.drawing(image.file, self._local.text("image", "alt"))) if image else Markup("")

    def thing(self, item: BoxedItem) -> str:
        """The address of the small drawing of a thing that has one."""
        assert item.picture is not None
        return self._around.thing(item.picture)

    @property
    def options(self) -> Any:
        assert isinstance(self.question, Single)
        return self.question.options

    @property
    def items(self) -> Any:
        """The things to order or to assign, shuffled for the reader (the same in every build and language)."""
        assert isinstance(self.question, Order | Assign)
        return _shuffled(self.question.items, self.id) if isinstance(self.question, Order) else self.question.items

    @property
    def answer(self) -> str:
        assert isinstance(self.question, NumberQuestion)
        return locale_format.number(self.question.answer, self._around.language)

    def gap_text(self, select: Callable[[Any], Markup]) -> Markup:
        """The German text of a `gap` question, each gap replaced by what `select` makes of it."""
        assert isinstance(self.question, GapQuestion)
        gaps = {gap.id: gap for gap in self.question.gaps}
        html = small_markdown.to_html(self.question.text)
        return Markup(terms.bold_alone(self._filled(GAP.sub(lambda match: str(select(gaps[match[1]])), html), SOURCE)))

    def _filled(self, html: str, language: str = "") -> Markup:
        """`html` with placeholders filled and terms dressed, in the language of the question's words if not said."""
        language = language or self._local.language
        filled = placeholders.fill_html(html, self._around.values, language, self._around.words)
        return Markup(terms.finish(filled, language))


def _shuffled(items: Sequence[Any], seed: str) -> list[Any]:
    """The items in an order that hangs on the question alone and is never the right one."""
    mixed = sorted(items, key=lambda item: hashlib.sha256(f"{seed}/{item.id}".encode()).digest())
    return [*mixed[1:], mixed[0]] if list(items) == mixed else mixed
