"""What an editor says of each field when one points at it: a title and a sentence, in German."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# A title and what belongs there.
Said = tuple[str, str]

_ID = ("Name", "Kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche. Er bleibt für immer.")
_PART_ID = ("Name", "Kurz und in dieser Frage nur einmal, zum Beispiel a. Er bleibt für immer.")
_FACTS = ("Tatsachen", "Namen aus data/facts.yml, jeder in einer Zeile mit Strich. Keine: []")
_PICTURE = ("Bild", "Die Zeichnung, die oben auf der Seite steht.")
_CHECKED = ("Geprüft am", "Tag der letzten Prüfung: Jahr-Monat-Tag, zum Beispiel 2026-11-22.")
_FEEDBACK = ("Rückmeldung", "Was man liest, wenn man diese falsche Antwort gewählt hat. Beginnt mit „Noch nicht.“")
_MISSED = ("Übersehen", "Nur bei mehreren richtigen Antworten: was man liest, wenn diese richtige fehlt.")
_HINTS = ("Tipps", "Einer nach dem anderen, jeder in einer Zeile mit Strich. Kein Tipp verrät die Antwort.")
_EXPLANATION = ("Erklärung", "Steht am Ende immer: warum das so ist, mit dem Gesetz.")

_QUESTION: Final[Mapping[str, Said]] = {
    "id": ("Name der Frage", "Im ganzen Kurs nur einmal. Er bleibt für immer und wird nie wieder benutzt."),
    "type": (
        "Art",
        "single: eine richtig. multiple: mehrere richtig. number: Zahl. order: ordnen. assign: zuordnen. gap: Lücken.",
    ),
    "section": ("Abschnitt", "Name der Überschrift in der Lektion, die die Antwort lehrt: das Wort in {#…}."),
    "facts": _FACTS,
    "exam": ("Prüfung", "true: Die Frage kann in der Prüfung stehen."),
    "red": ("Sicherheit", "true: Es geht um Gefahr oder viel Geld. In der Prüfung muss sie richtig sein."),
    "rev": (
        "Fassung",
        "Beginnt bei 1. Erhöhen Sie um 1, wenn sich ändert, was richtig ist. Dann beginnt die Frage neu.",
    ),
    "considered": ("Bedacht", "Namen von Hinweisen, die Sie zu dieser Frage bedacht haben. Sie erscheinen nicht mehr."),
    "prompt": ("Frage", "Was gefragt wird. Ein Satz mit höchstens 15 Wörtern."),
    "stimulus": ("Papier", "Ein deutscher Brief, eine Nachricht oder ein Formular. Bleibt in jeder Sprache deutsch."),
    "image": ("Zeichnung", "Eine Zeichnung, die zur Frage gehört."),
    "hints": _HINTS,
    "explanation": _EXPLANATION,
}
_OPTIONS = ("Antworten", "Mindestens zwei, jede in einem eigenen Eintrag mit Strich.")

# For each record its own title and sentence, and those of its fields.
RECORDS: Final[Mapping[str, tuple[Said, Mapping[str, Said]]]] = {
    "QuizFile": (
        ("Fragen einer Lektion", "Die deutsche Datei: Art, richtige Antwort und Text jeder Frage."),
        {
            "questions": ("Fragen", "Jede Frage beginnt mit einem Strich und ihrem Namen: - id: …"),
            "considered": ("Bedacht", "Namen von Hinweisen zur ganzen Lektion, die Sie bedacht haben."),
            "retired": ("Herausgenommen", "Namen von Fragen, die es nicht mehr gibt. Sie werden nie wieder benutzt."),
        },
    ),
    "Single": (
        ("Eine Antwort ist richtig", "Genau eine Antwort hat correct: true."),
        {**_QUESTION, "options": _OPTIONS},
    ),
    "Multiple": (
        ("Mehrere Antworten sind richtig", "Mindestens eine ist richtig und mindestens eine falsch."),
        {**_QUESTION, "options": _OPTIONS},
    ),
    "NumberQuestion": (
        ("Eine Zahl", "Die Zahl wird eingetippt."),
        {
            **_QUESTION,
            "answer": ("Richtige Zahl", "Nur Ziffern, mit Punkt statt Komma: 12.5"),
            "tolerance": ("Spielraum", "So weit daneben gilt noch als richtig. 0: nur die Zahl selbst."),
            "unit": ("Einheit", "Was hinter der Zahl steht, zum Beispiel Euro."),
            "feedback": (
                "Rückmeldungen",
                "Für häufige Fehler mit from und to. Der letzte Eintrag gilt für alle anderen.",
            ),
        },
    ),
    "Order": (
        ("Ordnen", "Dinge werden in die richtige Reihenfolge gebracht."),
        {
            **_QUESTION,
            "items": ("Dinge", "In der richtigen Reihenfolge. Auf der Seite werden sie gemischt."),
            "feedback": ("Rückmeldung", "Was man bei falscher Reihenfolge liest. Beginnt mit „Noch nicht.“"),
        },
    ),
    "Assign": (
        ("Zuordnen", "Jedes Ding gehört in einen Kasten."),
        {
            **_QUESTION,
            "boxes": ("Kästen", "Mindestens zwei."),
            "items": ("Dinge", "Jedes nennt bei box seinen Kasten."),
        },
    ),
    "GapQuestion": (
        ("Lücken", "Ein deutscher Text mit Lücken, die man aus Listen füllt."),
        {
            **_QUESTION,
            "text": ("Text mit Lücken", "Jede Lücke steht so: [[name]]. Der Text bleibt in jeder Sprache deutsch."),
            "gaps": ("Lücken", "Zu jeder Lücke die Wörter zur Wahl."),
        },
    ),
    "Stimulus": (
        ("Papier", "Ein deutsches Papier, wie man es im Leben bekommt."),
        {
            "kind": (
                "Was es ist",
                "letter: Brief. bill: Rechnung. advertisement: Anzeige. message: Nachricht. form: Formular. notice: Aushang.",
            ),
            "text": ("Text", "Mehrere Zeilen stehen eingerückt unter |. Sie bleiben auf der Seite getrennt."),
        },
    ),
    "Image": (
        ("Zeichnung", "Eine Zeichnung aus docs/assets."),
        {
            "file": ("Datei", "Name in docs/assets, zum Beispiel kaution.svg."),
            "alt": ("Was zu sehen ist", "Für Menschen, die das Bild nicht sehen."),
        },
    ),
    "Option": (
        ("Antwort", "Eine Antwort zur Wahl."),
        {
            "id": _PART_ID,
            "text": ("Text", "Was in der Antwort steht."),
            "correct": ("Richtig", "true: Diese Antwort ist richtig."),
            "feedback": _FEEDBACK,
            "missed": _MISSED,
        },
    ),
    "Item": (("Ding", "Ein Ding zum Ordnen."), {"id": _PART_ID, "text": ("Text", "Was man liest.")}),
    "Box": (
        ("Kasten", "Ein Kasten zum Einsortieren."),
        {"id": _PART_ID, "text": ("Text", "Was auf dem Kasten steht.")},
    ),
    "BoxedItem": (
        ("Ding", "Ein Ding, das in einen Kasten gehört."),
        {
            "id": _PART_ID,
            "text": ("Text", "Was man liest."),
            "box": ("Kasten", "Name des richtigen Kastens."),
            "picture": ("Zeichnung", "Eine kleine Zeichnung aus docs/assets, die neben dem Ding steht."),
            "feedback": _FEEDBACK,
        },
    ),
    "Gap": (
        ("Lücke", "Eine Lücke im Text."),
        {
            "id": ("Name der Lücke", "So steht sie im Text: [[name]]."),
            "options": ("Wörter zur Wahl", "Eines ist richtig."),
        },
    ),
    "Range": (
        ("Rückmeldung zu einer Zahl", "Was man zu einer falschen Zahl liest."),
        {
            "from": ("Von", "Die kleinste Zahl des Bereichs."),
            "to": ("Bis", "Die größte Zahl des Bereichs."),
            "text": ("Rückmeldung", "Beginnt mit „Noch nicht.“"),
        },
    ),
    "TranslatedQuizFile": (
        ("Übersetzte Fragen einer Lektion", "Nur Texte. Was richtig ist, steht in der deutschen Datei."),
        {"questions": ("Fragen", "Unter dem Namen jeder Frage ihre Texte.")},
    ),
    "TranslatedQuestion": (
        ("Übersetzte Frage", "Dieselben Texte wie im Deutschen, nicht mehr und nicht weniger."),
        {
            "source": ("Stempel", "Schreibt „course stamp“: zu welchem deutschen Text die Übersetzung passt."),
            "prompt": ("Frage", "Was gefragt wird."),
            "help": ("Hilfe", "Sagt in der Sprache der Lernenden, was auf dem deutschen Papier steht."),
            "image": ("Zeichnung", "Der Text der Zeichnung."),
            "hints": _HINTS,
            "options": ("Antworten", "Unter dem Namen jeder Antwort ihr Text."),
            "boxes": ("Kästen", "Hinter dem Namen jedes Kastens sein Text."),
            "items": ("Dinge", "Hinter dem Namen jedes Dings sein Text, beim Zuordnen mit Rückmeldung."),
            "gaps": (
                "Lücken",
                "Unter jeder Lücke und jedem falschen Wort die Rückmeldung. Die Wörter bleiben deutsch.",
            ),
            "unit": ("Einheit", "Was hinter der Zahl steht."),
            "feedback": (
                "Rückmeldung",
                "Eine, oder bei Zahlen so viele wie im Deutschen, jede in einer Zeile mit Strich.",
            ),
            "explanation": _EXPLANATION,
        },
    ),
    "TranslatedOption": (
        ("Übersetzte Antwort", "Der Text einer Antwort."),
        {"text": ("Text", "Was in der Antwort steht."), "feedback": _FEEDBACK, "missed": _MISSED},
    ),
    "TranslatedWord": (("Rückmeldung", "Was man zu einem falschen Wort liest."), {"feedback": _FEEDBACK}),
    "TranslatedItem": (
        ("Übersetztes Ding", "Text und Rückmeldung."),
        {"text": ("Text", "Was man liest."), "feedback": _FEEDBACK},
    ),
    "TranslatedImage": (
        ("Zeichnung", "Der Text der Zeichnung."),
        {"alt": ("Was zu sehen ist", "Für Menschen, die das Bild nicht sehen.")},
    ),
    "FactsFile": (("Tatsachen", "Beträge, Fristen und Regeln, jede unter ihrem Namen und mit ihrem Gesetz."), {}),
    "Fact": (
        ("Tatsache", "Steht im Text so: {{ fact.name }}"),
        {
            "statement": ("Aussage", "Der ganze Satz, für die Redaktion."),
            "value": ("Wert", "Eine Zahl oder ein Tag. Das schreibt der Platzhalter in den Text."),
            "basis": ("Grundlage", "Mindestens ein Gesetz, ein Urteil oder wer dazu rät."),
            "since": ("Gilt seit", "Seit wann das gilt."),
            "checked": _CHECKED,
            "review_by": (
                "Prüfen bis",
                "Spätestens an diesem Tag ist wieder zu prüfen. Danach sagt die Seite es den Lesern.",
            ),
        },
    ),
    "Basis": (
        ("Grundlage", "Entweder law, section und url, oder ruling, oder advice."),
        {
            "law": ("Gesetz", "Kurz, zum Beispiel BGB."),
            "section": ("Paragraf", "Zum Beispiel § 551 Abs. 1."),
            "url": ("Adresse", "Wo das Gesetz im Internet steht. Beginnt mit https://"),
            "ruling": ("Urteil", "Gericht, Tag und Zeichen."),
            "advice": ("Rat von", "Wer dazu rät, wenn es kein Gesetz gibt."),
        },
    ),
    "City": (
        ("Die Stadt", "Namen, Stellen und Angaben. Eine andere Stadt ändert nur diese Datei."),
        {
            "name": ("Name", "Name der Stadt."),
            "operator": ("Betreiber", "Wer den Kurs anbietet."),
            "course": ("Kurs", "Wie der Kurs heißt. Steht oben auf jeder Seite."),
            "certificate": ("Zertifikat", "Wie die Bescheinigung der Stadt heißt."),
            "places": ("Stellen", "Wohin man sich wendet, jede unter ihrem Namen."),
            "legal": ("Pflichtangaben", "Was das Gesetz auf Impressum, Datenschutz und Barrierefreiheit verlangt."),
        },
    ),
    "Place": (
        ("Stelle", "Steht im Text so: {{ city.name.phone }}"),
        {
            "name": ("Name", "Wie die Stelle heißt."),
            "what": ("Wofür", "Womit sie hilft."),
            "phone": ("Telefon", "Mit Vorwahl, zum Beispiel 02331 207-5777."),
            "address": ("Anschrift", "Straße, Postleitzahl, Ort."),
            "phone_hours": ("Telefonzeiten", "Wann jemand ans Telefon geht."),
            "hours": ("Öffnungszeiten", "Wann die Tür offen ist."),
            "languages": ("Sprachen", "Was dort gesprochen wird, mit dem Kürzel: de, ro, bg, tr."),
            "website": ("Internetseite", "Beginnt mit https://"),
            "confirmed": ("Bestätigt", "true: Jemand hat dort nachgefragt. false: Die Seite zeigt „bitte prüfen“."),
            "checked": _CHECKED,
            "evidence": ("Beleg", "Woher die Angabe stammt. Nur für die Redaktion."),
        },
    ),
    "Hours": (
        ("Zeiten", "Tage mit denselben Zeiten."),
        {
            "days": ("Tage", "Zum Beispiel Mo-Fr oder Mo, Mi."),
            "open": ("Von", "Uhrzeit, zum Beispiel 8:30."),
            "close": ("Bis", "Uhrzeit, zum Beispiel 17:00."),
        },
    ),
    "Detail": (
        ("Pflichtangabe", "Steht im Text so: {{ city.legal.name }}"),
        {
            "what": ("Was", "Was hier stehen muss."),
            "value": ("Wert", "Die Angabe selbst. Fehlt sie, zeigt die Seite „noch offen“."),
        },
    ),
    "Lessons": (
        ("Lektionen", "Was zu Modulen, Lektionen und Karten gehört und nicht ihr Text ist."),
        {
            "modules": ("Module", "Jedes unter dem Namen seines Ordners."),
            "lessons": ("Lektionen", "Jede unter dem Namen ihrer Seite, zum Beispiel mietrecht/kaution."),
            "cards": ("Karten", "Blätter zum Ausdrucken, jedes unter dem Namen seiner Seite."),
        },
    ),
    "Module": (("Modul", "Ein Modul des Kurses."), {"picture": _PICTURE}),
    "Lesson": (
        ("Lektion", "Eine Lektion mit Fragen."),
        {"minutes": ("Minuten", "So lange dauert sie etwa."), "picture": _PICTURE, "facts": _FACTS},
    ),
    "Card": (("Karte", "Ein Blatt zum Ausdrucken."), {"picture": _PICTURE, "facts": _FACTS}),
    "Picture": (
        ("Bild", "Eine Zeichnung aus docs/assets mit ihrem Text in jeder Sprache."),
        {
            "file": ("Datei", "Name in docs/assets, zum Beispiel kaution.svg."),
            "alt": ("Was zu sehen ist", 'In jeder Sprache, unter ihrem Kürzel: de: "…"'),
        },
    ),
    "GermanGlossaryFile": (("Fachwörter", "Deutsche Fachwörter, jedes unter seinem Namen."), {}),
    "GermanTerm": (
        ("Fachwort", "Steht im Text so: **Kaution**{term=kaution}"),
        {
            "term": ("Wort", "So steht es in Briefen."),
            "meaning": ("Bedeutung", "In einfachem Deutsch, ein oder zwei Sätze."),
            "example": ("Beispiel", "Ein Satz mit dem Wort, wie er in einem Brief steht."),
        },
    ),
    "TranslatedGlossaryFile": (("Fachwörter", "Die deutschen Fachwörter in einer anderen Sprache."), {}),
    "TranslatedTerm": (
        ("Fachwort", "Ein deutsches Fachwort in einer anderen Sprache."),
        {
            "equivalent": ("Entsprechung", "Wie man es in dieser Sprache nennt."),
            "meaning": ("Bedeutung", "In einfachen Worten dieser Sprache."),
            "sounds": ("Aussprache", "Wie man das deutsche Wort liest, in den Buchstaben dieser Sprache."),
            "not_this": ("Nicht das", "Was ähnlich klingt oder im Wörterbuch steht und etwas anderes ist."),
            "example": ("Beispiel", "Was der deutsche Beispielsatz heißt."),
        },
    ),
}
