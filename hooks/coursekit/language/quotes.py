"""Quotation marks: those of the language, opened and closed; and what a word processor leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coursekit.errors import Problem
from coursekit.language.limits import LIMITS, Limits
from coursekit.language.passages import Passage
from coursekit.language.quoting import short
from coursekit.languages import SOURCE

_MARKS = '"„“”‟«»‚‘‛‹›'
_SIGN = re.compile(f"[{_MARKS}]|(?<!\\w)['’`´](?=\\w)|(?<=[\\w.!?…])['’`´](?!\\w)|''|``|´´|,,(?=\\w)")
# What most texts do not have, so that they need no closer look.
_ANY = re.compile(f"[{_MARKS}'’`´•·☐¬]|,,")
_APOSTROPHES = ("’", "'")
_SINGLE = re.compile(r"(?<!\w)['’](?=\w)[^„“”«»]*?[\w.!?…]['’](?!\w)")
_LEFT_OVER = {
    "•": "Schreiben Sie statt des Punktes einen Strich und ein Leerzeichen (- …). Dann wird es eine Liste.",
    "·": "Schreiben Sie statt des Punktes einen Strich und ein Leerzeichen (- …). Dann wird es eine Liste.",
    "☐": "Schreiben Sie statt des Kästchens einen Strich und ein Leerzeichen (- …). Dann wird es eine Liste.",
    "¬": "Löschen Sie das Zeichen.",
    "´": "Ein Apostroph sieht so aus: ’",
    "`": "Ein Apostroph sieht so aus: ’",
}
_LEFT_OVER_SIGN = re.compile(r"^[•·☐]|¬|(?<=\w)[´`](?=\w)", re.MULTILINE)


def problems(found: Iterable[Passage]) -> Iterator[Problem]:
    """Every wrong mark, every mark that is not closed or not opened, and leftovers of a word processor."""
    for passage in found:
        if not _ANY.search(passage.text):
            continue
        for match in _LEFT_OVER_SIGN.finditer(passage.text):
            # A paper has its own boxes to tick and its own bullets.
            if passage.kind != "paper" and not _is_name(passage, match.start()):
                message = f"Das Zeichen {match[0]} kommt aus einem anderen Programm."
                yield passage.problem(match.start(), message, _LEFT_OVER[match[0]])
        limits = LIMITS.get(passage.language)
        if limits and _SIGN.search(passage.text):
            yield from _marks(passage, limits)


def _marks(passage: Passage, limits: Limits) -> Iterator[Problem]:
    """Walks over the marks of a passage; words marked as German have German ones, closed inside them."""
    german = LIMITS[SOURCE]
    places = [(match.start(), match[0]) for match in _SIGN.finditer(passage.text)]
    spans = passage.plain.german
    outside = [place for place in places if not any(a <= place[0] < b for a, b in spans)]
    yield from _walked(passage, outside, limits)
    for start, end in spans:
        yield from _walked(passage, [place for place in places if start <= place[0] < end], german)


def _walked(passage: Passage, places: list[tuple[int, str]], limits: Limits) -> Iterator[Problem]:
    pairs = [limits.marks, *([limits.inner] if limits.inner else [])]
    shown = f"{limits.marks[0]}…{limits.marks[1]}"
    opened: list[tuple[int, str]] = []
    for place, sign in places:
        if _is_name(passage, place):
            continue
        depth = len(opened)
        if depth < len(pairs) and sign == pairs[depth][0]:
            opened.append((place, sign))
        elif depth and sign == pairs[depth - 1][1]:
            opened.pop()
        elif depth and sign == limits.marks[0]:
            inner = f"{limits.inner[0]}…{limits.inner[1]}" if limits.inner else "keine"
            message = f"Hier steht {sign}, aber das letzte {opened[-1][1]} ist noch offen: „{_quoted(passage, opened[-1][0])}“"
            hint = f"Schließen Sie es mit {pairs[depth - 1][1]}. Innerhalb von {shown} stehen: {inner}."
            yield passage.problem(opened[-1][0], message, hint)
            return
        elif sign in _APOSTROPHES and not _opens_single(passage.text, place):
            continue
        else:
            # One wrong mark makes all behind it look wrong: say the first, and the rest of the passage rests on it.
            message = f"Das Anführungszeichen {sign} passt hier nicht: „{_quoted(passage, place)}“"
            yield passage.problem(place, message, f"In dieser Sprache schreibt man {shown}.")
            return
    if opened:
        place, sign = opened[-1]
        message = f"Hier wird {sign} nicht geschlossen: „{_quoted(passage, place)}“"
        yield passage.problem(place, message, f"Schreiben Sie am Ende {pairs[len(opened) - 1][1]}.")


def _opens_single(text: str, place: int) -> bool:
    """Whether the apostrophe at `place` opens a quotation: it stands before a word, and another behind a later one."""
    return bool(_SINGLE.match(text, place))


def _is_name(passage: Passage, place: int) -> bool:
    return any(a <= place < b for a, b in passage.plain.names)


def _quoted(passage: Passage, place: int) -> str:
    """The words around a mark, without marks, so that the message's own stay readable."""
    start = passage.text.rfind(" ", 0, max(0, place - 15)) + 1
    return short(re.sub(f"[{_MARKS}]", "", passage.text[start : place + 40]))
