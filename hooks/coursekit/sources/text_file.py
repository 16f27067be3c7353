"""Read a text file as people save it, and say what is wrong with its letters."""

from __future__ import annotations

import re
from pathlib import Path

from coursekit.errors import Problem

# Invisible signs: control characters, line breaks that only some programs see, and what turns the direction of reading.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff0-\ufffb\ufffe\uffff]")
# What programs write for a letter that they do not know: „f?r“. In an address a question mark may stand like this.
_LOST = re.compile(r"\ufffd|(?<![^\s„(\"])[^\W\d_]+\?[^\W\d_]")
_MARKS = re.compile(r"<{7} |>{7} |\|{7} |={7}$")
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Far above anything that people write; beyond it a check would no longer take a second.
_LARGEST = 500_000
_LONGEST = 5_000
_SAVE_AS = "Speichern Sie die Datei im Editor mit der Zeichenkodierung „UTF-8“."
_BACK = "Holen Sie sie aus der letzten Fassung zurück."


def read_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of `path` with `\\n` line ends, or None when it cannot be used.

    `name` is the path shown to people. What is wrong goes into `problems`.
    """
    before = len(problems)
    text = decoded(path, name, problems)
    if text is None:
        return None
    for number, line_text in enumerate(text.split("\n"), start=1):
        problems.extend(line_problems(name, number, line_text))
    return text if len(problems) == before else None


def decoded(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of `path` as far as it is one: without a look at its lines."""
    raw = _raw(path, name, problems)
    if raw is None:
        return None
    if raw.startswith(_UTF_16):
        problems.append(Problem(name, 1, "Diese Datei ist in UTF-16 gespeichert.", _SAVE_AS))
        return None
    if raw.startswith(_BOM):
        raw = raw[len(_BOM) :]
        problems.append(
            Problem(
                name, 1, "Am Anfang der Datei steht ein unsichtbares Zeichen (BOM).", f"{_SAVE_AS} Nicht „mit BOM“."
            )
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\r|\n", raw[: error.start])) + 1
        problems.append(Problem(name, line, "Hier steht ein Zeichen, das nicht in UTF-8 gespeichert ist.", _SAVE_AS))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.append(
            Problem(
                name, 1, "Die Datei ist leer.", "Schreiben Sie den Inhalt, oder holen Sie die letzte Fassung zurück."
            )
        )
        return None
    return text


def _raw(path: Path, name: str, problems: list[Problem]) -> bytes | None:
    """The bytes of the file, where there is one of a sensible size."""
    try:
        if path.is_dir():
            problems.append(Problem(name, 1, "Hier steht ein Ordner statt einer Datei.", f"Löschen Sie ihn. {_BACK}"))
            return None
        if not path.is_file():
            problems.append(Problem(name, 1, "Diese Datei fehlt.", _BACK))
            return None
        size = path.stat().st_size
        if size <= _LARGEST:
            return path.read_bytes()
    except OSError:
        hint = "Erlauben Sie in den Eigenschaften der Datei und ihrer Ordner das Lesen."
        problems.append(Problem(name, 1, "Diese Datei darf niemand lesen.", hint))
        return None
    message = f"Diese Datei ist zu groß ({size // 1000} Kilobyte, erlaubt sind {_LARGEST // 1000})."
    problems.append(
        Problem(name, 1, message, "Steht etwas oft hintereinander? Sonst holen Sie die letzte Fassung zurück.")
    )
    return None


def line_problems(name: str, number: int, line: str) -> list[Problem]:
    """What is wrong with the letters of one line of the file `name`."""
    found = []
    if "\t" in line:
        found.append(
            Problem(
                name, number, "Hier steht ein Tabulator.", "Rücken Sie mit Leerzeichen ein, nicht mit der Tab-Taste."
            )
        )
    if _MARKS.match(line):
        found.append(
            Problem(
                name,
                number,
                "Hier steht ein Rest von zwei Fassungen, die git nicht zusammenführen konnte.",
                "Lassen Sie nur die richtige Fassung stehen und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
            )
        )
    if CONTROL.search(line):
        found.append(
            Problem(name, number, "Hier steht ein unsichtbares Steuerzeichen.", "Schreiben Sie die Zeile neu.")
        )
    elif _LOST.search(line) or (not line.isascii() and _garbled(line)):
        hint = "Holen Sie die letzte Fassung zurück. Öffnen und speichern Sie die Datei als „UTF-8“."
        found.append(Problem(name, number, "Hier sind Buchstaben verloren gegangen.", hint))
    if len(line) > _LONGEST:
        message = f"Diese Zeile ist zu lang ({len(line)} Zeichen, erlaubt sind {_LONGEST})."
        found.append(Problem(name, number, message, "Ein Absatz hat höchstens 30 Wörter. Teilen Sie die Zeile."))
    return found


def _garbled(line: str) -> bool:
    """Whether the line was UTF-8, read as an old encoding and saved again: „fÃ¼r“ for „für“."""
    for encoding in ("latin-1", "cp1252"):
        try:
            line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return True
    return False
