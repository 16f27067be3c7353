"""Count the syllables of German words, as they are spoken.

Hyphenation patterns (pyphen) are no help: they part no single letter, so that „Oma“, „über“ and „oder“ would have one
syllable, and words of one syllable are what the Wiener Sachtextformel counts. Vowels and diphthongs are counted instead;
tests/unit/cases/language/syllables.yml compares both with words counted by hand.
"""

from __future__ import annotations

import re

# Letters spoken apart although they look like one sound: be-enden, be-urlauben, Muse-um, Feri-en.
_APART = re.compile(r"(?<=\b[bg]e)(?=e)|(?<=\bbe)(?=ur)|(?<=[eä])(?=um\b)|(?<=[aeiouäöü][lnr]i)(?=en\b)", re.IGNORECASE)
# A q takes its u with it.
_SILENT = re.compile(r"(?<=q)u", re.IGNORECASE)
_SYLLABLE = re.compile(r"aa|ee|oo|ie|ei|ai|au|eu|äu|ey|ay|oy|[aeiouäöüyé]", re.IGNORECASE)


def syllables(word: str) -> int:
    """How many syllables `word` has, at least one; digits count as one."""
    parted = _APART.sub("-", _SILENT.sub("", word))
    return max(1, len(_SYLLABLE.findall(parted)))
