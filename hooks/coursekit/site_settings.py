"""What mkdocs.yml says to the course: the order of the pages (`nav`) and the languages (the i18n plugin's)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.languages import SOURCE, SOURCE_NAME, Direction, Language, Languages
from coursekit.sources.text_file import read_text
from coursekit.sources.yaml_file import Key, YamlFile, parse_yaml

FILE = "mkdocs.yml"
# mkdocs' own sign for a value from the environment; our YAML knows no such signs.
# The parts of the file without which the site would be another one, or none; mkdocs itself misses few of them.
_PARTS = ("docs_dir", "hooks", "markdown_extensions", "nav", "plugins", "site_dir", "site_name", "theme", "use_directory_urls", "validation")  # fmt: skip
_MORE = ("copyright", "dev_addr", "edit_uri", "exclude_docs", "extra", "not_in_nav", "repo_url", "site_author", "site_description", "site_url", "watch")  # fmt: skip
_ENV = re.compile(r"(?m)^([\w-]+: )!ENV(?= )")
_IN_NAV = "steht jede Seite in einer Zeile: - mietrecht/kaution.md"
_FIELDS = ("locale", "name", "default", "build")


@dataclass(frozen=True, slots=True)
class Settings:
    """The pages' names in the order of the course, each with its line in mkdocs.yml, and the languages."""

    order: tuple[tuple[str, int], ...]
    languages: Languages


def read_settings(root: Path, problems: list[Problem]) -> Settings:
    """What stands in the mkdocs.yml of `root`; where it cannot be read, no page and German alone."""
    file = read_settings_file(root, problems)
    if file is None:
        return Settings((), Languages())
    data = file.data if isinstance(file.data, dict) else {}
    problems += _parts(data, file)
    return Settings(_order(data, file, problems), _languages(data, file, problems))


def read_settings_file(root: Path, problems: list[Problem]) -> YamlFile | None:
    """mkdocs.yml as it stands there, with its lines."""
    text = read_text(root / FILE, FILE, problems)
    return None if text is None else parse_yaml(_ENV.sub(r"\1", text), FILE, problems)


def _order(data: dict[str, Any], file: YamlFile, problems: list[Problem]) -> tuple[tuple[str, int], ...]:
    nav = data.get("nav")
    if not isinstance(nav, tuple) or not nav:
        message = "In mkdocs.yml fehlt die Reihenfolge der Seiten."
        line = 1 if nav is None else file.line("nav")
        problems.append(Problem(FILE, line, message, f"Unter nav: {_IN_NAV}"))
        return ()
    return tuple(_paths(nav, ("nav",), file, problems))


def _paths(value: Any, key: Key, file: YamlFile, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    """The pages below `value`: a page, a list of them, or pages with a title of their own."""
    if isinstance(value, str) and value.endswith(".md"):
        yield value.removesuffix(".md"), file.line(*key)
    elif isinstance(value, dict | tuple) and value:
        for part, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(inner, (*key, part), file, problems)
    else:
        problems.append(Problem(FILE, file.line(*key), "Hier muss eine Seite stehen.", f"Unter nav: {_IN_NAV}"))


def _parts(data: dict[str, Any], file: YamlFile) -> Iterator[Problem]:
    """Parts of the file that are unknown, and those that are missing; `nav` is looked at by itself."""
    there, missing = set(data), {part for part in _PARTS if part not in data}
    for part in sorted(there - {*_PARTS, *_MORE}):
        hint = did_you_mean(part, {*missing, *_MORE})
        missing.discard(nearest(part, {*missing, *_MORE}))
        yield Problem(FILE, file.line(part), f"Das Feld „{part}“ gibt es hier nicht.", hint)
    if missing - {"nav"}:
        message = f"In mkdocs.yml fehlt: {', '.join(sorted(missing - {'nav'}))}."
        yield Problem(FILE, 1, message, "Holen Sie die letzte Fassung dieser Datei zurück.")


def _languages(data: dict[str, Any], file: YamlFile, problems: list[Problem]) -> Languages:
    key = languages_key(data)
    value: Any = data
    for part in key or ():
        value = value[part]
    if key is None or not isinstance(value, tuple):
        message = "In mkdocs.yml fehlen die Sprachen."
        problems.append(
            Problem(FILE, file.line("plugins"), message, f"Unter plugins, i18n, languages: - locale: {SOURCE}")
        )
        return Languages()
    found: dict[str, Language] = {}
    for place, entry in enumerate(value):
        at = (*key, place)
        faults = list(_faults(entry, found, file, at))
        problems.extend(faults)
        if not faults:
            found[entry["locale"]] = _language(entry)
    if SOURCE not in found:
        message = "Unter den Sprachen fehlt Deutsch. Aus dem Deutschen entstehen alle anderen."
        problems.append(Problem(FILE, file.line(*key), message, f"Ergänzen Sie: - locale: {SOURCE}"))
        found = {SOURCE: Language(SOURCE, SOURCE_NAME), **found}
    return Languages(tuple(found.values()))


def languages_key(data: dict[str, Any]) -> Key | None:
    """Where in mkdocs.yml the list of languages stands."""
    plugins = data.get("plugins")
    for place, entry in enumerate(plugins if isinstance(plugins, tuple) else ()):
        options = entry.get("i18n") if isinstance(entry, dict) else None
        if isinstance(options, dict) and "languages" in options:
            return ("plugins", place, "i18n", "languages")
    return None


def locale_of(code: str) -> Locale | None:
    """What the Unicode CLDR knows about the language `code` (ISO 639), or nothing where it knows none."""
    try:
        return Locale.parse(code) if re.fullmatch(r"[a-z]{2,3}", code) else None
    except UnknownLocaleError:
        return None


def _faults(entry: Any, known: dict[str, Language], file: YamlFile, at: Key) -> Iterator[Problem]:
    code = entry.get("locale") if isinstance(entry, dict) else None
    if not isinstance(code, str):
        hint = "Eine Sprache steht so da: - locale: ro und darunter name: Română"
        yield Problem(FILE, file.line(*at), "Hier fehlt das Kürzel der Sprache („locale“).", hint)
        return
    if locale_of(code) is None:
        hint = "Das Kürzel hat zwei oder drei kleine Buchstaben, zum Beispiel uk für Ukrainisch."
        yield Problem(FILE, file.line(*at, "locale"), f"Die Sprache „{code}“ ist nicht bekannt.", hint)
    elif code in known:
        yield Problem(
            FILE, file.line(*at, "locale"), f"Die Sprache „{code}“ steht hier zum zweiten Mal.", "Löschen Sie eine."
        )
    if not isinstance(entry.get("name"), str):
        hint = "Ergänzen Sie, wie die Sprache sich selbst nennt: name: Română"
        yield Problem(FILE, file.line(*at), f"Der Sprache „{code}“ fehlt der Name.", hint)
    if not isinstance(entry.get("build", True), bool):
        hint = "build: false heißt: noch nicht zeigen. Ohne die Zeile wird die Sprache gezeigt."
        yield Problem(FILE, file.line(*at, "build"), "Bei „build“ steht true oder false.", hint)
    for field in entry.keys() - set(_FIELDS):
        yield Problem(
            FILE, file.line(*at, field), f"„{field}“ gibt es bei einer Sprache nicht.", did_you_mean(field, _FIELDS)
        )


def _language(entry: dict[str, Any]) -> Language:
    locale = locale_of(entry["locale"])
    direction: Direction = "rtl" if locale and locale.character_order == "right-to-left" else "ltr"
    return Language(entry["locale"], entry["name"], direction, entry.get("build", True))
