"""What the linter says of questions: each rule has cases that it must find and cases that it must leave alone."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from coursekit import source_hash
from coursekit.cli import main
from coursekit.course import load_course
from coursekit.errors import Problem
from coursekit.question_lint.chance import at_least
from coursekit.question_lint.finding import IN_LESSON, IN_QUESTION, NEVER, Rule
from coursekit.question_lint.lint import lint
from coursekit.question_lint.words import asking, content, numbers
from coursekit.quiz.lock import lock_text, read_lock

from tests.unit.golden import CASES, as_block, case_files, expect, read_case

RULES: tuple[str, ...] = get_args(Rule)
PARENT = "question_lint"
QUIZ = "quizzes/{}/mietrecht/kaution.yml"
OPENINGS = {"de": "Noch nicht", "ro": "Încă nu", "bg": "Още не"}
PAGE = """---
title: Kaution
goal: Sie zahlen sicher.
---

"""


def set_up(root: Path, case: dict[str, Any]) -> None:
    """The mini course with the questions of the case and, where it has one, its lesson."""
    assert not case.keys() - {"what", "page", "de", "ro", "bg", "expected"}
    (root / "quizzes/quiz.lock").unlink()
    for language in ("de", "ro", "bg"):
        (root / QUIZ.format(language)).unlink()
        if language in case:
            (root / QUIZ.format(language)).write_text(case[language], "utf-8")
    for language, opening in OPENINGS.items():
        with (root / f"data/words/{language}.yml").open("a", encoding="utf-8") as words:
            words.write(f'quiz:\n  not_yet: "{opening}"\n')
    for language in ("ro", "bg"):
        (root / f"docs/{language}/mietrecht/kaution.md").unlink()
    page = case.get("page", "## Wie hoch? {#wie-hoch}\n\nDie Kaution ist eine Sicherheit.\n")
    (root / "docs/de/mietrecht/kaution.md").write_text(PAGE + page, "utf-8")


def lint_of(root: Path) -> tuple[Problem, ...]:
    course, problems = load_course(root)
    assert course is not None, "\n".join(map(str, problems))
    return lint(course)


def of_rule(root: Path, rule: str) -> list[str]:
    """The findings of one rule: a case shows one thing, and its few questions lack much else."""
    return [str(problem) for problem in lint_of(root) if f"({rule})" in problem.message]


@pytest.mark.parametrize(
    ("rule", "case"),
    [(rule, case) for rule in RULES for case in case_files(f"{PARENT}/{rule}")],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
def test_findings(rule: str, case: Path, mini: Path) -> None:
    set_up(mini, read_case(case))
    found = of_rule(mini, rule)
    expect(case, found, "".join(f"\n  - {as_block(problem, 4)}" for problem in found) or " []")


@pytest.mark.skipif(os.environ.get("GOLDEN") == "write", reason="the cases are being written")
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_cases_that_it_finds_and_cases_that_it_leaves_alone(rule: str) -> None:
    told = {bool(read_case(case)["expected"]) for case in case_files(f"{PARENT}/{rule}")}
    assert told == {True, False}


def test_every_case_belongs_to_a_rule() -> None:
    assert {path.name for path in (CASES / PARENT).iterdir()} == set(RULES)


def test_what_may_be_considered_is_a_rule_and_never_what_the_guide_forbids() -> None:
    assert set(RULES) >= IN_QUESTION | IN_LESSON
    assert not NEVER & (IN_QUESTION | IN_LESSON)


def test_every_name_stands_in_the_paper_for_writers() -> None:
    paper = (Path(__file__).parents[2] / "quizzes/README.md").read_text("utf-8")
    section = paper.partition("## Gute Fragen")[2]
    assert set(re.findall(r"^\| `([a-z-]+)`", section, re.MULTILINE)) == set(RULES)
    where = {(True, True): "Frage, Lektion", (True, False): "Frage", (False, True): "Lektion", (False, False): ""}
    for rule in RULES:
        may = where[rule in IN_QUESTION, rule in IN_LESSON]
        assert re.search(rf"^\| `{rule}` \|.*\| {may} ?\|$", section, re.MULTILINE), rule


def test_what_the_guide_forbids_stops_the_check(mini: Path) -> None:
    quiz = mini / QUIZ.format("de")
    text = quiz.read_text("utf-8").replace("Was schreiben Sie auf?", "Was schreiben Sie nicht auf?")
    quiz.write_text(text, "utf-8")
    line = text.partition("Sie nicht auf?")[0].count("\n") + 1
    done = CliRunner().invoke(main, ["--root", str(mini), "check"])
    told = f"{QUIZ.format('de')}:{line}: Frage „protokoll-was“ (negation): Die Frage selbst ist verneint („nicht“)."
    assert done.exit_code == 1
    assert f"\n{told}" in done.stderr
    assert done.stderr.endswith("1 Stelle ist zu ändern.\n")


def test_a_translation_is_never_an_error(mini: Path) -> None:
    """German decides: who edits it is not stopped by the words of another language."""
    quiz = mini / QUIZ.format("ro")
    text = quiz.read_text("utf-8").replace("Încă nu. Sunt 3 chirii.", "Încă nu. Ați greșit: sunt 3 chirii.")
    quiz.write_text(text.replace("Ce scrieți?", "Ce nu scrieți?"), "utf-8")
    course, problems = load_course(mini)
    assert course is not None, problems
    found = [problem for problem in lint(course) if problem.path == QUIZ.format("ro")]
    assert [problem.level for problem in found] == ["notice", "notice"]
    assert [problem.message.partition(")")[0].partition("(")[2] for problem in found] == [
        "test-word",
        "translated-negation",
    ]


def test_what_was_considered_is_no_text_and_no_part_of_the_key(mini: Path) -> None:
    """A writer who says „this is meant so“ makes no translation old, changes no record, and publishes nothing."""
    before, _ = load_course(mini)
    quiz = mini / QUIZ.format("de")
    old = "    section: wie-hoch\n    facts:\n      - kaution-max\n"
    text = quiz.read_text("utf-8")
    assert text.count(old) == 1
    quiz.write_text(text.replace(old, f"{old}    considered:\n      - option-count\n"), "utf-8")
    after, problems = load_course(mini)
    assert before is not None
    assert after is not None
    assert problems == ()
    (was, now) = (course.quizzes["mietrecht/kaution"].questions[0] for course in (before, after))
    assert (was.considered, now.considered) == ((), ("option-count",))
    assert source_hash.of_question(was) == source_hash.of_question(now)
    assert lock_text(read_lock(mini, []), before.quizzes.values()) == lock_text(
        read_lock(mini, []), after.quizzes.values()
    )
    assert "option-count" not in " ".join(problem.message for problem in lint(after) if ":10:" in str(problem))


@pytest.mark.parametrize(
    ("prompt", "asked"),
    [
        ("Ihre Heizung geht nicht. Was tun Sie?", ["Was tun Sie?"]),
        ("Ein Nachbar sagt: „Warum zahlen Sie nicht?“ Was tun Sie?", ["Was tun Sie?"]),
        ("Der Vermieter sagt: „Das gilt nicht.“ Was tun Sie?", ["Was tun Sie?"]),
        ("Was antworten Sie auf „Nein!“, wenn er klingelt?", ["Was antworten Sie auf Zitat, wenn er klingelt?"]),
        ("Sie zahlen nicht bar. Ergänzen Sie die Quittung.", ["Ergänzen Sie die Quittung."]),
        ("Der Vertrag endet nicht 2027. Was gilt?", ["Was gilt?"]),
        ("Das gilt nicht ab dem 3. Werktag. Ist der 3. Werktag zu spät?", ["Ist der 3. Werktag zu spät?"]),
        ("Sie haben nicht 60 m². Wer hilft?", ["Wer hilft?"]),
        ("Was ist eine **Mahnung** (ein Brief, keine Kündigung)?", ["Was ist eine **Mahnung**?"]),
        ("Was hilft ihr? Was ist gefährlich?", ["Was hilft ihr?", "Was ist gefährlich?"]),
        ("Отоплението не работи. Какво правите?", ["Какво правите?"]),
    ],
)
def test_only_the_sentences_that_ask_count(prompt: str, asked: list[str]) -> None:
    assert asking(prompt) == asked


def test_words_are_compared_by_their_stems_and_numbers_as_germans_write_them() -> None:
    assert content("Die Kaltmieten (§ 551 BGB)") == content("eine Kaltmiete")
    assert numbers("1.200 Euro, 18,36 Euro und 3 Teile.") == {1200, 18.36, 3}


def test_chance_is_that_of_independent_events() -> None:
    assert at_least(3, [1 / 3] * 3) == pytest.approx(1 / 27)
    assert at_least(1, [1 / 2, 1 / 4]) == pytest.approx(5 / 8)
    assert at_least(0, []) == 1
