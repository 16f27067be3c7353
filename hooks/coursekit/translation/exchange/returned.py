"""Read what a translator sends back: .xlsx, or .csv as LibreOffice writes it."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from coursekit.translation.exchange.columns import COLUMNS, FITS, GERMAN, HASH, ID, NEEDED, TRANSLATION

_BOM: Final = b"\xef\xbb\xbf"
_ERRORS: Final = re.compile(
    r"#(?:NAME\?|WERT!|VALUE!|REF!|BEZUG!|DIV/0!|N/A|NV|NULL!|NUM!|ZAHL!|SPILL!|ÜBERLAUF!|CALC!)|Err:\d+"
)
_AS_EXCEL = "Speichern Sie die Tabelle als Excel-Datei (.xlsx). Oder als CSV mit dem Zeichensatz „UTF-8“."
_WHOLE = "Nehmen Sie die Datei, die „course export-translation“ geschrieben hat, mit allen Spalten."
_AS_TEXT = "Stellen Sie die Zelle auf „Text“, und schreiben Sie den Text noch einmal."


class NoTableError(Exception):
    """The file cannot be read as a table; the words say why and what to do, in German."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A row as it came back; `number` is that of the sheet. `fault` is why the cell cannot be used, in German."""

    number: int
    id: str
    german: str
    hash: str
    text: str
    fits: bool
    fault: str = ""
    hint: str = ""


def read_returned(path: Path) -> tuple[Returned, ...]:
    """The rows of the file at `path` in the order of the sheet, empty ones left out. Raises NoTableError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoTableError(f"Die Datei {path} kann nicht gelesen werden: {error.strerror}.") from error
    if not content.strip():
        raise NoTableError(f"Die Datei {path} ist leer.")
    cells = _from_excel(path, content) if content.startswith(b"PK") else _from_csv(path, content)
    return tuple(row for row in _rows(path, cells) if row.id or row.german or row.text)


def _from_excel(path: Path, content: bytes) -> list[list[Any]]:
    try:
        book = load_workbook(BytesIO(content))
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        EOFError,
        OSError,
        ParseError,
    ) as error:
        message = f"{path} ist keine lesbare Excel-Datei. Vielleicht ist sie nicht ganz angekommen.\n    → {_AS_EXCEL}"
        raise NoTableError(message) from error
    for sheet in book.worksheets:
        rows = [[_value(cell) for cell in row] for row in sheet.iter_rows()]
        if rows and set(NEEDED) <= {str(value).strip() for value in rows[0]}:
            return rows
    return []


class _Formula(str):
    __slots__ = ()


class _Error(str):
    __slots__ = ()


def _value(cell: Any) -> Any:
    if cell.data_type == "f":
        return _Formula("")
    if cell.data_type == "e":
        return _Error(cell.value)
    return cell.value


def _from_csv(path: Path, content: bytes) -> list[list[Any]]:
    try:
        text = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"{path} ist nicht in UTF-8 gespeichert. Buchstaben wie ș oder ж sind dann falsch.\n    → {_AS_EXCEL}"
        raise NoTableError(message) from error
    if "\0" in text:
        raise NoTableError(f"{path} ist keine Tabelle.\n    → {_AS_EXCEL}")
    head = text.partition("\n")[0]
    try:
        rows = csv.reader(
            StringIO(text, newline=""), delimiter=";" if head.count(";") >= head.count(",") else ",", strict=True
        )
        return [[_Error(cell) if _ERRORS.fullmatch(cell) else cell for cell in row] for row in rows]
    except csv.Error as error:
        raise NoTableError(
            f"{path} ist keine lesbare Tabelle. Vielleicht ist sie nicht ganz angekommen.\n    → {_AS_EXCEL}"
        ) from error


def _rows(path: Path, cells: Sequence[Sequence[Any]]) -> list[Returned]:
    heads = [str(value).strip() for value in cells[0]] if cells else []
    missing = [name for name in NEEDED if name not in heads]
    if missing:
        if not set(COLUMNS) & set(heads):
            raise NoTableError(f"{path} ist keine Tabelle aus diesem Kurs.\n    → {_WHOLE}")
        raise NoTableError(f"In {path} fehlt die Spalte „{missing[0]}“.\n    → {_WHOLE}")
    at = {name: heads.index(name) for name in (*NEEDED, FITS) if name in heads}

    def cell(row: Sequence[Any], name: str) -> Any:
        return row[at[name]] if name in at and at[name] < len(row) else None

    found = []
    for number, row in enumerate(cells[1:], start=2):
        value = cell(row, TRANSLATION)
        fault, hint = _fault(value)
        texts = [_text(cell(row, name)) for name in (ID, GERMAN, HASH)]
        text = "" if fault else _text(value)
        found.append(
            Returned(
                number,
                texts[0].strip(),
                texts[1],
                texts[2].strip(),
                text,
                bool(_text(cell(row, FITS)).strip()),
                fault,
                hint,
            )
        )
    return found


def _fault(value: Any) -> tuple[str, str]:
    if isinstance(value, _Formula) or (
        value is not None and type(value).__name__ in ("ArrayFormula", "DataTableFormula")
    ):
        return "In der Zelle steht eine Formel.", "Ein Text beginnt nicht mit =. " + _AS_TEXT
    if isinstance(value, _Error):
        return f"In der Zelle steht ein Fehler von Excel: {value}", _AS_TEXT
    if isinstance(value, bool | int | float):
        return "Excel hat aus dem Text eine Zahl gemacht.", _AS_TEXT
    if isinstance(value, datetime | date | time):
        return "Excel hat aus dem Text ein Datum gemacht.", _AS_TEXT
    return "", ""


def _text(value: Any) -> str:
    """The words of a cell with `\\n` line ends; Excel writes a return as `_x000D_`."""
    words = "" if value is None else str(value)
    return words.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
