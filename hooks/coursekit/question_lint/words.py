"""The words of a text: as people read them, without marks and placeholders, and by their stems."""

from __future__ import annotations

import re
from functools import lru_cache

from snowballstemmer import stemmer

from coursekit.languages import SOURCE
from coursekit.question_lint.vocabulary import COMMON
from coursekit.text import placeholders, terms
from coursekit.text.placeholders import Values

_stemmer = stemmer("german")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LAW = re.compile(r"\([^()]*§[^()]*\)")
_MARKS = re.compile(r"\*\*|__")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
_QUOTED = re.compile(r"„[^“”]*[“”]|«[^»]*»")
_QUOTED_SENTENCE = re.compile(r"(?:„[^“”]*[.!?…][“”]|«[^»]*[.!?…]»)(?=\s+[^\sa-zäöüß,;]|\s*$)")
_ASIDE = re.compile(r"\s*\([^()]*\)")
# „3. Werktag“ and „z. B.“ end no sentence: a full stop does behind a word or a year, and before no small letter.
_SENTENCE_END = re.compile(r"(?<=[?!])\s+|(?:(?<=[^\W_]{3}\.)|(?<=[^\W\d_]{2}\.)|(?<=[²%€]\.))\s+(?![a-zäöüß])|\n+")


def plain(text: str, values: Values, language: str = SOURCE) -> str:
    """`text` as it is read: placeholders filled, terms, links and bold as bare words."""
    return _LINK.sub(r"\1", _MARKS.sub("", terms.plain(placeholders.fill_plain(text, values, language))))


def without_asides(text: str) -> str:
    """`text` without what stands in round brackets: there a term is explained."""
    return _ASIDE.sub("", text)


def asking(prompt: str) -> list[str]:
    """The sentences of a plain prompt that ask: those with a question mark, else the last one („Ergänzen Sie …“).

    What somebody says („…“) and what stands in brackets is the situation, not the question.
    """
    bare = _QUOTED.sub("Zitat", _QUOTED_SENTENCE.sub("Zitat.", without_asides(prompt)))
    sentences = [part.strip() for part in _SENTENCE_END.split(bare) if re.search(r"\w", part)]
    return [sentence for sentence in sentences if sentence.endswith("?")] or sentences[-1:]


def tokens(text: str) -> list[str]:
    """Words and numbers of a plain text, in small letters."""
    return _TOKEN.findall(text.lower())


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The German stem of a word: Kaltmieten and Kaltmiete are one (Snowball), and so are zahlt and zahlen."""
    found = str(_stemmer.stemWord(word.lower()))
    return found[:-1] if len(found) > 3 and found.endswith("t") else found


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning in a plain German text; laws in brackets and numbers left out."""
    bare = _LAW.sub(" ", text).lower()
    return frozenset(stem(word) for word in _WORD.findall(bare) if word not in COMMON and len(word) > 1)


def numbers(text: str) -> frozenset[float]:
    """The numbers of a plain German text: 1.200 is 1200, 18,36 is 18.36."""
    return frozenset(float(found.replace(".", "").replace(",", ".")) for found in _NUMBER.findall(text) if found.count(",") < 2)  # fmt: skip
