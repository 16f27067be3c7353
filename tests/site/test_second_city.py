"""Another city has its own course by changing data/city.yml alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from coursekit.city import City, load_city
from coursekit.course import Course, load_course
from coursekit.sources.yaml_file import read_yaml
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT, run

SECOND = Path(__file__).parent / "second_city.yml"
# What people make of the name in other letters and forms; the city's own adjective with it.
NAMES_OF_THE_FIRST = re.compile(r"hagen|хаген", re.IGNORECASE)


def own_words(city: City) -> set[str]:
    """Every word that only this city's file may say and a page may show."""
    places = [
        getattr(place, field) for place in city.places.values() for field in ("name", "phone", "address", "website")
    ]
    return {word for word in (city.name, city.operator, city.course, city.certificate, *places) if word}


def test_the_second_city_has_what_the_first_one_has() -> None:
    first, second = (read_yaml(path, path.name, []) for path in (ROOT / "data/city.yml", SECOND))
    assert first is not None
    assert second is not None
    assert first.data["places"].keys() == second.data["places"].keys()
    assert first.data["legal"].keys() == second.data["legal"].keys()


def test_with_another_city_nothing_of_the_first_one_is_left(project: Path, course: Course) -> None:
    shutil.copy(SECOND, project / "data/city.yml")
    built = run("mkdocs", "build", "--strict", cwd=project)
    assert built.returncode == 0, built.stderr
    second = load_city(project, [])
    assert second is not None
    assert not own_words(second) & own_words(course.city)
    files = [path for path in (project / "site").rglob("*") if path.is_file() and path.suffix not in (".gz", ".webp")]
    assert len([path for path in files if path.suffix == ".html"]) > 3 * len(course.order)
    for path in files:
        text = path.read_text("utf-8")
        assert not NAMES_OF_THE_FIRST.search(text), (path.name, NAMES_OF_THE_FIRST.search(text))
        assert not [word for word in own_words(course.city) if word in text], path
        assert not NAMES_OF_THE_FIRST.search(path.relative_to(project).as_posix())
        if path.suffix == ".html":
            body = LexborHTMLParser(text).text()
            assert second.course in body, path


def test_a_word_of_the_city_that_is_typed_into_a_text_is_told(project: Path) -> None:
    with (project / "docs/de/hilfe.md").open("a", encoding="utf-8") as file:
        file.write("\nWir sind in Hagen.\n")
    _, problems = load_course(project)
    told = [str(problem) for problem in problems if "als Wort" in problem.message]
    assert len(told) == 1
    assert re.match(
        r"Hinweis: docs/de/hilfe.md:\d+: „Hagen“ steht hier als Wort\.\n    → Schreiben Sie \{\{ city\.name \}\}",
        told[0],
    )


def test_no_text_of_the_course_says_what_only_the_city_may_say() -> None:
    _, problems = load_course(ROOT)
    assert [str(problem) for problem in problems if "als Wort" in problem.message] == []
