"""The schema for editors is the one that the model makes."""

from __future__ import annotations

import json

from coursekit.quiz.schema import FILE, schema_text

from tests.unit.golden import ROOT


def test_the_file_is_up_to_date() -> None:
    assert (ROOT / FILE).read_text("utf-8") == schema_text(), "run: course schema"


def test_it_knows_the_words_of_the_format() -> None:
    kinds = json.loads(schema_text())["$defs"]
    assert {"from", "to", "text"} == kinds["Range"]["properties"].keys()
    assert kinds["Single"]["additionalProperties"] is False
    assert set(kinds["Assign"]["required"]) >= {"id", "type", "section", "facts", "prompt", "boxes", "items"}
