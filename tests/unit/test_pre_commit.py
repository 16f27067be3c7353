"""A commit with a mistake is stopped with the words of the check, and a good one passes; nobody else is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.git_course import git
from tests.unit.golden import MINI, ROOT

CONFIG = ".pre-commit-config.yaml"
QUIZ = "quizzes/de/mietrecht/kaution.yml"


def program(*words: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("pre-commit")), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_configuration_is_valid_and_every_check_is_our_own() -> None:
    done = program("validate-config", CONFIG)
    assert done.returncode == 0, done.stdout
    text = (ROOT / CONFIG).read_text("utf-8")
    assert text.count("- repo:") == text.count("- repo: local")
    assert text.count("  entry:") == text.count("  language: system") == 3


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The mini course in a repository of its own, set up as `make commit-check` does it."""
    root = tmp_path / "course"
    shutil.copytree(MINI, root)
    for name in ("Makefile", CONFIG, "requirements.lock", "pyproject.toml", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, root / name)
    (root / ".venv").mkdir()
    (root / ".venv/bin").symlink_to(Path(sys.executable).parent)
    (root / ".venv/.ready").touch()
    (root / ".gitignore").write_text("/.venv/\n", "utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all", ".")
    git(root, "commit", "--quiet", "--message", "x")
    done = subprocess.run(["make", "commit-check"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Ab jetzt prüft git jede Änderung" in done.stdout
    return root


def commit(root: Path) -> subprocess.CompletedProcess[str]:
    settings = {"PRE_COMMIT_HOME": str(root.parent / "pre-commit"), "GIT_CONFIG_GLOBAL": os.devnull}
    people = {f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = ["git", "commit", "--quiet", "--all", "--message", "Änderung"]
    return subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, env=os.environ | settings | people
    )


def test_a_broken_question_is_not_committed_and_a_mended_one_is(project: Path) -> None:
    text = (project / QUIZ).read_text("utf-8")
    (project / QUIZ).write_text(text.replace("section: wie-hoch", "section: wie-hcoh", 1), "utf-8")
    stopped = commit(project)
    told = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1, told
    assert "Texte, Fragen und Angaben prüfen" in told
    assert f"{QUIZ}:5: Den Abschnitt „wie-hcoh“ gibt es in der Lektion nicht.\n    → Meinten Sie „wie-hoch“?" in told
    assert git(project, "log", "--format=%s").split() == ["x"]
    (project / QUIZ).write_text(text.replace("Wie hoch ist die Kaution höchstens?", "Wie hoch darf sie sein?"), "utf-8")
    assert commit(project).returncode == 0
    assert git(project, "log", "--format=%s").split() == ["Änderung", "x"]


def test_code_out_of_form_is_not_committed(project: Path) -> None:
    (project / "neu.py").write_text("import os\nx  = 1\n", "utf-8")
    git(project, "add", "neu.py")
    stopped = commit(project)
    assert stopped.returncode == 1
    assert "Form des Codes prüfen (ruff format)" in stopped.stdout + stopped.stderr
    assert "F401" in stopped.stdout + stopped.stderr
