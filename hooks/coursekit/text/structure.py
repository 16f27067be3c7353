"""What a text carries beside its words, and where a translation carries something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from coursekit.text import terms
from coursekit.text.placeholders import names_in

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?(?P<to>[^)\s>]+)|<(?P<bare>(?:https?:|tel:|mailto:)[^>\s]+)>")
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*(?P<path>[^)\s]+)")
_MARKER = re.compile(r"<!--\s*(?P<text>.*?)\s*-->")
_STEP = re.compile(r"^- \[ \] .*? \{#([a-z0-9-]+)\}", re.MULTILINE)
_BOX = re.compile(r"^ {0,3}(?:!!!|\?\?\?\+?) *(?P<kind>[\w-]+)", re.MULTILINE)
_ITEM = re.compile(r"^ *(?:[-*+]|\d+[.)]) +\S", re.MULTILINE)
_ROW = re.compile(r"^ *\|.*\S", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}>[ ]?(?P<text>.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in which a translation is not built like its German.

    `offset` counts lines from the text's first; None where something is missing and no line shows it.
    """

    offset: int | None
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of thing that stands the same in every language, and how people are told."""

    found: Callable[[str], list[str]]
    missing: str
    foreign: str
    written: str
    # Said once or five times is the same: a translation may need a sentence more.
    repeats: bool = False
    # A translation marks more German words than the German text does: there they are the foreign ones.
    more_allowed: bool = False


def _links(text: str) -> list[str]:
    return [match["to"] or match["bare"] for match in _LINK.finditer(text)]


_KINDS: Final = (
    _Kind(
        lambda text: _MARKER.findall(text),
        "Hier fehlt der Marker <!-- {0} -->.",
        "Der Marker <!-- {0} --> steht auf Deutsch nicht in diesem Abschnitt.",
        "<!-- {0} -->",
    ),
    _Kind(
        lambda text: _IMAGE.findall(text),
        "Hier fehlt das Bild {0}.",
        "Das Bild {0} steht auf Deutsch nicht in diesem Abschnitt.",
        "![Was zu sehen ist]({0})",
    ),
    _Kind(
        lambda text: _STEP.findall(text),
        "Hier fehlt das Kästchen „{0}“.",
        "Das Kästchen „{0}“ steht auf Deutsch nicht in diesem Abschnitt.",
        "- [ ] Text {{#{0}}}",
    ),
    _Kind(
        _links,
        "Hier fehlt der Link auf {0}.",
        "Der Link auf {0} steht auf Deutsch nicht an dieser Stelle.",
        "[Text]({0})",
        repeats=True,
    ),
    _Kind(
        names_in,
        "Hier fehlt der Platzhalter {{{{ {0} }}}}.",
        "Der Platzhalter {{{{ {0} }}}} steht auf Deutsch nicht an dieser Stelle.",
        "{{{{ {0} }}}}",
        repeats=True,
    ),
    _Kind(terms.keys_in, "Hier fehlt das Fachwort „{0}“.", "", "**…**{{term={0}}}", repeats=True, more_allowed=True),
    _Kind(
        lambda text: _BOX.findall(text),
        "Hier fehlt der Kasten „{0}“.",
        "Der Kasten „{0}“ steht auf Deutsch nicht in diesem Abschnitt.",
        '!!! {0} "Überschrift"',
    ),
)
Scope = Literal["section", "text", "title"]
_COMPARED: Final[dict[Scope, tuple[_Kind, ...]]] = {
    "section": _KINDS,
    "text": tuple(kind for kind in _KINDS if kind.repeats),
    # The titles of a translation carry no German term.
    "title": tuple(kind for kind in _KINDS if kind.found is names_in),
}


def differences(german: str, translation: str, scope: Scope) -> Iterator[Difference]:
    """Where `translation` is not built like the German text: a section of a page, a text of a question, or a title.

    Markers, pictures, links, placeholders, terms and boxes are compared by name, lists and tables by their size,
    quotations word by word, because they stay German. In a question links, placeholders and terms alone.
    """
    for kind in _COMPARED[scope]:
        yield from _compared(kind, german, translation)
    if scope == "section":
        yield from _sizes(german, translation)
        yield from _quotations(german, translation)


def _compared(kind: _Kind, german: str, translation: str) -> Iterator[Difference]:
    there, here = Counter(kind.found(german)), Counter(kind.found(translation))
    for name in there:
        if here[name] < (1 if kind.repeats else there[name]):
            hint = f"Auf Deutsch steht hier: {kind.written.format(name)}"
            yield Difference(None, kind.missing.format(name), hint)
    for name in () if kind.more_allowed else here:
        if not there[name] or (not kind.repeats and here[name] > there[name]):
            hint = "Löschen Sie hier, was auf Deutsch nicht steht, oder ergänzen Sie es auch auf Deutsch."
            message = kind.foreign.format(name)
            if there[name]:
                message, hint = f"„{name}“ steht hier öfter als auf Deutsch.", "Löschen Sie, was zu viel ist."
            yield Difference(_line_of(name, translation), message, hint)


def _sizes(german: str, translation: str) -> Iterator[Difference]:
    for pattern, what in ((_ITEM, "Punkte in Listen"), (_ROW, "Zeilen in Tabellen")):
        there, here = len(pattern.findall(german)), len(pattern.findall(translation))
        if there != here:
            first = pattern.search(translation)
            offset = translation[: first.start()].count("\n") if first else None
            message = f"{what} dieses Abschnitts: hier {here}, auf Deutsch {there}."
            yield Difference(offset, message, "Jeder Punkt und jede Zeile steht in jeder Sprache einmal.")


def _quotations(german: str, translation: str) -> Iterator[Difference]:
    there, here = _quoted(german), _quoted(translation)
    for place, (offset, line) in enumerate(here):
        if place >= len(there) or line != there[place][1]:
            meant = f"Auf Deutsch steht hier: > {there[place][1]}" if place < len(there) else "Löschen Sie das Zitat."
            yield Difference(offset, "Dieses Zitat steht nicht so im deutschen Text. Zitate bleiben deutsch.", meant)
            return
    if len(here) < len(there):
        yield Difference(
            None, "Hier fehlt ein Zitat. Zitate bleiben deutsch.", f"Schreiben Sie: > {there[len(here)][1]}"
        )


def _quoted(text: str) -> list[tuple[int, str]]:
    """The quoted lines with words, and how many lines of `text` stand before each."""
    found = [(text[: match.start()].count("\n"), match["text"].strip()) for match in _QUOTED.finditer(text)]
    return [(offset, line) for offset, line in found if line]


def _line_of(name: str, text: str) -> int:
    return next((number for number, line in enumerate(text.split("\n")) if name in line), 0)
