"""YAML as staff write it: values, and the line of each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from coursekit.errors import Problem
from coursekit.sources.yaml_file import Bare, YamlFile, parse_yaml

TEXT = """\
# a comment
name: "Hagen"
letter: |
  Erste Zeile
  zweite Zeile

places:
  - id: amt
    open: false
  -
    id: "rat"
"""


def parsed(text: str, first_line: int = 1) -> YamlFile:
    problems: list[Problem] = []
    file = parse_yaml(text, "test.yml", problems, first_line)
    assert problems == []
    assert file is not None
    return file


def test_values_are_plain() -> None:
    assert parsed(TEXT).data == {
        "name": "Hagen",
        "letter": "Erste Zeile\nzweite Zeile\n",
        "places": ({"id": "amt", "open": False}, {"id": "rat"}),
    }


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("name",), 2),
        (("letter",), 3),
        (("places",), 7),
        (("places", 0), 8),
        (("places", 0, "open"), 9),
        (("places", 1, "id"), 11),
        (("places", 0, "phone"), 8),  # what is missing belongs where the record begins
        (("places", 7), 7),
        (("nothing",), 2),
    ],
)
def test_every_value_has_its_line(key: tuple[str | int, ...], line: int) -> None:
    assert parsed(TEXT).line(*key) == line
    assert parsed(TEXT, first_line=11).line(*key) == line + 10


def test_a_block_begins_a_line_below_its_name() -> None:
    assert parsed(TEXT).text_line("letter") == 4
    assert parsed(TEXT).text_line("name") == 2


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("012", 12),
        ("400", 400),
        ("-3", -3),
        ("18.36", 18.36),
        ("true", True),
        ("False", False),
        ("2026-11-22", date(2026, 11, 22)),
        ("22.11.2026", "22.11.2026"),
        ("", None),
        ("null", None),
        ("[]", ()),
        ('"400"', "400"),
        ("'true'", "true"),
    ],
)
def test_words_stay_words(written: str, value: Any) -> None:
    found = parsed(f"key: {written}").data["key"]
    assert found == value
    assert type(found) in (type(value), Bare)


def test_a_text_without_quotation_marks_is_known() -> None:
    data = parsed('bare: Ja, sofort\nquoted: "Ja, sofort"\nblock: |\n  Ja').data
    assert isinstance(data["bare"], Bare)
    assert not isinstance(data["quoted"], Bare)
    assert not isinstance(data["block"], Bare)


def test_what_is_no_text_is_kept_as_written() -> None:
    file = parsed('price: 1.50\ntrue_: TRUE\ntext: "x"')
    assert file.written == {("price",): "1.50", ("true_",): "TRUE"}


def test_a_field_that_stands_twice_hides_no_other_fault() -> None:
    problems: list[Problem] = []
    file = parse_yaml("a: 1\na: 2\nb: 3\nb: 4", "test.yml", problems)
    assert file is not None
    assert file.data == {"a": 1, "b": 3}
    assert [problem.line for problem in problems] == [2, 4]


@pytest.mark.parametrize("text", ["a: *b", "a: &b c", "a: !b c", "a: 2026-13-01", "a: {{ b }}", "a: 1.200", 'a: "b'])
def test_what_cannot_be_used_is_none(text: str) -> None:
    problems: list[Problem] = []
    assert parse_yaml(text, "test.yml", problems) is None
    assert len(problems) == 1
