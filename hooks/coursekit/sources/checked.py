"""Plain values into models: what pydantic finds wrong becomes a Problem with its line, in German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Final, TypeVar, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.sources.yaml_file import Bare, Key, YamlFile

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"

_ADDRESS: Final = r"""^https://[^\s"<>]+$"""

NAME_HINT: Final = "Erlaubt sind kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche: kaution-hoehe"

M = TypeVar("M", bound=BaseModel)


class Strict(BaseModel):
    """A record whose fields are exactly these, each of exactly its type, and that nobody changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _quoted(value: object) -> object:
    if isinstance(value, Bare):
        raise PydanticCustomError("unquoted", "unquoted")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "blank")
    return value.strip("\n")


def _address(value: str) -> str:
    if not re.match(_ADDRESS, value):
        raise PydanticCustomError("address", "address")
    return value


def _schema(pattern: str) -> WithJsonSchema:
    """What an editor can know of such a text."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


# A text that people read: in quotation marks, because YAML reads some words without them as something else.
Text = Annotated[str, BeforeValidator(_quoted), AfterValidator(_filled), _schema(r"\S")]
# A title or a name that may also stand without quotation marks.
Line = Annotated[str, AfterValidator(_filled)]
# Where a link leads.
Address = Annotated[Text, AfterValidator(_address), _schema(_ADDRESS)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]


def checked(model: type[M], file: YamlFile, problems: list[Problem], at: Key = ()) -> M | None:
    """The values of `file` below `at` as `model`, or None; every fault goes into `problems` with its line."""
    data = file.data
    for part in at:
        data = data[part]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults: dict[Key, list[ErrorDetails]] = {}
        for fault in error.errors(include_url=False):
            faults.setdefault(_key(fault, file, at), []).append(fault)
        misspelt = {
            (*key[:-1], nearest(str(key[-1]), _fields(model, key[len(at) : -1])))
            for key, (fault, *_) in faults.items()
            if fault["type"] == "extra_forbidden"
        }
        for key in faults.keys() - misspelt:
            problems.append(_problem(faults[key], file, key, model, len(at)))
        return None


def named(file: YamlFile, problems: list[Problem]) -> list[str]:
    """The names of the entries of `file`, which is a mapping; those that are no names are reported and left out."""
    if not isinstance(file.data, dict):
        problems.append(
            Problem(file.name, 1, "Hier fehlen die Namen der Einträge.", "Jeder Eintrag beginnt so: kaution-max:")
        )
        return []
    valid = [name for name in file.data if re.match(ID_PATTERN, name)]
    for name in file.data.keys() - set(valid):
        problems.append(Problem(file.name, file.line(name), f"„{name}“ ist kein gültiger Name.", NAME_HINT))
    return valid


def _key(fault: ErrorDetails, file: YamlFile, at: Key) -> Key:
    """Where the fault is; a union names its types behind the field (`answer`, `int`), which no file has."""
    key: Key = (*at, *fault["loc"])
    if fault["type"] != "missing":
        while len(key) > len(at) and key not in file.lines:
            key = key[:-1]
    return key


def _problem(faults: Sequence[ErrorDetails], file: YamlFile, key: Key, model: type[BaseModel], depth: int) -> Problem:
    field = next((str(part) for part in reversed(key) if isinstance(part, str)), "")
    if "date_type" in [fault["type"] for fault in faults[1:]]:
        message = f"Bei „{field}“ muss eine Zahl oder ein Datum stehen."
        hint = f"{_number_hint(field, faults[0]['input'])} oder {field}: 2026-11-22"
    elif faults[0]["type"] == "extra_forbidden":
        message = f"Das Feld „{field}“ gibt es hier nicht."
        hint = did_you_mean(field, _fields(model, key[depth:-1]))
    elif not field:
        message, hint = "Hier fehlen die Felder.", "Ein Feld ist ein Name, ein Doppelpunkt und ein Inhalt: name: …"
    else:
        message, hint = _words(faults[0], field, file.written.get(key, ""), in_list=isinstance(key[-1], int))
    return Problem(file.name, file.line(*key), message, hint)


def _words(fault: ErrorDetails, field: str, written: str, in_list: bool) -> tuple[str, str]:
    kind, value, context = fault["type"], fault["input"], fault.get("ctx", {})
    start = "-" if in_list else f"{field}:"
    quoted = f'Schreiben Sie: {start} "{written.strip(chr(34))}"'
    match kind:
        case "missing":
            return f"Hier fehlt das Feld „{field}“.", f"Ergänzen Sie: {field}: …"
        case "unquoted":
            return f"Bei „{field}“ steht der Text ohne Anführungszeichen.", quoted
        case "blank":
            return (
                f"Das Feld „{field}“ ist leer.",
                "Schreiben Sie den Text, oder löschen Sie das Feld, wenn es nicht nötig ist.",
            )
        case "address":
            return f"„{value}“ ist keine Internetadresse.", "Sie beginnt mit https:// und hat keine Leerzeichen."
        case "days":
            return f"„{value}“ sind keine Tage.", 'Schreiben Sie zum Beispiel: days: "Mo-Fr" oder days: "Mo, Mi, Fr"'
        case "clock":
            return f"„{value}“ ist keine Uhrzeit.", f'Schreiben Sie zum Beispiel: {field}: "8:30"'
        case "literal_error":
            return f"„{value}“ ist bei „{field}“ nicht möglich.", did_you_mean(
                str(value), re.findall(r"'([^']+)'", context.get("expected", ""))
            )
        case "string_pattern_mismatch":
            return (
                f"„{value}“ ist kein gültiger Name.",
                NAME_HINT,
            )
        case "too_short":
            return (
                f"Bei „{field}“ stehen zu wenige Einträge.",
                f"Es müssen mindestens {context.get('min_length', 1)} sein.",
            )
        case "greater_than_equal" | "greater_than":
            return (
                f"Die Zahl bei „{field}“ ist zu klein.",
                f"Sie muss mindestens {context.get('ge', context.get('gt', 0))} sein.",
            )
    if value is None and kind == "tuple_type":
        return f"Die Liste „{field}“ ist leer.", f"Soll nichts in ihr stehen, schreiben Sie: {field}: []"
    if value is None:
        return f"Das Feld „{field}“ ist leer.", "Schreiben Sie den Inhalt dahinter."
    match kind:
        case "string_type":
            if written:
                return f"Bei „{field}“ steht der Text ohne Anführungszeichen.", quoted
            return f"Bei „{field}“ muss ein Text stehen.", f'Schreiben Sie: {start} "Text"'
        case "tuple_type" | "list_type":
            return (
                f"Bei „{field}“ muss eine Liste stehen.",
                "Jeder Eintrag beginnt in einer eigenen Zeile mit einem Strich: - …",
            )
        case "int_type" | "float_type" | "int_from_float":
            return f"Bei „{field}“ muss eine Zahl stehen.", _number_hint(field, value)
        case "bool_type":
            return f"Bei „{field}“ muss true oder false stehen.", f"Schreiben Sie: {field}: true"
        case "date_type":
            return f"Bei „{field}“ muss ein Datum stehen.", f"Schreiben Sie: {field}: 2026-11-22"
        case "model_type" | "dict_type" | "model_attributes_type":
            if in_list:
                return f"Einem Eintrag bei „{field}“ fehlen die Felder.", "Vergleichen Sie mit dem Eintrag darüber."
            return f"Bei „{field}“ fehlen die Felder.", "Schreiben Sie die Felder eingerückt darunter."
    return f"Der Wert bei „{field}“ passt hier nicht.", "Vergleichen Sie mit einem anderen Eintrag."


def _number_hint(field: str, value: object) -> str:
    found = re.search(r"\d+([.,]\d+)?", str(value))
    number = found[0].replace(",", ".") if found else "10"
    return f"Nur Ziffern, ohne Anführungszeichen und mit Punkt statt Komma: {field}: {number}"


def _fields(model: type[BaseModel], loc: Key) -> set[str]:
    """The names of the fields of the record at `loc` inside `model`."""
    here: type[BaseModel] | None = model
    named = False  # inside a mapping, whose next part is a name and no field
    for part in loc:
        if here is None:
            return set()
        if isinstance(part, int) or named:
            named = False
            continue
        field = next((field for name, field in here.model_fields.items() if part in (name, field.alias)), None)
        here = _record(field.annotation) if field else None
        named = field is not None and get_origin(field.annotation) is dict
    return {field.alias or name for name, field in here.model_fields.items()} if here else set()


def _record(annotation: Any) -> type[BaseModel] | None:
    """The record type inside an annotation such as `tuple[Option, ...]` or `Stimulus | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _record(part)
        if found is not None:
            return found
    return None
