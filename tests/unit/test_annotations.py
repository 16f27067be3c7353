"""Problems as GitHub and GitLab show them beside the changed line, and what `course check` does with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.annotations import github, gitlab
from coursekit.cli import main
from coursekit.errors import Problem, report

from tests.unit.golden import apply_case, as_block, case_files, expect, found_problems, told_problems

PAGE = "docs/de/mietrecht/kaution.md"


def break_page(root: Path) -> None:
    text = (root / PAGE).read_text("utf-8")
    (root / PAGE).write_text(text.replace("{{ fact.kaution-max }}", "{{ fact.kaution-maks }}"), "utf-8")


@pytest.mark.parametrize("case", case_files("annotations"), ids=lambda case: case.stem)
def test_annotations(case: Path, mini: Path) -> None:
    apply_case(mini, case)
    problems = found_problems(mini)
    found = {"github": github(problems), "gitlab": gitlab(problems)}
    expect(case, found, "".join(f"\n  {name}: {as_block(text, 4)}" for name, text in found.items()))


def test_signs_that_mean_something_to_github_are_escaped() -> None:
    problem = Problem("docs/a,b:c%.md", 7, "100 %: so,\r\noder so", "%0A bleibt")
    assert github([problem]) == (
        "::error file=docs/a%2Cb%3Ac%25.md,line=7,title=Bitte ändern::100 %25: so,%0D%0Aoder so%0A→ %250A bleibt"
    )


def test_a_command_stays_on_one_line_and_a_problem_is_told_once() -> None:
    problem = Problem("a.md", 1, "eins\n::error ::zwei")
    assert github([problem, problem]).count("\n") == 0
    assert len(json.loads(gitlab([problem, problem]))) == 1


def test_a_fingerprint_moves_with_its_line_and_is_no_other_problems() -> None:
    def prints(*problems: Problem) -> list[str]:
        return [entry["fingerprint"] for entry in json.loads(gitlab(problems))]

    here, below, other = Problem("a.md", 1, "eins"), Problem("a.md", 9, "eins"), Problem("a.md", 1, "zwei")
    assert prints(here) == prints(below)
    assert len(set(prints(here, below, other, Problem("b.md", 1, "eins")))) == 4


def test_github_reads_commands_and_people_the_report(mini: Path) -> None:
    break_page(mini)
    problems = found_problems(mini)
    done = CliRunner().invoke(main, ["--root", str(mini), "check", "--format", "github"])
    assert done.exit_code == 1
    assert done.stdout == f"{github(problems)}\n"
    assert done.stderr == f"{report(problems)}\n"


def test_gitlab_gets_its_file_also_when_nothing_is_to_be_changed(mini: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "report.json"
    command = ["--root", str(mini), "check", "--format", "gitlab", "--output", str(output)]
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Alles in Ordnung." in done.stderr
    advice = output.read_text("utf-8")
    assert advice == f"{gitlab(told_problems(mini))}\n"
    assert {entry["severity"] for entry in json.loads(advice)} == {"info"}
    break_page(mini)
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, done.stdout) == (1, "")
    assert [entry["location"]["path"] for entry in json.loads(output.read_text("utf-8"))] == [PAGE]
    assert f"{PAGE}:10:" in done.stderr


def test_what_is_not_translated_is_annotated_only_when_asked_for(mini: Path) -> None:
    (mini / "docs/bg/index.md").unlink()
    told = [
        CliRunner().invoke(main, ["--root", str(mini), "check", "--format", "github", *more])
        for more in ([], ["--complete"])
    ]
    assert [(done.exit_code, "file=docs/bg/index.md" in done.stdout) for done in told] == [(0, False), (1, True)]


def test_the_text_for_people_stays_as_it_was(mini: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(mini), "check"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert found_problems(mini) == ()
    assert done.stdout.startswith(f"{report(told_problems(mini))}\nAlles in Ordnung.\n1 Modul, 1 Lektion")
    (mini / "quizzes/quiz.lock").unlink()
    notices = report(told_problems(mini))
    assert "ist neu" in notices
    assert CliRunner().invoke(main, ["--root", str(mini), "check"]).stdout.startswith(f"{notices}\nAlles in Ordnung.\n")
    break_page(mini)
    done = CliRunner().invoke(main, ["--root", str(mini), "check", "--format", "text"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"{report(found_problems(mini))}\n"


def test_a_file_that_cannot_be_written_is_told_without_a_traceback(mini: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    output = str(tmp_path / "file" / "report.json")
    done = CliRunner().invoke(main, ["--root", str(mini), "check", "--format", "gitlab", "--output", output])
    assert done.exit_code == 1
    assert "kann nicht geschrieben werden" in done.stderr
    assert isinstance(done.exception, SystemExit)
    done = CliRunner().invoke(main, ["--root", str(mini), "check", "--output", str(tmp_path / "a.json")])
    assert done.exit_code == 2
    assert "--format gitlab" in done.stderr
