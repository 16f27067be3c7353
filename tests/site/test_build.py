"""Builds that fail, builds that must not, and the same site by another builder."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from coursekit.course import load_course
from coursekit.publish.site_check import check_site

from tests.conftest import run

Change = Callable[[str, str, str], None]
QUIZ = "quizzes/de/mietrecht/kaution.yml"


def assert_same_pages(one: Path, other: Path) -> None:
    """Both sites have the same pages, byte by byte."""
    names = sorted(path.relative_to(one) for path in one.rglob("*.html"))
    assert names == sorted(path.relative_to(other) for path in other.rglob("*.html"))
    for name in names:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_a_mistake_stops_the_strict_build_with_the_words_of_the_check(project: Path, change: Change) -> None:
    change(QUIZ, "section: raten", "section: ratn")
    change("docs/ro/mietrecht/kaution.md", "{{ fact.kaution-max }}", "{{ fact.kaution-maks }}")
    built = run("mkdocs", "build", "--strict", cwd=project)
    checked = run("course", "check", cwd=project)
    assert built.returncode != 0
    assert checked.returncode != 0
    for told in (built.stderr, checked.stderr):
        assert re.search(rf"{QUIZ}:\d+: Den Abschnitt „ratn“ gibt es in der Lektion nicht\.", told)
        assert "Meinten Sie „raten“?" in told
        assert "docs/ro/mietrecht/kaution.md" in told
        assert "Meinten Sie „kaution-max“?" in told
        assert "Traceback" not in told
    assert not (project / "site" / "index.html").exists()


def test_an_untranslated_page_and_question_appear_in_german_and_stop_nobody(project: Path, change: Change) -> None:
    (project / "docs/bg/mietrecht/kaution.md").unlink()
    text = (project / "quizzes/ro/mietrecht/kaution.yml").read_text("utf-8")
    first = text.index("  kaution-hoehe:")
    second = text.index("  kaution-bar-morgen:")
    (project / "quizzes/ro/mietrecht/kaution.yml").write_text(text[:first] + text[second:], "utf-8")
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    html = (project / "site/bg/mietrecht/kaution/index.html").read_text("utf-8")
    assert '<html lang="bg">' in html
    assert '<h1 lang="de">Kaution und Einzug</h1>' in html
    assert '<div class="text" lang="de">' in html
    assert "Тази страница" in html
    html = (project / "site/ro/mietrecht/kaution/index.html").read_text("utf-8")
    assert re.search(r'id="frage-kaution-hoehe"[^>]* lang="de"', html)
    done = run("course", "check", "--complete", cwd=project)
    assert done.returncode != 0
    assert "docs/bg/mietrecht/kaution.md:1: Diese Seite fehlt auf Български." in done.stderr
    assert "Die Frage „kaution-hoehe“ fehlt auf Română." in done.stderr


def test_a_change_of_german_stops_nobody_and_is_told_to_readers(project: Path, change: Change) -> None:
    change("docs/de/mietrecht/kaution.md", "## Der teuerste Fehler {#fehler}", "## Das kostet am meisten {#teuer}")
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    html = (project / "site/ro/mietrecht/kaution/index.html").read_text("utf-8")
    assert "Textul german este mai nou" in html


def test_what_a_builder_silently_leaves_out_is_found_in_the_output(site: Path, project: Path) -> None:
    course, _ = load_course(project)
    assert course is not None
    assert check_site(site, course, "http://127.0.0.1:8000/") == []
    faults = {
        "mietrecht/kaution/index.html": ('<form class="q" id="frage-kaution-hoehe"', "<div", "nicht alle ihre Fragen"),
        "ro/mietrecht/index.html": ('href="kaution/"', 'href="kautiun/"', "führt ins Leere"),
        "bg/mietrecht/kaution/index.html": ('href="#ueben"', 'href="#uben"', "zu einer Stelle, die es nicht gibt"),
        "hilfe/index.html": ('rel="icon" href="', 'rel="icon" href="https://example.org/', "von einem anderen Ort"),
        "ro/index.html": ("<h1>", "<h1>{{ fact.x }}", "übrig geblieben"),
        "bg/index.html": ("<h1>", '<h1 style="color:red">', "nicht ausführen darf"),
        "index.html": ('<html lang="de">', '<html lang="ro">', "in welcher Sprache"),
    }
    for name, (old, new, message) in faults.items():
        before = (site / name).read_text("utf-8")
        assert old in before, (name, old)
        (site / name).write_text(before.replace(old, new, 1), "utf-8")
        found = [str(problem) for problem in check_site(site, course, "http://127.0.0.1:8000/")]
        (site / name).write_text(before, "utf-8")
        assert any(message in problem and name in problem for problem in found), (name, found)


def test_the_site_works_below_any_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/kurs/wohnen/")
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    for page in (project / "site").rglob("index.html"):
        assert not re.search(r'(?:href|src)="/', page.read_text("utf-8")), page
    assert 'href="/kurs/wohnen/assets/' in (project / "site/404.html").read_text("utf-8")


def test_properdocs_builds_the_same_site(site: Path, project: Path) -> None:
    """The way out of mkdocs 1.6.1, which nobody maintains any more."""
    done = run("properdocs", "build", "--strict", "--config-file", "mkdocs.yml", cwd=project)
    assert done.returncode == 0, done.stderr
    assert_same_pages(project / "site", site)


def test_under_serve_a_mistake_is_shown_in_the_browser_until_it_is_mended(project: Path, change: Change) -> None:
    change(QUIZ, "section: raten", "section: ratn")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).parent / "mkdocs"
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [str(program), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=os.environ | quiet
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}/"
            shown = _until(address + "mietrecht/kaution/", "zu ändern")
            assert "Den Abschnitt „ratn“ gibt es in der Lektion nicht." in shown
            assert f"{QUIZ}, Zeile" in shown
            assert "Den Abschnitt „ratn“" in _until(address, "zu ändern")
            change(QUIZ, "section: ratn", "section: raten")
            assert "Wie hoch?" in _until(address + "mietrecht/kaution/", "Kaution und Einzug")
        finally:
            server.terminate()
            told = server.stderr.read().decode() if server.stderr else ""
    assert "Traceback" not in told


def _until(address: str, words: str) -> str:
    """What the server answers once `words` stand in it; fails after 30 seconds."""
    text = ""
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as error:
            text = error.read().decode()
        except OSError:
            text = ""
        if words in text:
            return text
        time.sleep(0.25)
    raise AssertionError(f"{words!r} never came: {text[:500]}")


def test_a_language_that_is_being_prepared_changes_nothing_on_the_site(project: Path, site: Path) -> None:
    laid = run("course", "new-language", "uk", cwd=project)
    assert laid.returncode == 0, laid.stderr
    # Real sentences: the first page of a language shares many words with a sister language and few with itself.
    page = """---
title: Слова
goal: Тут ви знайдете німецькі слова з курсу.
---

## Так вони стоять у листах {#liste}

Ці слова стоять у листах, у договорах і в оголошеннях. Вам не треба їх вимовляти. Добре, якщо ви їх впізнаєте.
Тоді ви знаєте, про що йдеться, і на що треба відповісти.
"""
    (project / "docs/uk/woerter.md").write_text(page, "utf-8")
    built = run("mkdocs", "build", "--strict", cwd=project)
    assert built.returncode == 0, built.stderr
    assert_same_pages(project / "site", site)
