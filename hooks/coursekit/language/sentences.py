"""Cut a text into sentences and words, as a reader counts them.

A sentence ends at . ! ? or … before a new beginning, and at a colon before a quotation or a capital letter: what stands
behind it is read as a sentence of its own (Flesch, The Art of Readable Writing, counts the same way). A point ends no
sentence behind an abbreviation, behind an ordinal number (1. Mai, 3. Werktag) or inside a number (1.200, 8.30).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from coursekit.language.limits import LIMITS, words_of
from coursekit.language.plain import Plain, Span

# These stand at the end of a sentence as well; the Bulgarian ones only behind a number (2027 г., 10 ч.).
_MAY_END: Final = frozenset(("usw", "etc"))
_MAY_END_AFTER_NUMBER: Final = frozenset(("г", "ч", "лв", "кв", "std", "min", "mio"))
# Around these a number with a point counts an order and is not the end: „bis zum 3. Werktag“.
_ORDINAL_BEFORE: Final = words_of("am ab vom bis zum zur dem den der des die das beim im jeden jeder jedes ihr ihrem")
_ORDINAL_AFTER: Final = words_of(
    "januar februar märz april mai juni juli august september oktober november dezember"
    " tag tages werktag werktags woche monat monats jahr stock etage rate kaltmiete kind klasse"
)
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011’'.,:][^\W_]+)*")
_END = re.compile(r"(?P<sign>[.!?…]+|:)(?P<close>[“”»‘’\"')\]]*)(?=\s|$)")
_BEFORE = re.compile(r"([^\W_]+)\.?$")
_OPENING = "„‚«»(\"'[–"


def words(text: Plain) -> Iterable[Span]:
    """The words of `text` by their places; a name (an office, a phone number, an amount) is one word."""
    if text.names:
        return _words_and_names(text)
    return [match.span() for match in _WORD.finditer(text.text)]


def _words_and_names(text: Plain) -> Iterator[Span]:
    names = iter(sorted(text.names))
    name = next(names, None)
    for match in _WORD.finditer(text.text):
        start, end = match.span()
        while name and name[1] <= start:
            yield name
            name = next(names, None)
        if name and start < name[1] and name[0] < end:
            continue
        yield start, end
    while name:
        yield name
        name = next(names, None)


def sentences(text: Plain, language: str) -> Iterator[Span]:
    """The sentences of `text` by their places, without the space around them."""
    start = 0
    for match in _END.finditer(text.text):
        if any(a < match.end() and match.start() < b for a, b in text.names):
            continue
        if _ends(text.text, match, language):
            yield from _trimmed(text.text, start, match.end())
            start = match.end()
    yield from _trimmed(text.text, start, len(text.text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    inside = text[start:end]
    if _WORD.search(inside):
        yield start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _ends(text: str, match: re.Match[str], language: str) -> bool:
    after = text[match.end() :].lstrip()
    if not after:
        return True
    begins = after[0].isupper() or after[0] in _OPENING
    if match["sign"] == ":":
        return begins
    if match["sign"] != "." or match["close"]:
        return begins or after[0].isdigit()
    before = _BEFORE.search(text[: match.start()])
    last = before[1] if before else ""
    if last.isdigit() and len(last) <= 2:
        return not _ordinal(text[: before.start()] if before else "", after)
    if last.lower() in _abbreviations(language):
        # „Str. Sie …“ cannot be told from „Str. Mitte“: other abbreviations never end a sentence but the last.
        head = text[: before.start()].rstrip() if before else ""
        return begins and (last.lower() in _MAY_END or (last.lower() in _MAY_END_AFTER_NUMBER and head[-1:].isdigit()))
    return begins or after[0].isdigit()


def _abbreviations(language: str) -> frozenset[str]:
    return LIMITS[language].abbreviations if language in LIMITS else frozenset()


def _ordinal(before: str, after: str) -> bool:
    """Whether the number between `before` and `after` counts an order: „am 3. Werktag“, „1. Mai“."""
    follower = _WORD.match(after)
    if not after[0].isupper() and after[0] not in _OPENING:
        return True
    leader = _BEFORE.search(before.rstrip())
    return bool(follower and follower[0].lower() in _ORDINAL_AFTER) or bool(
        leader and leader[1].lower() in _ORDINAL_BEFORE
    )
