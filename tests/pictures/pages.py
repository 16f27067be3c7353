"""Which pages the pictures show: the real course with a deliberate change, built or served."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.conftest import copy_project, run
from tests.unit.git_course import change

PAGE = "docs/de/mietrecht/kaution.md"
QUIZ = "quizzes/de/mietrecht/kaution.yml"
_OLD = "Nach dem Auszug bekommen Sie das Geld zurück.\n"
_NEW = "Nach dem Auszug bekommen Sie das Geld zurück. Das kann einige Monate dauern.\n"


@dataclass(frozen=True, slots=True)
class PageScene:
    """A part of a page: from the element `start` on, `height` pixels of a screen `width` wide.

    `says` must be read in the picture; it is why the picture is taken.
    """

    address: str
    start: str
    width: int
    height: int
    says: tuple[str, ...]


# Built with a changed German sentence.
BUILT: Final = {
    "satz": PageScene("mietrecht/kaution/", "#wie-hoch", 360, 560, ("Das kann einige Monate dauern.",)),
    "veraltet": PageScene(
        "ro/mietrecht/kaution/",
        "h1",
        360,
        420,
        ("Textul german este mai nou decât această traducere.", "La pagina în germană"),
    ),
}
# Served with a mistake in a question.
SERVED: Final = {
    "problemseite": PageScene(
        "mietrecht/kaution/",
        "h1",
        560,
        170,
        ("Eine Stelle ist zu ändern", "Den Abschnitt „ratn“ gibt es in der Lektion nicht.", "Meinten Sie „raten“?"),
    ),
}


def built(folder: Path) -> Path:
    """The site with a sentence changed in German, and so with outdated translations."""
    project = copy_project(folder / "built")
    change(project / PAGE, _OLD, _NEW)
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def broken(folder: Path) -> Path:
    """The course with a mistake, to be served."""
    project = copy_project(folder / "broken")
    change(project / QUIZ, "section: raten", "section: ratn")
    return project
