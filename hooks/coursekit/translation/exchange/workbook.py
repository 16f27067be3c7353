"""The spreadsheet that a translator opens in Excel or LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter

from coursekit.languages import Language
from coursekit.translation.exchange.columns import (
    CHANGED,
    COLUMNS,
    CONTEXT,
    FITS,
    GERMAN,
    HASH,
    ID,
    NOTE,
    OPEN,
    STATE,
    TRANSLATION,
)
from coursekit.translation.exchange.earlier import changes
from coursekit.translation.exchange.row import Row

GUIDE: Final = "Anleitung"
_HEAD = PatternFill("solid", fgColor="1F3A5F")
_WRITE_HERE = PatternFill("solid", fgColor="FFF8DC")
_UNLOCKED = Protection(locked=False)
_LATIN = Alignment(wrap_text=True, vertical="top")
_ARABIC = Alignment(wrap_text=True, vertical="top", readingOrder=2)
_TEXT = "@"  # Excel makes no number and no date of what is typed here

_STEPS = (
    "So übersetzen Sie in dieser Tabelle",
    "",
    "1. Öffnen Sie das zweite Blatt (unten): „{sheet}“.",
    "2. Links steht der deutsche Text. Schreiben Sie Ihre Übersetzung in die gelbe Spalte „Übersetzung“.",
    "3. Steht dort schon ein Text? Dann hat sich das Deutsche vielleicht geändert. Die Spalte „Was sich im Deutschen "
    "geändert hat“ zeigt es. Ändern Sie die Übersetzung.",
    "4. Passt die alte Übersetzung noch? Schreiben Sie ein x in die Spalte „Passt noch (x)“.",
    "5. Fertig oder für heute genug? Speichern Sie die Datei und schicken Sie sie zurück. Leere Zellen schaden nicht.",
    "",
    "Was genau so bleibt",
    "• {{{{ fact.name }}}} und {{{{ city.name }}}}: Hier setzt der Kurs eine Zahl oder eine Adresse ein.",
    "• **Kaution**{{term=kaution}}: ein deutsches Fachwort. Es bleibt deutsch. Was es heißt, steht in Klammern dahinter.",
    "• Was mit > beginnt: ein deutscher Satz zum Abschreiben. Er bleibt deutsch. Darunter darf stehen, was er heißt.",
    "• ![Text](datei.svg) und [Text](adresse): Übersetzen Sie nur den Text in den eckigen Klammern.",
    "• <!-- quiz --> und <!-- question: name -->: Hier stehen später die Fragen.",
    "• {{number}} und andere Wörter in geschweiften Klammern.",
    "• Zeilen, die mit - oder 1. beginnen: eine Liste. Sie hat in jeder Sprache gleich viele Zeilen.",
    "",
    "Gut zu wissen",
    "• Eine neue Zeile in einer Zelle: Alt und Eingabe (in LibreOffice: Strg und Eingabe).",
    "• Ändern Sie nichts in den anderen Spalten, und löschen Sie keine Spalte. Filtern ist erlaubt.",
    "• Schreiben Sie keine Formeln.",
    "• Zuerst alles von einer Seite, dann die nächste: Eine neue Seite oder Frage erscheint erst, wenn sie ganz ist.",
    "",
    "Was der Stand bedeutet",
    "• fehlt: Es gibt noch keine Übersetzung.",
    "• veraltet: Das Deutsche hat sich seit der Übersetzung geändert.",
    "• unsicher: Jemand war sich nicht sicher. Warum, steht bei „Anmerkung“.",
    "• aktuell: Alles passt.",
)


def workbook(rows: Sequence[Row], language: Language) -> bytes:
    """The rows as an .xlsx file: a sheet that explains, and one named after the language to write into."""
    book = Workbook()
    guide, sheet = book.active, book.create_sheet(language.code)
    guide.title = GUIDE
    _guide(guide, language)
    sheet.append(list(COLUMNS))
    for number, row in enumerate(rows, start=2):
        cells = _cells(row)
        for column, name in enumerate(COLUMNS, start=1):
            cell = sheet.cell(number, column)
            cell.value = cells[name] or None
            if cells[name]:
                cell.data_type = "s"  # a text that begins with = is no formula
            _dressed(cell, name, language)
    _frame(sheet, language)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cells(row: Row) -> dict[str, str]:
    return {
        CONTEXT: row.context,
        STATE: row.state,
        GERMAN: row.german,
        CHANGED: changes(row.before, row.german) if row.before else "",
        TRANSLATION: row.translation,
        FITS: "",
        NOTE: row.note,
        ID: row.id,
        HASH: row.hash,
    }


def _dressed(cell: Any, name: str, language: Language) -> None:
    """The looks of a cell; openpyxl compares styles by value, so each is made once."""
    right_to_left = name == TRANSLATION and language.direction == "rtl"
    cell.alignment = _ARABIC if right_to_left else _LATIN
    cell.number_format = _TEXT
    if name in OPEN:
        cell.protection, cell.fill = _UNLOCKED, _WRITE_HERE


def _frame(sheet: Any, language: Language) -> None:
    """The row of names, which stays when one scrolls, the widths, and the lock."""
    for column, width in enumerate(COLUMNS.values(), start=1):
        cell = sheet.cell(1, column)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.protection.sheet = True  # without a password: against slips, not against people
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.autoFilter = False
    sheet.sheet_properties.tabColor = "1F3A5F"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _guide(sheet: Any, language: Language) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, step in enumerate(_STEPS, start=1):
        cell = sheet.cell(number, 1, step.format(sheet=language.code))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if step and not step.startswith("•") and not step[0].isdigit():
            cell.font = Font(bold=True, size=14 if number == 1 else 12)
    sheet.protection.sheet = True
