"""Why YAML cannot be read: told from the line that has to change, which is often not the one where the parser stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ruamel.yaml.error import MarkedYAMLError

from coursekit.errors import Problem

# A field or an entry of a list, and what stands behind it.
_ENTRY = re.compile(r"^\s*(?:- +)*(?:(?P<field>[\w-]+)(?P<colon>:?)(?P<space>\s*))?(?P<value>.*)$")
_QUOTE = re.compile(r'(?<!\\)"')
_SPECIAL = "{}[]*&!%@`|>?-#"
_IN_QUOTES = "Setzen Sie den ganzen Text in doppelte Anführungszeichen."
_INDENT = (
    "Die Einrückung stimmt hier nicht.",
    "Rücken Sie gleich weit ein wie in den Zeilen darüber. Die Striche einer Liste stehen genau untereinander.",
)
_COLON = (
    "Hier fehlt ein Doppelpunkt.",
    'Er steht hinter dem Namen: name: "…". Gehört die Zeile zum Text darüber, rücken Sie sie gleich weit ein.',
)

_Found = tuple[int, str, str]


def syntax_problem(error: MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    """What to say of the `error` of the parser in `text`, whose first line is `first_line` of the file `name`."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    at = min(mark.line if mark else 0, len(lines) - 1)
    start = min(error.context_mark.line, at) if error.context_mark else at
    said = f"{error.problem or ''} {error.context or ''}"
    line, message, hint = (
        _quotes(lines, at)
        or _value(lines, start if "flow" in said else at)
        or _reason(said, lines, at, start, mark.column if mark else 0)
    )
    return Problem(name, line + first_line, message, hint)


def unquoted(sign: str) -> tuple[str, str]:
    """What to say of a text that begins with a `sign` which YAML reads otherwise."""
    return f"Der Text beginnt mit „{sign}“ und steht nicht in Anführungszeichen.", _IN_QUOTES


def _quotes(lines: Sequence[str], at: int) -> _Found | None:
    """A quotation mark that does not close, or that stands inside the text."""
    with_quotes = [number for number, line in enumerate(lines[: at + 1]) if _count(line)]
    *before, last = with_quotes or [-1]
    # A text that does not close runs on to the next quotation mark: the parser stops there, or at the end.
    opened = last if last < at else (before or [-1])[-1]
    if opened >= 0 and _count(lines[opened]) % 2:
        return opened, "Hier wird ein Anführungszeichen nicht geschlossen.", 'Der Text beginnt und endet mit ".'
    if last == at and _count(lines[at]) > 2:
        return (
            at,
            "Mitten im Text steht ein Anführungszeichen.",
            'Im Text stehen „…“. Nur am Anfang und am Ende steht ".',
        )
    return None


def _value(lines: Sequence[str], at: int) -> _Found | None:
    """A text that begins with a sign YAML reads otherwise, or goes on after its quotation mark."""
    match = _ENTRY.match(lines[at])
    assert match is not None
    value = match["value"].strip()
    if value[:1] in ("|", ">") and len(value) > 2:
        return at, f"Hinter „{value[0]}“ steht Text.", "Der Text beginnt erst in der nächsten Zeile, eingerückt."
    if value[:1] in _SPECIAL and len(value) > 1:
        return at, *unquoted(value[0])
    if value.startswith("'") and len(value) > 1:
        return at, "Der Text steht in einfachen Anführungszeichen.", _IN_QUOTES
    if _count(value) == 2 and value.startswith('"') and not value.endswith('"'):
        return at, "Hinter dem Anführungszeichen geht der Text weiter.", _IN_QUOTES
    return None


def _reason(said: str, lines: Sequence[str], at: int, start: int, column: int) -> _Found:
    if "mapping values are not allowed" in said:
        return _colon(lines, at, column)
    if "could not find expected ':'" in said:
        return _missing_space(lines, start) or (start, *_COLON)
    if "did not find expected key" in said or "did not find expected '-' indicator" in said:
        return _outdented(lines, at, start), *_INDENT
    if "escape" in said or "hexdecimal" in said:
        return at, "Nach einem \\ steht ein Zeichen, das YAML nicht kennt.", "Schreiben Sie \\\\ statt \\."
    if "single document" in said:
        return at, "Hier beginnt mit --- ein zweites Dokument.", "Löschen Sie die Zeile mit ---."
    if "cannot start any token" in said:
        return at, "Hier steht ein Zeichen, das YAML nicht lesen kann.", _IN_QUOTES
    return (
        at,
        "Die Schreibweise stimmt hier oder kurz davor nicht.",
        "Vergleichen Sie mit den Zeilen darüber: Einrückung, Doppelpunkt, Anführungszeichen.",
    )


def _outdented(lines: Sequence[str], at: int, start: int) -> int:
    """The line that stands too far left and so ended the block that `at` belongs to; `at` itself where there is none."""
    indent = _indent(lines[at])
    above = [number for number in range(start + 1, at) if lines[number].strip()]
    left = next((number for number in reversed(above) if _indent(lines[number]) < indent), at)
    # Only where lines have stood as far in as this one before: otherwise it is the one that is wrong.
    return left if any(_indent(lines[number]) == indent for number in above if number < left) else at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _colon(lines: Sequence[str], at: int, column: int) -> _Found:
    """A colon where none may be: in the text, or because something is missing before it."""
    if lines[at].find(":") < column:
        return at, "Im Text steht ein Doppelpunkt, und der Text steht nicht in Anführungszeichen.", _IN_QUOTES
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), at)
    match = _ENTRY.match(lines[above])
    assert match is not None
    if match["field"] and not match["colon"]:
        return above, *_COLON
    return _missing_space(lines, above) or (at, *_INDENT)


def _missing_space(lines: Sequence[str], at: int) -> _Found | None:
    match = _ENTRY.match(lines[at])
    if match and match["colon"] and not match["space"] and match["value"]:
        return at, "Hinter dem Doppelpunkt fehlt ein Leerzeichen.", f"Schreiben Sie: {match['field']}: {match['value']}"
    return None


def _count(line: str) -> int:
    return len(_QUOTE.findall(line))
