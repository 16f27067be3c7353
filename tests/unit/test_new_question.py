"""`course new-question`: a template in the right place, never published unfilled, and whole once it is filled in."""

from __future__ import annotations

import os
import pty
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import main
from coursekit.quiz.model import TYPES
from coursekit.quiz.templates import KINDS

from tests.unit.golden import found_problems

QUIZ = "quizzes/de/mietrecht/kaution.yml"


def course(root: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--root", str(root), *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def fill_in(path: Path) -> None:
    """What a person does: a text of one's own for every open place."""
    text = path.read_bytes().decode()
    text = text.replace("section: ausfuellen", "section: ueben").replace("answer: ausfuellen", "answer: 12.5")
    number = iter(range(100))
    path.write_bytes(re.sub(r"AUSFÜLLEN: [^\"\[]*", lambda _: f"Text {next(number)} ", text).encode())


def test_there_is_a_template_for_every_type() -> None:
    assert KINDS.keys() == TYPES.keys()


@pytest.mark.parametrize("kind", TYPES)
def test_every_open_place_is_named_and_the_filled_question_passes(mini: Path, kind: str) -> None:
    code, said = course(mini, "new-question", "mietrecht/kaution", "--type", kind)
    assert code == 0, said
    lines = (mini / QUIZ).read_text("utf-8").split("\n")
    assert f"{QUIZ}, Zeile {lines.index('  - id: kaution-1') + 1}." in said
    open_lines = [number for number, line in enumerate(lines, 1) if re.search(r"AUSFÜLLEN|: ausfuellen", line)]
    assert len(open_lines) >= 6
    problems = found_problems(mini)
    assert [problem.line for problem in problems] == open_lines
    assert {(problem.path, problem.level) for problem in problems} == {(QUIZ, "error")}
    fill_in(mini / QUIZ)
    assert [str(problem) for problem in found_problems(mini)] == [
        f"Hinweis: {QUIZ}:{lines.index('  - id: kaution-1') + 1}: Die Frage „kaution-1“ ist neu.\n"
        "    → Sie wird mit „course lock“ eingetragen."
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "tail", ["retired:\n  - kaution-alt\n", "\n# Nie wieder:\nretired:\n  - kaution-alt", "", "\n\n"]
)
def test_every_byte_of_the_file_is_kept(mini: Path, tail: str, ending: str) -> None:
    text = (mini / QUIZ).read_text("utf-8").partition("retired:")[0] + tail
    raw = text.replace("\n", ending).encode()
    (mini / QUIZ).write_bytes(raw)
    assert course(mini, "new-question", "kaution", "--id", "ganz-neu")[0] == 0
    now = (mini / QUIZ).read_bytes()
    added = len(now) - len(raw)
    assert any(now[:at] + now[at + added :] == raw for at in range(len(raw) + 1)), "more than one place has changed"
    put_in = now[now.index(b"  - id: ganz-neu") :]
    assert (b"type: single\r\n" in put_in) == (ending == "\r\n")
    assert b"\r\r" not in now


def test_a_file_without_a_last_line_end_keeps_its_last_question_whole(mini: Path) -> None:
    text = (mini / QUIZ).read_text("utf-8").partition("retired:")[0].rstrip("\n")
    (mini / QUIZ).write_text(text, "utf-8")
    assert course(mini, "new-question", "kaution")[0] == 0
    assert (mini / QUIZ).read_text("utf-8").startswith(f"{text}\n\n  - id: kaution-1\n")


def test_a_list_that_is_not_indented_goes_on_as_it_began(mini: Path) -> None:
    text = (mini / QUIZ).read_text("utf-8")
    head, _, rest = text.partition("questions:\n")
    questions, _, retired = rest.partition("retired:")
    flat = "".join(line.removeprefix("  ") for line in questions.splitlines(keepends=True))
    (mini / QUIZ).write_text(f"{head}questions:\n{flat}retired:{retired}", "utf-8")
    assert course(mini, "new-question", "kaution")[0] == 0
    fill_in(mini / QUIZ)
    assert [problem.level for problem in found_problems(mini)] == ["notice"]


def test_a_lesson_without_questions_gets_its_file_with_the_schema(mini: Path) -> None:
    (mini / QUIZ).unlink()
    for language in ("ro", "bg"):
        (mini / QUIZ.replace("/de/", f"/{language}/")).unlink()
    page = mini / "docs/de/mietrecht/kaution.md"
    page.write_text(page.read_text("utf-8").replace("<!-- question: kaution-hoehe -->", ""), "utf-8")
    code, said = course(mini, "new-question", "kaution", "--section", "ueben")
    assert code == 0
    assert "kaution.yml, Zeile 3." in said
    text = (mini / QUIZ).read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../quiz.schema.json\nquestions:\n  - id: kaution-1\n")
    assert (mini / QUIZ.rpartition("/")[0] / "../../quiz.schema.json").parent.resolve() == mini / "quizzes"


def test_a_name_is_never_used_again(mini: Path) -> None:
    for used in ("kaution-hoehe", "kaution-alt"):
        assert "Ein Name wird nie wieder benutzt." in course(mini, "new-question", "kaution", "--id", used)[1]
    lock = mini / "quizzes/quiz.lock"
    lock.write_text(lock.read_text("utf-8").replace('"retired": [', '"retired": ["kaution-1", '), "utf-8")
    assert "„kaution-2“ steht als Vorlage" in course(mini, "new-question", "kaution")[1]
    assert "„kaution-3“ steht als Vorlage" in course(mini, "new-question", "kaution")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Nennen Sie die Lektion, zum Beispiel: course new-question mietrecht/kaution\n"),
        (("kautoin",), "Die Lektion „kautoin“ gibt es nicht."),
        (("kaution", "--type", "singel"), "Die Art „singel“ gibt es nicht. Meinten Sie „single“?\n"),
        (("kaution", "--section", "uben"), "Den Abschnitt „uben“ gibt es in der Lektion nicht. Meinten Sie „ueben“?\n"),
        (("kaution", "--id", "Höhe"), "„Höhe“ ist kein gültiger Name."),
    ],
)
def test_a_wrong_word_is_answered_in_german_and_changes_nothing(mini: Path, words: tuple[str, ...], said: str) -> None:
    before = (mini / QUIZ).read_bytes()
    code, output = course(mini, "new-question", *words)
    assert code == 2
    assert output.startswith(said)
    assert (mini / QUIZ).read_bytes() == before


@pytest.mark.parametrize("text", ["a: [", "questions: []\n", "- eins\n", "questions:\n  a: 1\n", "frage: 1\n"])
def test_a_file_of_another_shape_is_left_alone(mini: Path, text: str) -> None:
    (mini / QUIZ).write_text(text, "utf-8")
    code, output = course(mini, "new-question", "kaution")
    assert code == 1
    assert output.startswith(f"{QUIZ}:1: ")
    assert (mini / QUIZ).read_text("utf-8") == text


def test_a_half_filled_question_hides_no_other_mistake(mini: Path) -> None:
    course(mini, "new-question", "kaution", "--type", "order")
    path = mini / QUIZ
    path.write_text(path.read_text("utf-8").replace("exam: false", "exam: vielleicht"), "utf-8")
    told = [problem.message for problem in found_problems(mini)]
    assert "Bei „exam“ muss true oder false stehen." in told
    assert told.count("Hier steht noch die Vorlage.") == 8


def test_in_a_terminal_it_asks_until_the_answer_is_right(mini: Path) -> None:
    """A real terminal: numbers and names are answers, Enter takes the proposal."""
    child, terminal = pty.fork()
    if child == 0:
        program = str(Path(sys.executable).parent / "course")
        os.execv(program, [program, "--root", str(mini), "new-question"])
    os.write(terminal, b"9\nkaution\n2\nueben\nkaution-alt\n\n")
    said = b""
    try:
        while part := os.read(terminal, 4096):
            said += part
    except OSError:  # Linux ends a terminal whose program has gone with an error
        pass
    _, status = os.waitpid(child, 0)
    text = said.decode()
    assert status == 0, text
    for words in ("Welche Lektion?", "Die Lektion „9“ gibt es nicht.", "2  multiple: mehrere", "nie wieder benutzt"):
        assert words in text
    assert "  - id: kaution-1\n    type: multiple\n" in (mini / QUIZ).read_text("utf-8")
    assert "section: ueben" in (mini / QUIZ).read_text("utf-8").partition("kaution-1")[2]
