"""The words of the course: German terms and what they mean in each language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from coursekit.errors import Problem, did_you_mean
from coursekit.languages import SOURCE, Languages
from coursekit.sources.checked import Strict, Text, checked, named
from coursekit.sources.yaml_file import read_yaml


class GermanTerm(Strict):
    """A term, its meaning in plain German, and a sentence with it as it stands in a letter."""

    term: Text
    meaning: Text
    example: Text | None = None


class TranslatedTerm(Strict):
    """What a German term is called and means in another language.

    `sounds` is the German word as one reads it in the letters of that language, `not_this` what sounds alike or
    stands in dictionaries and is something else, `example` the meaning of the German example.
    """

    equivalent: Text
    meaning: Text
    sounds: Text | None = None
    not_this: Text | None = None
    example: Text | None = None


Glossary = Mapping[str, Mapping[str, GermanTerm | TranslatedTerm]]


def load_glossary(
    root: Path, languages: Languages, problems: list[Problem]
) -> dict[str, dict[str, GermanTerm | TranslatedTerm]]:
    """For each language the terms by key; the other languages may lack terms, but have no others."""
    glossary: dict[str, dict[str, GermanTerm | TranslatedTerm]] = {}
    for language in (SOURCE, *languages.translations):
        name = _file(language)
        glossary[language] = {}
        if language not in languages.published and not (root / name).is_file():
            continue  # it is being prepared
        file = read_yaml(root / name, name, problems)
        terms: dict[str, GermanTerm | TranslatedTerm] = {}
        for key in named(file, problems) if file else ():
            assert file is not None
            if language != SOURCE and _empty(file.data[key]):
                continue  # laid for a translator, who has not come to it yet
            model: type[GermanTerm | TranslatedTerm] = GermanTerm if language == SOURCE else TranslatedTerm
            if language != SOURCE and key not in glossary[SOURCE]:
                problems.append(
                    Problem(
                        name,
                        file.line(key),
                        f"Das Wort „{key}“ steht nicht im deutschen Glossar.",
                        did_you_mean(key, glossary[SOURCE]),
                        rests_on=(f"data/glossary/{SOURCE}.yml",),
                    )
                )
            term = checked(model, file, problems, (key,))
            if term is not None:
                terms[key] = term
        glossary[language] = terms
    return glossary


def unused(root: Path, used: Collection[str], german: Collection[str]) -> Iterator[Problem]:
    """A notice, in one line, about the German terms that no page and no question uses: they are explained to nobody."""
    left = [key for key in german if key not in used]
    file = read_yaml(root / _file(SOURCE), _file(SOURCE), []) if left else None
    if file:
        message = (
            "Auf keiner Seite und in keiner Frage steht dieses Wort"
            if len(left) == 1
            else f"Auf keiner Seite und in keiner Frage stehen diese {len(left)} Wörter"
        )
        hint = f"Auf einer Seite steht es so: **Wort**{{term={left[0]}}}. Braucht es niemand, löschen Sie es."
        yield Problem(file.name, file.line(left[0]), f"{message}: {', '.join(left)}.", hint, "notice")


def _file(language: str) -> str:
    return f"data/glossary/{language}.yml"


def _empty(term: object) -> bool:
    """Whether a term has fields and none holds a word."""
    return isinstance(term, dict) and bool(term) and not any(term.values())
