"""A translation of questions: words alone, keyed by id, exactly as many as the German question has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.languages import SOURCE
from coursekit.quiz.model import GapQuestion, Question, TextPath, Translation
from coursekit.source_hash import of_question
from coursekit.sources.yaml_file import Bare, YamlFile

_STRUCTURE = ("id", "type", "section", "facts", "exam", "red", "rev", "considered", "correct", "answer", "tolerance", "box", "picture", "from", "to", "stimulus", "retired")  # fmt: skip


def expected(question: Question) -> dict[TextPath, TextPath]:
    """Which text of the German question each place of its translation holds (place → path)."""
    places: dict[TextPath, TextPath] = {}
    paths = question.texts()
    for path in paths:
        if path[0] in question.german_only:
            continue
        if isinstance(question, GapQuestion) and path[0] == "gaps" and path[-1] == "text":
            continue  # words to put into a German paper
        places[_place(path, paths)] = path
    return places


def _place(path: TextPath, paths: Mapping[TextPath, str]) -> TextPath:
    match path:
        case ("gaps", gap, "options", option, field):
            return ("gaps", gap, option, field)
        case ("feedback", int(index), "text"):
            return ("feedback", index)
        case ("boxes" | "items" as kind, name, "text") if (kind, name, "feedback") not in paths:
            return (kind, name)
    return path


def read_translation(
    file: YamlFile, language: str, questions: Sequence[Question], retired: Sequence[str], problems: list[Problem]
) -> dict[str, Translation]:
    """The translated questions of `file` by id; what differs in structure is reported and left out."""
    if not isinstance(file.data, dict) or not isinstance(file.data.get("questions"), dict):
        problems.append(
            Problem(
                file.name,
                file.line("questions"),
                "Hier fehlen die Fragen.",
                "Die Datei beginnt mit questions: und darunter dem Namen jeder Frage.",
            )
        )
        return {}
    known = {question.id: question for question in questions}
    for key in file.data.keys() - {"questions"}:
        problems.append(_foreign(file, (key,), key, ("questions",)))
    translations = {}
    for name in file.data["questions"]:
        at = ("questions", name)
        if name in known:
            translation = _translation(file, language, known[name], problems)
            if translation is not None:
                translations[name] = translation
        elif name in retired:
            message = f"Die Frage „{name}“ ist auf Deutsch aus dem Kurs genommen."
            # Whoever takes a German question out is not stopped by its translations.
            problems.append(replace(_differs(file, at, message, "Löschen Sie die Übersetzung."), level="notice"))
        else:
            message = f"Die Frage „{name}“ gibt es auf Deutsch nicht."
            problems.append(_differs(file, at, message, did_you_mean(name, known)))
    return translations


def part_problems(file: YamlFile, language: str, question: Question) -> list[Problem]:
    """What the translation of `question` in `file` lacks or has too much, each as an error."""
    problems: list[Problem] = []
    _words(file, language, question, file.data["questions"][question.id], problems)
    return problems


def _translation(file: YamlFile, language: str, question: Question, problems: list[Problem]) -> Translation | None:
    at: TextPath = ("questions", question.id)
    data = file.data["questions"][question.id]
    if _has_structure(data):
        problems.extend(_foreign(file, (*at, *place), place[-1], ()) for place in _structure(data, ()))
        return None
    found_problems: list[Problem] = []
    translation = _words(file, language, question, data, found_problems)
    stamped = translation.source if translation else data.get("source") if isinstance(data, dict) else None
    if found_problems and isinstance(stamped, str) and stamped and stamped != of_question(question):
        # The German question was changed since: nobody who edits German is stopped by that.
        message = f"Die Übersetzung von „{question.id}“ passt nicht mehr zum deutschen Text."
        hint = "Bis sie neu übersetzt ist, erscheint die Frage auf Deutsch."
        problems.append(_differs(file, at, message, hint, "notice"))
        return None
    problems.extend(found_problems)
    return translation


def _words(file: YamlFile, language: str, question: Question, data: Any, problems: list[Problem]) -> Translation | None:
    at: TextPath = ("questions", question.id)
    places = expected(question)
    german = question.texts()
    allowed = set(places) | {("source",)} | ({("help",)} if question.needs_help else set())
    if not isinstance(data, dict):
        message = f"Der Frage „{question.id}“ fehlen hier die Texte."
        problems.append(Problem(file.name, file.line(*at), message, "Schreiben Sie sie eingerückt darunter."))
        return None
    leaves = {place: value for place, value in _leaves(data, ()) if value or place != ("source",)}
    elsewhere: set[TextPath] = set()  # places whose words stand under another name
    for place in leaves.keys() - allowed:
        problem, meant = _not_expected(file, at, place, allowed, leaves)
        problems.append(problem)
        elsewhere.add(meant)
    for place in leaves.keys() & allowed:
        value = leaves[place]
        if not isinstance(value, str) or isinstance(value, Bare) or not value.strip():
            start = "-" if isinstance(place[-1], int) else f"{place[-1]}:"
            message = f"Bei „{_shown(place)}“ muss ein Text in Anführungszeichen stehen."
            hint = f'Schreiben Sie: {start} "{file.written.get((*at, *place)) or "Text"}"'
            if place == ("source",):
                hint = "Löschen Sie die Zeile. „course stamp“ schreibt sie neu."
            problems.append(Problem(file.name, file.line(*at, *place), message, hint))
    for place in allowed - leaves.keys() - {("source",)}:
        if any(place[: len(other)] == other for other in elsewhere):
            continue
        hint = (
            f"Auf Deutsch: „{german[places[place]]}“"
            if place in places
            else "Schreiben Sie in der Sprache der Lernenden, was auf dem deutschen Papier steht."
        )
        message = f"Der Frage „{question.id}“ fehlt hier der Text „{_shown(place)}“."
        problems.append(_differs(file, (*at, *place), message, hint))
    if problems:
        return None
    found = {place: str(value).strip("\n") for place, value in leaves.items()}
    texts = {path: found[place] for place, path in places.items()}
    return Translation(language, texts, found.get(("help",), ""), found.get(("source",), ""))


def _structure(value: Any, place: TextPath) -> Iterator[TextPath]:
    """The places of `value` that hold structure, which stands in the German file only."""
    if isinstance(value, dict):
        for name, inner in value.items():
            # An option or an item may be called "box" or "id": then it holds fields, or stands in its list.
            if name in _STRUCTURE and not isinstance(inner, dict) and not (place and place[-1] in ("items", "boxes")):
                yield (*place, name)
            else:
                yield from _structure(inner, (*place, name))


def _has_structure(value: Any) -> bool:
    return next(_structure(value, ()), None) is not None


def _not_expected(
    file: YamlFile, at: TextPath, place: TextPath, allowed: Collection[TextPath], there: Collection[TextPath]
) -> tuple[Problem, TextPath]:
    """What to say of a place that the German question does not have, and which place is probably meant."""
    for depth in range(1, len(place) + 1):
        before, name = place[: depth - 1], place[depth - 1]
        siblings = {other[depth - 1] for other in allowed if len(other) >= depth and other[: depth - 1] == before}
        if not siblings:
            return _other_shape(file, at, before, f'Schreiben Sie nur den Text: {before[-1]}: "…"'), before
        if name not in siblings:
            here = {other[depth - 1] for other in there if len(other) >= depth and other[: depth - 1] == before}
            missing = [str(sibling) for sibling in siblings - here]
            meant = nearest(str(name), missing) or (missing[0] if len(missing) == 1 else "")
            problem = _foreign(file, (*at, *place[:depth]), name, [str(sibling) for sibling in siblings])
            return problem, (*before, meant)
    listed = any(isinstance(other[len(place)], int) for other in allowed if other[: len(place)] == place)
    lines = "Jede Zeile beginnt mit einem Strich: - …" if listed else "Schreiben Sie die Felder eingerückt darunter."
    return _other_shape(file, at, place, lines), place


def _other_shape(file: YamlFile, at: TextPath, place: TextPath, hint: str) -> Problem:
    return _differs(file, (*at, *place), f"„{_shown(place)}“ ist anders aufgebaut als im Deutschen.", hint)


def _foreign(file: YamlFile, at: TextPath, name: str | int, known: Sequence[str]) -> Problem:
    if name in _STRUCTURE:
        hint = "Löschen Sie die Zeile. Eine Übersetzung enthält nur Texte."
        return Problem(file.name, file.line(*at), f"„{name}“ steht nur in der deutschen Datei.", hint)
    if isinstance(name, int):
        return _differs(file, at, "Hier stehen mehr Einträge als im Deutschen.", "Löschen Sie, was zu viel ist.")
    message = f"„{name}“ gibt es an dieser Stelle der deutschen Frage nicht."
    return _differs(file, at, message, did_you_mean(name, known))


def _differs(
    file: YamlFile, at: TextPath, message: str, hint: str, level: Literal["error", "notice"] = "error"
) -> Problem:
    """A problem that only the comparison with the German file shows."""
    folder, _, lesson = file.name.split("/", 2)
    return Problem(file.name, file.line(*at), message, hint, level, (f"{folder}/{SOURCE}/{lesson}",))


def _leaves(value: Any, place: TextPath) -> Iterator[tuple[TextPath, Any]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _leaves(inner, (*place, name))
    elif isinstance(value, tuple) and value:
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*place, index))
    else:
        yield place, value


def _shown(place: TextPath) -> str:
    return " › ".join(str(part + 1 if isinstance(part, int) else part) for part in place)
