"""The handbook says nothing that is not so: its messages, commands, files and pictures exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import main
from coursekit.translation.exchange.columns import ID, TRANSLATION

from tests.pictures.pages import BUILT, SERVED
from tests.pictures.terminals import TERMINALS
from tests.unit.golden import CASES, ROOT, case_files, found_problems, read_case
from tests.unit.returned_sheet import course, fill, read

CHAPTERS = sorted((ROOT / "docs/de/redaktion").glob("*.md"))
PICTURES = ROOT / "docs/assets/redaktion"
_MESSAGE = re.compile(r"^```meldung\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
# A path that begins with a folder of the project and names no gap to be filled.
_PATH = re.compile(r"(?:docs|quizzes|data)/[\w./-]*")


@pytest.fixture(scope="module")
def text() -> str:
    assert len(CHAPTERS) >= 8
    return "\n".join(path.read_text("utf-8") for path in CHAPTERS)


def code(text: str) -> list[str]:
    return _CODE.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))


@pytest.fixture
def sheet(tmp_path: Path, exported: bytes) -> Path:
    path = tmp_path / "ro.xlsx"
    path.write_bytes(exported)
    return path


def refused_rows(mini: Path, sheet: Path) -> list[str]:
    """What the import says of an amount that was typed instead of its placeholder."""
    (old,) = (row[TRANSLATION] for row in read(sheet) if row[ID].endswith("kaution.md#wie-hoch.text"))
    fill(sheet, {"kaution.md#wie-hoch.text": old.replace("{{ fact.kaution-max }}", "3")})
    count, *lines = course(mini, "import-translation", str(sheet), "--dry-run").stderr.splitlines()
    assert count == "Nicht übernommen: 1 Zeile."
    return ["\n".join(lines)]


def test_every_message_is_one_that_the_check_prints(text: str, mini: Path, sheet: Path) -> None:
    """As the golden cases have it, which are what the check says of a mini course with one mistake, or the import of a
    row.
    """
    folders = [
        "course_errors",
        "language",
        *(f"question_lint/{path.name}" for path in (CASES / "question_lint").iterdir()),
    ]
    printed = {told for folder in folders for case in case_files(folder) for told in read_case(case)["expected"]}
    printed |= set(refused_rows(mini, sheet))
    assert CliRunner().invoke(main, ["--root", str(mini), "new-question", "kaution"]).exit_code == 0
    printed |= {str(problem) for problem in found_problems(mini)}
    messages = _MESSAGE.findall(text)
    assert len(messages) >= 20
    for message in messages:
        assert message in printed, f"the check no longer says:\n{message}"


def test_every_reason_why_a_row_is_refused_is_one_that_the_import_gives() -> None:
    section = (ROOT / "docs/de/redaktion/uebersetzen.md").read_text("utf-8").partition("{#abgelehnt}")[2]
    reasons = re.findall(r"^\| ([^|]+\.) \|", section.partition("\n## ")[0], re.MULTILINE)
    assert len(reasons) >= 4
    folder = ROOT / "hooks/coursekit/translation/exchange"
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    for reason in reasons:
        assert f'"{reason}"' in code, reason


def test_every_command_exists(text: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = [words.split() for words in code(text) if words.startswith(("course ", "make "))]
    assert len(named) >= 12
    for program, command, *words in named:
        if program == "make":
            assert re.search(rf"^{command}:", makefile, re.MULTILINE), command
            continue
        known = main.commands[command].params
        options = {option for param in known for option in param.opts}
        assert {word for word in words if word.startswith("--")} <= options, command


def test_every_file_that_is_named_is_there(text: str) -> None:
    named = {path for words in code(text) for path in _PATH.findall(words)}
    assert len(named) >= 8
    for path in named:
        assert (ROOT / path).exists(), path


def test_every_picture_is_shown_taken_by_the_script_and_nothing_is_left_over(text: str) -> None:
    shown = set(re.findall(r"assets/redaktion/([\w-]+\.\w+)\)", text))
    there = {path.name for path in PICTURES.iterdir()}
    assert shown == there
    taken = {f"{name}.webp" for name in (*TERMINALS, *BUILT, *SERVED)}
    assert taken == {name for name in there if name.endswith(".webp")}
    assert {f"{name}.txt" for name in TERMINALS} == {path.name for path in (ROOT / "tests/pictures/shown").iterdir()}


def test_a_chapter_is_written_for_people(text: str) -> None:
    """Short sentences, as the guide has them: 15 words are the limit, and a little room for names of files."""
    prose = re.sub(r"```.*?```|^\|.*$|^!\[.*$|^---$.*?^---$", "", text, flags=re.DOTALL | re.MULTILINE)
    for line in prose.splitlines():
        for sentence in re.split(r"(?<=[.!?:]) ", re.sub(r"`[^`]*`", "X", line)):
            assert len(sentence.split()) <= 20, sentence
