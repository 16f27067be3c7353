"""The built site read once more: what no single page can know, and what a silent failure would hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address

_HOST = "http://site.invalid/"
# What makes a browser ask for a file; a link is only followed by a person.
_FETCHED = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "use": "href",
}
_LEFT_OVER = re.compile(r"data-slot=|<!--\s*(?:quiz|question)|\{\{|\}\}|\{term=|data-term=")


def check_site(site: Path, course: Course, site_url: str) -> list[Problem]:
    """Every page exists in every language, every marker became a quiz, every link and anchor leads somewhere."""
    base = urlsplit(site_url).path or "/"
    trees = {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    anchors = {name: {str(node.attributes["id"]) for node in tree.css("[id]")} for name, tree in trees.items()}
    problems = [*_missing(site, course, trees), *_staff(course, trees)]
    for name, tree in trees.items():
        html = (site / name).read_text("utf-8")
        for match in _LEFT_OVER.finditer(html):
            problems.append(
                _problem(
                    name,
                    f"Auf der Seite ist „{match[0]}“ übrig geblieben.",
                    "Aus diesem Zeichen ist nichts geworden: Schreibweise im Text prüfen.",
                )
            )
        problems.extend(_inline(name, tree))
        problems.extend(_requests(name, tree))
        problems.extend(_links(site, name, tree, anchors, base))
    return problems


def _problem(name: str, message: str, hint: str) -> Problem:
    return Problem(f"site/{name}", 1, message, hint)


def _missing(site: Path, course: Course, trees: dict[str, LexborHTMLParser]) -> Iterator[Problem]:
    for language in course.languages.published:
        for name in (*course.order, *(course.staff if language == SOURCE else ())):
            path = f"{address(name, language)}index.html"
            tree = trees.get(path)
            if tree is None:
                yield _problem(
                    path,
                    "Diese Seite ist nicht gebaut worden.",
                    f"Gibt es docs/de/{name}.md, und steht die Sprache „{language}“ in mkdocs.yml?",
                )
                continue
            asked = {question.id for question in course.quizzes[name].questions} if name in course.quizzes else set()
            there = [str(node.attributes["data-question"]) for node in tree.css("form[data-question]")]
            if sorted(there) != sorted(asked):
                yield _problem(
                    path,
                    "Auf der Seite stehen nicht alle ihre Fragen genau einmal.",
                    f"Erwartet: {len(asked)}, gefunden: {len(there)}.",
                )
            html = tree.css_first("html")
            if html is None or html.attributes.get("lang") != language:
                yield _problem(
                    path, "Die Seite sagt nicht, in welcher Sprache sie ist.", f'Erwartet: lang="{language}".'
                )


def _staff(course: Course, trees: dict[str, LexborHTMLParser]) -> Iterator[Problem]:
    """Pages for staff are there in German alone."""
    for name in course.staff:
        for language in course.languages.published:
            path = f"{address(name, language)}index.html"
            if language != SOURCE and path in trees:
                message = "Diese Seite darf es nur auf Deutsch geben."
                yield _problem(path, message, "Sorgt hooks/staff_hook.py noch dafür?")


def _inline(name: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """The security policy drops what stands inline, so it must not be there."""
    if tree.css("[style], style, script:not([src])"):
        yield _problem(
            name,
            "Auf der Seite steht ein Stil oder ein Skript, das der Browser nicht ausführen darf.",
            "Stile und Skripte stehen in overrides/components.",
        )


def _requests(name: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    for tag, attribute in _FETCHED.items():
        for node in tree.css(f"{tag}[{attribute}]"):
            target = str(node.attributes[attribute])
            if urlsplit(target).netloc or target.startswith("data:"):
                yield _problem(
                    name,
                    f"Die Seite lädt etwas von einem anderen Ort: {target}",
                    "Alles, was die Seite braucht, liegt bei ihr.",
                )


def _links(site: Path, name: str, tree: LexborHTMLParser, anchors: dict[str, set[str]], base: str) -> Iterator[Problem]:
    here = urljoin(_HOST, base.lstrip("/") + name.removesuffix("index.html"))
    for tag, attribute in (("a", "href"), *_FETCHED.items()):
        for node in tree.css(f"{tag}[{attribute}]"):
            target = str(node.attributes[attribute] or "")
            parts = urlsplit(urljoin(here, target))
            if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(_HOST).netloc:
                continue
            path = unquote(parts.path).removeprefix(base)
            file = f"{path}index.html" if path.endswith("/") or not path else path
            if not (site / file).is_file():
                yield _problem(name, f"Der Link „{target}“ führt ins Leere.", "Heißt die Seite noch so?")
            elif parts.fragment and file in anchors and unquote(parts.fragment) not in anchors[file]:
                yield _problem(
                    name,
                    f"Der Link „{target}“ führt zu einer Stelle, die es nicht gibt.",
                    "Heißt der Abschnitt noch so?",
                )
