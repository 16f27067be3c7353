"""Every fault that people can make in the course, with what they are told: one case, one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursekit.errors import report

from tests.unit.golden import apply_case, as_block, case_files, expect, found_problems


def test_the_mini_course_has_no_problem(mini: Path) -> None:
    assert found_problems(mini) == ()


@pytest.mark.parametrize("case", case_files("course_errors"), ids=lambda case: case.stem)
def test_problems(case: Path, mini: Path) -> None:
    apply_case(mini, case)
    found = [str(problem) for problem in found_problems(mini)]
    expect(case, found, "".join(f"\n  - {as_block(problem, 4)}" for problem in found) or " []")


def test_windows_line_ends_are_no_problem(mini: Path) -> None:
    files = [path for path in mini.rglob("*") if path.suffix in (".md", ".yml", ".lock", ".svg")]
    assert len(files) > 20
    for path in files:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert found_problems(mini) == ()


def test_lines_are_those_of_the_file_also_with_windows_line_ends(mini: Path) -> None:
    page = mini / "docs/de/mietrecht/kaution.md"
    text = page.read_text("utf-8").replace("{term=kaution}", "{term=kautoin}")
    page.write_bytes(text.replace("\n", "\r\n").encode())
    assert [problem.line for problem in found_problems(mini)] == [10]


def test_the_report_counts_errors_and_not_notices(mini: Path) -> None:
    (mini / "quizzes/quiz.lock").unlink()
    assert "zu ändern" not in report(found_problems(mini))
    (mini / "docs/de/index.md").write_text("", "utf-8")
    assert report(found_problems(mini)).endswith("\n1 Stelle ist zu ändern.")
    (mini / "data/city.yml").write_text("", "utf-8")
    assert report(found_problems(mini)).endswith("\n2 Stellen sind zu ändern.")
