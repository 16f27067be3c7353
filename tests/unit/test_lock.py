"""quiz.lock: what counts as a change of the key, and how the file is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from coursekit.course import Course, load_course
from coursekit.quiz.lock import FILE, Entry, Lock, entry, lock_text, read_lock

QUIZ = "quizzes/de/mietrecht/kaution.yml"


def loaded(root: Path) -> Course:
    course, problems = load_course(root)
    assert course is not None, problems
    return course


def entries(root: Path) -> dict[str, Entry]:
    return {question.id: entry(question) for quiz in loaded(root).quizzes.values() for question in quiz.questions}


def change(root: Path, old: str, new: str) -> None:
    text = (root / QUIZ).read_text("utf-8")
    assert text.count(old) == 1
    (root / QUIZ).write_bytes(text.replace(old, new).encode())


def test_the_file_is_what_would_be_written(mini: Path) -> None:
    quizzes = loaded(mini).quizzes.values()
    assert lock_text(read_lock(mini, []), quizzes) == (mini / FILE).read_text("utf-8")
    assert lock_text(Lock({}, frozenset()), quizzes) == (mini / FILE).read_text("utf-8")


def test_one_line_a_question_in_alphabetical_order(mini: Path) -> None:
    lines = (mini / FILE).read_text("utf-8").splitlines()
    names = [line.split('"')[1] for line in lines if line.startswith("    ")]
    assert names == sorted(entries(mini))
    assert json.loads("\n".join(lines))["retired"] == ["kaution-alt"]


def test_what_was_read_is_what_was_written(mini: Path) -> None:
    assert read_lock(mini, []).questions == entries(mini)


def test_a_retired_id_is_kept_for_ever(mini: Path) -> None:
    change(mini, "retired:\n  - kaution-alt\n", "")
    written = lock_text(read_lock(mini, []), loaded(mini).quizzes.values())
    assert written == (mini / FILE).read_text("utf-8")


def test_a_retired_question_is_no_longer_recorded(mini: Path) -> None:
    text = (mini / QUIZ).read_text("utf-8")
    gone = text[text.index("  - id: quittung-luecken") : text.index("retired:")]
    change(mini, gone, "")
    change(mini, "  - kaution-alt\n", "  - kaution-alt\n  - quittung-luecken\n")
    for language in ("ro", "bg"):
        path = mini / f"quizzes/{language}/mietrecht/kaution.yml"
        path.write_bytes(path.read_bytes().partition(b"\n  quittung-luecken:")[0])
    written = json.loads(lock_text(read_lock(mini, []), loaded(mini).quizzes.values()))
    assert written["retired"] == ["kaution-alt", "quittung-luecken"]
    assert "quittung-luecken" not in written["questions"]


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        ("kaution-hoehe", 'text: "800 Euro"', 'text: "900 Euro"'),
        ("kaution-hoehe", "    exam: true\n", ""),
        ("kaution-rate", "answer: 400\n", "answer: 400.0\n"),
        ("kaution-rate", "    tolerance: 0\n", ""),
        ("kaution-rate", 'unit: "Euro"', 'unit: "€"'),
        ("einzug-reihenfolge", 'text: "Ansehen"', 'text: "Die Wohnung ansehen"'),
        ("quittung-luecken", "Unterschrift: [[wer]]", "Es unterschreibt [[wer]]"),
        ("kaution-stimmt", "section: ueben\n    facts: []\n    prompt: \"Was stimmt?\"", "section: hilfe\n    facts: []\n    prompt: \"Was stimmt?\""),
    ],
)  # fmt: skip
def test_words_are_no_key(mini: Path, question: str, old: str, new: str) -> None:
    before = entries(mini)[question]
    change(mini, old, new)
    assert entries(mini)[question] == before


LAST = '      - id: c\n        text: "Ihren Lohn"\n        feedback: "Noch nicht. Der geht niemanden etwas an."\n'
SECOND = "      - id: b\n        text: \"Zählerstand\"\n        correct: true\n        missed: \"Er gehört hinein.\"\n"  # fmt: skip


def test_the_order_of_options_is_no_key(mini: Path) -> None:
    before = entries(mini)["protokoll-was"]
    change(mini, SECOND + LAST, LAST + SECOND)
    assert entries(mini)["protokoll-was"] == before


def test_what_is_right_is_the_key(mini: Path) -> None:
    """Each of these is an error without a new rev: see course_errors/lock_….yml."""
    (mini / FILE).unlink()
    before = entries(mini)
    change(mini, "tolerance: 0", "tolerance: 5")
    change(mini, "- id: ansehen", "- id: schauen")
    change(mini, "box: falsch", "box: richtig")
    for language in ("ro", "bg"):
        path = mini / f"quizzes/{language}/mietrecht/kaution.yml"
        path.write_text(path.read_text("utf-8").replace("      ansehen:", "      schauen:"), "utf-8")
    after = entries(mini)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"kaution-rate", "einzug-reihenfolge", "kaution-stimmt"}


def test_the_same_question_as_another_type_is_another_key(mini: Path) -> None:
    (mini / FILE).unlink()
    before = entries(mini)["protokoll-was"]
    change(mini, '        correct: true\n        missed: "Er gehört hinein."\n', '        feedback: "Nein."\n')
    as_multiple = entries(mini)["protokoll-was"]
    change(mini, "type: multiple", "type: single")
    change(mini, '        missed: "Auch alte Schäden gehören hinein."\n', "")
    for language in ("ro", "bg"):
        (mini / f"quizzes/{language}/mietrecht/kaution.yml").unlink()
    as_single = entries(mini)["protokoll-was"]
    assert len({before.key, as_multiple.key, as_single.key}) == 3
