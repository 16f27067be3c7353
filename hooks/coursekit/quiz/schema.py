"""The JSON Schema of a German quiz file, for completion and underlining in editors."""

from __future__ import annotations

import json

from coursekit.quiz.model import QuizFile

FILE = "quizzes/quiz.schema.json"


def schema_text() -> str:
    """The schema as its file has it; a test keeps the file equal to the model."""
    schema = QuizFile.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Fragen einer Lektion"
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
