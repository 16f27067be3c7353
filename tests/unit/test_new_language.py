"""A further language: what the command lays, what it leaves alone, and that it stops nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from coursekit.cli import main
from coursekit.course import load_course
from coursekit.site_settings import read_settings
from coursekit.translation.status import read_status

from tests.unit.golden import copy_course, found_problems


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_course(tmp_path)


def new_language(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "new-language", *words])


def test_it_lays_settings_folders_and_words_and_says_how_to_go_on(root: Path) -> None:
    done = new_language(root, "uk")
    assert done.exit_code == 0
    assert done.stdout.split("\n\n")[0].splitlines() == [
        "mkdocs.yml",
        "data/words/uk.yml",
        "data/glossary/uk.yml",
        "docs/uk/.gitkeep",
        "docs/uk/mietrecht/.gitkeep",
        "quizzes/uk/mietrecht/.gitkeep",
    ]
    assert "course status uk" in done.stdout
    language = read_settings(root, []).languages["uk"]
    assert (language.name, language.published, language.direction) == ("Українська", False, "ltr")
    assert '  # Lektion {number} von {total}\n  place: ""\n' in (root / "data/words/uk.yml").read_text("utf-8")


def test_a_language_that_is_laid_is_missing_everywhere_and_stops_nobody(root: Path) -> None:
    new_language(root, "ar")
    assert found_problems(root) == ()
    assert {entry.state for entry in read_status(root, ["ar"])} == {"missing"}
    assert {entry.kind for entry in read_status(root, ["ar"])} == {"page", "question", "term", "word", "picture"}
    assert read_settings(root, []).languages.direction("ar") == "rtl"


def test_nothing_but_the_new_language_changes_in_the_settings(root: Path) -> None:
    before = (root / "mkdocs.yml").read_bytes()
    new_language(root, "uk")
    after = (root / "mkdocs.yml").read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode() == (
        "        - locale: uk\n"
        "          name: Українська\n"
        "          # Noch nicht zu sehen. Sind alle Wörter in data/words/uk.yml übersetzt, löschen Sie diese zwei Zeilen.\n"
        "          build: false\n"
    )


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_it_stands_behind_the_last_language_wherever_that_stands(root: Path, line_end: bytes) -> None:
    path = root / "mkdocs.yml"
    text = path.read_bytes() + b"\nwatch:\n  - data\n"
    path.write_bytes(text.replace(b"\n", line_end))
    new_language(root, "uk")
    new_language(root, "ar")
    assert read_settings(root, []).languages.codes == ("de", "ro", "bg", "uk", "ar")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(line_end)


def test_once_its_words_are_there_it_can_be_shown(root: Path) -> None:
    new_language(root, "uk")
    settings = (root / "mkdocs.yml").read_text("utf-8").replace("          build: false\n", "")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    told = [problem for problem in found_problems(root) if problem.level == "error"]
    assert told
    assert {problem.path for problem in told} == {"data/words/uk.yml"}
    words = (root / "data/words/ro.yml").read_text("utf-8")
    (root / "data/words/uk.yml").write_text(words, "utf-8")
    assert found_problems(root) == ()
    course, _ = load_course(root)
    assert course is not None
    assert course.languages.published == ("de", "ro", "bg", "uk")
    assert course.text_language("mietrecht/kaution", "uk") == "de"


@pytest.mark.parametrize("code", ["ro", "xx", "Ukrainisch", "../de", ""])
def test_it_refuses_what_is_no_further_language(root: Path, code: str) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = new_language(root, code)
    assert done.exit_code == 2
    assert f"Die Sprache „{code}“" in done.stderr
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_a_name_can_be_given_and_must_be_one(root: Path) -> None:
    assert new_language(root, "uk", "--name", "x: [").exit_code == 2
    assert new_language(root, "uk", "--name", "Мова").exit_code == 0
    assert read_settings(root, []).languages.name("uk") == "Мова"


def test_what_somebody_has_begun_is_kept(root: Path) -> None:
    (root / "data/words/uk.yml").write_text('page:\n  help: "Допомога"\n', "utf-8")
    assert new_language(root, "uk").exit_code == 0
    assert "Допомога" in (root / "data/words/uk.yml").read_text("utf-8")


def test_a_faulty_course_is_mended_first(root: Path) -> None:
    (root / "data/city.yml").write_text("", "utf-8")
    done = new_language(root, "uk")
    assert done.exit_code == 1
    assert "data/city.yml:1: Die Datei ist leer." in done.stderr
    assert not (root / "data/words/uk.yml").exists()
