"""Texts that stand in the file of another language: told by their letters, and by the words of all other texts.

No list of words is needed: what is German or Romanian is what the course itself says elsewhere in these languages.
So it holds for every language that the course will have.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel.core import get_global

from coursekit.errors import Problem
from coursekit.glossary import Glossary
from coursekit.languages import SOURCE, Languages
from coursekit.quiz.load import Quiz
from coursekit.sources.page_file import PageFile
from coursekit.sources.yaml_file import YamlFile
from coursekit.words import leaves

_WORD = re.compile(r"[^\W\d_]{2,}")
# What is the same in every language: German sentences to copy and how they sound, placeholders, names of terms and
# sections, addresses.
_SAME = re.compile(r"(?m:^>.*)|(?<![\w*])\*[^*\s][^*\n]*\*(?![\w*])|\{[^}]*\}|\]\([^)]*\)|<!--.*?-->|<[^>]*>")
_FEWEST = 10
# Of a text's different words, so large a share more is known in another language than in its own. Measured on the
# course: a text in its place is ahead by 0.25 and more in its own language, a text out of place behind by as much.
_AHEAD = 0.1
# Languages are compared only where neither knows more than so many times the words of the other: a translation that has
# just begun knows few words yet, and shares more of them with a sister language than with itself.
_RICHER = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the course in one language, with the place to name."""

    path: str
    line: int
    language: str
    text: str


def texts(
    pages: Mapping[str, Mapping[str, PageFile]],
    quizzes: Mapping[str, Quiz],
    words: Mapping[str, YamlFile],
    glossary: Glossary,
) -> Iterator[Text]:
    """The texts of the course that are long enough to be told apart: pages, questions, words and terms."""
    for language, of_language in pages.items():
        for page in of_language.values():
            whole = f"{page.front.title}\n{page.front.goal or ''}\n{page.body}"
            yield Text(page.name, page.body_line, language, whole)
    for quiz in quizzes.values():
        for question in quiz.questions:
            said = {path: text for path, text in question.texts().items() if path[0] not in question.german_only}
            yield Text(quiz.file.name, quiz.line(question, "prompt"), SOURCE, "\n".join(said.values()))
            for language, translated in quiz.translations.items():
                if question.id in translated:
                    file, at = quiz.translation_files[language], ("questions", question.id, "prompt")
                    own = "\n".join([*translated[question.id].texts.values(), translated[question.id].help])
                    yield Text(file.name, file.line(*at), language, own)
    for language, file in words.items():
        yield Text(file.name, 1, language, "\n".join(str(text) for _, text in leaves(file.data)))
    for language, terms in glossary.items():
        said_of = "\n".join(" ".join(str(part) for name, part in term if name != "term") for term in terms.values())
        yield Text(f"data/glossary/{language}.yml", 1, language, said_of)


def problems(found: Sequence[Text], languages: Languages) -> Iterator[Problem]:
    """The texts that are in another language than their file."""
    words = [set(_WORD.findall(_SAME.sub(" ", text.text).lower())) for text in found]
    known: dict[str, Counter[str]] = {text.language: Counter() for text in found}
    for text, of_text in zip(found, words, strict=True):
        known[text.language].update(of_text)
    for text, of_text in zip(found, words, strict=True):
        if len(of_text) < _FEWEST:
            continue
        message = ""
        if not _in_own_letters(_SAME.sub(" ", text.text), text.language):
            message = f"Dieser Text ist nicht in der Schrift der Sprache {languages.name(text.language)}."
        else:
            # Without itself: a text must not be its own witness.
            shares = {
                language: sum(of_language[word] > (language == text.language) for word in of_text) / len(of_text)
                for language, of_language in known.items()
                if _comparable(known[text.language], of_language)
            }
            nearest = max(shares, key=lambda language: shares[language])
            if shares[nearest] > shares[text.language] + _AHEAD:
                message = f"Dieser Text ist nicht in der Sprache {languages.name(text.language)}, eher in {languages.name(nearest)}."
        if message:
            hint = "Ist er aus der falschen Datei kopiert? Holen Sie sonst die letzte Fassung zurück."
            yield Problem(text.path, text.line, message, hint)


def _comparable(one: Counter[str], other: Counter[str]) -> bool:
    return max(len(one), len(other)) <= _RICHER * min(len(one), len(other))


def _in_own_letters(text: str, language: str) -> bool:
    """Whether most letters of the text are of the script in which its language is usually written (CLDR)."""
    letters = {letter: number for letter, number in Counter(text).items() if letter.isalpha()}
    likely = get_global("likely_subtags").get(language, "")
    script = next((name for name in _SCRIPTS if f"_{name}" in likely), "")
    if not script:
        return True
    own = sum(number for letter, number in letters.items() if _SCRIPTS[script] in _letter_name(letter))
    return own * 2 >= sum(letters.values())


# ISO 15924 codes, and how Unicode begins the names of their letters.
_SCRIPTS = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Arab": "ARABIC",
    "Grek": "GREEK",
    "Hebr": "HEBREW",
    "Armn": "ARMENIAN",
    "Geor": "GEORGIAN",
    "Ethi": "ETHIOPIC",
}


@cache
def _letter_name(letter: str) -> str:
    return unicodedata.name(letter, "")
