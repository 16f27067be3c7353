"""`course new-language uk`: the settings, the folders and the words to translate, laid for a further language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coursekit.course import Course
from coursekit.glossary import GermanTerm, TranslatedTerm
from coursekit.languages import SOURCE
from coursekit.quiz.load import FOLDER as QUIZZES
from coursekit.schemas.files import SETTINGS as EDITOR
from coursekit.schemas.files import editor_files, modeline
from coursekit.site_settings import FILE as SETTINGS
from coursekit.site_settings import languages_key, locale_of, read_settings_file
from coursekit.sources.yaml_file import read_yaml

# git keeps no empty folders.
_KEEP = ".gitkeep"


def own_name(code: str) -> str:
    """What the language calls itself, by the Unicode CLDR, with a capital: „Українська“; nothing where it is not known."""
    locale = locale_of(code)
    name = locale.get_display_name(code) if locale else None
    return name[:1].upper() + name[1:] if name else ""


def lay_language(course: Course, code: str, name: str) -> list[str]:
    """Lays the language `code`, called `name`, which the course does not have yet; the names of what was written.

    It is laid as one that is being prepared: nothing of it is on the site, and it stops nobody. What exists is kept.
    """
    files = {
        f"data/words/{code}.yml": _words(course, name),
        f"data/glossary/{code}.yml": modeline(f"data/glossary/{code}.yml") + _glossary(course, name),
        **{f"{folder}/{_KEEP}": "" for folder in _folders(course, code)},
    }
    written = []
    for file, text in files.items():
        path = course.root / file
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            written.append(file)
    _settings(course.root, code, name)
    editor = course.root / EDITOR
    if editor.is_file():
        editor.write_text(editor_files(course.root)[EDITOR], "utf-8")
        written.append(EDITOR)
    return [SETTINGS, *written]


def _folders(course: Course, code: str) -> list[str]:
    modules = [name.split("/")[0] for name in course.order if "/" in name]
    inside = [f"docs/{code}", *(f"{top}/{code}/{module}" for top in ("docs", QUIZZES) for module in modules)]
    return list(dict.fromkeys(inside))


def _words(course: Course, name: str) -> str:
    german = read_yaml(course.root / f"data/words/{SOURCE}.yml", "", [])
    assert german is not None  # the course was read from it
    head = (
        f"# Die Wörter der Oberfläche auf {name}. Über jedem steht das Deutsche; die Übersetzung kommt in die Anführungszeichen.\n"
        "# Was in geschweiften Klammern steht, bleibt: {number}, {{ city.name }}.\n"
    )
    return head + "".join(_emptied(german.data, ""))


def _emptied(words: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            yield from _emptied(value, f"{indent}  ")
        else:
            yield "".join(f"{indent}# {line}\n" for line in str(value).split("\n"))
            yield f'{indent}{key}: ""\n'


def _glossary(course: Course, name: str) -> str:
    # What need not be there is not laid: an empty field would be an error as soon as the others hold words.
    needed = [field for field, info in TranslatedTerm.model_fields.items() if info.is_required()]
    fields = "".join(f'  {field}: ""\n' for field in needed)
    head = (
        f"# Die deutschen Fachwörter auf {name}: was es dort dafür gibt (equivalent) und was es heißt (meaning).\n"
        "# Was noch leer ist, gilt als nicht übersetzt.\n"
    )
    terms = [(key, term) for key, term in course.glossary[SOURCE].items() if isinstance(term, GermanTerm)]
    return head + "".join(f"# {term.term}: {term.meaning}\n{key}:\n{fields}" for key, term in terms)


def _settings(root: Path, code: str, name: str) -> None:
    """Adds the language behind the last one, written as that one is; every other byte stays."""
    path = root / SETTINGS
    before = path.read_bytes().decode("utf-8")
    file = read_settings_file(root, [])
    key = languages_key(file.data) if file else None
    assert file is not None
    assert key is not None
    last = max(place for place in file.lines if place[: len(key)] == key and len(place) == len(key) + 1)
    end = max(line for place, line in file.lines.items() if place[: len(last)] == last)
    lines = before.splitlines(keepends=True)
    first = lines[file.line(*last) - 1]
    indent = first[: len(first) - len(first.lstrip())]
    line_end = "\r\n" if first.endswith("\r\n") else "\n"
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += line_end
    new = (
        f"{indent}- locale: {code}",
        f"{indent}  name: {name}",
        f"{indent}  # Noch nicht zu sehen. Sind alle Wörter in data/words/{code}.yml übersetzt, löschen Sie diese zwei Zeilen.",
        f"{indent}  build: false",
    )
    lines[end:end] = [f"{line}{line_end}" for line in new]
    path.write_bytes("".join(lines).encode("utf-8"))
