"""Golden cases: what a test needs of the mini course and of the files below `cases/`.

`GOLDEN=write pytest tests/unit` writes what the code says now into the cases. Read every change before you keep it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any, Final

from coursekit.course import load_course
from coursekit.errors import Problem
from coursekit.question_lint.lint import lint
from coursekit.site_settings import read_settings
from ruamel.yaml.cyaml import CSafeLoader

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
MINI: Final = HERE / "mini_course"
MINI_LANGUAGES: Final = read_settings(MINI, []).languages
CASES: Final = HERE / "cases"

_CHANGES = {"replace", "write", "hex", "delete"}


def read_case(path: Path) -> Any:
    """The values of a case file."""
    return CSafeLoader(path.read_text("utf-8")).get_single_data()


def case_files(folder: str) -> list[Path]:
    """All cases of a folder; a folder without any is a mistake."""
    files = sorted((CASES / folder).glob("*.yml"))
    assert files, f"no cases in {folder}"
    return files


def copy_course(target: Path) -> Path:
    """A mini course of one's own, to be broken."""
    return Path(shutil.copytree(MINI, target / "course"))


def apply_case(root: Path, path: Path) -> None:
    """Changes the course at `root` as the case says; a text to be replaced must stand there exactly once."""
    case = read_case(path)
    assert case["what"]
    assert _CHANGES & case.keys(), f"{path.name} changes nothing"
    assert not case.keys() - _CHANGES - {"what", "expected"}, f"{path.name} has unknown keys"
    for change in case.get("replace", ()):
        file = root / change["file"]
        text = file.read_bytes().decode("utf-8")
        count = text.count(change["old"])
        assert count == 1, f"{path.name}: in {change['file']} this stands {count} times: {change['old']!r}"
        file.write_bytes(text.replace(change["old"], change["new"]).encode("utf-8"))
    for name, text in case.get("write", {}).items():
        _write(root / name, text.encode("utf-8"))
    for name, digits in case.get("hex", {}).items():
        _write(root / name, bytes.fromhex(digits))
    for name in case.get("delete", ()):
        (root / name).unlink()


def found_problems(root: Path) -> tuple[Problem, ...]:
    """Every problem of the course at `root`; there is a course where none is an error, and only there."""
    course, problems = load_course(root)
    assert (course is None) == any(problem.level == "error" for problem in problems)
    return problems


def told_problems(root: Path) -> tuple[Problem, ...]:
    """What `course check` tells of the course at `root`: every problem, and where there is a course, its findings."""
    course, problems = load_course(root)
    return (*problems, *(lint(course) if course else ()))


def expect(path: Path, found: Any, written: str) -> None:
    """Compares `found` with what the case expects; `written` is how it stands in the file, as YAML."""
    if os.environ.get("GOLDEN") == "write":
        head = path.read_text("utf-8").partition("\nexpected:")[0].rstrip("\n")
        path.write_text(f"{head}\nexpected:{written}\n", "utf-8")
    case = read_case(path)
    assert found == case["expected"], case["what"]


def as_block(text: str, indent: int) -> str:
    """`text` as a YAML block, indented by `indent` spaces."""
    return "|-\n" + "\n".join(" " * indent + line if line else "" for line in text.split("\n"))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
