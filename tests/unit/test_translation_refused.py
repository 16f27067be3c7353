"""What a returned spreadsheet may not do: refused row by row, with its number and the reason; the rest is written."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from coursekit.course import Course, load_course
from coursekit.translation.exchange.columns import COLUMNS, GERMAN, HASH, ID, TRANSLATION
from coursekit.translation.exchange.refusals import sorted_out
from coursekit.translation.exchange.returned import Returned
from coursekit.translation.exchange.rows import read_rows
from openpyxl import load_workbook

from tests.unit.git_course import change
from tests.unit.golden import MINI
from tests.unit.returned_sheet import contents, course, edit, fill

PAGE, QUIZ = "docs/ro/mietrecht/kaution.md", "quizzes/ro/mietrecht/kaution.yml"
TEXT = "kaution.md#wie-hoch.text"
WHOLE = "![O casă](../../assets/one.svg)\n\n**Kaution**{term=kaution}: {{ fact.kaution-max }} chirii.\n\n<!-- question: kaution-hoehe -->"


@pytest.fixture(scope="module")
def loaded() -> Course:
    found, problems = load_course(MINI)
    assert found is not None, problems
    return found


@pytest.fixture
def sheet(tmp_path: Path, exported: bytes) -> Path:
    path = tmp_path / "ro.xlsx"
    path.write_bytes(exported)
    return path


def refusals(root: Path, path: Path) -> list[str]:
    """The rows that were refused, as the command says it."""
    done = course(root, "import-translation", str(path))
    assert done.exit_code == 1, done.output
    assert "Traceback" not in done.output
    count, *lines = done.stderr.splitlines()
    assert count.startswith("Nicht übernommen: ")
    return lines


def test_a_whole_text_is_taken(mini: Path, sheet: Path) -> None:
    fill(sheet, {TEXT: WHOLE})
    assert course(mini, "import-translation", str(sheet)).exit_code == 0


@pytest.mark.parametrize(
    ("row", "text", "said"),
    [
        (TEXT, WHOLE.replace("{{ fact.kaution-max }}", "3"), "Hier fehlt der Platzhalter {{ fact.kaution-max }}."),
        (TEXT, WHOLE.replace("kaution-max", "kaution-mare"), "Hier fehlt der Platzhalter {{ fact.kaution-max }}."),
        (TEXT, WHOLE + " {{ city.name }}", "Der Platzhalter {{ city.name }} steht auf Deutsch nicht an dieser Stelle."),
        (TEXT, WHOLE.replace("**Kaution**{term=kaution}", "Kaution"), "Hier fehlt das Fachwort „kaution“."),
        (TEXT, WHOLE.replace("<!-- question: kaution-hoehe -->", ""), "Hier fehlt der Marker <!-- question: kaution-hoehe -->."),
        (TEXT, WHOLE.replace("one.svg", "doi.svg"), "Hier fehlt das Bild ../../assets/one.svg."),
        (TEXT, WHOLE + "\n\n[aici](https://www.hagen.de)", "Der Link auf https://www.hagen.de steht auf Deutsch nicht an dieser Stelle."),
        (TEXT, WHOLE + "\n\n- unu", "Punkte in Listen dieses Abschnitts: hier 1, auf Deutsch 0."),
        (TEXT, WHOLE + "\n\n> Ein Satz.", "Dieses Zitat steht nicht so im deutschen Text. Zitate bleiben deutsch."),
        (TEXT, WHOLE + "\n\n## Un titlu {#titlu}", "Im Text steht eine Überschrift oder eine Linie."),
        (TEXT, WHOLE + "\n\nUnu\n---", "Im Text steht eine Überschrift oder eine Linie."),
        (TEXT, WHOLE + " <!-- note -->", "Der Marker <!-- note --> steht auf Deutsch nicht in diesem Abschnitt."),
        (TEXT, WHOLE + "\tunu", "Hier steht ein Tabulator."),
        (TEXT, WHOLE + " **x**{term=x}", "Das Wort „x“ steht nicht in data/glossary/de.yml."),
        ("kaution.md#title", "Unu\ndoi", "Hier steht nur eine Zeile."),
        ("kaution-hoehe.prompt", "Cât?", "Hier fehlt das Fachwort „kaltmiete“."),
        ("kaution-hoehe.hints.0", "[aici](javascript:x)", "Der Link auf javascript:x steht auf Deutsch nicht an dieser Stelle."),
        ("ro.yml#page.place", "Lecția {number}", "In geschweiften Klammern stehen andere Wörter als im Deutschen."),
        ("ro.yml#start.exam", "Pentru", "Hier fehlt der Platzhalter {{ city.certificate }}."),
        ("kaution-rate.unit", "{{ fact.kaution-max", "Ein Platzhalter wird nicht geschlossen."),
    ],
)  # fmt: skip
def test_a_text_that_does_not_fit(loaded: Course, row: str, text: str, said: str) -> None:
    rows = {found.id: found for found in read_rows(loaded, "ro")}
    (meant,) = (found for name, found in rows.items() if name.endswith(row))
    returned = [Returned(7, meant.id, meant.german, meant.hash, text, fits=False)]
    accepted, (refusal,) = sorted_out(returned, rows, loaded, "ro")
    assert accepted == []
    assert str(refusal).startswith(f"Zeile 7 ({meant.id}): {said}\n    → ")


def test_what_excel_makes_of_texts(mini: Path, sheet: Path) -> None:
    """Each of these is refused, and the good row beside them is written, and nothing else."""
    bad = {
        "kaution-rate.unit": 1200,
        "kaution-rate.prompt": 1.2,
        "kaution-rate.feedback.0": True,
        "kaution-rate.feedback.1": datetime(2026, 5, 3),
        "kaution-stimmt.prompt": "=A1+1",
        "kaution-stimmt.explanation": "#NAME?",
        TEXT: WHOLE.replace("{{ fact.kaution-max }}", "3"),
    }
    fill(sheet, {**bad, "kaution-rate.explanation": "Este 400."})
    before = contents(mini)
    numbers = {
        cells[list(COLUMNS).index(ID)].value: cells[0].row for cells in load_workbook(sheet)["ro"].iter_rows(min_row=2)
    }
    said = (
        (f"{PAGE}#wie-hoch.text", "Hier fehlt der Platzhalter {{ fact.kaution-max }}."),
        (f"{QUIZ}#kaution-rate.prompt", "Excel hat aus dem Text eine Zahl gemacht."),
        (f"{QUIZ}#kaution-rate.unit", "Excel hat aus dem Text eine Zahl gemacht."),
        (f"{QUIZ}#kaution-rate.feedback.0", "Excel hat aus dem Text eine Zahl gemacht."),
        (f"{QUIZ}#kaution-rate.feedback.1", "Excel hat aus dem Text ein Datum gemacht."),
        (f"{QUIZ}#kaution-stimmt.prompt", "In der Zelle steht eine Formel."),
        (f"{QUIZ}#kaution-stimmt.explanation", "In der Zelle steht ein Fehler von Excel: #NAME?"),
    )
    assert sorted(refusals(mini, sheet)[::2]) == sorted(f"Zeile {numbers[name]} ({name}): {why}" for name, why in said)
    after = contents(mini)
    assert {file for file in after if after[file] != before[file]} == {QUIZ}
    assert after[QUIZ].decode() == before[QUIZ].decode().replace("1.200 împărțit la 3 face 400.", "Este 400.")


def cell(table: Any, row: int, name: str) -> Any:
    return table.cell(row, list(COLUMNS).index(name) + 1)


def at(table: Any, end: str) -> int:
    return next(row for row in range(2, table.max_row + 1) if cell(table, row, ID).value.endswith(end))


def put(end: str, name: str, value: object) -> Callable[[Any], None]:
    def changed(table: Any) -> None:
        cell(table, at(table, end), name).value = value

    return changed


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (ID, "docs/ro/mietrecht/kauton.md#title", "Diesen Text gibt es im Deutschen nicht (mehr)."),
        (ID, "docs/bg/mietrecht/kaution.md#title", "Diese Zeile gehört zu einer anderen Sprache: Български."),
        (ID, None, "In der Spalte „Kennung“ steht nichts."),
        (GERMAN, "Die Kaution", "In der Spalte „Deutsch“ wurde etwas geändert."),
        (HASH, "h000000000000", "Das Deutsche hat sich geändert, seit die Tabelle geschrieben wurde."),
    ],
)
def test_a_row_that_is_not_ours(mini: Path, sheet: Path, column: str, value: object, said: str) -> None:
    edit(sheet, put("kaution.md#title", column, value))
    fill_title = put("kaution.md#title", TRANSLATION, "Altfel")
    if column != ID:
        edit(sheet, fill_title)
    before = contents(mini)
    assert said in refusals(mini, sheet)[0]
    assert contents(mini) == before


def test_german_that_changed_since(mini: Path, sheet: Path) -> None:
    change(mini / "docs/de/mietrecht/kaution.md", "ist höchstens", "ist nie mehr als")
    fill(sheet, {TEXT: WHOLE, "kaution.md#goal": "Plătiți corect."})
    before = (mini / PAGE).read_text("utf-8")
    lines = refusals(mini, sheet)
    assert [line.partition(": ")[2] for line in lines[::2]] == [
        "Das Deutsche hat sich geändert, seit die Tabelle geschrieben wurde."
    ]
    assert "course export-translation ro" in lines[1]
    assert (mini / PAGE).read_text("utf-8") == before.replace("Plătiți în siguranță.", "Plătiți corect.")


def test_a_row_that_stands_there_twice(mini: Path, sheet: Path) -> None:
    def doubled(table: Any) -> None:
        table.append(
            [table.cell(at(table, "kaution-rate.unit"), column).value for column in range(1, len(COLUMNS) + 1)]
        )

    edit(sheet, doubled)
    assert course(mini, "import-translation", str(sheet)).exit_code == 0
    edit(sheet, lambda table: setattr(cell(table, table.max_row, TRANSLATION), "value", "lei"))
    lines = refusals(mini, sheet)
    assert len(lines) == 4
    assert all("Diese Zeile steht mehrmals in der Tabelle, mit verschiedenen Texten." in line for line in lines[::2])


def test_empty_cells_are_not_translated_yet(mini: Path, sheet: Path) -> None:
    fill(sheet, {"kaution-rate.unit": None, "kaution.md#title": "   "})
    before = contents(mini)
    done = course(mini, "import-translation", str(sheet))
    assert (done.exit_code, done.output) == (0, "Nichts hat sich geändert.\nNoch nicht übersetzt: 2 Zeilen.\n")
    assert contents(mini) == before


def test_what_only_the_whole_check_finds_is_taken_back(mini: Path, sheet: Path) -> None:
    """A picture that nobody can hear of: the row alone is as it should be, the page is not."""
    fill(
        sheet,
        {TEXT: WHOLE.replace("![O casă]", "![]"), "kaution.md#goal": "Plătiți corect.", "kaution-rate.unit": "lei"},
    )
    before = (mini / PAGE).read_text("utf-8")
    lines = refusals(mini, sheet)
    assert [line.partition(": ")[2] for line in lines[::2]] == [
        "Das Bild hat keinen Text für Menschen, die es nicht sehen."
    ]
    assert 'unit: "lei"' in (mini / QUIZ).read_text("utf-8")
    assert (mini / PAGE).read_text("utf-8") == before.replace("Plătiți în siguranță.", "Plătiți corect.")
    assert course(mini, "check").exit_code == 0


def test_words_with_foreign_letters_are_taken_back(mini: Path, sheet: Path) -> None:
    """What the check says of the language counts, too: ş with a cedilla is not the Romanian letter."""
    fill(sheet, {"kaution-rate.prompt": "Acesta eşte răspunsul.", "kaution-rate.unit": "lei"})
    lines = refusals(mini, sheet)
    assert len(lines) == 2
    assert lines[0].startswith("Zeile ")
    assert f"({QUIZ}#kaution-rate.prompt)" in lines[0]
    assert 'unit: "lei"' in (mini / QUIZ).read_text("utf-8")
    assert "eşte" not in (mini / QUIZ).read_text("utf-8")


def as_csv(sheet: Path, delimiter: str, encoding: str) -> Path:
    path = sheet.with_suffix(".csv")
    with path.open("w", encoding=encoding, newline="", errors="replace") as file:
        writer = csv.writer(file, delimiter=delimiter)
        for row in load_workbook(sheet)["ro"].iter_rows(values_only=True):
            writer.writerow(["" if value is None else value for value in row])
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_csv_as_libreoffice_writes_it(mini: Path, sheet: Path, delimiter: str, encoding: str) -> None:
    fill(sheet, {"kaution-rate.unit": "lei", TEXT: WHOLE})
    done = course(mini, "import-translation", str(as_csv(sheet, delimiter, encoding)))
    assert (done.exit_code, done.output) == (0, f"{PAGE}: 1 Text geschrieben.\n{QUIZ}: 1 Text geschrieben.\n")


def test_a_fault_of_excel_in_csv(mini: Path, sheet: Path) -> None:
    path = as_csv(sheet, ";", "utf-8")
    path.write_text(path.read_text("utf-8").replace(";euro;", ";#WERT!;"), "utf-8")
    assert "In der Zelle steht ein Fehler von Excel: #WERT!" in refusals(mini, path)[0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "ist leer"),
        ("a.xlsx", b"PK\x03\x04 cut", "keine lesbare Excel-Datei"),
        ("a.csv", "Kennung;Übersetzung".encode("cp1252"), "nicht in UTF-8"),
        ("a.csv", "Kennung;Übersetzung".encode("utf-16"), "nicht in UTF-8"),
        ("a.csv", b"Name;Ort\nAna;Hagen\n", "keine Tabelle aus diesem Kurs"),
        ("a.csv", "Kennung;Deutsch;Übersetzung\n".encode(), "fehlt die Spalte „Prüfzeichen“"),
        ("a.csv", b'"Kennung;Deutsch', "keine"),
        ("a.csv", "Kennung;Deutsch;Übersetzung;Prüfzeichen\n".encode(), "keine Zeile aus diesem Kurs"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "nicht in UTF-8"),
    ],
)  # fmt: skip
def test_files_that_are_no_table(mini: Path, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = course(mini, "import-translation", str(path))
    assert done.exit_code == 2
    assert said in done.stderr
    assert not done.exception or isinstance(done.exception, SystemExit)


def test_a_cut_file(mini: Path, sheet: Path) -> None:
    sheet.write_bytes(sheet.read_bytes()[:-4000])
    done = course(mini, "import-translation", str(sheet))
    assert done.exit_code == 2
    assert "Vielleicht ist sie nicht ganz angekommen." in done.stderr


def test_a_file_that_is_not_there(mini: Path, tmp_path: Path) -> None:
    assert course(mini, "import-translation", str(tmp_path / "none.xlsx")).exit_code == 2


def test_a_faulty_course_is_mended_first(mini: Path, sheet: Path) -> None:
    (mini / "data/city.yml").write_text("", "utf-8")
    done = course(mini, "import-translation", str(sheet))
    assert done.exit_code == 2
    assert "Der Kurs hat Fehler. Beheben Sie sie zuerst." in done.stderr


def test_a_language_that_is_not_there(mini: Path) -> None:
    done = course(mini, "export-translation", "rumänisch")
    assert done.exit_code == 2
    assert "Die Sprache „rumänisch“ gibt es nicht." in done.stderr
