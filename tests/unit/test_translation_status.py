"""`course status`: how every translation stands, also where the course has errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import main
from coursekit.translation.report import FORMATS, status_text, unsure_text
from coursekit.translation.status import KINDS, STATES, read_status

from tests.unit.golden import MINI_LANGUAGES, apply_case, as_block, case_files, expect

(CASE,) = case_files("translation_status")
PAGE = "docs/ro/mietrecht/kaution.md"
QUIZ = "quizzes/ro/mietrecht/kaution.yml"


def course(root: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--root", str(root), *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())


def states(root: Path, language: str = "ro") -> dict[tuple[str, str], str]:
    return {(entry.file, entry.part): entry.state for entry in read_status(root, [language])}


def test_staff_see_every_state_in_one_table(mini: Path) -> None:
    apply_case(mini, CASE)
    shown = status_text(read_status(mini, ["ro"]), MINI_LANGUAGES, "table")
    expect(CASE, shown, f" {as_block(shown, 2)}")


def test_everything_is_current_in_the_mini_course(mini: Path) -> None:
    entries = read_status(mini, MINI_LANGUAGES.translations)
    assert {entry.state for entry in entries} == {"current"}
    assert [(entry.language, entry.kind) for entry in entries].count(("bg", "question")) == 6
    assert {entry.kind for entry in entries} == set(KINDS)


def test_one_can_ask_for_one_language(mini: Path) -> None:
    (mini / "docs/bg/index.md").unlink()
    assert "fehlt" not in course(mini, "status", "ro")[1]
    assert "docs/ro/" not in course(mini, "status", "bg")[1]
    assert {"docs/ro/index.md", "docs/bg/index.md"} <= set(course(mini, "status")[1].split())


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("more", [(), ("--unsure",)])
def test_a_faulty_course_stops_nobody_who_asks(mini: Path, style: str, more: tuple[str, ...]) -> None:
    for name in ("data/glossary/de.yml", "data/words/ro.yml", PAGE, QUIZ, "mkdocs.yml", "docs/de/index.md"):
        (mini / name).write_text("a: [", "utf-8")
    code, output = course(mini, "status", "--format", style, *more)
    assert code == 0
    assert output


def test_what_cannot_be_read_has_no_other_state(mini: Path) -> None:
    for name in ("data/glossary/de.yml", "docs/de/index.md", PAGE, "quizzes/de/mietrecht/kaution.yml"):
        (mini / name).write_text("a: [", "utf-8")
    found = states(mini)
    assert found["docs/ro/index.md", ""] == found[PAGE, ""] == found["data/glossary/ro.yml", ""] == "faulty"
    assert {state for (file, _), state in found.items() if file == QUIZ} == {"faulty"}
    assert found["docs/ro/mietrecht/index.md", ""] == "current"


def test_a_question_that_no_longer_fits_is_outdated_and_not_missing(mini: Path) -> None:
    change(mini / "quizzes/de/mietrecht/kaution.yml", '    hints:\n      - "Rechnen Sie mal 3."\n', "")
    assert states(mini)[QUIZ, "kaution-hoehe"] == "outdated"


def test_one_faulty_german_question_says_nothing_of_the_others(mini: Path) -> None:
    change(mini / "quizzes/de/mietrecht/kaution.yml", "answer: 400\n", "answer: viel\n")
    found = states(mini)
    assert found[QUIZ, "kaution-rate"] == "faulty"
    assert found[QUIZ, "kaution-hoehe"] == "current"


def test_without_a_translated_file_every_question_is_missing(mini: Path) -> None:
    (mini / QUIZ).unlink()
    (mini / "data/glossary/ro.yml").unlink()
    found = states(mini)
    assert [state for (file, _), state in found.items() if file == QUIZ] == ["missing"] * 6
    assert found["data/glossary/ro.yml", "kaution"] == "missing"


def test_programs_read_stable_english_keys(mini: Path) -> None:
    apply_case(mini, CASE)
    code, output = course(mini, "status", "ro", "--format", "json")
    data = json.loads(output)["languages"]
    assert code == 0
    assert list(data) == ["ro"]
    assert set(data["ro"]) == {"counts", "unsure", "entries"}
    assert data["ro"]["counts"]["page"] == dict(zip(STATES, (0, 1, 1, 1, 1, 1), strict=True))
    assert data["ro"]["counts"]["question"] == dict(zip(STATES, (2, 1, 1, 1, 2, 1), strict=True))
    assert data["ro"]["unsure"] == 2
    assert {
        "kind": "page",
        "file": "docs/ro/mietrecht/index.md",
        "part": "",
        "state": "untracked",
        "unsure": 2,
        "reviewed": "Muttersprachlerin, 3.11.2026",
    } in data["ro"]["entries"]


def test_markdown_keeps_its_columns(mini: Path) -> None:
    change(mini / "docs/ro/index.md", "source:", 'reviewed: "Ana | Lehrerin, 3.11.2026"\nsource:')
    lines = course(mini, "status", "ro", "--format", "markdown")[1].splitlines()
    assert lines[:4] == ["## Română (ro)", "", "| Datei | Stand | Unsicher | Gelesen |", "| --- | --- | --- | --- |"]
    assert lines[4] == "| docs/ro/index.md | aktuell | – | Ana \\| Lehrerin, 3.11.2026 |"


def test_a_native_reader_gets_the_unsure_places_with_their_lines(mini: Path) -> None:
    change(mini / "docs/ro/index.md", "source:", 'unsure:\n  - "Eins?"\n  - "Zwei?"\nsource:')
    entries = read_status(mini, MINI_LANGUAGES.translations)
    assert unsure_text(entries, MINI_LANGUAGES, "table") == (
        "Română (ro)\ndocs/ro/index.md\n  5: Eins?\n  6: Zwei?\n\nБългарски (bg)\nKeine offenen Stellen."
    )
    assert "### docs/ro/index.md\n\n- Zeile 5: Eins?\n- Zeile 6: Zwei?" in unsure_text(
        entries, MINI_LANGUAGES, "markdown"
    )
    assert json.loads(unsure_text(entries, MINI_LANGUAGES, "json"))["languages"]["ro"][1] == {
        "file": "docs/ro/index.md",
        "line": 6,
        "note": "Zwei?",
        "reviewed": None,
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("status", "rou"), "Die Sprache „rou“ gibt es nicht. Meinten Sie „ro“?\n"),
        (("status", "de"), "Die Sprache „de“ gibt es nicht. Möglich ist: bg, ro.\n"),
        (("status", "--format", "jsno"), "Die Form „jsno“ gibt es nicht. Meinten Sie „json“?\n"),
    ],
)
def test_a_wrong_word_is_answered_in_german(mini: Path, words: tuple[str, ...], said: str) -> None:
    assert course(mini, *words) == (2, said)
