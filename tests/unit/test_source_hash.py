"""Which German words a translation was made from: what counts, and what does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from coursekit import source_hash
from coursekit.course import load_course
from coursekit.quiz.load import load_quiz
from coursekit.sources.page_file import read_page

PAGE = "docs/de/mietrecht/kaution.md"
QUIZ = "quizzes/de/mietrecht/kaution.yml"


def page_hash(root: Path) -> str:
    page = read_page(root / PAGE, PAGE, [])
    assert page is not None
    return source_hash.of_page(page)


def question_hash(root: Path, question_id: str) -> str:
    quiz = load_quiz(root, "mietrecht/kaution", (), [])
    assert quiz is not None
    return source_hash.of_question(next(question for question in quiz.questions if question.id == question_id))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())


def test_twelve_signs(mini: Path) -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", page_hash(mini))
    assert re.fullmatch(r"[0-9a-f]{12}", question_hash(mini, "kaution-hoehe"))


def test_hashes_stay_what_they_were() -> None:
    """Another way of hashing would make every translation of every city out of date."""
    mini = Path(__file__).parent / "mini_course"
    assert page_hash(mini) == "c39b208c5611"
    assert (
        question_hash(mini, "kaution-hoehe")
        == re.findall(
            r'kaution-hoehe:\n    source: "(.*)"', (mini / "quizzes/ro/mietrecht/kaution.yml").read_text("utf-8")
        ).pop()
    )


@pytest.mark.parametrize(
    "same",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace(".\n", ".   \n"),
        lambda text: text + "\n\n",
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("---\n\n##", "---\n\n\n##", 1),
        lambda text: text.replace("title: Kaution", 'title: "Kaution"'),
        lambda text: text.replace("title: Kaution\n", "").replace("sicher.\n---", "sicher.\ntitle: Kaution\n---"),
    ],
)
def test_what_readers_do_not_see_does_not_count_on_a_page(mini: Path, same: Callable[[str], str]) -> None:
    before, path = page_hash(mini), mini / PAGE
    text = path.read_text("utf-8")
    assert same(text) != text
    path.write_bytes(same(text).encode())
    assert page_hash(mini) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Kaution", "title: Kautionen"),
        ("goal: Sie zahlen sicher.\n", ""),
        ("goal: Sie zahlen sicher.", "goal: Sie zahlen gut."),
        ("ist höchstens", "ist genau"),
        ("{#hilfe}", "{#rat}"),
        ("{{ fact.kaution-max }}", "3"),
        ("![Ein Haus]", "![Zwei Häuser]"),
        ("<!-- quiz -->", ""),
        ("Kaltmieten.\n", "Kaltmieten.\n\n"),
    ],
)
def test_a_changed_word_counts_on_a_page(mini: Path, old: str, new: str) -> None:
    before = page_hash(mini)
    change(mini / PAGE, old, new)
    assert page_hash(mini) != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    exam: true\n", "    exam: true\n    red: true\n    rev: 7\n"),
        ("section: wie-hoch\n    facts:\n      - kaution-max\n", "facts: []\n    section: ueben\n"),
        ("    hints:\n      - \"Rechnen Sie mal 3.\"\n", "    hints:\n      - \"Rechnen Sie mal 3.\"  # gut?\n"),
        ('prompt: "Die **Kaltmiete**', 'prompt: " Die **Kaltmiete**'),
    ],
)  # fmt: skip
def test_what_readers_do_not_see_does_not_count_in_a_question(mini: Path, old: str, new: str) -> None:
    before = question_hash(mini, "kaution-hoehe")
    change(mini / QUIZ, old, new)
    assert question_hash(mini, "kaution-hoehe") == before


def test_the_order_of_options_does_not_count(mini: Path) -> None:
    before = question_hash(mini, "protokoll-was")
    text = (mini / QUIZ).read_text("utf-8")
    start, end = (
        text.index('      - id: a\n        text: "Kratzer"'),
        text.index('      - id: c\n        text: "Ihren Lohn"'),
    )
    first, second = re.split(r"(?=      - id: b\n)", text[start:end])
    change(mini / QUIZ, first + second, second + first)
    assert question_hash(mini, "protokoll-was") == before


def test_windows_line_ends_do_not_count_in_a_question(mini: Path) -> None:
    before = question_hash(mini, "kaution-hoehe")
    path = mini / QUIZ
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert question_hash(mini, "kaution-hoehe") == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rechnen Sie mal 3.", "Rechnen Sie mal 4."),
        ("Sehr geehrte Frau Popa,", "Sehr geehrter Herr Popa,"),
        ('text: "800 Euro"', 'text: "900 Euro"'),
        ("Noch nicht. Es sind 3 Kaltmieten.", "Noch nicht. Es sind drei Kaltmieten."),
        ('    hints:\n      - "Rechnen Sie mal 3."\n', ""),
        ("3 mal 400 Euro sind 1.200 Euro.", "Es sind 1.200 Euro."),
    ],
)
def test_a_changed_word_counts_in_a_question(mini: Path, old: str, new: str) -> None:
    others = {question: question_hash(mini, question) for question in ("protokoll-was", "kaution-rate")}
    before = question_hash(mini, "kaution-hoehe")
    change(mini / QUIZ, old, new)
    assert question_hash(mini, "kaution-hoehe") != before
    assert {question: question_hash(mini, question) for question in others} == others


def test_swapped_texts_count(mini: Path) -> None:
    before = question_hash(mini, "einzug-reihenfolge")
    change(mini / QUIZ, 'text: "Ansehen"', 'text: "Tausch"')
    change(mini / QUIZ, 'text: "Zahlen"', 'text: "Ansehen"')
    change(mini / QUIZ, 'text: "Tausch"', 'text: "Zahlen"')
    assert question_hash(mini, "einzug-reihenfolge") != before


def test_the_course_says_how_a_translation_stands(mini: Path) -> None:
    change(mini / PAGE, "ist höchstens", "ist genau")
    change(mini / QUIZ, "Rechnen Sie mal 3.", "Rechnen Sie mal 4.")
    (mini / "docs/ro/index.md").unlink()
    change(
        mini / "docs/bg/index.md", re.findall(r"source: .*\n", (mini / "docs/bg/index.md").read_text("utf-8"))[0], ""
    )
    course, _ = load_course(mini)
    assert course is not None
    quiz = course.quizzes["mietrecht/kaution"]
    assert course.state("mietrecht/kaution", "de") == "source"
    assert course.state("mietrecht/kaution", "ro") == "outdated"
    assert course.state("mietrecht/index", "ro") == "current"
    assert course.state("index", "ro") == "missing"
    assert course.state("index", "bg") == "untracked"
    assert course.question_state(quiz, "kaution-hoehe", "ro") == "outdated"
    assert course.question_state(quiz, "protokoll-was", "ro") == "current"
