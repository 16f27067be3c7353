"""Read a text file as people save it, and say what is wrong with its letters."""

from __future__ import annotations

import re
from pathlib import Path

from coursekit.errors import Problem

# Invisible signs: control characters, and the line breaks that only some programs see.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x85\u2028\u2029]")
_BOM = b"\xef\xbb\xbf"
_SAVE_AS = "Speichern Sie die Datei im Editor mit der Zeichenkodierung „UTF-8“."


def read_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of `path` with `\\n` line ends, or None when it cannot be used.

    `name` is the path shown to people. What is wrong goes into `problems`.
    """
    if not path.is_file():
        problems.append(Problem(name, 1, "Diese Datei fehlt.", "Holen Sie sie aus der letzten Fassung zurück."))
        return None
    raw = path.read_bytes()
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
        line = raw[: error.start].count(b"\n") + 1
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
    before = len(problems)
    for number, line_text in enumerate(text.split("\n"), start=1):
        problems.extend(line_problems(name, number, line_text))
    return text if len(problems) == before else None


def line_problems(name: str, number: int, line: str) -> list[Problem]:
    """What is wrong with the letters of one line of the file `name`."""
    found = []
    if "\t" in line:
        found.append(
            Problem(
                name, number, "Hier steht ein Tabulator.", "Rücken Sie mit Leerzeichen ein, nicht mit der Tab-Taste."
            )
        )
    if line.startswith(("<<<<<<< ", ">>>>>>> ")) or line == "=======":
        found.append(
            Problem(
                name,
                number,
                "Hier steht ein Rest von zwei Fassungen, die git nicht zusammenführen konnte.",
                "Lassen Sie nur die richtige Fassung stehen und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
            )
        )
    if _CONTROL.search(line):
        found.append(
            Problem(name, number, "Hier steht ein unsichtbares Steuerzeichen.", "Schreiben Sie die Zeile neu.")
        )
    return found
