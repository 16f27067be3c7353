"""What the German files say, part by part: a page is one part, a quiz has one a question. As today, or as once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from coursekit import source_hash
from coursekit.languages import SOURCE
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import load_quiz
from coursekit.quiz.model import Question, TextPath
from coursekit.quiz.overlay import expected
from coursekit.sources.page_file import PageFile, read_page
from coursekit.sources.page_sections import sections


@dataclass(frozen=True, slots=True)
class Part:
    """German words that are translated together: their hash, and each text behind its name.

    `places` has the texts by the place that a translation has for them: ("wie-hoch", "text") on a page,
    ("options", "a", "feedback") in a question, whose ("help",) is everything on it that stays German.
    """

    hash: str
    texts: tuple[tuple[str, str], ...]
    places: Mapping[TextPath, str]


def parts(root: Path, name: str) -> dict[str, Part]:
    """The readable parts of the German file `name`: questions by id, or the page under an empty name."""
    if name.startswith(f"{QUIZZES}/"):
        quiz = load_quiz(root, name.removeprefix(f"{QUIZZES}/{SOURCE}/").removesuffix(".yml"), (), [])
        return {
            question.id: Part(
                source_hash.of_question(question),
                tuple((" › ".join(map(_counted, path)), text.strip()) for path, text in question.texts().items()),
                question_places(question),
            )
            for question in (quiz.questions if quiz else ())
        }
    page = read_page(root / name, name, [])
    if page is None:
        return {}
    texts = (("title", page.front.title), ("goal", page.front.goal or ""), ("", source_hash.counted_body(page)))
    return {
        "": Part(source_hash.of_page(page), tuple((label, text) for label, text in texts if text), page_places(page))
    }


def page_places(page: PageFile) -> dict[TextPath, str]:
    """The texts of a page by their place, in order; a section without words has a heading only."""
    places: dict[TextPath, str] = {("title",): page.front.title, ("goal",): page.front.goal or ""}
    for section in sections(page):
        places[section.id, "heading"] = section.heading.text if section.heading else ""
        places[section.id, "text"] = section.text.strip("\n")
    return {place: text for place, text in places.items() if text.strip()}


def question_places(question: Question) -> dict[TextPath, str]:
    """The texts of a question that a translation has, by their place there; and what its help has to explain."""
    texts, wanted = question.texts(), expected(question)
    places = {place: texts[path].strip("\n") for place, path in wanted.items()}
    if question.needs_help:
        german = [text.strip("\n") for path, text in texts.items() if path not in wanted.values()]
        places["help",] = "\n".join(german)
    return places


def parts_once(content: bytes, name: str) -> dict[str, Part]:
    """The parts of `name` when its file held `content`: read by the same code, from a folder of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        return parts(Path(folder), name)


def source_of(name: str) -> str:
    """The German file of a translation: `docs/ro/index.md` → `docs/de/index.md`."""
    folder, _, rest = name.split("/", 2)
    return f"{folder}/{SOURCE}/{rest}"


def _counted(part: str | int) -> str:
    return str(part + 1 if isinstance(part, int) else part)
