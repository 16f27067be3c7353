"""A spreadsheet as a translator sends it back: exported, opened, changed, saved."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from coursekit.cli import main
from coursekit.translation.exchange.columns import COLUMNS, FITS, ID, TRANSLATION
from openpyxl import load_workbook

Cells = list[dict[str, Any]]


def course(root: Path, *words: str) -> Result:
    """What the command `course` does."""
    return CliRunner().invoke(main, ["--root", str(root), *words])


def export(root: Path, target: Path, *words: str, language: str = "ro") -> Cells:
    """The rows of a sheet that is written to `target`, each by the names of its columns."""
    done = course(root, "export-translation", language, *words, "--output", str(target))
    assert done.exit_code == 0, done.output
    return read(target, language) if target.is_file() else []


def read(path: Path, language: str = "ro") -> Cells:
    sheet = load_workbook(path)[language]
    heads = [cell.value for cell in sheet[1]]
    assert heads == list(COLUMNS)
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]


def fill(path: Path, texts: dict[str, Any], column: str = TRANSLATION, language: str = "ro") -> None:
    """Writes into the column, by the end of a row's id; each must be there once."""
    book = load_workbook(path)
    sheet = book[language]
    for end, text in texts.items():
        rows = [row for row in sheet.iter_rows(min_row=2) if row[list(COLUMNS).index(ID)].value.endswith(end)]
        assert len(rows) == 1, (end, len(rows))
        rows[0][list(COLUMNS).index(column)].value = text
    book.save(path)


def tick(path: Path, *ends: str) -> None:
    """Says of rows that their translation still fits."""
    fill(path, dict.fromkeys(ends, "x"), FITS)


def edit(path: Path, change: Callable[[Any], None], language: str = "ro") -> None:
    """Changes the sheet as somebody does who knows their program."""
    book = load_workbook(path)
    change(book[language])
    file = BytesIO()
    book.save(file)
    path.write_bytes(file.getvalue())


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the course."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
