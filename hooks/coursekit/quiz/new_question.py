"""A new question in a German quiz file: a name that was never used, and every byte of the file kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from coursekit.errors import Problem, did_you_mean
from coursekit.languages import SOURCE
from coursekit.lessons import load_lessons
from coursekit.quiz.load import FOLDER
from coursekit.quiz.lock import read_lock
from coursekit.quiz.templates import template
from coursekit.schemas.files import modeline
from coursekit.sources.checked import ID_PATTERN, NAME_HINT
from coursekit.sources.page_file import read_page
from coursekit.sources.yaml_file import YamlFile, parse_yaml, read_yaml

_DASH = re.compile(r"^(?P<indent> *)-(?: |$)")


def file_of(lesson: str) -> str:
    """The German quiz file of a lesson, from the root of the course."""
    return f"{FOLDER}/{SOURCE}/{lesson}.yml"


def lessons(root: Path) -> tuple[str, ...]:
    """The lessons that a question can be written for, in the order of `data/lessons.yml`."""
    known, _ = load_lessons(root, [])
    return tuple(name for name in known.lessons if (root / f"docs/{SOURCE}/{name}.md").is_file()) if known else ()


def sections(root: Path, lesson: str) -> tuple[str, ...]:
    """The names of the headings of a lesson."""
    name = f"docs/{SOURCE}/{lesson}.md"
    page = read_page(root / name, name, [])
    return page.sections if page else ()


def used_ids(root: Path) -> set[str]:
    """Every name that a question has or ever had, also in files with mistakes."""
    lock = read_lock(root, [])
    found = set(lock.questions) | lock.retired
    for path in sorted((root / FOLDER / SOURCE).rglob("*.yml")):
        file = read_yaml(path, path.relative_to(root).as_posix(), [])
        if file and isinstance(file.data, dict):
            found |= set(_ids(file.data.get("questions"))) | set(_ids(file.data.get("retired")))
    return found


def free_id(root: Path, lesson: str) -> str:
    """A name for a question of `lesson` that nothing has had."""
    used, stem = used_ids(root), lesson.rpartition("/")[2]
    return next(name for number in range(1, len(used) + 2) if (name := f"{stem}-{number}") not in used)


def id_fault(root: Path, name: str) -> str:
    """Why a new question cannot be called `name`, in German; nothing where it can."""
    if not re.match(ID_PATTERN, name):
        return f"„{name}“ ist kein gültiger Name. {NAME_HINT}"
    if name in used_ids(root):
        return f"Den Namen „{name}“ hat oder hatte schon eine Frage. Ein Name wird nie wieder benutzt."
    return ""


def add_question(root: Path, lesson: str, kind: str, name: str, section: str) -> tuple[int, list[Problem]]:
    """Writes the template at the end of the questions of `lesson`; the line where it stands, or what prevents it."""
    path, file_name = root / file_of(lesson), file_of(lesson)
    known = sections(root, lesson)
    if not path.is_file():
        head = f"{modeline(file_name)}questions:\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((head + template(kind, name, section, known, "  ")).encode())
        return 3, []
    problems: list[Problem] = []
    file = read_yaml(path, file_name, problems)
    if file is None:
        return 0, problems
    if not isinstance(file.data, dict) or "questions" not in file.data:
        return 0, [_unusual(file)]
    lines = path.read_bytes().decode().splitlines(keepends=True)
    place = _end_of_questions(file, lines)
    before, after = "".join(lines[:place]), "".join(lines[place:])
    dashes = (_DASH.match(line) for line in lines[file.line("questions") :])
    indent = next((match["indent"] for match in dashes if match), "  ")
    gap = "" if before.endswith(("\n", "\r")) else "\n"
    gap += "\n" if lines[place - 1].strip() and file.data["questions"] else ""
    block = gap + template(kind, name, section, known, indent) + ("\n" if after else "")
    end = next((line[len(line.rstrip("\r\n")) :] for line in lines if line.endswith(("\r", "\n"))), "\n")
    text = before + block.replace("\n", end) + after
    if not _is_added(file, parse_yaml(re.sub("\r\n?", "\n", text), file_name, [])):
        return 0, [_unusual(file)]
    path.write_bytes(text.encode())
    return place + gap.count("\n") + before.endswith(("\n", "\r")), []


def lesson_named(root: Path, word: str) -> tuple[str, str]:
    """The lesson that `word` means (its name, its last part, or one of its files), or why there is none."""
    known = lessons(root)
    name = re.sub(rf"^(?:docs|{FOLDER})/{SOURCE}/|\.(?:md|yml)$", "", word)
    meant = [name] if name in known else [lesson for lesson in known if lesson.rpartition("/")[2] == name]
    if len(meant) == 1:
        return meant[0], ""
    return "", f"Die Lektion „{word}“ gibt es nicht. {did_you_mean(name, known)}".rstrip()


def _ids(entries: object) -> Iterator[str]:
    for entry in entries if isinstance(entries, tuple) else ():
        name = entry.get("id") if isinstance(entry, dict) else entry
        if isinstance(name, str):
            yield str(name)


def _end_of_questions(file: YamlFile, lines: list[str]) -> int:
    """How many lines stand before the place for a new question: all, or those before the next field and its comments."""
    after = [file.line(key) for key in file.data if file.line(key) > file.line("questions")]
    if not after:
        return len(lines)
    place = min(after) - 1
    while place and lines[place - 1].startswith("#"):
        place -= 1
    return place


def _unusual(file: YamlFile) -> Problem:
    message = "In diese Datei lässt sich keine Frage einsetzen."
    hint = "Sie beginnt mit questions: und hat darunter eine Zeile mit Strich für jede Frage."
    return Problem(file.name, file.line("questions"), message, hint)


def _is_added(old: YamlFile, new: YamlFile | None) -> bool:
    """Whether the new file has one question more at the end, and everything else as before."""
    if new is None:
        return False
    before, now = old.data["questions"] or (), new.data["questions"]
    rest = {key: value for key, value in old.data.items() if key != "questions"}
    if not isinstance(now, tuple) or rest != {key: value for key, value in new.data.items() if key != "questions"}:
        return False
    return len(now) == len(before) + 1 and now[:-1] == before
