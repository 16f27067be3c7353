"""The first Wiener Sachtextformel: for how many years of school a German text is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from coursekit.language.syllables import syllables

_LONG_LETTERS = 6
_MANY_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formula asks of a text; `many`, `long` and `single` count words."""

    sentences: int = 0
    words: int = 0
    many: int = 0
    long: int = 0
    single: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.many + other.many,
            self.long + other.long,
            self.single + other.single,
        )

    @property
    def formula(self) -> float:
        """WSTF 1 = 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875; 0 without a sentence.

        MS: words of three and more syllables, in per cent. SL: words a sentence. IW: words of more than six letters, in
        per cent. ES: words of one syllable, in per cent. 4 is a very easy text, 15 a very hard one.
        (R. Bamberger, E. Vanecek: Lesen, Verstehen, Lernen, Schreiben. Vienna 1984.)
        """
        if not self.sentences or not self.words:
            return 0.0
        share = 100 / self.words
        return (
            0.1935 * self.many * share
            + 0.1672 * self.words / self.sentences
            + 0.1297 * self.long * share
            - 0.0327 * self.single * share
            - 0.875
        )


def counts(words: Sequence[str]) -> Counts:
    """One sentence of `words`; an empty word stands for one that the course has taught: short, of one syllable.

    A number is short, too: it is read at a glance, and its syllables are not written.
    """
    many = long = single = 0
    for word in words:
        of_word = _counted(word)
        many += of_word[0]
        long += of_word[1]
        single += of_word[2]
    return Counts(1, len(words), many, long, single)


@lru_cache(maxsize=16384)
def _counted(word: str) -> tuple[bool, bool, bool]:
    """Whether `word` has many syllables, many letters, one syllable."""
    spoken = syllables(word)
    return spoken >= _MANY_SYLLABLES, sum(letter.isalpha() for letter in word) > _LONG_LETTERS, spoken == 1
