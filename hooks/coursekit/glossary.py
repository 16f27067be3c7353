"""The words of the course: German terms and what they mean in each language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from coursekit.errors import Problem, did_you_mean
from coursekit.languages import SOURCE, Languages
from coursekit.sources.checked import Strict, Text, checked, named
from coursekit.sources.yaml_file import YamlFile, read_yaml


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
) -> tuple[dict[str, dict[str, GermanTerm | TranslatedTerm]], dict[str, YamlFile]]:
    """For each language the terms by key, and its file; the other languages may lack terms, but have no others."""
    glossary: dict[str, dict[str, GermanTerm | TranslatedTerm]] = {}
    files: dict[str, YamlFile] = {}
    for language in (SOURCE, *languages.translations):
        name = f"data/glossary/{language}.yml"
        glossary[language] = {}
        if language not in languages.published and not (root / name).is_file():
            continue  # it is being prepared
        file = read_yaml(root / name, name, problems)
        if file:
            files[language] = file
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
    return glossary, files


def unused(file: YamlFile, used: Collection[str], german: Collection[str]) -> Iterator[Problem]:
    """A notice, in one line, about the terms of the German `file` that nothing uses: they are explained to nobody."""
    left = [key for key in german if key not in used]
    if left:
        where = "Auf keiner Seite und in keiner Frage"
        what = "steht dieses Wort" if len(left) == 1 else f"stehen diese {len(left)} Wörter"
        hint = f"Auf einer Seite steht es so: **Wort**{{term={left[0]}}}. Braucht es niemand, löschen Sie es."
        yield Problem(file.name, file.line(left[0]), f"{where} {what}: {', '.join(left)}.", hint, "notice")


def _empty(term: object) -> bool:
    """Whether a term has fields and none holds a word."""
    return isinstance(term, dict) and bool(term) and not any(term.values())
