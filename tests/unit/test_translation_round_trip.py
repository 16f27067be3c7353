"""Out into a spreadsheet and back: what a translator without git does, and what becomes of the files."""

from __future__ import annotations

from pathlib import Path

import pytest
from coursekit.course import load_course
from coursekit.translation.exchange.columns import CHANGED, GERMAN, ID, NOTE, STATE, TRANSLATION
from coursekit.translation.exchange.refusals import Accepted, settled
from coursekit.translation.exchange.rows import read_rows
from coursekit.translation.exchange.writing import write_rows
from openpyxl import load_workbook

from tests.invented import invented, shifted
from tests.unit.git_course import change, commit, git_course
from tests.unit.golden import ROOT
from tests.unit.returned_sheet import contents, course, edit, export, fill, read, tick

PAGE, GERMAN_PAGE = "docs/ro/mietrecht/kaution.md", "docs/de/mietrecht/kaution.md"
QUIZ, GERMAN_QUIZ = "quizzes/ro/mietrecht/kaution.yml", "quizzes/de/mietrecht/kaution.yml"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Where a sheet is to be written."""
    return tmp_path / "ro.xlsx"


@pytest.fixture
def full(sheet: Path, exported: bytes) -> Path:
    """A sheet with every text of the mini course."""
    sheet.write_bytes(exported)
    return sheet


def states(root: Path, language: str = "ro") -> dict[str, str]:
    """The texts that are not current."""
    loaded, problems = load_course(root)
    assert loaded is not None, problems
    return {row.id.rpartition("/")[2]: row.state for row in read_rows(loaded, language) if row.state != "aktuell"}


@pytest.mark.parametrize("language", ["ro", "bg"])
def test_every_text_of_the_course_written_again_changes_no_byte(language: str) -> None:
    """Not because nothing was different: every single text is written to its place."""
    loaded, problems = load_course(ROOT)
    assert loaded is not None, problems
    rows = read_rows(loaded, language)
    every = [
        Accepted(row, number, settled(row.translation), True, True)
        for number, row in enumerate(rows)
        if row.translation
    ]
    written = write_rows(loaded, language, rows, every)
    assert written.waiting == []
    assert len(written.files) == len({row.file for row in rows if row.translation})
    for name, text in written.files.items():
        assert text == (ROOT / name).read_bytes().decode(), name


def test_unchanged_it_changes_nothing(mini: Path, full: Path) -> None:
    before = contents(mini)
    done = course(mini, "import-translation", str(full))
    assert (done.exit_code, done.output) == (0, "Nichts hat sich geändert.\n")
    assert contents(mini) == before


@pytest.mark.parametrize(
    ("row", "text", "file", "old", "new"),
    [
        ("kaution.md#title", "Garanția noastră", PAGE, "title: Garanția", "title: Garanția noastră"),
        ("kaution.md#goal", "Plata: sigură", PAGE, "goal: Plătiți în siguranță.", 'goal: "Plata: sigură"'),
        ("kaution.md#hilfe.heading", "Cine ajută?", PAGE, "## Ajutor {#", "## Cine ajută? {#"),
        ("kaution-rate.unit", "euro „tari”", QUIZ, 'unit: "euro"', 'unit: "euro „tari”"'),
        ("kaution-hoehe.hints.0", 'De „3” ori \\', QUIZ, '"Calculați de 3 ori."', '"De „3” ori \\\\"'),
        ("kaution-hoehe.options.a.text", "Opt sute", QUIZ, '"800 de euro"', '"Opt sute"'),
        ("kaution-rate.feedback.1", "Încă nu.", QUIZ, '"Încă nu. Împărțiți la 3."', '"Încă nu."'),
        ("einzug-reihenfolge.items.zahlen", "Dați banii", QUIZ, 'zahlen: "Plătiți"', 'zahlen: "Dați banii"'),
        ("quittung-luecken.help", "Un bon.\nDoi.", QUIZ, 'help: "Chitanță: s-au primit 400 de euro. Semnătura. Cuvinte: chitanță, reziliere; proprietarul, eu."', "help: |\n      Un bon.\n      Doi."),
        ("ro.yml#kaution.meaning", "Bani.", "data/glossary/ro.yml", None, '"Bani."'),
        ("ro.yml#page.place", "{number} / {total}", "data/words/ro.yml", '"Lecția {number} din {total}"', '"{number} / {total}"'),
        ("lessons.mietrecht/kaution.picture.alt.ro", "Casa", "data/lessons.yml", None, '"Casa"'),
    ],
)  # fmt: skip
def test_one_cell_changes_one_text(
    mini: Path, full: Path, row: str, text: str, file: str, old: str | None, new: str
) -> None:
    """Text after text, in the manner of the file."""
    cells = read(full)
    before = contents(mini)
    if old is None:
        old = f'"{next(cell[TRANSLATION] for cell in cells if cell[ID].endswith(row))}"'
    fill(full, {row: text})
    done = course(mini, "import-translation", str(full))
    assert done.exit_code == 0, done.output
    assert done.output == f"{file}: 1 Text geschrieben.\n"
    lines = before[file].decode().split("\n")
    changed = contents(mini)[file].decode().split("\n")
    prefix = next(i for i, pair in enumerate(zip(lines, changed, strict=False)) if pair[0] != pair[1])
    assert "\n".join(changed) == "\n".join([*lines[:prefix], lines[prefix].replace(old, new), *lines[prefix + 1 :]])
    assert {name: content for name, content in contents(mini).items() if name != file} == {
        name: content for name, content in before.items() if name != file
    }
    assert states(mini) == {}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_section_is_written_between_its_headings(mini: Path, sheet: Path, line_end: str) -> None:
    page = mini / PAGE
    page.write_bytes(page.read_bytes().replace(b"\n", line_end.encode()))
    before = page.read_bytes().decode()
    export(mini, sheet, "--all")
    new = "O propoziție.\n\n{{ city.buergeramt.name }}, {{ city.buergeramt.phone }}."
    fill(sheet, {"#hilfe.text": new.replace("\n", "\r\n") + " \n\n"})
    assert course(mini, "import-translation", str(sheet)).exit_code == 0
    old = "{{ city.buergeramt.name }}, {{ city.buergeramt.phone }}."
    assert page.read_bytes().decode() == before.replace(old, new.replace("\n", line_end))


def test_the_sheet_is_made_for_translators(mini: Path, full: Path) -> None:
    book = load_workbook(full)
    assert book.sheetnames == ["Anleitung", "ro"]
    guide = [str(cell.value or "") for (cell,) in book["Anleitung"].iter_rows()]
    assert any("{{ fact.name }}" in line for line in guide)
    assert not any("{sheet}" in line for line in guide)
    table = book["ro"]
    assert table.freeze_panes == "A2"
    assert table.protection.sheet
    assert not table.protection.password
    heads = {cell.value: cell.column for cell in table[1]}
    for row in table.iter_rows(min_row=2):
        unlocked = {cell.column for cell in row if not cell.protection.locked}
        assert unlocked == {heads[TRANSLATION], heads["Passt noch (x)"]}
        assert all(cell.alignment.wrap_text and cell.number_format == "@" for cell in row)
    ids = [row[ID] for row in read(full)]
    assert len(ids) == len(set(ids))


def test_a_text_that_begins_with_an_equals_sign_is_no_formula(mini: Path, sheet: Path) -> None:
    change(mini / QUIZ, '"Calculați de 3 ori."', '"=3 ori"')
    assert any(row[TRANSLATION] == "=3 ori" for row in export(mini, sheet, "--all"))
    cell = next(cell for row in load_workbook(sheet)["ro"].iter_rows() for cell in row if cell.value == "=3 ori")
    assert cell.data_type == "s"
    before = contents(mini)
    done = course(mini, "import-translation", str(sheet))
    assert contents(mini) == before
    assert done.exit_code == 0, done.output


def test_nothing_to_translate_is_said(mini: Path, sheet: Path) -> None:
    done = course(mini, "export-translation", "ro", "--output", str(sheet))
    assert done.output == "Nichts fehlt, nichts ist veraltet. Alle Texte schreibt --all.\n"
    assert not sheet.exists()


def test_what_changed_in_german_stands_beside_it(tmp_path: Path, sheet: Path) -> None:
    root = git_course(tmp_path)
    change(root / GERMAN_PAGE, "ist höchstens", "ist nie mehr als")
    change(root / GERMAN_QUIZ, "Was kommt zuerst?", "Was tun Sie zuerst?")
    rows = export(root, sheet)
    assert [(row[ID], row[STATE]) for row in rows] == [
        (f"{PAGE}#wie-hoch.text", "veraltet"),
        (f"{QUIZ}#einzug-reihenfolge.prompt", "veraltet"),
    ]
    assert rows[1][CHANGED] == "vorher: Was kommt zuerst?\njetzt: Was tun Sie zuerst?"
    assert rows[0][CHANGED].startswith("vorher: Die **Kaution**{term=kaution} ist höchstens")
    fill(sheet, {"wie-hoch.text": rows[0][TRANSLATION].replace("de cel mult", "niciodată mai mult de")})
    done = course(root, "import-translation", str(sheet))
    assert done.exit_code == 0, done.output
    assert done.output == (
        f"{PAGE}: 1 Text geschrieben.\n{PAGE}: ist ganz übersetzt und als aktuell vermerkt.\n"
        "Wie vorher und ohne x bei „Passt noch“: 1 Zeile. Das bleibt veraltet.\n"
    )
    # The question's cell still holds the old text: nobody said that it fits.
    assert states(root) == {"kaution.yml#einzug-reihenfolge.prompt": "veraltet"}
    tick(sheet, "einzug-reihenfolge.prompt")
    done = course(root, "import-translation", str(sheet))
    assert done.output.endswith(f"{QUIZ}, Frage „einzug-reihenfolge“: ist ganz übersetzt und als aktuell vermerkt.\n")
    assert states(root) == {}
    commit(root)
    assert export(root, tmp_path / "none.xlsx") == []


def test_a_page_half_done_is_written_and_not_stamped(tmp_path: Path, sheet: Path) -> None:
    root = git_course(tmp_path)
    change(root / GERMAN_PAGE, "goal: Sie zahlen sicher.", "goal: Sie zahlen richtig.")
    change(root / GERMAN_PAGE, "ist höchstens", "ist nie mehr als")
    export(root, sheet)
    fill(sheet, {"kaution.md#goal": "Plătiți corect."})
    done = course(root, "import-translation", str(sheet))
    assert done.output.startswith(f"{PAGE}: 1 Text geschrieben.\nWie vorher")
    assert states(root) == {"kaution.md#goal": "veraltet", "kaution.md#wie-hoch.text": "veraltet"}


def test_without_git_the_whole_page_is_to_compare(mini: Path, sheet: Path) -> None:
    change(mini / GERMAN_PAGE, "ist höchstens", "ist nie mehr als")
    rows = export(mini, sheet)
    assert len(rows) == 8
    assert {row[NOTE] for row in rows} == {"Die frühere deutsche Fassung ist nicht bekannt. Bitte ganz vergleichen."}
    tick(sheet, *(row[ID] for row in rows))
    done = course(mini, "import-translation", str(sheet))
    assert done.output == f"{PAGE}: ist ganz übersetzt und als aktuell vermerkt.\n"


def test_a_page_without_headings(mini: Path, sheet: Path) -> None:
    for language in ("de", "ro"):
        page = mini / f"docs/{language}/mietrecht/index.md"
        page.write_text("---\ntitle: Eins\n---\n\nZwei.\n\nDrei.\n", "utf-8")
    assert course(mini, "stamp", str(mini / "docs/ro/mietrecht/index.md")).exit_code == 0
    assert "docs/ro/mietrecht/index.md#.text" in {row[ID] for row in export(mini, sheet, "--all")}
    fill(sheet, {"index.md#.text": "Doi.\n\nTrei."})
    assert course(mini, "import-translation", str(sheet)).exit_code == 0
    assert (mini / "docs/ro/mietrecht/index.md").read_text("utf-8").endswith("\n---\n\nDoi.\n\nTrei.\n")


def test_doubts_stand_beside_the_words_they_are_about(mini: Path, sheet: Path) -> None:
    notes = 'unsure:\n  - "„de cel mult” für höchstens: gut?"\n  - "„800 de euro”: so?"\n  - "Alles."\nsource:'
    change(mini / PAGE, "source:", notes)
    found = {row[ID].rpartition("#")[2]: row[NOTE] for row in export(mini, sheet, "--all") if row[STATE] == "unsicher"}
    assert found == {
        "title": "Alles.",
        "wie-hoch.text": "„de cel mult” für höchstens: gut?",
        "kaution-hoehe.options.a.text": "„800 de euro”: so?",
    }


_CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyzäöüß", "абцдефгхійклмнопярстуввхізаоус")


def translated(rows: list[dict[str, str]], language: str = "ro") -> dict[str, str]:
    """A translation that keeps what must stay, in words that no language has."""
    word = (lambda german: german.lower().translate(_CYRILLIC)) if language == "uk" else shifted(1)
    return {row[ID]: invented(row[GERMAN], word) for row in rows}


def test_what_is_missing_is_created(mini: Path, sheet: Path) -> None:
    """A page, all questions of a lesson, a term and a lead picture's text, as in a language that has only begun."""
    (mini / PAGE).unlink()
    (mini / QUIZ).unlink()
    change(
        mini / "data/lessons.yml",
        '        ro: "O casă"\n        bg: "Една къща"\n    facts',
        '        bg: "Една къща"\n    facts',
    )
    text = (mini / "data/glossary/ro.yml").read_text("utf-8")
    (mini / "data/glossary/ro.yml").write_text(text[text.index("kaltmiete:") :], "utf-8")
    rows = export(mini, sheet)
    assert {row[STATE] for row in rows} == {"fehlt"}
    fill(sheet, translated(rows))
    done = course(mini, "import-translation", str(sheet))
    assert done.exit_code == 0, done.output
    assert states(mini) == {}
    page = (mini / PAGE).read_text("utf-8")
    assert page.startswith('---\ntitle: "lbvujpo"\ngoal: "tjf abimfo tjdifs."\nsource: "')
    assert "\n---\n\n## xjf ipdi? {#wie-hoch}\n\n![fjo ibvt](../../assets/one.svg)\n\n" in page
    head = '# yaml-language-server: $schema=../../translation.schema.json\nquestions:\n  kaution-hoehe:\n    source: "e2818282ace2"\n'
    assert (mini / QUIZ).read_text("utf-8").startswith(head)
    assert course(mini, "check", "--complete").exit_code == 0
    assert export(mini, sheet.with_name("again.xlsx")) == []


def test_a_new_page_waits_until_it_is_whole(mini: Path, sheet: Path) -> None:
    (mini / PAGE).unlink()
    rows = export(mini, sheet)
    fill(
        sheet,
        {row[ID]: text for row, text in zip(rows, translated(rows).values(), strict=True) if "goal" not in row[ID]},
    )
    done = course(mini, "import-translation", str(sheet))
    assert done.exit_code == 1
    assert "Es fehlt noch: goal." in done.stderr
    assert not (mini / PAGE).exists()


def test_a_new_section_and_a_new_option_come_to_their_place(tmp_path: Path, sheet: Path) -> None:
    root = git_course(tmp_path)
    change(root / GERMAN_PAGE, "## Üben {#ueben}", "## Neu {#neu}\n\nEin Satz.\n\n## Üben {#ueben}")
    option = '      - id: c\n        text: "1 Euro"\n        feedback: "Noch nicht."\n      - id: b\n        text: "1.200 Euro"'
    change(root / GERMAN_QUIZ, '      - id: b\n        text: "1.200 Euro"', option)
    change(root / GERMAN_QUIZ, "    exam: true\n", "    exam: true\n    rev: 2\n")
    rows = export(root, sheet)
    assert [row[ID].rpartition("#")[2] for row in rows] == [
        "neu.heading", "neu.text", "kaution-hoehe.options.c.text", "kaution-hoehe.options.c.feedback",
    ]  # fmt: skip
    before = (root / PAGE).read_text("utf-8"), (root / QUIZ).read_text("utf-8")
    fill(sheet, {"neu.heading": "Nou", "c.text": "1 euro"})
    done = course(root, "import-translation", str(sheet))
    assert done.exit_code == 1
    assert ((root / PAGE).read_text("utf-8"), (root / QUIZ).read_text("utf-8")) == before
    fill(sheet, {"neu.text": "O propoziție.", "c.feedback": "Încă nu."})
    done = course(root, "import-translation", str(sheet))
    assert done.exit_code == 0, done.output
    assert states(root) == {}
    page = (root / PAGE).read_text("utf-8")
    assert "<!-- question: kaution-hoehe -->\n\n## Nou {#neu}\n\nO propoziție.\n\n## Exersați {#ueben}\n" in page
    quiz = (root / QUIZ).read_text("utf-8")
    assert quiz.partition("\n\n  protokoll-was:")[2] == before[1].partition("\n\n  protokoll-was:")[2]
    assert 'c:\n        text: "1 euro"\n        feedback: "Încă nu."' in quiz


def test_a_dry_run_says_the_same_and_writes_nothing(mini: Path, full: Path) -> None:
    fill(full, {"kaution-rate.unit": "lei"})
    before = contents(mini)
    done = course(mini, "import-translation", str(full), "--dry-run")
    assert (done.exit_code, done.output) == (0, f"{QUIZ}: 1 Text zu schreiben.\n")
    assert contents(mini) == before


def test_only_the_files_that_are_named(mini: Path, sheet: Path) -> None:
    for name in (GERMAN_PAGE, PAGE):
        assert {row[ID].partition("#")[0] for row in export(mini, sheet, str(mini / name), "--all")} == {PAGE}
    glossary = str(mini / "data/glossary/de.yml")
    assert {row[ID].partition("#")[0] for row in export(mini, sheet, glossary, "--all")} == {"data/glossary/ro.yml"}
    done = course(mini, "export-translation", "ro", str(mini / "mkdocs.yml"))
    assert done.exit_code == 2
    assert "mkdocs.yml steht kein Text" in done.stderr


def test_rows_may_be_left_out(mini: Path, full: Path) -> None:
    fill(full, {"kaution-rate.unit": "lei"})
    edit(full, lambda table: table.delete_rows(2, 10))
    assert course(mini, "import-translation", str(full)).output == f"{QUIZ}: 1 Text geschrieben.\n"


def test_a_language_that_has_only_begun(mini: Path, sheet: Path) -> None:
    assert course(mini, "new-language", "uk").exit_code == 0
    change(
        mini / "data/glossary/de.yml",
        '  meaning: "Die Miete',
        '  example: "Die Kaltmiete ist 400 Euro."\n  meaning: "Die Miete',
    )
    rows = export(mini, sheet, language="uk")
    assert {row[STATE] for row in rows} == {"fehlt"}
    fill(sheet, translated(rows, "uk"), language="uk")
    done = course(mini, "import-translation", str(sheet))
    assert done.exit_code == 0, done.output
    assert states(mini, "uk") == {}
    # What was laid for the translator stays: the German above each word.
    words = (mini / "data/words/uk.yml").read_text("utf-8")
    assert '  # Lektion {number} von {total}\n  place: "лектіон {number} вон {total}"\n' in words
    assert course(mini, "check", "--complete").exit_code == 0


def test_a_file_with_no_place_for_a_text(mini: Path, sheet: Path) -> None:
    change(
        mini / "data/lessons.yml",
        'alt:\n        de: "Ein Haus"\n        ro: "O casă"\n        bg: "Една къща"\n    facts',
        'alt: {de: "Ein Haus", bg: "Една къща"}\n    facts',
    )
    rows = export(mini, sheet)
    fill(sheet, {rows[0][ID]: "O casă"})
    before = contents(mini)
    done = course(mini, "import-translation", str(sheet))
    assert done.exit_code == 1
    assert "Für diesen Text ist in der Datei kein Platz." in done.stderr
    assert contents(mini) == before
