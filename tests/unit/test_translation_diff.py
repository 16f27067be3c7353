"""`course diff`: what changed in the German since the translation, out of the history of git."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import main

from tests.unit.git_course import change, commit, git, git_course
from tests.unit.golden import copy_course

GERMAN, PAGE = "docs/de/mietrecht/kaution.md", "docs/ro/mietrecht/kaution.md"
GERMAN_QUIZ, QUIZ = "quizzes/de/mietrecht/kaution.yml", "quizzes/ro/mietrecht/kaution.yml"
CHANGED = f"{PAGE}: Das hat sich im Deutschen geändert."


def diff(root: Path, *names: str) -> str:
    done = CliRunner().invoke(main, ["--root", str(root), "diff", *(str(root / name) for name in names)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == (0 if done.exception is None else 2)
    return done.output


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return git_course(tmp_path, "kurse/wohnen")


def test_nothing_to_see_where_nothing_is_outdated(root: Path) -> None:
    assert diff(root) == "Keine Übersetzung ist veraltet.\n"
    said = "aktuell. Das Deutsche hat sich seit der Übersetzung nicht geändert."
    assert diff(root, PAGE, QUIZ) == f"{PAGE}: {said}\n\n{QUIZ}: {said}\n"


def test_a_translator_sees_what_changed_on_a_page(root: Path) -> None:
    change(root / GERMAN, "goal: Sie zahlen sicher.", "goal: Sie zahlen gut.")
    commit(root)
    change(root / GERMAN, "ist höchstens", "ist genau")
    assert diff(root, PAGE).splitlines() == [
        CHANGED,
        f"--- {GERMAN} (Fassung vom 3.11.2026, aus ihr wurde übersetzt)",
        f"+++ {GERMAN} (heute)",
        "@@ -1,11 +1,11 @@",
        " Titel: Kaution",
        "-Ziel: Sie zahlen sicher.",
        "+Ziel: Sie zahlen gut.",
        " ",
        " ## Wie hoch? {#wie-hoch}",
        " ",
        " ![Ein Haus](../../assets/one.svg)",
        " ",
        "-Die **Kaution**{term=kaution} ist höchstens {{ fact.kaution-max }} Kaltmieten.",
        "+Die **Kaution**{term=kaution} ist genau {{ fact.kaution-max }} Kaltmieten.",
        " ",
        " <!-- question: kaution-hoehe -->",
        " ",
    ]


def test_a_translator_sees_the_changed_question_alone(root: Path) -> None:
    change(
        root / GERMAN_QUIZ, "        die **Kaution**{term=kaution} ist 2.000 Euro.", "        zahlen Sie 2.000 Euro."
    )
    change(root / GERMAN_QUIZ, '      - "Rechnen Sie mal 3."\n', '      - "Rechnen Sie."\n      - "Mal 3."\n')
    found = diff(root, QUIZ)
    assert found.startswith(f"{QUIZ}, Frage „kaution-hoehe“: Das hat sich im Deutschen geändert.\n--- {GERMAN_QUIZ} (")
    assert [line for line in found.splitlines()[3:] if line[0] in "+-"] == [
        "-  die **Kaution**{term=kaution} ist 2.000 Euro.",
        "-hints › 1: Rechnen Sie mal 3.",
        "+  zahlen Sie 2.000 Euro.",
        "+hints › 1: Rechnen Sie.",
        "+hints › 2: Mal 3.",
    ]
    assert "kaution-rate" not in found


def test_another_order_of_options_is_no_change_to_translate(root: Path) -> None:
    text = (root / GERMAN_QUIZ).read_text("utf-8")
    first, second = '      - id: a\n        text: "800 Euro"\n', '      - id: b\n        text: "1.200 Euro"\n'
    feedback, right = '        feedback: "Noch nicht. Es sind 3 Kaltmieten."\n', "        correct: true\n"
    assert first + feedback + second + right in text
    (root / GERMAN_QUIZ).write_text(
        text.replace(first + feedback + second + right, second + right + first.replace("800", "900") + feedback),
        "utf-8",
    )
    assert [line for line in diff(root, QUIZ).splitlines()[3:] if line[0] in "+-"] == [
        "-options › a › text: 800 Euro",
        "+options › a › text: 900 Euro",
    ]


def test_without_a_file_everything_outdated_in_every_language(root: Path) -> None:
    change(root / GERMAN, "ist höchstens", "ist genau")
    change(root / GERMAN_QUIZ, "Was stimmt?", "Was ist wahr?")
    heads = [line.partition(":")[0] for line in diff(root).splitlines() if line.endswith("geändert.")]
    assert heads == [
        PAGE,
        f"{QUIZ}, Frage „kaution-stimmt“",
        PAGE.replace("ro", "bg", 1),
        f"{QUIZ.replace('/ro/', '/bg/')}, Frage „kaution-stimmt“",
    ]


def test_the_newest_fitting_version_is_compared(root: Path) -> None:
    """The German was changed and changed back: its later version of the same words counts."""
    change(root / GERMAN, "ist höchstens", "ist genau")
    commit(root)
    change(root / GERMAN, "ist genau", "ist höchstens")
    commit(root, "2026-11-05")
    change(root / GERMAN, "ist höchstens", "ist immer")
    found = diff(root, PAGE)
    assert "-Die **Kaution**{term=kaution} ist höchstens" in found
    assert "(Fassung vom 5.11.2026, " in found
    assert "genau" not in found


def test_versions_before_a_faulty_one_and_with_windows_line_ends_are_found(root: Path) -> None:
    content = (root / GERMAN).read_bytes()
    (root / GERMAN).write_bytes(content.replace(b"\n", b"\r\n").replace(b"Ihre", b"Eure"))
    commit(root)
    (root / GERMAN).write_bytes(b"\xff kein Text")
    commit(root)
    (root / GERMAN).write_bytes(content.replace("höchstens".encode(), b"genau"))
    assert CHANGED in diff(root, PAGE)


def test_a_renamed_page_keeps_its_history(root: Path) -> None:
    change(root / GERMAN, "ist höchstens", "ist genau")
    commit(root)
    for language in ("de", "ro", "bg"):
        git(root, "mv", f"docs/{language}/mietrecht/kaution.md", f"docs/{language}/mietrecht/sicherheit.md")
    commit(root)
    assert "+Die **Kaution**{term=kaution} ist genau" in diff(root, "docs/ro/mietrecht/sicherheit.md")


def test_a_version_of_another_branch_is_found(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "other")
    change(root / GERMAN, "ist höchstens", "ist genau")
    CliRunner().invoke(main, ["--root", str(root), "stamp", str(root / PAGE)])
    stamped = (root / PAGE).read_bytes()
    git(root, "checkout", "--quiet", "--", PAGE.replace("docs", "./docs"))
    commit(root)
    git(root, "checkout", "--quiet", "main")
    (root / PAGE).write_bytes(stamped)
    assert "-Die **Kaution**{term=kaution} ist genau" in diff(root, PAGE)


def test_a_version_that_a_merge_left_aside_is_found(root: Path) -> None:
    content = (root / GERMAN).read_bytes()
    git(root, "checkout", "--quiet", "-b", "other")
    change(root / GERMAN, "ist höchstens", "ist genau")
    CliRunner().invoke(main, ["--root", str(root), "stamp", str(root / PAGE)])
    commit(root)
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "x", "other")
    (root / GERMAN).write_bytes(content)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--amend", "--message", "x")
    git(root, "branch", "--quiet", "-D", "other")
    assert "-Die **Kaution**{term=kaution} ist genau" in diff(root, PAGE)


def test_an_unknown_stamp_is_said_in_german(root: Path) -> None:
    change(root / PAGE, "c39b208c5611", "000000000000")
    assert diff(root, PAGE) == (
        f"{PAGE}: veraltet. Zum Stempel „000000000000“ gibt es in git keine deutsche Fassung.\n"
        "    → Vergleichen Sie die ganze Übersetzung mit dem deutschen Text. Danach: course stamp\n"
    )


def test_a_shallow_copy_is_said_in_german(root: Path, tmp_path: Path) -> None:
    change(root / GERMAN, "ist höchstens", "ist genau")
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}", str(tmp_path / "copy"))
    found = diff(tmp_path / "copy/kurse/wohnen/course", PAGE)
    assert found.endswith("nicht auf diesem Rechner.\n    → Holen Sie alle Fassungen: git fetch --unshallow\n")


def test_no_git_and_no_repository_are_said_in_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_course(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    change(root / GERMAN, "ist höchstens", "ist genau")
    assert diff(root, PAGE) == (
        "Dieser Ordner hat keine früheren Fassungen: git kennt ihn nicht. Holen Sie den Kurs mit git clone.\n\n"
        f"{PAGE}: veraltet.\n"
    )
    assert shutil.which("git")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert diff(root, PAGE).startswith("Auf diesem Rechner fehlt das Programm git.")


def test_a_folder_of_somebody_else_is_said_in_german(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    change(root / GERMAN, "ist höchstens", "ist genau")
    assert "weil er einem anderen Benutzer gehört.\n    → Erlauben Sie es: git config" in diff(root, PAGE)


def test_a_hook_of_git_may_ask(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
    change(root / GERMAN, "ist höchstens", "ist genau")
    assert CHANGED in diff(root, PAGE)


def test_a_repository_without_any_version_is_said_in_german(tmp_path: Path) -> None:
    root = copy_course(tmp_path)
    git(tmp_path, "init", "--quiet")
    change(root / GERMAN, "ist höchstens", "ist genau")
    assert diff(root, PAGE).startswith("Es gibt noch keine frühere Fassung")


def test_what_cannot_be_compared_says_why(root: Path) -> None:
    change(root / PAGE, 'source: "c39b208c5611"\n', "")
    (root / GERMAN.replace("kaution", "index")).unlink()
    assert "kaution.md: ohne Stempel. " in diff(root, PAGE)
    assert "index.md: ohne deutsche Quelle. " in diff(root, PAGE.replace("kaution", "index"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (GERMAN, f"→ Zum Beispiel: course diff {PAGE}\n"),
        ("mkdocs.yml", "mkdocs.yml ist keine Übersetzung einer Seite oder von Fragen."),
        ("docs/ro/nichts.md", "docs/ro/nichts.md gibt es nicht."),
        ("../fremd.md", "fremd.md gehört nicht zu diesem Kurs."),
    ],
)
def test_a_wrong_file_is_answered_in_german(root: Path, name: str, said: str) -> None:
    (root.parent / "fremd.md").touch()
    assert said in diff(root, name)
