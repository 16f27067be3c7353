"""Courses to measure: the same pages in plain Material, and our course grown large."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

from tests.conftest import ROOT, copy_project, run
from tests.invented import invented_page, invented_yaml, shifted

# Languages with Latin letters that Babel and Material know, beside the three of the course.
_MORE = ("es", "fr", "it", "pl", "hu", "pt", "tr")
LESSONS_A_MODULE = 6
_PLAIN = """site_name: Plain
site_url: http://127.0.0.1:8000/
nav: [{nav}]
theme:
  name: material
  font: false
markdown_extensions: [admonition, attr_list, sane_lists]
plugins:
  - i18n:
      docs_structure: folder
      reconfigure_search: false
      languages:
        - {{locale: de, name: Deutsch, default: true}}
        - {{locale: ro, name: Română}}
        - {{locale: bg, name: Български}}
"""


def plain_material(target: Path) -> Path:
    """The course's pages in Material as it comes, without questions, facts or search."""
    target.mkdir()
    shutil.copytree(ROOT / "docs", target / "docs")
    names = sorted(path.relative_to(target / "docs/de").as_posix() for path in (target / "docs/de").rglob("*.md"))
    (target / "mkdocs.yml").write_text(_PLAIN.format(nav=", ".join(names)), "utf-8")
    return target


def seconds(project: Path) -> float:
    """The fastest of three builds of the whole command."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        done = run("mkdocs", "build", cwd=project)
        times.append(time.perf_counter() - start)
        assert done.returncode == 0, done.stderr
    return min(times)


def check_seconds(project: Path, *options: str) -> float:
    """The fastest of three checks of the whole command."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        done = run("course", "check", *options, cwd=project)
        times.append(time.perf_counter() - start)
        assert done.returncode == 0, done.stderr
    return min(times)


def per_page(project: Path) -> float:
    """Seconds a page costs, without what a build costs before its first page."""
    empty = run_seconds_of_start()
    start = time.perf_counter()
    done = run("mkdocs", "build", cwd=project)
    took = time.perf_counter() - start
    assert done.returncode == 0, done.stderr[-2000:]
    pages = sum(1 for _ in (project / "site").rglob("index.html"))
    return max(took - empty, 0.001) / pages


def run_seconds_of_start() -> float:
    """What Python and mkdocs need before they build anything."""
    start = time.perf_counter()
    run("mkdocs", "--version")
    return time.perf_counter() - start


def grown_course(target: Path, lessons: int, languages: int) -> Path:
    """The course with its lessons copied until there are `lessons`, in `languages` languages."""
    copy_project(target)
    extra = _MORE[: languages - 3]
    _add_languages(target, extra)
    modules = [f"modul-{number}" for number in range(1, lessons // LESSONS_A_MODULE)]
    names = [f"{module}/kaution-{number}" for module in modules for number in range(LESSONS_A_MODULE)]
    for language in ("de", "ro", "bg", *extra):
        _copy_lessons(target, language, modules, names)
    nav = "".join(f"  - {module}/index.md\n" for module in modules) + "".join(f"  - {name}.md\n" for name in names)
    _insert(target / "mkdocs.yml", "  - mietrecht/kaution.md\n", nav)
    for entry, copies in (("mietrecht", modules), ("mietrecht/kaution", names)):
        text = (target / "data/lessons.yml").read_text("utf-8")
        found = re.search(rf"^  {entry}:\n(?:    .*\n)+", text, re.MULTILINE)
        assert found
        more = "".join(found[0].replace(f"{entry}:", f"{name}:") for name in copies)
        _insert(target / "data/lessons.yml", found[0], more)
    return target


def _copy_lessons(target: Path, language: str, modules: list[str], names: list[str]) -> None:
    folder = target / f"docs/{language}"
    for module in modules:
        (folder / module).mkdir()
        (target / f"quizzes/{language}/{module}").mkdir()
        shutil.copy(folder / "mietrecht/index.md", folder / module / "index.md")
    quiz = (target / f"quizzes/{language}/mietrecht/kaution.yml").read_text("utf-8")
    for number, name in enumerate(names, start=1):
        shutil.copy(folder / "mietrecht/kaution.md", folder / f"{name}.md")
        own = re.sub(r"^(  - id: |  )([a-z][a-z0-9-]+)(:?)$", rf"\g<1>n{number}-\g<2>\g<3>", quiz, flags=re.MULTILINE)
        (target / f"quizzes/{language}/{name}.yml").write_text(own, "utf-8")


def _add_languages(target: Path, extra: tuple[str, ...]) -> None:
    """Further languages in words of their own: a copy of Romanian would be told as one."""
    for by, language in enumerate(extra, start=1):
        word = shifted(by)
        for top, invent in (("docs", invented_page), ("quizzes", invented_yaml)):
            for path in (target / top / "ro").rglob("*.*"):
                copy = target / top / language / path.relative_to(target / top / "ro")
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_text(invent(path.read_text("utf-8"), word), "utf-8")
        for folder in ("glossary", "words"):
            text = (target / f"data/{folder}/ro.yml").read_text("utf-8")
            (target / f"data/{folder}/{language}.yml").write_text(invented_yaml(text, word), "utf-8")
    alts = "".join(f'        {name}: "…"\n' for name in extra)
    text = (target / "data/lessons.yml").read_text("utf-8")
    text = re.sub(
        r"^( +)(bg: .*\n)", lambda match: match[0] + alts.replace("        ", match[1]), text, flags=re.MULTILINE
    )
    (target / "data/lessons.yml").write_text(text, "utf-8")
    _insert(
        target / "mkdocs.yml",
        "          name: Български\n",
        "".join(f"        - locale: {name}\n          name: {name}\n" for name in extra),
    )


def _insert(file: Path, after: str, text: str) -> None:
    before = file.read_text("utf-8")
    assert before.count(after) == 1, after
    file.write_text(before.replace(after, after + text), "utf-8")
