"""Spelling: every word is in Debian's dictionary of its language, in the project's own list, or a name of the city."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from hunspell import Hunspell

from coursekit.city import City
from coursekit.course import Course
from coursekit.errors import Problem, nearest
from coursekit.language.limits import LIMITS
from coursekit.language.packages import FOLDER, missing
from coursekit.language.passages import Passage
from coursekit.language.word_list import read_word_list
from coursekit.languages import SOURCE

# Looking for the right word takes up to half a second; whoever has more mistakes mends these first.
_SUGGESTIONS = 20
# Letters alone: the ² of m² is no part of the word.
_PART = r"[^\W\d_²³¹](?:[^\W_²³¹]|[\u0300-\u036f])*"
_WORD = re.compile(rf"{_PART}(?:[-\u2010\u2011’']{_PART})*")
_APOSTROPHES = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-"})


class NoDictionaryError(Exception):
    """Dictionaries are missing; `packages` brings them."""

    def __init__(self, packages: Iterable[str]) -> None:
        self.packages = tuple(packages)
        super().__init__(
            "Für die Prüfung der Rechtschreibung fehlen Wörterbücher. "
            f"Bitte ausführen: sudo apt-get install {' '.join(self.packages)}"
        )


class Spelling:
    """Dictionaries and word lists of the languages; each word is looked up once."""

    def __init__(self, course: Course, problems: list[Problem]) -> None:
        known = [language for language in course.pages if language in LIMITS]
        packages = missing(known, FOLDER)
        if packages:
            raise NoDictionaryError(packages)
        self._dictionaries = {language: _loaded(LIMITS[language].dictionary) for language in known}
        self._lists = {language: read_word_list(course.root, language, problems) for language in known}
        self._used: dict[str, set[str]] = {language: set() for language in known}
        self._names = _names(course.city)
        self._verdicts: dict[tuple[str, str], bool] = {}
        self._suggested: dict[tuple[str, str], str] = {}

    def problems(self, found: Iterable[Passage]) -> Iterator[Problem]:
        """Every word that is unknown, at each of its lines; then what nobody needs in the word lists."""
        for passage in found:
            yield from self._passage(passage)
        for language, words in self._lists.items():
            yield from words.unused(self._used[language])

    def _passage(self, passage: Passage) -> Iterator[Problem]:
        names, german = passage.plain.names, passage.plain.german
        for match in _WORD.finditer(passage.text):
            place, word = match.start(), match[0]
            if names and any(a <= place < b for a, b in names):
                continue
            language = SOURCE if german and any(a <= place < b for a, b in german) else passage.language
            if language in self._dictionaries and not self.right(word, language):
                yield passage.problem(place, *self._message(word, language))

    def right(self, word: str, language: str) -> bool:
        """Whether `word` is spelled right in `language`; a word with hyphens or an apostrophe may be so part by part."""
        key = (language, word)
        if key not in self._verdicts:
            self._verdicts[key] = self._looked_up(word.translate(_APOSTROPHES), language)
        return self._verdicts[key]

    def _looked_up(self, word: str, language: str) -> bool:
        if len(word) == 1 or word in self._names or word.lower() in LIMITS[language].abbreviations:
            return True
        if self._dictionaries[language].spell(word):
            return True
        entry = self._lists[language].entry(word)
        if entry:
            self._used[language].add(entry)
            return True
        parts = [part for part in re.split("[-']", word) if part]
        # Every part is asked, so that the word list knows which of its words are needed.
        verdicts = [self._looked_up(part, language) for part in parts] if len(parts) > 1 else [False]
        return all(verdicts)

    def _message(self, word: str, language: str) -> tuple[str, str]:
        listed = f"Ist es richtig geschrieben, ergänzen Sie es in {self._lists[language].name}."
        message = f"Das Wörterbuch kennt dieses Wort nicht: „{word}“"
        if language != SOURCE and self.right(word, SOURCE):
            return message, f"{listed} Ist es ein deutsches Wort, schreiben Sie: **{word}**{{lang=de}}"
        suggestion = self._suggestion(word, language)
        return message, f"Meinten Sie „{suggestion}“? {listed}" if suggestion else listed

    def _suggestion(self, word: str, language: str) -> str:
        key = (language, word)
        if key not in self._suggested and len(self._suggested) < _SUGGESTIONS:
            own = nearest(word, self._lists[language].words)
            found = self._dictionaries[language].suggest(word.translate(_APOSTROPHES))
            self._suggested[key] = next(iter(found), "") or own
        return self._suggested.get(key, "")


def _names(city: City) -> frozenset[str]:
    """The words with a capital letter in the names and addresses of the city: another city has others."""
    texts = [city.name, city.operator, city.course, city.certificate]
    for place in city.places.values():
        texts += [place.name, place.address or ""]
    texts += [detail.value or "" for detail in city.legal.values()]
    return frozenset(word[0] for text in texts for word in _WORD.finditer(text) if word[0][0].isupper())


@cache
def _loaded(dictionary: str) -> Hunspell:
    """A dictionary, read once a run: that takes up to half a second."""
    return Hunspell(dictionary, hunspell_data_dir=str(FOLDER))
