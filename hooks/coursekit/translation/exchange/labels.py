"""What a translator is told of a text: on which page, in which question, and what it is for."""

from __future__ import annotations

from typing import Final

from coursekit.quiz.model import Question
from coursekit.sources.page_file import PageFile
from coursekit.sources.yaml_file import Key

_FIELDS: Final = {
    "prompt": "die Frage",
    "hints": "Tipp",
    "options": "Antwort",
    "items": "Eintrag",
    "boxes": "Feld zum Zuordnen",
    "gaps": "Lücke",
    "feedback": "Rückmeldung, wenn es nicht stimmt",
    "missed": "Rückmeldung, wenn es fehlt",
    "explanation": "Erklärung am Schluss",
    "help": "Hilfe: Sagen Sie, was auf dem deutschen Papier steht",
    "unit": "Einheit hinter der Zahl",
    "image": "Bild",
    "alt": "was zu sehen ist",
    "text": "Text",
}


def page_label(page: PageFile, place: Key) -> str:
    """Where a text of the German `page` stands."""
    where = f"Seite „{page.front.title}“"
    match place:
        case ("title",):
            return f"{where}: Titel"
        case ("goal",):
            return f"{where}: Ziel"
        case ("", _):
            return f"{where}: Anfang"
        case (section, "heading"):
            return f"{where}: Überschrift des Abschnitts „{section}“"
    return f"{where}: Abschnitt „{page.heading(str(place[0]))}“"


def question_label(lesson: str, question: Question, place: Key) -> str:
    """Which text of `question` in the lesson titled `lesson` stands at `place`."""
    words = [_FIELDS.get(str(part), str(part + 1) if isinstance(part, int) else str(part)) for part in place]
    return f"Lektion „{lesson}“, Frage „{question.id}“: {' › '.join(words)}"
