"""`course stamp` writes the stamp, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import main
from coursekit.course import Course, load_course
from coursekit.translation.stamp import stamp_files

PAGE = "docs/ro/mietrecht/kaution.md"
QUIZ = "quizzes/ro/mietrecht/kaution.yml"


def loaded(root: Path) -> Course:
    course, problems = load_course(root)
    assert course is not None, problems
    return course


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def stamp_of(text: str, question: str) -> str:
    return str(re.findall(rf'{question}:\n    source: "(.*)"', text)[0])


def test_nothing_is_written_where_nothing_changed(mini: Path) -> None:
    before = contents(mini)
    assert stamp_files(loaded(mini)).changed == []
    assert contents(mini) == before


def test_missing_stamps_come_back_where_they_were(mini: Path) -> None:
    before = contents(mini)
    for name in (PAGE, "docs/bg/index.md", QUIZ):
        text = (mini / name).read_text("utf-8")
        (mini / name).write_bytes(re.sub(r"(?m)^ *source: .*\n", "", text).encode())
    assert stamp_files(loaded(mini)).changed == [PAGE, QUIZ, "docs/bg/index.md"]
    assert contents(mini) == before


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("old_stamp", ['source: "000000000000"', "source:", "source: '0'", None])
def test_every_other_byte_stays(mini: Path, line_end: str, old_stamp: str | None) -> None:
    new = line_end.join(
        ["---", "title: Garanția  ", "# ein Kommentar", "goal: >-", "  Plătiți în", "  siguranță.", "unsure:", '  - "source: unklar"']
    )  # fmt: skip
    page = (mini / PAGE).read_text("utf-8").replace("\n", line_end)
    body = page[page.index(f"{line_end}---{line_end}") :]
    stamp = re.findall(r'source: "(.*)"', page)[0]
    old_line = f"{line_end}{old_stamp}  # von Ana" if old_stamp else ""
    (mini / PAGE).write_bytes(f"{new}{old_line}{body}".encode())
    assert stamp_files(loaded(mini)).changed == [PAGE]
    new_line = f'{line_end}source: "{stamp}"  # von Ana' if old_stamp else f'{line_end}source: "{stamp}"'
    assert (mini / PAGE).read_bytes().decode() == f"{new}{new_line}{body}"
    assert stamp_files(loaded(mini)).changed == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_questions_in_a_hand_of_their_own(mini: Path, line_end: str) -> None:
    """Comments, other indentation, blank lines, the stamp at the end: all stay."""
    text = (mini / QUIZ).read_text("utf-8")
    stamp = stamp_of(text, "kaution-rate")
    old = text[text.index("  kaution-rate:") : text.index("  einzug-reihenfolge:")]
    new = """\
  kaution-rate:  # neu

      # noch zu prüfen
      prompt: "Garanția este de 1.200 de euro."
      unit: "euro"
      feedback:
      - "Aceasta este toată suma."
      - "source: împărțiți la 3."
      explanation: "Este 400."{last}

"""
    for last, wanted in (
        ("", new.replace("      prompt", f'      source: "{stamp}"\n      prompt').format(last="")),
        ('\n      source: "0"', new.format(last=f'\n      source: "{stamp}"')),
    ):
        (mini / QUIZ).write_bytes(text.replace(old, new.format(last=last)).replace("\n", line_end).encode())
        assert stamp_files(loaded(mini)).changed == [QUIZ]
        assert (mini / QUIZ).read_bytes().decode() == text.replace(old, wanted).replace("\n", line_end)


def test_only_the_files_that_are_named(mini: Path) -> None:
    change(mini / "docs/de/index.md", "Ein kleiner Kurs.", "Ein Kurs.")
    change(mini / "docs/de/mietrecht/kaution.md", "ist höchstens", "ist genau")
    assert stamp_files(loaded(mini), ["docs/ro/index.md"]).changed == ["docs/ro/index.md"]
    assert stamp_files(loaded(mini)).changed == [PAGE, "docs/bg/index.md", "docs/bg/mietrecht/kaution.md"]
    course = loaded(mini)
    assert {course.state(name, language) for name in course.order for language in ("ro", "bg")} == {"current"}


def test_a_translation_that_no_longer_fits_gets_no_stamp(mini: Path) -> None:
    german = mini / "quizzes/de/mietrecht/kaution.yml"
    change(german, '    hints:\n      - "Rechnen Sie mal 3."\n', "")
    change(german, "Was schreiben Sie auf?", "Was steht im Protokoll?")
    before = (mini / QUIZ).read_text("utf-8")
    done = stamp_files(loaded(mini))
    assert QUIZ in done.changed
    assert [(problem.path, problem.line) for problem in done.refused] == [(QUIZ, 6), (QUIZ.replace("/ro/", "/bg/"), 6)]
    after = (mini / QUIZ).read_text("utf-8")
    assert stamp_of(after, "kaution-hoehe") == stamp_of(before, "kaution-hoehe")
    assert stamp_of(after, "protokoll-was") != stamp_of(before, "protokoll-was")


def test_what_is_refused_is_told_with_its_reason(mini: Path) -> None:
    change(
        mini / "docs/de/mietrecht/kaution.md", "höchstens", "nach dem Gesetz höchstens {{ fact.rundfunkbeitrag }} oder"
    )
    change(
        mini / "quizzes/de/mietrecht/kaution.yml", "Was kommt zuerst?", "Was kommt vor der **Kaution**{term=kaution}?"
    )
    before = contents(mini)
    done = CliRunner().invoke(main, ["--root", str(mini), "stamp", str(mini / PAGE), str(mini / QUIZ)])
    assert done.exit_code == 1
    assert contents(mini) == before
    assert done.stderr == (
        "Nicht vermerkt, denn hier passt die Übersetzung nicht zum deutschen Text:\n"
        f"{PAGE}:7: Hier fehlt der Platzhalter {{{{ fact.rundfunkbeitrag }}}}.\n"
        "    → Auf Deutsch steht hier: {{ fact.rundfunkbeitrag }}\n"
        f"{QUIZ}:44: Hier fehlt das Fachwort „kaution“.\n"
        "    → Auf Deutsch steht hier: **…**{term=kaution}\n"
        "2 Stellen sind zu ändern.\n"
    )
    assert done.stdout == ""
    change(mini / PAGE, "de cel mult", "după lege {{ fact.rundfunkbeitrag }} sau")
    assert stamp_files(loaded(mini), [PAGE]).changed == [PAGE]
    assert stamp_files(loaded(mini), [PAGE]).refused == []
