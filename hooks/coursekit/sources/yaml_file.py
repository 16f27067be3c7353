"""Read YAML 1.2 into plain values and remember the line of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from coursekit.errors import Problem
from coursekit.sources.text_file import CONTROL, read_text
from coursekit.sources.yaml_syntax import syntax_problem, unquoted

Key = tuple[str | int, ...]


# The plain words of YAML 1.2, as far as the course needs them: `no` and 12:30 are words.
_WHOLE = re.compile(r"[+-]?\d+$")
_DECIMAL = re.compile(r"[+-]?\d+\.\d+$")
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?$")
# Deeper than any content; each level takes a piece of the parser's stack, which is written in C and would burst.
_DEEPEST = 20
_BRACKETS = 5_000
# What YAML lets stand in a file at all (YAML 1.2, section 5.1).
_READABLE = re.compile("[\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}$")


class Bare(str):
    """A text that stands in YAML without quotation marks."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's values (mappings as dict, lists as tuple) and the line of every value by its key path.

    `blocks` are the texts that begin a line below their name; `written` is how a value that is no text stands there.
    """

    name: str
    data: Any
    lines: Mapping[Key, int]
    blocks: Collection[Key] = ()
    written: Mapping[Key, str] = field(default_factory=dict)

    def text_line(self, *key: str | int) -> int:
        """The line of the first line of the text at `key`: below its name where the text is a block (`|`)."""
        return self.line(*key) + (key in self.blocks)

    def line(self, *key: str | int) -> int:
        """The line of the value at `key`, or of the nearest thing around it that has one."""
        path: Key = key
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, name: str, problems: list[Problem]) -> YamlFile | None:
    """The file at `path`, or None when it is unusable; what is wrong goes into `problems`."""
    text = read_text(path, name, problems)
    return None if text is None else parse_yaml(text, name, problems)


def parse_yaml(text: str, name: str, problems: list[Problem], first_line: int = 1) -> YamlFile | None:
    """YAML `text` that begins on `first_line` of the file `name`; None when it cannot be read."""
    if text.count("[") + text.count("{") > _BRACKETS:
        hint = "Texte stehen in Anführungszeichen. Listen haben Striche statt Klammern."
        problems.append(Problem(name, first_line, "In dieser Datei stehen zu viele Klammern.", hint))
        return None
    try:
        root = _Composer(text).get_single_node()
    except MarkedYAMLError as error:
        problems.append(syntax_problem(error, text, name, first_line))
        return None
    except YAMLError:
        # The reader before the parser: a sign that YAML allows nowhere.
        line = next((at for at, part in enumerate(text.split("\n")) if not _READABLE.fullmatch(part)), 0)
        hint = "Schreiben Sie die Zeile neu."
        problems.append(Problem(name, first_line + line, "Hier steht ein Zeichen, das YAML nicht lesen kann.", hint))
        return None
    if root is None:
        problems.append(
            Problem(
                name,
                first_line,
                "Die Datei ist leer.",
                "Schreiben Sie den Inhalt, oder holen Sie die letzte Fassung zurück.",
            )
        )
        return None
    reader = _Reader(text, name, first_line, problems)
    data = reader.value(root, ())
    return YamlFile(name, data, reader.lines, reader.blocks, reader.written) if reader.usable else None


def compose(text: str) -> Node:
    """The nodes of a text that `parse_yaml` has read, for changing single values of it."""
    root: Node = _Composer(text).get_single_node()
    return root


class _Composer(CParser):  # type: ignore[misc]
    """The C library, nine times as fast as the pure one; asked by name, because `YAML(typ="safe")` does without it unasked.

    What a word without quotation marks means is the reader's business, so nothing is resolved here.
    """

    def descend_resolver(self, parent: object, place: object) -> None: ...

    def ascend_resolver(self) -> None: ...

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""


class _Reader:
    """Turns YAML nodes into values and collects what must not be there."""

    def __init__(self, text: str, name: str, first_line: int, problems: list[Problem]) -> None:
        self.text = text.split("\n")
        self.name = name
        self.first_line = first_line
        self.problems = problems
        self.usable = True
        self.lines: dict[Key, int] = {}
        self.blocks: set[Key] = set()
        self.written: dict[Key, str] = {}

    def value(self, node: Node, key: Key) -> Any:
        line = node.start_mark.line + self.first_line
        self.lines.setdefault(key, line)
        if len(key) > _DEEPEST:
            self._report(line, "Hier sind zu viele Ebenen ineinander.", "Rücken Sie weniger weit ein.")
            return None
        # The C library keeps no anchors; `! x` has no tag either.
        if self._sign(node) in ("&", "!"):
            self._report(line, *unquoted(self._sign(node)))
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, key)
        if isinstance(node, SequenceNode):
            return tuple(self.value(item, (*key, index)) for index, item in enumerate(node.value))
        assert isinstance(node, ScalarNode)
        return self._scalar(node, key, line)

    def _mapping(self, node: MappingNode, key: Key) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, ScalarNode):
                # {{ fact.x }} without quotation marks
                self._report(line, *unquoted(self._sign(node)))
                continue
            field = str(key_node.value)
            if field in result:
                first = self.lines[(*key, field)]
                self._report(
                    line,
                    f"Das Feld „{field}“ steht hier zum zweiten Mal.",
                    f"Es steht schon in Zeile {first}. Löschen Sie eines von beiden.",
                    usable=True,
                )
                continue
            # A field's line is that of its name: there people look for it.
            self.lines[(*key, field)] = line
            result[field] = self.value(value_node, (*key, field))
        return result

    def _scalar(self, node: ScalarNode, key: Key, line: int) -> Any:
        text = str(node.value)
        if node.style in ("|", ">"):
            self.blocks.add(key)
        if node.style:
            if "\\" in self.text[node.start_mark.line] and (
                CONTROL.search(text) or not _READABLE.fullmatch(text.replace("\n", ""))
            ):
                # It was written by its number: "\\0"
                self._report(
                    line,
                    "Hier steht ein unsichtbares Steuerzeichen.",
                    "Löschen Sie das Zeichen \\\\ und was dazu gehört.",
                )
            return text
        self.written[key] = text
        if text in ("", "~", "null"):
            return None
        if text.lower() in ("true", "false"):
            return text.lower() == "true"
        if _WHOLE.match(text):
            return int(text)
        if _DECIMAL.match(text):
            if _THOUSANDS.match(text):
                self._report(
                    line,
                    f"„{text}“ heißt hier {f'{float(text):g}'.replace('.', ',')}: Der Punkt steht für das Komma.",
                    f'Schreiben Sie als Zahl: {text.replace(".", "")}, oder als Text: "{text}"',
                )
            return float(text)
        if _DAY.match(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                hint = "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2026-11-22."
                self._report(line, f"„{text}“ ist kein Datum.", hint)
        return Bare(text)

    def _sign(self, node: Node) -> str:
        """The first sign of the value, as it stands in the file."""
        column = int(node.start_mark.column)
        return self.text[int(node.start_mark.line)][column : column + 1]

    def _report(self, line: int, message: str, hint: str, usable: bool = False) -> None:
        self.problems.append(Problem(self.name, line, message, hint))
        self.usable = self.usable and usable
