"""Every word of the interface, in three languages with the same keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.languages import SOURCE, Languages
from coursekit.sources.yaml_file import Bare, YamlFile, read_yaml

Words = Mapping[str, Any]
Flat = Mapping[tuple[str, ...], str]
_FIELD = re.compile(r"(?<!\{)\{([a-z_]+)\}(?!\})")


def load_words(root: Path, languages: Languages, problems: list[Problem]) -> dict[str, YamlFile]:
    """The words of each published language, nested as in the file: the same keys and `{fields}` in all."""
    files: dict[str, YamlFile] = {}
    for language in languages.published:
        name = f"data/words/{language}.yml"
        file = read_yaml(root / name, name, problems)
        if file is not None:
            files[language] = file
    flat = {language: _flat(file, problems) for language, file in files.items()}
    for language, file in files.items():
        if language != SOURCE and flat.get(SOURCE) and flat[language]:
            problems.extend(_compared(file, flat[language], flat[SOURCE]))
    return files


def leaves(value: Any, key: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value inside nested words, with the names that lead to it."""
    if isinstance(value, Mapping):
        for part, inner in value.items():
            yield from leaves(inner, (*key, part))
    else:
        yield key, value


def fields_in(text: str) -> list[str]:
    """The `{fields}` of a word that the interface fills, sorted."""
    return sorted(_FIELD.findall(text))


def _flat(file: YamlFile, problems: list[Problem]) -> Flat:
    if not isinstance(file.data, dict):
        problems.append(
            Problem(file.name, 1, "Hier fehlen die Wörter.", 'Jedes Wort steht so unter seiner Gruppe: help: "Hilfe"')
        )
        return {}
    found = dict(leaves(file.data))
    for key, value in found.items():
        if not isinstance(value, str) or isinstance(value, Bare) or not value.strip():
            problems.append(
                Problem(
                    file.name,
                    file.line(*key),
                    f"Bei „{key[-1]}“ muss ein Text in Anführungszeichen stehen.",
                    f'Schreiben Sie: {key[-1]}: "{file.written.get(key) or "Text"}"',
                )
            )
    return {key: str(value) for key, value in found.items()}


def _compared(file: YamlFile, words: Flat, source: Flat) -> Iterator[Problem]:
    """What differs from the German words: names that are not theirs, names that are missing, other `{fields}`."""
    misspelt = set()
    for key in words.keys() - source.keys():
        siblings = [known[-1] for known in source.keys() - words.keys() if known[:-1] == key[:-1]]
        misspelt.add((*key[:-1], nearest(key[-1], siblings)))
        yield Problem(
            file.name,
            file.line(*key),
            f"Das Wort „{'.'.join(key)}“ gibt es im Deutschen nicht.",
            did_you_mean(key[-1], siblings) or "Löschen Sie die Zeile.",
        )
    for key in source.keys() - words.keys() - misspelt:
        yield Problem(
            file.name,
            file.line(*_above(key, source, words)),
            f"Hier fehlt das Wort „{'.'.join(key)}“.",
            f"Auf Deutsch: „{source[key]}“",
        )
    for key in source.keys() & words.keys():
        if fields_in(source[key]) != fields_in(words[key]):
            yield Problem(
                file.name,
                file.line(*key),
                f"Bei „{'.'.join(key)}“ stehen andere Wörter in geschweiften Klammern als im Deutschen.",
                f"Auf Deutsch: „{source[key]}“",
            )


def _above(missing: tuple[str, ...], source: Flat, words: Flat) -> tuple[str, ...]:
    """The word of the same group behind which the missing one would stand, or the group."""
    before = [key for key in source if key[:-1] == missing[:-1] or key == missing]
    return next((key for key in reversed(before[: before.index(missing)]) if key in words), missing[:-1])
