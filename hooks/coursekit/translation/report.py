"""The state of the translations as people or programs read it: a table, Markdown, JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from coursekit.languages import Language, Languages
from coursekit.translation.status import KINDS, STATES, Entry

FORMATS: Final = ("table", "markdown", "json")
_STATE = {
    "current": "aktuell",
    "outdated": "veraltet",
    "untracked": "ohne Stempel",
    "missing": "fehlt",
    "orphan": "ohne deutsche Quelle",
    "faulty": "fehlerhaft",
}
_KIND = {
    "page": "Seiten",
    "question": "Fragen",
    "term": "Wörter im Glossar",
    "word": "Wörter der Oberfläche",
    "picture": "Texte der Bilder",
}
_HEADINGS = ("Datei", "Stand", "Unsicher", "Gelesen")
# So many names of questions or words stand in a row; JSON has all of them.
_NAMED = 5

_Row = tuple[str, str, str, str]


def status_text(entries: Sequence[Entry], languages: Languages, style: str) -> str:
    """How the translations stand, one row a file, in one of `FORMATS`."""
    if style == "json":
        return _json({language: _status_data(mine) for language, mine in _by_language(entries)})
    blocks = []
    for language, mine in _by_language(entries):
        files = [[entry for entry in mine if entry.file == file] for file in dict.fromkeys(e.file for e in mine)]
        lines = _markdown(files) if style == "markdown" else _table(files)
        blocks.append("\n".join([*_title(languages[language], style), *lines, "", *_sums(mine, style)]))
    return "\n\n".join(blocks)


def unsure_text(entries: Sequence[Entry], languages: Languages, style: str) -> str:
    """What translators are not sure of, file by file, for somebody who grew up with the language."""
    if style == "json":
        return _json({language: _unsure_data(mine) for language, mine in _by_language(entries)})
    blocks = []
    for language, mine in _by_language(entries):
        lines = _title(languages[language], style)
        open_pages = [entry for entry in mine if entry.unsure]
        for entry in open_pages:
            read = f" (gelesen: {entry.reviewed})" if entry.reviewed else ""
            lines += ["", f"### {entry.file}{read}", ""] if style == "markdown" else [f"{entry.file}{read}"]
            lines += [
                f"- Zeile {note.line}: {note.text}" if style == "markdown" else f"  {note.line}: {note.text}"
                for note in entry.unsure
            ]
        blocks.append("\n".join(lines if open_pages else [*lines, "Keine offenen Stellen."]))
    return "\n\n".join(blocks)


def _by_language(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    for language in dict.fromkeys(entry.language for entry in entries):
        yield language, [entry for entry in entries if entry.language == language]


def _row(entries: Sequence[Entry]) -> _Row:
    """The entries of one file in one row."""
    unsure = sum(len(entry.unsure) for entry in entries)
    reviewed = next((entry.reviewed for entry in entries if entry.reviewed), "")
    return entries[0].file, _standing(entries), str(unsure) if unsure else "–", reviewed or "–"


def _standing(entries: Sequence[Entry]) -> str:
    """„aktuell“ for a page; for questions and words how many stand how."""
    return _STATE[entries[0].state] if entries[0].part == "" else _counted(entries)


def _counted(entries: Sequence[Entry]) -> str:
    counted = Counter(entry.state for entry in entries)
    # Terms, words and pictures have no stamp: nobody knows more than that they are there.
    words = _STATE | ({"current": "vorhanden"} if entries and entries[0].kind in ("term", "word", "picture") else {})
    return ", ".join(f"{counted[state]} {words[state]}" for state in STATES if counted[state])


def _to_look_at(entries: Sequence[Entry]) -> list[str]:
    """The names of the questions and words that are not current: „veraltet: kaution-hoehe“."""
    found = []
    for state in STATES[1:]:
        names = [entry.part for entry in entries if entry.state == state and entry.part]
        more = f" und {len(names) - _NAMED} mehr" if len(names) > _NAMED else ""
        if names:
            found.append(f"{_STATE[state]}: {', '.join(names[:_NAMED])}{more}")
    return found


def _sums(entries: Sequence[Entry], style: str) -> list[str]:
    lines = []
    for kind in KINDS:
        mine = [entry for entry in entries if entry.kind == kind]
        lines.append(f"{_KIND[kind]}: {_counted(mine) or 'keine'}")
    pages = [entry for entry in entries if entry.kind == "page" and entry.state != "missing"]
    read = sum(bool(entry.reviewed) for entry in pages)
    unsure = sum(len(entry.unsure) for entry in entries)
    lines.append(f"Von Muttersprachlern gelesen: {read} von {len(pages)} Seiten; unsichere Stellen: {unsure}")
    return [f"- {line}" if style == "markdown" else line for line in lines]


def _title(language: Language, style: str) -> list[str]:
    name = f"{language.name} ({language.code})"
    return [f"## {name}", ""] if style == "markdown" else [name]


def _table(files: Sequence[Sequence[Entry]]) -> list[str]:
    rows = [_row(entries) for entries in files]
    widths = [max(len(row[column]) for row in (_HEADINGS, *rows)) for column in range(len(_HEADINGS))]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()

    lines = [line(_HEADINGS), line(["-" * width for width in widths])]
    for row, entries in zip(rows, files, strict=True):
        lines += [line(row), *(f"    {names}" for names in _to_look_at(entries))]
    return lines


def _markdown(files: Sequence[Sequence[Entry]]) -> list[str]:
    lines = [_HEADINGS, tuple("---" for _ in _HEADINGS)]
    for entries in files:
        file, *cells = (cell.replace("|", "\\|") for cell in _row(entries))
        lines.append(("<br>".join([file, *_to_look_at(entries)]), *cells))
    return [f"| {' | '.join(line)} |" for line in lines]


def _json(languages: dict[str, object]) -> str:
    return json.dumps({"languages": languages}, ensure_ascii=False, indent=2)


def _status_data(entries: Sequence[Entry]) -> dict[str, object]:
    counted = Counter((entry.kind, entry.state) for entry in entries)
    return {
        "counts": {kind: {state: counted[kind, state] for state in STATES} for kind in KINDS},
        "unsure": sum(len(entry.unsure) for entry in entries),
        "entries": [
            {
                "kind": entry.kind,
                "file": entry.file,
                "part": entry.part,
                "state": entry.state,
                "unsure": len(entry.unsure),
                "reviewed": entry.reviewed or None,
            }
            for entry in entries
        ],
    }


def _unsure_data(entries: Sequence[Entry]) -> list[dict[str, object]]:
    return [
        {"file": entry.file, "line": note.line, "note": note.text, "reviewed": entry.reviewed or None}
        for entry in entries
        for note in entry.unsure
    ]
