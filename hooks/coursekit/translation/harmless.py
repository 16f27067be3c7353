"""After a change of German that needs no translation: stamp again what was current before it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.page_structure import misfits
from coursekit.sources.yaml_file import Key
from coursekit.translation.german import Part, parts, parts_once, source_of
from coursekit.translation.git import committed, missing_history
from coursekit.translation.stamp import question_misfits, write_stamps
from coursekit.translation.status import Entry, read_status


def stamp_harmless(course: Course, files: Sequence[str]) -> Iterator[str]:
    """Stamps the translations of the German `files` and says of each what was done or why not."""
    reason = missing_history(course.root)
    if reason:
        yield reason
        return
    entries = [
        entry for entry in read_status(course.root, course.languages.translations) if entry.kind in ("page", "question")
    ]
    for name in files:
        content = committed(course.root, name)
        if not name.startswith((f"docs/{SOURCE}/", f"quizzes/{SOURCE}/")):
            yield f"{name}: bleibt, wie es ist. Nennen Sie die deutsche Datei: docs/{SOURCE}/… oder quizzes/{SOURCE}/…"
        elif content is None:
            yield f"{name}: Diese Datei war noch nie in git gespeichert. Es gibt nichts, womit man vergleichen kann."
        else:
            mine = [entry for entry in entries if source_of(entry.file) == name]
            yield from _file(course, name, parts_once(content, name), mine)


def _file(course: Course, name: str, before: dict[str, Part], entries: Sequence[Entry]) -> Iterator[str]:
    now = parts(course.root, name)
    if not before:
        yield f"{name}: Die letzte gespeicherte Fassung (git) ist nicht lesbar. Es gibt nichts, womit man vergleichen kann."
        return
    if _hashes(before) == _hashes(now):
        yield f"{name}: Seit der letzten gespeicherten Fassung (git) hat sich hier nichts geändert."
        return
    stamps: dict[tuple[str, str], dict[Key, str]] = {}
    for entry in entries:
        if entry.part in now and entry.part in before and now[entry.part].hash == before[entry.part].hash:
            continue  # this question was not touched
        refused = _refused(course, entry, before)
        if refused:
            yield f"{entry.shown}: bleibt, wie es ist. {refused}"
        else:
            key: Key = ("questions", entry.part) if entry.part else ()
            stamps.setdefault((entry.language, entry.file), {})[key] = now[entry.part].hash
            yield f"{entry.shown}: neu vermerkt."
    for (language, file), found in stamps.items():
        if () in found:
            page = course.pages[language][_name(file)]
            write_stamps(course.root, page.head, found, head_end=page.body_line - 1)
        else:
            write_stamps(course.root, course.quizzes[_name(file)].translation_files[language], found)


def _hashes(found: dict[str, Part]) -> dict[str, str]:
    return {name: part.hash for name, part in found.items()}


def _refused(course: Course, entry: Entry, before: dict[str, Part]) -> str:
    """Why this translation gets no new stamp; nothing where it gets one."""
    match entry.state:
        case "current":
            return "Sie ist schon vermerkt."
        case "untracked":
            return "Ihr fehlt der Stempel. Niemand weiß, aus welcher Fassung übersetzt wurde."
        case "missing":
            return "Die Übersetzung fehlt noch."
        case "orphan":
            return "Auf Deutsch gibt es das nicht (mehr)."
    if entry.part not in before or entry.stamp != before[entry.part].hash:
        return "Sie war schon vor dieser Änderung veraltet. course diff zeigt, was sich geändert hat."
    if not _fits(course, entry):
        return "Sie ist anders aufgebaut als der neue deutsche Text. Diese Änderung muss übersetzt werden."
    return ""


def _fits(course: Course, entry: Entry) -> bool:
    """Whether the translation is built like the German of today; a stamp would make anything else an error."""
    name = _name(entry.file)
    if entry.kind == "question":
        quiz = course.quizzes[name]
        question = next(question for question in quiz.questions if question.id == entry.part)
        return not question_misfits(quiz, question, entry.language)
    return not any(misfits(course.pages[entry.language][name], course.pages[SOURCE][name]))


def _name(file: str) -> str:
    """The page or lesson that a file belongs to: `docs/ro/mietrecht/kaution.md` → `mietrecht/kaution`."""
    return file.split("/", 2)[2].rpartition(".")[0]
