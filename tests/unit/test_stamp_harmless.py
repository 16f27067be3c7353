"""`course stamp --harmless`: after a change that needs no translation, what was current stays current."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import main
from coursekit.translation.status import read_status

from tests.unit.git_course import change, commit, git_course
from tests.unit.golden import MINI_LANGUAGES, copy_course

GERMAN, PAGE = "docs/de/mietrecht/kaution.md", "docs/ro/mietrecht/kaution.md"
GERMAN_QUIZ, QUIZ = "quizzes/de/mietrecht/kaution.yml", "quizzes/ro/mietrecht/kaution.yml"
BULGARIAN = PAGE.replace("/ro/", "/bg/")


def harmless(root: Path, *names: str) -> list[str]:
    done = CliRunner().invoke(main, ["--root", str(root), "stamp", "--harmless", *(str(root / name) for name in names)])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def states(root: Path) -> dict[str, str]:
    return {
        f"{entry.file}#{entry.part}".rstrip("#"): entry.state
        for entry in read_status(root, MINI_LANGUAGES.translations)
        if entry.state != "current" and entry.kind in ("page", "question")
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return git_course(tmp_path)


def test_what_was_current_stays_current(root: Path) -> None:
    change(root / GERMAN, "Die **Kaution**", "Eine **Kaution**")
    others = {path: path.read_bytes() for path in root.rglob("*.md") if path not in (root / PAGE, root / BULGARIAN)}
    before = (root / PAGE).read_bytes()
    assert harmless(root, GERMAN) == [f"{PAGE}: neu vermerkt.", f"{BULGARIAN}: neu vermerkt."]
    assert states(root) == {}
    assert [a for a, b in zip(before.split(b"\n"), (root / PAGE).read_bytes().split(b"\n"), strict=True) if a != b] == [
        b'source: "c39b208c5611"'
    ]
    assert {path: path.read_bytes() for path in others} == others


def test_what_was_outdated_before_stays_outdated(root: Path) -> None:
    change(root / GERMAN, "ist höchstens", "ist genau")
    CliRunner().invoke(main, ["--root", str(root), "stamp", str(root / BULGARIAN)])
    commit(root)
    change(root / GERMAN, "Die **Kaution**", "Eine **Kaution**")
    said = harmless(root, GERMAN)
    assert said[0].startswith(f"{PAGE}: bleibt, wie es ist. Sie war schon vor dieser Änderung veraltet.")
    assert said[1:] == [f"{BULGARIAN}: neu vermerkt."]
    assert states(root) == {PAGE: "outdated"}


def test_only_the_touched_questions_are_stamped(root: Path) -> None:
    change(root / GERMAN_QUIZ, "Was kommt zuerst?", "Was ist zuerst?")
    commit(root)
    change(root / GERMAN_QUIZ, "Was stimmt?", "Was ist wahr?")
    assert harmless(root, GERMAN_QUIZ) == [
        f"{QUIZ}, Frage „kaution-stimmt“: neu vermerkt.",
        f"{QUIZ.replace('/ro/', '/bg/')}, Frage „kaution-stimmt“: neu vermerkt.",
    ]
    assert set(states(root)) == {
        f"quizzes/{language}/mietrecht/kaution.yml#einzug-reihenfolge" for language in ("ro", "bg")
    }


def test_what_no_longer_fits_has_to_be_translated(root: Path) -> None:
    change(root / GERMAN, "## Hilfe {#hilfe}", "## Rat {#rat}")
    change(root / GERMAN_QUIZ, "    section: hilfe", "    section: rat")
    change(root / GERMAN_QUIZ, '    hints:\n      - "Rechnen Sie mal 3."\n', "")
    said = harmless(root, GERMAN, GERMAN_QUIZ)
    assert len(said) == 4
    for line in said:
        assert line.endswith(
            "Sie ist anders aufgebaut als der neue deutsche Text. Diese Änderung muss übersetzt werden."
        )
    assert len(states(root)) == 4


def test_missing_and_unstamped_translations_are_named(root: Path) -> None:
    (root / PAGE).unlink()
    change(root / BULGARIAN, 'source: "c39b208c5611"\n', "")
    change(root / GERMAN, "ist höchstens", "ist genau")
    assert harmless(root, GERMAN) == [
        f"{PAGE}: bleibt, wie es ist. Die Übersetzung fehlt noch.",
        f"{BULGARIAN}: bleibt, wie es ist. Ihr fehlt der Stempel. Niemand weiß, aus welcher Fassung übersetzt wurde.",
    ]


def test_a_change_that_is_committed_already_is_too_late(root: Path) -> None:
    change(root / GERMAN, "ist höchstens", "ist genau")
    commit(root)
    assert harmless(root, GERMAN) == [
        f"{GERMAN}: Seit der letzten gespeicherten Fassung (git) hat sich hier nichts geändert."
    ]
    assert set(states(root)) == {PAGE, BULGARIAN}


def test_new_and_unreadable_german_has_nothing_to_be_compared_with(root: Path) -> None:
    content = (root / GERMAN).read_bytes()
    (root / GERMAN).write_bytes(b"\xff")
    commit(root)
    (root / GERMAN).write_bytes(content.replace("höchstens".encode(), b"genau"))
    assert harmless(root, GERMAN)[0].startswith(f"{GERMAN}: Die letzte gespeicherte Fassung (git) ist nicht lesbar.")
    new = GERMAN.replace("kaution", "neu")
    (root / new).write_text("---\ntitle: Neu\n---\n\n## Neu {#neu}\n", "utf-8")
    change(root / "mkdocs.yml", "  - mietrecht/kaution.md\n", "  - mietrecht/kaution.md\n  - mietrecht/neu.md\n")
    assert harmless(root, new)[0].startswith(f"{new}: Diese Datei war noch nie in git gespeichert.")
    assert set(states(root)) > {PAGE, BULGARIAN}


def test_other_files_are_refused_in_german(root: Path) -> None:
    assert harmless(root, PAGE)[0].startswith(f"{PAGE}: bleibt, wie es ist. Nennen Sie die deutsche Datei: ")
    done = CliRunner().invoke(main, ["--root", str(root), "stamp", "--harmless"])
    assert done.exit_code == 2
    assert "Nennen Sie die deutschen Dateien" in done.output


def test_without_git_nothing_is_stamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_course(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    change(root / GERMAN, "ist höchstens", "ist genau")
    assert harmless(root, GERMAN)[0].startswith("Dieser Ordner hat keine früheren Fassungen")
    assert set(states(root)) == {PAGE, BULGARIAN}
