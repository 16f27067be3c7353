"""What holds in which language: the one place to change for a limit, or to add for a new language.

The limits are those of the content guide. Sentences: DIN ISO 24495-1 and the practice of plain language (one statement a
sentence); Romanian and Bulgarian need more words than German for the same, because they write compounds as several words.
Length of a translation: measured over the course, see DECISIONS.md. A language that is not listed is only checked for
what holds everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Marks = tuple[str, str]


def words_of(line: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(line.split())


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds in one language.

    `mean`: words a sentence over a page; `longest`: words of any sentence; `paragraph`: words of a paragraph, so that it
    fits on a screen of the projector (translations run up to 40 % longer). `vienna`: the Wiener Sachtextformel over all
    pages and of any page. `marks` are quotation marks, `inner` those inside them. `letters` are wrong letters and what
    to write instead. `abbreviations` are written with a point that ends no sentence (here small and without it). `dictionary` is Debian's file below /usr/share/hunspell without ending, `package` brings it.
    """

    mean: float
    longest: int
    paragraph: int
    script: Literal["latin", "cyrillic"]
    marks: Marks
    inner: Marks | None
    letters: Mapping[str, str]
    abbreviations: frozenset[str]
    dictionary: str
    package: str
    vienna: tuple[float, float] | None = None


LIMITS: Final[Mapping[str, Limits]] = {
    "de": Limits(
        mean=9,
        longest=15,
        paragraph=30,
        script="latin",
        marks=("„", "“"),
        inner=("‚", "‘"),
        letters={},
        abbreviations=words_of(
            "abs az bzw ca co dr etc evtl ff ggf inkl kg max min mind mio nr nrn prof s sog std str tel u usw vgl z"
            " zzgl b a d h i jan feb apr aug sept okt nov dez"
        ),
        dictionary="de_DE",
        package="hunspell-de-de",
        vienna=(5, 6),
    ),
    "ro": Limits(
        mean=12,
        longest=18,
        paragraph=42,
        script="latin",
        marks=("„", "”"),
        inner=("«", "»"),
        letters={"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț", "ã": "ă", "Ã": "Ă", "ǎ": "ă", "Ǎ": "Ă"},
        abbreviations=words_of("alin art bd bl cap dl dna dnei dvs ed etc ex jud mun min nr pag pct str ș"),
        dictionary="ro_RO",
        package="hunspell-ro",
    ),
    "bg": Limits(
        mean=12,
        longest=18,
        paragraph=42,
        script="cyrillic",
        marks=("„", "“"),
        inner=None,
        letters={"ы": "и", "э": "е", "ё": "йо", "і": "и", "ї": "и", "є": "е", "ў": "у", "ј": "й"},
        abbreviations=words_of(
            "ал бл бул вж вх гр г др ет ж к инж кв лв мин нар напр обл от п пл проф сек стр т тел ул ч чл"
        ),
        dictionary="bg_BG",
        package="hunspell-bg",
    ),
}
