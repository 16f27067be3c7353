"""An amount changed in data/facts.yml alone stands changed on every page and in every question, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from coursekit.course import Course, load_course
from coursekit.languages import SOURCE
from coursekit.text.placeholders import facts_in
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import run

FACT, BEFORE, NOW = "kuendigungsfrist-mieter", 3, 4711


def words(path: Path) -> str:
    main = LexborHTMLParser(path.read_text("utf-8")).css_first("main")
    assert main is not None
    return main.text()


def page_file(site: Path, language: str, name: str) -> Path:
    inside = "" if language == SOURCE else f"{language}/"
    return site / f"{inside}{name.removesuffix('index')}" / "index.html"


def test_every_lesson_and_question_follows(
    project: Path, course: Course, change: Callable[[str, str, str], None]
) -> None:
    facts = (project / "data/facts.yml").read_text("utf-8")
    found = re.search(rf"(?m)^{FACT}:\n  statement: .*\n  value: {BEFORE}\n", facts)
    assert found is not None
    change("data/facts.yml", found[0], found[0].replace(f"value: {BEFORE}\n", f"value: {NOW}\n"))
    quiz = course.quizzes["mietrecht/kuendigung"]
    question = next(question for question in quiz.questions if FACT in question.facts)
    for language in course.languages.codes:
        name = f"quizzes/{language}/mietrecht/kuendigung.yml"
        text = (project / name).read_text("utf-8")
        mine = text.index(f"{question.id}")
        start = text.index('explanation: "', mine) + len('explanation: "')
        (project / name).write_text(f"{text[:start]}{{{{ fact.{FACT} }}}} ! {text[start:]}", "utf-8")
    assert run("course", "stamp", cwd=project).returncode == 0
    built = run("mkdocs", "build", "--strict", cwd=project)
    assert built.returncode == 0, built.stderr
    written = 0
    for language in course.languages.published:
        number = "4711" if language == "bg" else "4.711"
        for name, page in course.pages[language].items():
            times = len(re.findall(rf"fact\.{FACT} ", page.body))
            times += name == "mietrecht/kuendigung"  # the explanation of the question
            assert words(page_file(project / "site", language, name)).count(number) >= times, (language, name)
            written += times
    assert written >= 2 * len(course.languages.published)
    assert any(FACT in facts_in(page.body) for page in course.pages[SOURCE].values())


def test_what_cannot_follow_is_listed(project: Path, course: Course) -> None:
    path = project / "data/facts.yml"
    text = re.sub(rf"(?m)(^{FACT}:\n  statement: .*\n  value: ){BEFORE}$", rf"\g<1>{20}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    loaded, problems = load_course(project)
    assert loaded is not None, problems
    told = [problem for problem in problems if FACT in problem.hint]
    asked = {
        f"quizzes/{SOURCE}/{quiz.lesson}.yml"
        for quiz in course.quizzes.values()
        for question in quiz.questions
        if FACT in question.facts
    }
    assert asked
    assert asked <= {problem.path for problem in told}
    # „3 luni“ becomes „20 de luni“.
    forms = {problem.path for problem in told if "andere Form" in problem.message}
    assert forms == {page.name for page in course.pages["ro"].values() if FACT in facts_in(page.body)}
    assert all((project / problem.path).is_file() and problem.line > 1 for problem in told)
