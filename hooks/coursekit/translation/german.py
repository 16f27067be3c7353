"""What the German files say, part by part: a page is one part, a quiz has one a question. As today, or as once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from coursekit import source_hash
from coursekit.languages import SOURCE
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.quiz.load import load_quiz
from coursekit.sources.page_file import read_page


@dataclass(frozen=True, slots=True)
class Part:
    """German words that are translated together: their hash, and each text behind its name."""

    hash: str
    texts: tuple[tuple[str, str], ...]


def parts(root: Path, name: str) -> dict[str, Part]:
    """The readable parts of the German file `name`: questions by id, or the page under an empty name."""
    if name.startswith(f"{QUIZZES}/"):
        quiz = load_quiz(root, name.removeprefix(f"{QUIZZES}/{SOURCE}/").removesuffix(".yml"), (), [])
        return {
            question.id: Part(
                source_hash.of_question(question),
                tuple((" › ".join(map(_counted, path)), text.strip()) for path, text in question.texts().items()),
            )
            for question in (quiz.questions if quiz else ())
        }
    page = read_page(root / name, name, [])
    if page is None:
        return {}
    texts = (("title", page.front.title), ("goal", page.front.goal or ""), ("", source_hash.counted_body(page)))
    return {"": Part(source_hash.of_page(page), tuple((label, text) for label, text in texts if text))}


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
