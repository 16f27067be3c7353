"""What editors know of our files: made from the models, in German, true for every real file and for no broken one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from coursekit.schemas.files import SETTINGS, editor_files, modeline, schema_files
from coursekit.schemas.words import RECORDS

from tests.conftest import copy_project, run
from tests.unit.golden import ROOT, case_files

FILES = dict(schema_files(ROOT))
# The first word of a broken file says which schema it breaks.
OF_CASE = {
    "quiz": "quizzes/quiz.schema.json",
    "translation": "quizzes/translation.schema.json",
    "facts": "data/facts.schema.json",
    "city": "data/city.schema.json",
    "lessons": "data/lessons.schema.json",
    "term": "data/glossary/term.schema.json",
    "glossary": "data/glossary/translation.schema.json",
}


def findings(schema: str, files: list[Path]) -> dict[str, list[str]]:
    """What check-jsonschema says of each file."""
    program = Path(sys.executable).with_name("check-jsonschema")
    command = [str(program), "--output-format", "json", "--schemafile", str(ROOT / schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = defaultdict(list)
    report = json.loads(done.stdout)
    assert report.get("parse_errors", []) == [], report
    for error in report["errors"]:
        found[error["filename"]].append(f"{error['path']}: {error['message']}")
    assert (done.returncode == 0) == (not found)
    return dict(found)


@pytest.mark.parametrize("name", editor_files(ROOT))
def test_the_files_are_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == editor_files(ROOT)[name], "run: course schema"


@pytest.mark.parametrize("kind", OF_CASE)
def test_every_real_file_is_right_and_every_broken_one_wrong(kind: str) -> None:
    """In one run, because the program takes a second to start."""
    real = [ROOT / name for name, schema in FILES.items() if schema == OF_CASE[kind]]
    broken = [path for path in case_files("schemas") if path.name.startswith(f"{kind}.")]
    assert real
    assert broken
    found = findings(OF_CASE[kind], [*real, *broken])
    assert found.keys() == set(map(str, broken)), found


def test_every_file_has_the_line_that_names_its_schema() -> None:
    assert set(FILES.values()) == set(OF_CASE.values())
    for name, schema in FILES.items():
        first = (ROOT / name).read_text("utf-8").split("\n", 1)[0]
        way = os.path.relpath(ROOT / schema, (ROOT / name).parent)
        assert f"{first}\n" == f"# yaml-language-server: $schema={way}\n" == modeline(name), name


def test_one_editor_finds_the_same_schemas_by_its_settings() -> None:
    settings = json.loads((ROOT / SETTINGS).read_text("utf-8"))
    assert settings["yaml.schemaStore.enable"] is False
    found = {}
    for schema, patterns in settings["yaml.schemas"].items():
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            for path in ROOT.glob(pattern):
                found[path.relative_to(ROOT).as_posix()] = schema.removeprefix("./")
    assert found == FILES


def described(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every record of the schema, and the records."""
    for record, definition in {**schema.get("$defs", {}), "": schema}.items():
        yield record, definition
        for name, field in definition.get("properties", {}).items():
            yield f"{record}.{name}", field


def test_every_record_and_field_says_our_german_words_and_none_of_them_is_left_over() -> None:
    said = set()
    for name, text in editor_files(ROOT).items():
        if name == SETTINGS:
            continue
        for place, definition in described(json.loads(text)):
            assert definition["description"], f"{place} has no German words in schemas/words.py"
            said.add((definition["title"], definition["description"]))
    known = {words for record, fields in RECORDS.values() for words in (record, *fields.values())}
    assert said == known


def test_a_new_language_is_found_by_editors_too(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "course")
    shutil.copytree(ROOT / ".vscode", root / ".vscode")
    done = run("course", "new-language", "uk", cwd=root)
    assert done.returncode == 0, done.stderr
    assert (root / SETTINGS).read_text("utf-8") == editor_files(root)[SETTINGS]
    for name, _ in schema_files(root):
        assert (root / name).read_text("utf-8").startswith(modeline(name)), name
