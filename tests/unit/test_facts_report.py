"""Which facts are due, where each is used, and how a page says that one is overdue."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from coursekit.cli import main
from coursekit.course import Course, load_course
from coursekit.facts_report import NOTHING_DUE, due, rows, table
from coursekit.pages.view import Source, view
from coursekit.text.placeholders import Values
from jinja2 import Environment, FileSystemLoader

from tests.conftest import LANGUAGES
from tests.unit.golden import ROOT, apply_case, as_block, case_files, expect

DAY = date(2026, 11, 22)
PAGE = "mietrecht/kaution"


def loaded(root: Path) -> Course:
    course, problems = load_course(root)
    assert course is not None, problems
    return course


def dated(root: Path, **days: str) -> Course:
    """The mini course with a day of the next check for some facts (`_` for the hyphen)."""
    text = (root / "data/facts.yml").read_text("utf-8")
    for name, day in days.items():
        name = name.replace("_", "-")
        text, count = re.subn(rf"(?ms)(^{name}:.*?  checked: \S+\n)", rf"\1  review_by: {day}\n", text, count=1)
        assert count == 1
    (root / "data/facts.yml").write_text(text, "utf-8")
    return loaded(root)


def facts(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "facts", *options])


@pytest.mark.parametrize("case", case_files("facts_report"), ids=lambda case: case.stem)
def test_the_table(case: Path, mini: Path) -> None:
    apply_case(mini, case)
    course = loaded(mini)
    found = {"all": table(rows(course, DAY)), "due": table(due(course, DAY))}
    expect(case, found, "".join(f"\n  {name}: {as_block(text, 4)}" for name, text in found.items()))


@pytest.mark.parametrize(
    ("today", "within", "listed"),
    [
        (date(2026, 12, 1), 60, []),
        (date(2026, 12, 2), 60, ["kaution-max"]),
        (date(2027, 1, 31), 0, ["kaution-max"]),
        (date(2027, 1, 30), 0, []),
        (date(2027, 6, 1), 0, ["kaution-max", "neue-regel"]),
        (date(2026, 11, 22), 99999, ["kaution-max", "neue-regel"]),
    ],
)
def test_due_is_what_is_past_or_near(mini: Path, today: date, within: int, listed: list[str]) -> None:
    course = dated(mini, neue_regel="2027-02-28", kaution_max="2027-01-31")
    assert [row.name for row in due(course, today, within)] == listed


def test_on_its_day_a_fact_is_not_yet_overdue(mini: Path) -> None:
    course = dated(mini, kaution_max=str(DAY))
    assert [row.overdue for row in due(course, DAY)] == [False]
    assert [row.overdue for row in due(course, DAY + timedelta(days=1))] == [True]


def test_the_command_lists_and_never_fails_for_what_is_due(mini: Path) -> None:
    done = facts(mini, "--due")
    assert (done.exit_code, done.output) == (0, f"{NOTHING_DUE}\n")
    assert facts(mini).output.endswith("\n4 Tatsachen, 0 überfällig.\n")
    soon = date.today() + timedelta(days=80)
    dated(mini, kaution_max="2001-01-01", neue_regel=str(soon))
    done = facts(mini, "--due")
    assert done.exit_code == 0
    assert done.output.endswith("\n1 Tatsache, 1 überfällig.\n")
    assert "rundfunkbeitrag" not in done.output
    for options in (("--due", "--within", "90"), ("--within", "90")):
        assert facts(mini, *options).output.endswith("\n2 Tatsachen, 1 überfällig.\n")
    assert facts(mini).output.endswith("\n4 Tatsachen, 1 überfällig.\n")


def test_a_faulty_course_is_told_as_the_check_tells_it(mini: Path) -> None:
    (mini / "data/city.yml").write_text("", "utf-8")
    done = facts(mini, "--due")
    assert done.exit_code == 1
    assert "data/city.yml:1:" in done.stderr
    assert isinstance(done.exception, SystemExit)


def overdue_course(course: Course, review_by: date) -> Course:
    """The real course with another day for the next check of one fact of the lesson."""
    fact = course.facts["kaution-max"].model_copy(update={"review_by": review_by})
    return dataclasses.replace(course, values=Values({**course.facts, "kaution-max": fact}, course.city))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_which_of_its_sources_is_overdue(course: Course, language: str) -> None:
    changed = overdue_course(course, DAY)
    before = view(changed, PAGE, language, DAY).sources
    assert [source for source in before if source.overdue] == []
    assert before == view(course, PAGE, language, DAY).sources
    after = view(changed, PAGE, language, DAY + timedelta(days=1)).sources
    overdue = [source for source in after if source.overdue]
    assert [source.label for source in overdue] == ["§ 551 Abs. 1 BGB", "§ 551 Abs. 4 BGB"]
    words = {
        "de": "Stand 22. November 2026. Bitte prüfen, ob das noch gilt.",
        "ro": "Situația din 22 noiembrie 2026. Verificați dacă mai este valabilă.",
        "bg": "Състояние от 22 ноември 2026\N{NARROW NO-BREAK SPACE}г. Моля, проверете дали още важи.",
    }
    assert {source.checked for source in overdue} == {words[language]}
    assert [source for source in after if not source.overdue] == [
        source for source in before if source.label not in {found.label for found in overdue}
    ]


def test_what_is_overdue_is_seen_without_a_tap(course: Course) -> None:
    """The sources are folded; where one is overdue they are open, and it stands out."""
    template = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True).get_template(
        "partials/sources.html"
    )
    shown = view(course, PAGE, "de", DAY)
    old = Source("§ 1 BGB", "https://example.org/", "Stand gestern. Bitte prüfen.", overdue=True)
    plain = template.render(view=shown, w=shown.words)
    assert '<details class="sources">' in plain
    assert "geprüft am 22. November 2026</li>" in plain
    marked = template.render(view=dataclasses.replace(shown, sources=(*shown.sources, old)), w=shown.words)
    assert '<details class="sources" open>' in marked
    assert "§ 1 BGB</a>. <strong>Stand gestern. Bitte prüfen.</strong></li>" in marked
