"""The real course broken in at least 300 ways: harmless, or told in German with file and line; never anything else.

`MUTATIONS=3000 MUTATIONS_SEED=x pytest tests/mutations` breaks it in more and other ways;
`python -m tests.bench mutations` prints the table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from coursekit.cli import main
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import run
from tests.mutations.kinds import KINDS, Mutation, mutations
from tests.mutations.material import Files, real_course, small_course
from tests.mutations.outcome import Unbroken, broken_course, judge, unbroken
from tests.mutations.table import COUNT, SEED, SOURCES, faults, public_folder

# Far above any check of so small a course, also on a slow machine; the ratio stands in `make bench`.
_MOST_SECONDS = 10.0
_COMMANDS = (["check"], ["check", "--complete"], ["status"], ["facts"], ["diff"], ["stamp"], ["lock"], ["check", "--format", "gitlab"])  # fmt: skip
# What a person sees in the terminal, and what a build makes of it: one of each sort of file and of harm.
_SHOWN = (
    "Latin-1", "UTF-16 with BOM", "emptied", "conflict markers", "Windows line ends", "deep nesting", "a folder where a file should be",
    "a link that leads to itself", "a file that nobody may read", "quiz.lock: another shape", "a drawing: cut", "mkdocs.yml: a tab",
)  # fmt: skip
_HARMLESS = (
    "Windows line ends", "old Mac line ends", "letters and accents apart (NFD)", "a right-to-left mark in a text", "leftovers of editors",
)  # fmt: skip
_STOPPED = (
    "a script",
    "a drawing: cut",
    "deep nesting",
    "a link that leads nowhere",
    "mkdocs.yml: a part gone",
    "a stamp of other signs",
)


@pytest.fixture(scope="module")
def course() -> Iterator[tuple[Path, Unbroken]]:
    """The small course, and how it is when nothing is broken."""
    with public_folder() as folder:
        yield folder, unbroken(folder, small_course())


def _one(files: Files, kind: str, fits: Callable[[str], bool] = bool) -> Mutation:
    """The first mutation of a kind in a file that fits."""
    made = (KINDS[kind].make(Random(f"{kind}/{number}"), files) for number in range(1000))
    return next(Mutation(KINDS[kind], 0, broken) for broken in made if broken and fits(broken.file))


def test_the_list_is_long_and_the_same_each_time() -> None:
    assert all(source.__doc__ for source in SOURCES)
    files = small_course()
    first, second = ([str(found) for found in mutations(files, 300, "a")] for _ in range(2))
    assert first == second
    assert len(set(first)) >= 300
    assert first != [str(found) for found in mutations(files, 300, "b")]
    assert {found.kind.name for found in mutations(files, len(KINDS) * 6, SEED)} == KINDS.keys()


def test_every_breakage_is_harmless_or_told(course: tuple[Path, Unbroken]) -> None:
    root, before = course
    outcomes = [judge(root, before, mutation) for mutation in mutations(before.files, COUNT, SEED)]
    assert len(outcomes) >= 300
    assert not faults(outcomes), faults(outcomes)
    assert max(outcome.seconds for outcome in outcomes) < _MOST_SECONDS


@pytest.mark.parametrize("kind", _SHOWN)
def test_every_command_survives(course: tuple[Path, Unbroken], kind: str) -> None:
    root, before = course
    with broken_course(root, before, _one(before.files, kind)):
        for words in _COMMANDS:
            done = CliRunner().invoke(main, ["--root", str(root), *words])
            assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.exception)
            assert done.exit_code in (0, 1), (words, done.output)
            assert "Traceback" not in done.output


@pytest.mark.parametrize("kind", _SHOWN[::4])
def test_the_program_ends_without_a_traceback(course: tuple[Path, Unbroken], kind: str) -> None:
    root, before = course
    with broken_course(root, before, _one(before.files, kind)):
        done = run("course", "--root", str(root), "check")
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr


def test_a_build_with_every_harmless_breakage_has_no_hole(project: Path, site: Path) -> None:
    files = real_course()
    taken: set[str] = set()
    for kind in _HARMLESS:
        # Each breaks a file of its own: they stand side by side in one build.
        mutation = _one(files, kind, lambda name: name.startswith("docs/") and name not in taken)
        taken.add(mutation.broken.file)
        _apply(project, mutation)
    built = run("mkdocs", "build", "--strict", cwd=project)
    assert built.returncode == 0, built.stderr
    pages = {path.relative_to(site) for path in site.rglob("*.html")}
    assert pages == {path.relative_to(project / "site") for path in (project / "site").rglob("*.html")}
    for page in pages:
        assert _read(project / "site" / page) == _read(site / page), page


@pytest.mark.parametrize("kind", _STOPPED)
def test_a_build_of_a_broken_course_stops_with_what_the_check_says(project: Path, kind: str) -> None:
    _apply(project, _one(real_course(), kind))
    built = run("mkdocs", "build", "--strict", cwd=project)
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert not (project / "site").is_dir()
    checked = run("course", "check", cwd=project)
    assert checked.returncode == 1
    if not kind.startswith("mkdocs.yml"):  # what mkdocs says of its own settings comes first
        assert checked.stderr.strip().splitlines()[-1] in built.stderr


def _apply(project: Path, mutation: Mutation) -> None:
    for name, content in mutation.broken.changes.items():
        if content is None:
            (project / name).unlink()
        else:
            (project / name).write_bytes(content)
    if mutation.broken.act:
        mutation.broken.act(project)


def _read(path: Path) -> tuple[str, int]:
    """What people read on a page, and how much of it is drawn or tapped."""
    tree = LexborHTMLParser(path.read_text("utf-8"))
    assert tree.body is not None
    text = unicodedata.normalize("NFC", tree.body.text(separator=" ")).replace("\u200f", "")
    return " ".join(text.split()), len(tree.css("*"))
