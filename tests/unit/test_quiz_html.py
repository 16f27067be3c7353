"""Each type of question as HTML that is complete without a script: one case, one type."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from coursekit.city import load_city
from coursekit.errors import Problem
from coursekit.facts import load_facts
from coursekit.languages import Languages
from coursekit.quiz.load import load_quiz
from coursekit.quiz.model import LocalQuestion
from coursekit.quiz.render import Around, render_quiz
from coursekit.text.placeholders import Values
from coursekit.words import leaves, load_words

from tests.unit.golden import MINI, ROOT, as_block, case_files, expect, read_case


def fake_words() -> dict[str, dict[str, str]]:
    """Every word of the interface as its own name with its `{fields}`, so that other words change no case."""
    words: dict[str, dict[str, str]] = {}
    for (group, name), text in leaves(load_words(ROOT, Languages(), [])["de"].data):
        fields = "".join(f" {field}" for field in re.findall(r"(?<!\{)\{\w+\}", text))
        words.setdefault(group, {})[name] = f"[{name}{fields}]"
    return words


def local_questions(root: Path, case: Any) -> tuple[LocalQuestion, ...]:
    """The questions of the case, read as those of a course are."""
    for language, text in (("de", case["german"]), (case["language"], case.get("translation"))):
        if text:
            path = root / f"quizzes/{language}/lektion.yml"
            path.parent.mkdir(parents=True)
            path.write_text(text, "utf-8")
    problems: list[Problem] = []
    quiz = load_quiz(root, "lektion", ("ro", "bg"), problems)
    assert problems == []
    assert quiz is not None
    return quiz.local(case["language"])


def around(language: str) -> Around:
    city = load_city(MINI, [])
    assert city is not None
    return Around(
        language=language,
        words=fake_words(),
        values=Values(load_facts(MINI, []), city),
        headings={"wie-hoch": "Wie hoch?", "ueben": "Üben & mehr"},
        german="../../mietrecht/kaution/",
        drawing=lambda file, alt: f'<svg data-file="{file}" data-alt="{len(alt)}"></svg>',
        thing=lambda file: f"../things.svg#{file}",
    )


def normal(html: str) -> str:
    """`html` with a line for each tag, so that white space does not count and a difference is easy to see."""
    return re.sub(r">\s*<", ">\n<", re.sub(r"\s+", " ", html)).strip()


@pytest.mark.parametrize("case", case_files("quiz_html"), ids=lambda case: case.stem)
def test_html(case: Path, tmp_path: Path) -> None:
    values = read_case(case)
    questions = local_questions(tmp_path, values)
    html = normal(render_quiz(ROOT, questions, around(values["language"])))
    expect(case, html, f" {as_block(html, 2)}")


def test_there_is_a_case_for_each_type() -> None:
    types = {re.findall(r"type: (\w+)", read_case(case)["german"])[0] for case in case_files("quiz_html")}
    assert types == {"single", "multiple", "number", "order", "assign", "gap"}


def test_nothing_that_a_reader_types_or_staff_write_becomes_script(tmp_path: Path) -> None:
    """Whatever stands in any text of a question comes out as text."""
    for case in case_files("quiz_html"):
        values = read_case(case)
        for key in ("german", "translation"):
            if key in values:
                values[key] = re.sub(
                    r'(text|prompt|feedback|explanation|help|missed|unit|alt): "', r'\1: "<i>', values[key]
                )
        html = render_quiz(ROOT, local_questions(tmp_path / case.stem, values), around(values["language"]))
        assert "<i>" not in html
        assert "&lt;i&gt;" in html


def test_the_shuffled_order_is_never_the_right_one(tmp_path: Path) -> None:
    text = read_case(case_files("quiz_html")[0].parent / "order.yml")["german"]
    for number in range(20):
        case = {"german": text.replace("id: einzug", f"id: einzug-{number}"), "language": "de"}
        html = render_quiz(ROOT, local_questions(tmp_path / str(number), case), around("de"))
        asked, solution = html.split('class="solution"')
        right = re.findall(r'data-part="(\w+)"', solution)
        assert right == ["ansehen", "vertrag", "zahlen"]
        assert sorted(re.findall(r'data-part="(\w+)"', asked)) == right
        assert re.findall(r'data-part="(\w+)"', asked) != right
