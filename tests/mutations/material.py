"""The real course in small: one lesson with everything around it, cut out of the files that are published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.conftest import ROOT

Files = Mapping[str, bytes]
# This lesson has questions of all six types, a letter, pictures, examples, lists, terms, facts and places.
LESSON: Final = "mietrecht/kaution"
# Pages like the others, or with links to lessons that are away.
_PLAIN_PAGES: Final = {"impressum", "datenschutz", "speichern", "barrierefreiheit", "hilfe", "hundert-tage"}
FOLDERS: Final = ("data", "docs", "quizzes")


def real_course() -> dict[str, bytes]:
    """Every file of the course by its path."""
    found = {"mkdocs.yml": (ROOT / "mkdocs.yml").read_bytes()}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                found[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    return found


def small_course() -> dict[str, bytes]:
    """The real course without its other lessons: a twelfth of a second to check, so that hundreds can be broken."""
    files = real_course()
    names = {name.split("/", 2)[2].rpartition(".")[0] for name in files if name.startswith("quizzes/de/")}
    away = names - {LESSON} | _PLAIN_PAGES
    for name in list(files):
        if re.match(r"(docs|quizzes)/\w+/", name) and name.split("/", 2)[2].rpartition(".")[0] in away:
            del files[name]
    nav = "|".join(re.escape(name) for name in sorted(away))
    files["mkdocs.yml"] = re.sub(rb"(?m)^  - (?:" + nav.encode() + rb")\.md\n", b"", files["mkdocs.yml"])
    block = rb"(?m)^  (?:" + nav.encode() + rb"):\n(?:    .*\n)+\n?"
    files["data/lessons.yml"] = re.sub(block, b"", files["data/lessons.yml"])
    files["quizzes/quiz.lock"] = _lock_of(files["quizzes/quiz.lock"], files[f"quizzes/de/{LESSON}.yml"])
    return files


def _lock_of(lock: bytes, quiz: bytes) -> bytes:
    """The lock with the questions of one file alone."""
    ids = set(re.findall(r"(?m)^  - id: (\S+)$", quiz.decode()))
    data = json.loads(lock)
    rows = [f"    {json.dumps(name)}: {json.dumps(value)}" for name, value in data["questions"].items() if name in ids]
    return ('{\n  "questions": {\n' + ",\n".join(rows) + '\n  },\n  "retired": []\n}\n').encode()


def lay(root: Path, files: Files) -> None:
    """Makes what stands below `root` these files and nothing else; only what differs is touched."""
    for path in _strangers(root, files):
        path.unlink()
    for name, content in files.items():
        path = root / name
        for folder in reversed([parent for parent in path.parents if parent.is_relative_to(root)]):
            if not folder.is_dir():
                folder.unlink(missing_ok=True)
                folder.mkdir()
        if path.is_dir():
            path.rmdir()
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)


def _strangers(root: Path, files: Files) -> Iterator[Path]:
    """Files and links that are not part of the course; folders that hold none of it are taken away on the way."""
    wanted = {parent.as_posix() for name in files for parent in Path(name).parents}
    for top in (*FOLDERS, "mkdocs.yml"):
        for path in sorted([root / top, *(root / top).rglob("*")], reverse=True):
            name = path.relative_to(root).as_posix()
            if path.is_symlink() or path.is_file():
                if path.is_symlink() or name not in files:
                    yield path
            elif path.is_dir() and name not in wanted and not any(path.iterdir()):
                path.rmdir()
