"""What the pictures of the handbook show is still so: `make pictures` takes them anew where it is not."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from coursekit.course import load_course
from coursekit.pages.problems import problems_page
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from tests.pictures.pages import BUILT, SERVED, broken, built
from tests.pictures.terminals import TERMINALS, refused
from tests.site.server import Server


def shown_in(name: str) -> str:
    return (ROOT / f"tests/pictures/shown/{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(TERMINALS.keys() - {"abgelehnt"}))
def test_a_terminal_says_what_its_picture_shows(tmp_path: Path, name: str) -> None:
    assert f"{TERMINALS[name](tmp_path)}\n" == shown_in(name), "run: make pictures"


@pytest.mark.xdist_group("server")
def test_a_refused_push_says_what_its_picture_shows(server: Server, clone: Path) -> None:
    """With the server that all tests push to: to set up one more would take long."""
    assert f"{refused(server, clone)}\n" == shown_in("abgelehnt"), "run: make pictures"


def test_a_page_says_what_its_picture_shows(tmp_path: Path) -> None:
    site = built(tmp_path)
    for name, scene in BUILT.items():
        tree = LexborHTMLParser((site / scene.address / "index.html").read_text("utf-8"))
        assert tree.css_first(scene.start), name
        text = " ".join(tree.body.text().split()) if tree.body else ""
        for words in scene.says:
            assert words in text, (name, words)


def test_the_page_of_problems_says_what_its_picture_shows(tmp_path: Path) -> None:
    course, problems = load_course(broken(tmp_path))
    assert course is None
    shown = unescape(problems_page([problem for problem in problems if problem.level == "error"]))
    for scene in SERVED.values():
        for words in scene.says:
            assert words in shown, words
