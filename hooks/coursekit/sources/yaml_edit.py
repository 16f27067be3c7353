"""Change single texts of a YAML file; every other byte stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from coursekit.sources.yaml_file import Key, compose

# What needs no quotation marks for certain: it begins with a letter and has no sign of YAML.
_BARE = re.compile(r"[^\W\d_][^#:\"\n]*(?<!\s)\Z")

# A text, or names with what stands below them, or a list; as it is to stand in the file.
Value = str | Mapping[str, "Value"] | Sequence["Value"]


@dataclass(frozen=True, slots=True)
class Change:
    """Put `value` at `key`: in place of what stands there, or as a new entry below the name `after`.

    Without `after`, or where that name is missing, a new entry comes last.
    """

    key: Key
    value: Value
    after: str = ""


def edited(text: str, changes: Sequence[Change]) -> str:
    """`text` with all `changes` made, one after the other.

    Raises ValueError where a text has no place: a list or a text stands where a name is needed.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    yaml = text.replace("\r\n", "\n")
    for change in changes:
        yaml = _changed(yaml, change)
    return yaml.replace("\n", line_end)


def quoted(text: str) -> str:
    """A text of one line in double quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _changed(yaml: str, change: Change) -> str:
    root = compose(yaml) if yaml.strip() else None
    node, depth = _deepest(root, change.key)
    if node is not None and depth == len(change.key):
        return _replaced(yaml, node, change)
    return _inserted(yaml, node, change, depth)


def _deepest(root: Node | None, key: Key) -> tuple[Node | None, int]:
    """The node at `key`, or the nearest around it, and how many names of `key` lead there."""
    node = root
    for depth, part in enumerate(key):
        child = _child(node, part)
        if child is None:
            return node, depth
        node = child
    return node, len(key)


def _child(node: Node | None, part: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for name, value in node.value if name.value == part), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        found: Node = node.value[part]
        return found
    return None


def _replaced(yaml: str, node: Node, change: Change) -> str:
    """The value at `node` written anew, where a text stands in its own manner."""
    lines = yaml.split("\n")
    start, column = node.start_mark.line, node.start_mark.column
    head = lines[start][:column]
    if isinstance(change.value, str) and isinstance(node, ScalarNode):
        end, rest = _end(lines, node)
        indent = _indent(lines[start]) + (2 if lines[start].lstrip().startswith("- ") else 0)
        new = _scalar(change.value, indent + 2, node.style or "")
        # An empty value has no place of its own: it stands where the name ends.
        gap = "" if not head or head.endswith(" ") else " "
        # A comment stands behind the text, or behind the | of a block.
        new[0] = f"{head}{gap}{new[0]}{rest}"
        return "\n".join([*lines[:start], *new, *lines[end + 1 :]])
    name = _name_line(yaml, change.key)
    end = _last_line(lines, node)
    new_lines = _rendered(change.value, " " * (_indent(lines[name]) + 2))
    return "\n".join([*lines[: name + 1], *new_lines, *lines[end + 1 :]])


def _inserted(yaml: str, node: Node | None, change: Change, depth: int) -> str:
    rest = change.key[depth:]
    if node is None and not yaml.strip():
        return "\n".join([*_entry(rest, change.value, ""), ""])
    if not isinstance(node, MappingNode) or node.flow_style or not node.value or not isinstance(rest[0], str):
        raise ValueError(".".join(map(str, change.key)))
    lines = yaml.split("\n")
    names = [name.value for name, _ in node.value]
    at = names.index(change.after) if change.after in names else len(names) - 1
    indent = " " * int(node.value[0][0].start_mark.column)
    end = _last_line(lines, node.value[at][1])
    new = _entry(rest, change.value, indent)
    # Entries that are parted by an empty line stay so.
    if len(names) > 1 and not lines[node.value[1][0].start_mark.line - 1].strip():
        new = ["", *new]
    return "\n".join([*lines[: end + 1], *new, *lines[end + 1 :]])


def _entry(names: Key, value: Value, indent: str) -> list[str]:
    for name in reversed(names[1:]):
        value = {str(name): value}
    return list(_rendered({str(names[0]): value}, indent))


def _rendered(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if isinstance(inner, str):
                first, *more = _scalar(inner, len(indent) + 2)
                yield f"{indent}{name}: {first}"
                yield from more
            else:
                yield f"{indent}{name}:"
                yield from _rendered(inner, f"{indent}  ")
    else:
        for inner in value:
            assert isinstance(inner, str)
            first, *more = _scalar(inner, len(indent) + 2)
            yield f"{indent}- {first}"
            yield from more


def _scalar(text: str, indent: int, style: str = '"') -> list[str]:
    """A text as it stands behind its name, in the style of the one before where it can: `"`, `'`, a block or bare."""
    if style in ("|", ">") or "\n" in text:
        # A block that begins with spaces would be read with another indentation.
        head = "|2" if text.startswith(" ") else "|"
        return [head, *(f"{' ' * indent}{line}".rstrip() for line in text.split("\n"))]
    if style == "'" and "'" not in text:
        return [f"'{text}'"]
    if not style and _BARE.match(text) and text.lower() not in ("true", "false", "null"):
        return [text]
    return [quoted(text)]


def _end(lines: Sequence[str], node: ScalarNode) -> tuple[int, str]:
    """The last line of a text, and what stands behind it there."""
    if node.style in ("|", ">"):
        return _last_line(lines, node), ""
    line, column = node.end_mark.line, node.end_mark.column
    return line, lines[line][column:]


def _last_line(lines: Sequence[str], node: Any) -> int:
    """The last line with words of what `node` holds; what the parser counts to it may reach into the next entry."""
    last = node
    while isinstance(last, MappingNode | SequenceNode) and last.value and not last.flow_style:
        last = last.value[-1][1] if isinstance(last, MappingNode) else last.value[-1]
    line, column = int(last.end_mark.line), int(last.end_mark.column)
    if column == 0 and line > int(last.start_mark.line):
        line -= 1
    block = isinstance(last, ScalarNode) and last.style in ("|", ">")
    margin = _indent(lines[int(last.start_mark.line)])
    while line > int(last.start_mark.line):
        words = lines[line].strip()
        # Inside a block a line that begins with # is text.
        if words and not (words.startswith("#") and not (block and _indent(lines[line]) > margin)):
            break
        line -= 1
    return line


def _name_line(yaml: str, key: Key) -> int:
    parent, _ = _deepest(compose(yaml), key[:-1])
    assert isinstance(parent, MappingNode)
    return next(int(name.start_mark.line) for name, _ in parent.value if name.value == key[-1])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
