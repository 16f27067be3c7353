"""What `course dry-run` says would change: for each fault and each change, nothing left out and nothing too much."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from coursekit.course import Course, load_course
from coursekit.dry_run.changes import page_changes, question_changes
from coursekit.translation import git as history

from tests.unit.git_course import change, commit, git, git_course
from tests.unit.golden import MINI, ROOT, copy_course

TODAY = date(2026, 11, 22)
PAGE = "docs/de/mietrecht/kaution.md"
QUIZ = "quizzes/de/mietrecht/kaution.yml"


def load(root: Path) -> Course:
    course, problems = load_course(root)
    assert course is not None, problems
    return course


def whole(root: Path) -> Path:
    """The mini course with what only a site needs: the words of its pages, the drawing of its start."""
    shutil.copy(root / "docs/assets/one.svg", root / "docs/assets/start.svg")
    shutil.copytree(ROOT / "data/words", root / "data/words", dirs_exist_ok=True)
    return root


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return load(whole(copy_course(tmp_path_factory.mktemp("before"))))


def changes(before: Course, root: Path) -> Iterator[str]:
    now = load(whole(root))
    for found in [*page_changes(before, now, TODAY), *question_changes(before, now)]:
        yield f"{found.how} {found.language} {found.address}"


def test_nothing_changed_is_nothing_said(before: Course, mini: Path) -> None:
    assert list(changes(before, mini)) == []


def test_a_sentence_changes_its_page_and_makes_its_translations_outdated(before: Course, mini: Path) -> None:
    change(mini / PAGE, "ist höchstens", "ist bis zu")
    assert list(changes(before, mini)) == [
        "changed de mietrecht/kaution/",
        "outdated ro ro/mietrecht/kaution/",
        "outdated bg bg/mietrecht/kaution/",
    ]


def test_an_amount_changes_every_page_that_writes_it_in_every_language(before: Course, mini: Path) -> None:
    change(mini / "data/facts.yml", "value: 3\n", "value: 2\n")
    assert list(changes(before, mini)) == [
        "changed de mietrecht/kaution/",
        "changed ro ro/mietrecht/kaution/",
        "changed bg bg/mietrecht/kaution/",
    ]


def test_a_drawing_changes_what_shows_it(before: Course, mini: Path) -> None:
    drawing = mini / "docs/assets/one.svg"
    drawing.write_text(drawing.read_text("utf-8").replace("<svg", '<svg data-x="1"'), "utf-8")
    found = list(changes(before, mini))
    assert "changed de mietrecht/kaution/" in found
    assert "changed de mietrecht/kaution/#frage-protokoll-was" in found
    assert not any("kaution-rate" in entry for entry in found)


def test_a_question_is_new_changed_outdated_or_gone(before: Course, mini: Path) -> None:
    change(mini / QUIZ, "Wie hoch ist ein Teil?", "Wie viel ist ein Teil?")
    change(mini / QUIZ, "id: kaution-stimmt", "id: kaution-wahr")
    change(mini / QUIZ, "  - kaution-alt\n", "  - kaution-alt\n  - kaution-stimmt\n")
    for language in ("ro", "bg"):
        change(mini / f"quizzes/{language}/mietrecht/kaution.yml", "  kaution-stimmt:\n", "  kaution-wahr:\n")
    assert list(changes(before, mini)) == [
        "changed de mietrecht/kaution/#frage-kaution-rate",
        "outdated ro ro/mietrecht/kaution/#frage-kaution-rate",
        "outdated bg bg/mietrecht/kaution/#frage-kaution-rate",
        *(
            f"new {language} {folder}mietrecht/kaution/#frage-kaution-wahr"
            for language, folder in (("de", ""), ("ro", "ro/"), ("bg", "bg/"))
        ),
        *(
            f"gone {language} {folder}mietrecht/kaution/#frage-kaution-stimmt"
            for language, folder in (("de", ""), ("ro", "ro/"), ("bg", "bg/"))
        ),
    ]


@pytest.mark.parametrize("inside", [".", "kurs"])
def test_git_is_asked_for_the_last_commit_and_what_is_not_in_it(tmp_path: Path, inside: str) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    root = git_course(repository, inside)
    change(root / PAGE, "ist höchstens", "ist bis zu")
    (root / "docs/de/neu ü.md").write_text("neu", "utf-8")
    assert history.uncommitted(root) == [PAGE, "docs/de/neu ü.md"]
    target = tmp_path / "before"
    history.write_committed(root, ("data", "docs", "mkdocs.yml", "quizzes"), target)
    assert "ist höchstens" in (target / PAGE).read_text("utf-8")
    assert load(target).order == load(MINI).order
    commit(root, day="2026-11-20")
    number, day, subject = history.last_commit(root)
    assert (git(root, "rev-parse", "--short", "HEAD").strip(), "2026-11-20", "x") == (number, day, subject)
    assert history.uncommitted(root) == []
