"""What became of a mutation: harmless, or told in German with file and line; anything else is a fault of ours."""

from __future__ import annotations

import os
import re
import stat
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from coursekit.course import Course, load_course
from coursekit.errors import Problem

from tests.conftest import ROOT
from tests.mutations import built
from tests.mutations.kinds import Mutation
from tests.mutations.material import Files, lay

Result = Literal["harmless", "noticed", "reported there", "reported elsewhere", "fault"]
RESULTS: Final[tuple[Result, ...]] = ("harmless", "noticed", "reported there", "reported elsewhere", "fault")
CLOSE: Final = 4
_NOBODY = 65534
_COMPARED = ("data/words/de.yml", "quizzes/quiz.lock")
# Words of English messages; none of them is a German word, or one that our messages use.
_ENGLISH = re.compile(
    r"\b(?:the|is|not|must|should|could|cannot|can't|found|expected|unexpected|invalid|error|errors|missing"
    r"|while|line|column|value|values|input|string|integer|mapping|sequence|scalar|token|key|keys|unknown|permitted"
    r"|allowed|required|field required|None|True|False|Traceback|Errno|character|codec|decode|document|parser|object)\b"
)
_QUOTED = re.compile(r"„[^“]*“|<!--.*?-->|\"[^\"]*\"|[\w./*-]+\.(?:md|yml|svg|lock)\b|\b\w+: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """A mutation, what became of it, why it is a fault, what was told, and the seconds of one core it took to check."""

    mutation: Mutation
    result: Result
    why: str = ""
    told: tuple[Problem, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class Unbroken:
    """The course as it was: its files, itself, its notices and its site."""

    files: Files
    course: Course
    notices: frozenset[Problem]
    site: dict[built.Page, built.Shown]


def unbroken(root: Path, files: Files) -> Unbroken:
    """Lays the files and looks at what they make; the templates are those of the project."""
    lay(root, files)
    (root / "overrides").symlink_to(ROOT / "overrides")
    course, problems = load_course(root)
    assert course is not None, "\n".join(map(str, problems))
    return Unbroken(files, course, frozenset(problems), built.site(course))


@contextmanager
def broken_course(root: Path, before: Unbroken, mutation: Mutation) -> Iterator[None]:
    """The course with the mutation in it; whole again afterwards."""
    _write(root, mutation.broken.changes)
    try:
        if mutation.broken.act:
            mutation.broken.act(root)
        yield
    finally:
        if mutation.broken.act:
            for path in [root, *root.rglob("*")]:
                if not path.is_symlink() and not stat.S_IMODE(path.stat().st_mode) & 0o400:
                    path.chmod(0o755 if path.is_dir() else 0o644)
            lay(root, before.files)
        else:
            _write(root, {name: before.files.get(name) for name in mutation.broken.changes})


def _write(root: Path, changes: Mapping[str, bytes | None]) -> None:
    for name, content in changes.items():
        if content is None:
            (root / name).unlink()
        else:
            (root / name).write_bytes(content)


@contextmanager
def anybody() -> Iterator[None]:
    """Without the rights of the system's owner, for whom no permission holds."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def judge(root: Path, before: Unbroken, mutation: Mutation) -> Outcome:
    """Breaks the course, checks it, looks at what was told or what would be built, and mends it again."""
    with broken_course(root, before, mutation):
        start = time.process_time()
        try:
            with anybody():
                course, problems = load_course(root)
        except BaseException as error:
            return Outcome(mutation, "fault", f"{type(error).__name__}: {error}")
        seconds = time.process_time() - start
        told = tuple(problem for problem in problems if problem not in before.notices)
        why = _badly_told(root, told)
        if why:
            return Outcome(mutation, "fault", why, told, seconds)
        if course is None:
            near = _is_near(before, mutation, told)
            # Told by comparison: which of the two files is right, nobody can tell.
            if mutation.kind.near and not near and mutation.broken.file not in _COMPARED:
                return Outcome(mutation, "fault", "told too far off", told, seconds)
            return Outcome(mutation, "reported there" if near else "reported elsewhere", "", told, seconds)
        try:
            why = _hole(before, course, mutation, told)
        except BaseException as error:
            why = f"building: {type(error).__name__}: {error}"
        return Outcome(mutation, "fault" if why else "noticed" if told else "harmless", why, told, seconds)


def _badly_told(root: Path, told: tuple[Problem, ...]) -> str:
    for problem in told:
        text = f"{problem.message}\n{problem.hint}"
        english = _ENGLISH.search(_QUOTED.sub("", text))
        if english:
            return f"English „{english[0]}“: {problem}"
        if not re.match(r"(Hinweis: )?[^:\n]+:\d+: \S", str(problem)) or problem.line < 1 or not problem.message:
            return f"not path:line: message: {problem}"
        if len(text) > 1500:
            return f"too long to read: {text[:200]} …"
        path = root / problem.path
        if path.is_file() and problem.line > path.read_bytes().replace(b"\r", b"\n").count(b"\n") + 2:
            return f"a line beyond the end: {problem}"
    if len(told) > 400:
        return f"{len(told)} problems at once"
    return ""


def span(before: bytes, after: bytes) -> tuple[int, int]:
    """The first and the last line of `after` that differ from `before`, counted from 1."""
    old, new = (re.split(rb"\r\n|\r|\n", content) for content in (before, after))
    first = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    same = 0
    while same < min(len(old), len(new)) - first and old[-1 - same] == new[-1 - same]:
        same += 1
    return first + 1, max(len(new) - same, first + 1)


def _is_near(before: Unbroken, mutation: Mutation, told: tuple[Problem, ...]) -> bool:
    """Whether something was told of the broken file close to the breakage, or elsewhere naming this file."""
    for name, content in mutation.broken.changes.items():
        here = [problem.line for problem in told if problem.path == name]
        if mutation.broken.act or content is None:
            if here:
                return True
            continue
        first, last = span(before.files.get(name, b""), content)
        if any(first - CLOSE <= line <= last + CLOSE for line in here):
            return True
    return any(mutation.broken.file in f"{problem.message} {problem.hint}" for problem in told)


def _hole(before: Unbroken, course: Course, mutation: Mutation, told: tuple[Problem, ...]) -> str:
    """What is gone from the site although nobody took it out of the file; nothing where all is there."""
    if _parts(course) == _parts(before.course):
        return ""
    gone = Counter[str]()
    for name in mutation.broken.changes:
        there = (course.root / name).is_file()
        after = (course.root / name).read_bytes() if there else b""
        gone += built.words(before.files.get(name, b"").decode("utf-8", "replace"))
        gone -= built.words(after.decode("utf-8-sig", "replace"))
    noticed = {problem.path for problem in told}
    for page, old in before.site.items():
        if page[0] not in course.order:
            return f"page {page} gone"
        new = built.shown(course, *page)
        lost = {word: number for word, number in (old.words - new.words).items() if word not in gone}
        fewer = old.elements - new.elements
        if (lost or fewer) and not (mutation.kind.edit or noticed & mutation.broken.changes.keys()):
            return f"{page} lost {dict(list(lost.items())[:12])} {dict(fewer)}"
    return ""


def _parts(course: Course) -> list[object]:
    """What the site is made of, without the lines."""
    return [
        course.order,
        course.outline,
        course.lessons,
        course.values,
        course.glossary,
        course.words,
        [[(name, page.front, page.body) for name, page in pages.items()] for pages in course.pages.values()],
        [(quiz.questions, quiz.retired, quiz.translations) for quiz in course.quizzes.values()],
        [path.read_bytes() for path in sorted((course.root / "docs/assets").rglob("*.svg"))],
    ]
