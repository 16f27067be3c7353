"""Files and folders that cannot be read as they are: told, and no more than people can read."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from coursekit.course import load_course
from coursekit.errors import Problem, capped

from tests.mutations.outcome import anybody
from tests.unit.golden import MINI, found_problems

PAGE = "docs/de/index.md"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A mini course that nobody else uses after it, because its folders are changed."""
    return Path(shutil.copytree(MINI, tmp_path / "course"))


def told(root: Path) -> list[str]:
    return [f"{problem.path}:{problem.line}: {problem.message}" for problem in found_problems(root)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Wort " * 150_000, "Diese Datei ist zu groß (750 Kilobyte, erlaubt sind 500)."),
        ("Wort " * 2_000, "Diese Zeile ist zu lang (10000 Zeichen, erlaubt sind 5000)."),
    ],
)
def test_what_is_too_much_to_read(mini: Path, content: str, message: str) -> None:
    (mini / PAGE).write_text(content, "utf-8")
    assert f"{PAGE}:1: {message}" in told(mini)


@pytest.mark.parametrize(
    ("nested", "message"),
    [
        ("[" * 4_000, "Die Schreibweise stimmt hier oder kurz davor nicht"),
        ("\n".join(["["] * 100_000), "zu viele Klammern"),
        ("{a: " * 1_200, "Die Schreibweise stimmt hier oder kurz davor nicht"),
        ("[" * 30 + "]" * 30, "zu viele Ebenen|nicht in Anführungszeichen"),
        ("".join(f"\n{' ' * depth}a:" for depth in range(1, 60)), "zu viele Ebenen"),
        ("\n  " + "- " * 2_000 + "x", "zu viele Ebenen"),
    ],
)
def test_deep_nesting_is_told_and_bursts_nothing(mini: Path, nested: str, message: str) -> None:
    (mini / "data/facts.yml").write_text(f"tief: {nested}\n", "utf-8")
    found = [problem for problem in found_problems(mini) if problem.path == "data/facts.yml"]
    assert any(part in found[0].message for part in message.split("|")), found


def test_a_folder_instead_of_a_file(own: Path) -> None:
    (own / PAGE).unlink()
    (own / PAGE).mkdir()
    assert f"{PAGE}:1: Hier steht ein Ordner statt einer Datei." in told(own)


def test_a_file_instead_of_a_folder(own: Path) -> None:
    shutil.rmtree(own / "docs/ro")
    (own / "docs/ro").write_text("", "utf-8")
    assert told(own) == ["docs/ro:1: Dieser Ordner fehlt."]


@pytest.mark.parametrize("target", ["gibt-es-nicht", "index.md", "/etc/hostname", "mietrecht/kaution.md"])
def test_links_of_the_file_system_are_refused(own: Path, target: str) -> None:
    (own / PAGE).unlink()
    (own / PAGE).symlink_to(target)
    assert f"{PAGE}:1: Das ist eine Verknüpfung und keine Datei des Kurses." in told(own)


def test_a_linked_folder_is_refused(own: Path) -> None:
    (own / "docs/ro/kreis").symlink_to(own / "docs/ro")
    assert told(own) == ["docs/ro/kreis:1: Das ist eine Verknüpfung und keine Datei des Kurses."]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (PAGE, "Diese Datei darf niemand lesen."),
        ("docs/assets/one.svg", "Diese Datei darf niemand lesen."),
        ("quizzes/quiz.lock", "Diese Datei darf niemand lesen."),
        ("data/glossary", "Diesen Ordner darf niemand lesen."),
        ("docs/ro", "Diesen Ordner darf niemand lesen."),
    ],
)
def test_what_may_not_be_read(name: str, message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        root = Path(shutil.copytree(MINI, Path(folder) / "course"))
        (root / name).chmod(0)
        with anybody():
            _, problems = load_course(root)
        (root / name).chmod(0o755)
    assert (name, 1, message) in {(problem.path, problem.line, problem.message) for problem in problems}


def test_leftovers_of_editors_are_no_problem(own: Path) -> None:
    for name in ("index.md~", ".index.md.swp", ".DS_Store", "Thumbs.db"):
        (own / "docs/de" / name).write_bytes(b"\x00\xff")
    assert told(own) == []


@pytest.mark.parametrize("count", [3, 5])
def test_many_problems_of_one_file_are_counted(count: int) -> None:
    found = capped([Problem("b.md", line, "falsch") for line in range(count)] + [Problem("a.md", 1, "falsch")], most=3)
    assert [problem.path for problem in found[:2]] == ["a.md", "b.md"]
    assert len(found) == (4 if count == 3 else 5)
    if count == 5:
        assert (found[-1].line, found[-1].message, found[-1].level) == (
            3,
            "In dieser Datei sind noch 2 Stellen mehr.",
            "error",
        )


@pytest.mark.parametrize("count", [1, 4])
def test_more_notices_stay_notices(count: int) -> None:
    found = capped([Problem("a.md", line, "offen", level="notice") for line in range(count)], most=2)
    assert {problem.level for problem in found} == {"notice"}
