"""Letters that look right and are wrong: of another script, of another keyboard, in two pieces, or not to be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from coursekit.errors import Problem
from coursekit.language.limits import LIMITS
from coursekit.language.passages import Passage
from coursekit.language.plain import Span
from coursekit.languages import SOURCE

_WORD = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f-]*[\w\u0300-\u036f])?")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# The letters of both scripts that look alike; those behind the gap are no letters of Bulgarian.
_LATIN_LETTERS, _CYRILLIC_LETTERS = "AaBEeKMHOoPpCcTXxy IiJjSs", "АаВЕеКМНОоРрСсТХху ІіЈјЅѕ"
_TO_CYRILLIC = str.maketrans(*(letters.split()[0] for letters in (_LATIN_LETTERS, _CYRILLIC_LETTERS)))
_TO_LATIN = str.maketrans(_CYRILLIC_LETTERS, _LATIN_LETTERS)
# Signs that nobody sees and nobody means. A soft hyphen breaks search and voices; a zero-width joiner belongs to
# scripts that the course does not have here. No-break spaces are meant where they keep a number and its sign together.
_HIDDEN = {
    "\u00ad": "ein weiches Trennzeichen",
    "\u200b": "ein Leerzeichen ohne Breite",
    "\u200c": "ein Zeichen ohne Breite",
    "\u200d": "ein Zeichen ohne Breite",
    "\u200e": "ein Zeichen für die Schreibrichtung",
    "\u200f": "ein Zeichen für die Schreibrichtung",
    "\u2060": "ein Zeichen ohne Breite",
    "\ufeff": "ein Zeichen ohne Breite",
    "\ufffd": "ein Zeichen, das beim Speichern verloren ging",
}
_HIDDEN_SIGN = re.compile(f"[{''.join(_HIDDEN)}\ue000-\uf8ff]")
_JOINERS = "\u200c\u200d\u200e\u200f"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# A no-break space is right behind a number, a § or an abbreviation and before a unit; between words it hinders the line.
_FIXED_SPACE = re.compile(r"(?<![\d§.])[\u00a0\u202f](?![\d§%€–-])")
_SPACES = re.compile("[\u2000-\u200a\u205f\u3000]")
_ANY_HIDDEN = re.compile(f"{_HIDDEN_SIGN.pattern[:-1]}\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def problems(found: Iterable[Passage]) -> Iterator[Problem]:
    """Every wrong or hidden letter, once a word."""
    for passage in found:
        yield from _hidden(passage)
        yield from _pieces(passage)
        yield from _words(passage)


def _hidden(passage: Passage) -> Iterator[Problem]:
    if not _ANY_HIDDEN.search(passage.text):
        return
    joins = _RIGHT_TO_LEFT.search(passage.text)
    for match in _HIDDEN_SIGN.finditer(passage.text):
        if joins and match[0] in _JOINERS:
            continue
        what = _HIDDEN.get(match[0], "ein Sonderzeichen aus einem anderen Programm")
        hint = f"Schreiben Sie die Stelle neu: {_around(passage, match.span())}"
        yield passage.problem(match.start(), f"Hier steht {what}.", hint)
    for pattern in (_FIXED_SPACE, _SPACES):
        for match in pattern.finditer(passage.text):
            message = "Hier steht ein besonderes Leerzeichen zwischen zwei Wörtern."
            hint = f"Schreiben Sie ein gewöhnliches: {_around(passage, match.span())}"
            yield passage.problem(match.start(), message, hint)


def _pieces(passage: Passage) -> Iterator[Problem]:
    """Letters in two pieces (a and ¨): they look like one, but search and the dictionary do not find the word."""
    if unicodedata.is_normalized("NFC", passage.text):
        return
    for match in _WORD.finditer(passage.text):
        whole = unicodedata.normalize("NFC", match[0])
        if whole != match[0]:
            message = f"In „{match[0]}“ besteht ein Buchstabe aus zwei Zeichen."
            yield passage.problem(match.start(), message, f"Schreiben Sie das Wort neu: „{whole}“.")


def _words(passage: Passage) -> Iterator[Problem]:
    if not _suspicious(passage.language).search(passage.text):
        return
    for match in _WORD.finditer(passage.text):
        word = match[0]
        german = any(a <= match.start() < b for a, b in passage.plain.german)
        language = SOURCE if german else passage.language
        if any(a <= match.start() < b for a, b in passage.plain.names):
            continue
        if _CYRILLIC.search(word) and _LATIN.search(word):
            yield _mixed(passage, match.start(), word, language)
        elif limits := LIMITS.get(language):
            wrong = [letter for letter in word if letter in limits.letters]
            if wrong:
                right = "".join(limits.letters.get(letter, letter) for letter in word)
                message = f"In „{word}“ ist „{wrong[0]}“ kein Buchstabe dieser Sprache."
                yield passage.problem(match.start(), message, f"Schreiben Sie: „{right}“.")
            elif limits.script == "latin" and _CYRILLIC.search(word):
                latin = word.translate(_TO_LATIN)
                message = f"„{word}“ steht hier in kyrillischen Buchstaben."
                hint = f"Schreiben Sie mit lateinischen: „{latin}“." if not _CYRILLIC.search(latin) else _OTHER
                yield passage.problem(match.start(), message, hint)


@cache
def _suspicious(language: str) -> re.Pattern[str]:
    """What stands in a text of `language` only where something may be wrong."""
    wrong = set("".join("".join(limits.letters) for limits in (LIMITS.get(language), LIMITS[SOURCE]) if limits))
    if language in LIMITS and LIMITS[language].script == "latin":
        return re.compile(f"[{''.join(sorted(wrong))}\u0400-\u052f]")
    return re.compile(f"[A-Za-z{''.join(sorted(wrong))}]")


_OTHER = "Schreiben Sie das Wort in der Sprache der Seite."


def _mixed(passage: Passage, place: int, word: str, language: str) -> Problem:
    """A word of two scripts: meant in that of the language where its letters allow, else in that of most of them."""
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    whole = [right for right, other in ((latin, _CYRILLIC), (cyrillic, _LATIN)) if not other.search(right)]
    if language in LIMITS and LIMITS[language].script == "cyrillic":
        whole.reverse()
    is_latin = not _CYRILLIC.search(whole[0]) if whole else len(_LATIN.findall(word)) > len(_CYRILLIC.findall(word))
    strange = (_CYRILLIC if is_latin else _LATIN).findall(word)
    which = "kyrillisch" if is_latin else "lateinisch"
    message = f"In „{word}“ stehen Buchstaben aus 2 Schriften. Diese sind {which}: {' '.join(dict.fromkeys(strange))}"
    return passage.problem(place, message, f"Schreiben Sie das Wort neu: „{whole[0]}“." if whole else _OTHER)


def _around(passage: Passage, place: Span) -> str:
    """The words beside a hidden sign, without it."""
    before, after = passage.text[: place[0]].split(), passage.text[place[1] :].split()
    touching = not passage.text[place[0]].isspace()
    return f"„{' '.join(before[-1:])}{'' if touching else ' '}{' '.join(after[:1])}“"
