"""Which schema belongs to which files, and the text of each."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, RootModel

from coursekit.city import City
from coursekit.facts import Fact
from coursekit.glossary import GermanTerm, TranslatedTerm
from coursekit.languages import SOURCE
from coursekit.lessons import Lessons
from coursekit.quiz.model import QuizFile
from coursekit.schemas.translated import TranslatedQuizFile
from coursekit.schemas.words import RECORDS
from coursekit.sources.checked import Id

FactsFile = RootModel[dict[Id, Fact]]
GermanGlossaryFile = RootModel[dict[Id, GermanTerm]]
TranslatedGlossaryFile = RootModel[dict[Id, TranslatedTerm]]

# A schema's file, the record that its files hold, and their pattern; `*` of a translation stands for every other language.
_SCHEMAS: Final[tuple[tuple[str, str, type[BaseModel], str], ...]] = (
    ("quizzes/quiz.schema.json", "QuizFile", QuizFile, f"quizzes/{SOURCE}/**/*.yml"),
    ("quizzes/translation.schema.json", "TranslatedQuizFile", TranslatedQuizFile, "quizzes/*/**/*.yml"),
    ("data/facts.schema.json", "FactsFile", FactsFile, "data/facts.yml"),
    ("data/city.schema.json", "City", City, "data/city.yml"),
    ("data/lessons.schema.json", "Lessons", Lessons, "data/lessons.yml"),
    ("data/glossary/term.schema.json", "GermanGlossaryFile", GermanGlossaryFile, f"data/glossary/{SOURCE}.yml"),
    ("data/glossary/translation.schema.json", "TranslatedGlossaryFile", TranslatedGlossaryFile, "data/glossary/*.yml"),
)
SETTINGS: Final = ".vscode/settings.json"


def editor_files(root: Path) -> dict[str, str]:
    """Everything that editors read, by file name: the schemas, and where one editor finds them."""
    texts = {file: schema_text(name, model) for file, name, model, _ in _SCHEMAS}
    return texts | {SETTINGS: _json(_settings(root))}


def schema_files(root: Path) -> Iterator[tuple[str, str]]:
    """Every YAML file that has a schema, with the name of its schema."""
    seen: set[Path] = set()
    for file, _, _, pattern in _SCHEMAS:
        for path in sorted(set(root.glob(pattern)) - seen):
            seen.add(path)
            yield path.relative_to(root).as_posix(), file


def modeline(name: str) -> str:
    """The first line of the YAML file `name` (from the root of the course), by which an editor finds its schema."""
    schema = next((file for file, _, _, pattern in _SCHEMAS if fnmatch(name, pattern)), "")
    return f"# yaml-language-server: $schema={posixpath.relpath(schema, posixpath.dirname(name))}\n" if schema else ""


def schema_text(name: str, model: type[BaseModel]) -> str:
    """The schema of the record `name`, with our German words at every record and field."""
    schema = model.model_json_schema()
    for record, definition in {**schema.get("$defs", {}), name: schema}.items():
        _say(definition, *RECORDS[record])
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema)


def _say(definition: dict[str, Any], said: tuple[str, str], fields: Mapping[str, tuple[str, str]]) -> None:
    definition["title"], definition["description"] = said
    if "patternProperties" in definition:
        definition["additionalProperties"] = False  # other names are none
    for name, field in definition.get("properties", {}).items():
        # A field without words yet keeps its name: a test says which one.
        field["title"], field["description"] = fields.get(name, (name, ""))
        if "patternProperties" in field:
            field["additionalProperties"] = False


def _settings(root: Path) -> dict[str, Any]:
    languages = sorted(path.name for path in (root / "quizzes").iterdir() if path.is_dir() and path.name != SOURCE)
    patterns: dict[str, Any] = {}
    for file, _, _, pattern in _SCHEMAS:
        other = "/*" in pattern.replace("/**/*", "")
        head, _, tail = pattern.partition("/*")
        patterns[f"./{file}"] = [f"{head}/{language}{tail}" for language in languages] if other else pattern
    return {
        "yaml.schemas": patterns,
        "yaml.customTags": ["!ENV sequence"],
        # No other host is asked.
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
