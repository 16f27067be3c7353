"""An amount changes in one place: everything that names it follows, and what cannot follow is listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from coursekit.cli import main
from coursekit.course import load_course
from coursekit.fact_places import plural_form

from tests.unit.git_course import change
from tests.unit.golden import found_problems

FACTS, LOCK = "data/facts.yml", "data/facts.lock"


def course(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *words])


def listed(root: Path) -> list[str]:
    return [f"{problem.path}:{problem.line}" for problem in found_problems(root)]


def test_the_places_are_listed_until_somebody_has_read_them(mini: Path) -> None:
    change(mini / FACTS, "value: 3\n", "value: 4\n")
    places = listed(mini)
    assert len(places) == 4
    done = course(mini, "check")
    assert done.exit_code == 0
    assert (
        "Hinweis: quizzes/de/mietrecht/kaution.yml:3: Die Tatsache „kaution-max“ ist jetzt 4 (vorher 3)." in done.output
    )
    shown = course(mini, "facts").output
    assert all(f"Hinweis: {place}: " in shown for place in places)
    # A new question is recorded without anybody having read the places.
    assert course(mini, "lock").exit_code == 0
    assert listed(mini) == places
    done = course(mini, "facts", "--done", "kaution-max")
    assert (done.exit_code, done.output) == (0, f"Vermerkt in {LOCK}: kaution-max.\n")
    assert '"kaution-max": 4,' in (mini / LOCK).read_text("utf-8")
    assert listed(mini) == []


def test_back_to_the_old_value_nothing_depends(mini: Path) -> None:
    change(mini / FACTS, "value: 3\n", "value: 4\n")
    change(mini / FACTS, "value: 4\n", "value: 3\n")
    assert listed(mini) == []


def test_only_the_fact_that_was_read_is_noted(mini: Path) -> None:
    change(mini / FACTS, "value: 3\n", "value: 4\n")
    change(mini / FACTS, "value: 18.36", "value: 19")
    assert course(mini, "facts", "--done", "rundfunkbeitrag").exit_code == 0
    assert {problem.message.partition("“")[0] for problem in found_problems(mini)} == {"Die Tatsache „kaution-max"}


def test_an_unknown_fact_is_told(mini: Path) -> None:
    before = (mini / LOCK).read_bytes()
    done = course(mini, "facts", "--done", "kaution-maks")
    assert (done.exit_code, done.stderr) == (
        2,
        "Die Tatsache „kaution-maks“ gibt es nicht. Meinten Sie „kaution-max“?\n",
    )
    assert (mini / LOCK).read_bytes() == before


def test_new_facts_come_into_the_lock_and_lost_ones_leave_it(mini: Path) -> None:
    text = (mini / LOCK).read_text("utf-8")
    (mini / LOCK).write_text(text.replace('  "kaution-max": 3,\n', '  "weg": 1,\n'), "utf-8")
    assert listed(mini) == [f"{FACTS}:1"]
    assert course(mini, "lock").exit_code == 0
    assert (mini / LOCK).read_text("utf-8") == text
    (mini / LOCK).unlink()
    assert course(mini, "lock").exit_code == 0
    assert (mini / LOCK).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("language", "same", "turned"),
    [
        ("ro", [(3, 19), (20, 21), (120, 200), (101, 119)], [(1, 2), (19, 20), (100, 101)]),
        ("bg", [(2, 20), (3, 4)], [(1, 2)]),
        ("de", [(2, 20)], [(1, 2)]),
        ("uk", [(2, 3), (5, 20)], [(1, 2), (4, 5), (20, 21)]),
    ],
)
def test_where_a_language_turns_the_word(
    language: str, same: list[tuple[int, int]], turned: list[tuple[int, int]]
) -> None:
    for one, other in same:
        assert plural_form(one, language) == plural_form(other, language)
    for one, other in turned:
        assert plural_form(one, language) != plural_form(other, language)


def test_a_course_without_the_lock_still_loads(mini: Path) -> None:
    (mini / LOCK).unlink()
    loaded, problems = load_course(mini)
    assert loaded is not None
    assert [problem.path for problem in problems] == [LOCK]
