"""A question of each type to be filled in: what stands where, in German, and how an unfilled place is recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from coursekit.errors import Problem
from coursekit.sources.yaml_file import Key, YamlFile

# A text that begins so, and a name that is this, were never filled in; no question with one of them is published.
TEXT: Final = "AUSFÜLLEN"
NAME: Final = "ausfuellen"

# What each type is called, for people.
KINDS: Final[Mapping[str, str]] = {
    "single": "eine Antwort ist richtig",
    "multiple": "mehrere Antworten sind richtig",
    "number": "eine Zahl wird eingetippt",
    "order": "Dinge werden geordnet",
    "assign": "Dinge werden einem Kasten zugeordnet",
    "gap": "Lücken in einem deutschen Text werden gefüllt",
}

_HEAD = """\
- id: {id}
  type: {type}
  # Der Abschnitt der Lektion, der die Antwort lehrt. Es gibt: {sections}
  section: {section}
  # Namen aus data/facts.yml, auf denen die Antwort steht: jeder in einer Zeile mit Strich. Sonst bleibt [].
  facts: []
  # true: Die Frage kann in der Prüfung stehen.
  exam: false
  prompt: "AUSFÜLLEN: die Frage, ein Satz mit höchstens 15 Wörtern"
  hints:
    - "AUSFÜLLEN: ein Tipp, der die Antwort nicht verrät"
"""

_BODIES: Final[Mapping[str, str]] = {
    "single": """\
  # Die richtige Antwort steht nicht in jeder Frage an derselben Stelle.
  options:
    - id: a
      text: "AUSFÜLLEN: die erste Antwort, sie ist falsch"
      feedback: "AUSFÜLLEN: Noch nicht. Dann, was stimmt"
    - id: b
      text: "AUSFÜLLEN: die richtige Antwort"
      correct: true
    - id: c
      text: "AUSFÜLLEN: die dritte Antwort, sie ist falsch"
      feedback: "AUSFÜLLEN: Noch nicht. Dann, was hier stimmt"
""",
    "multiple": """\
  options:
    - id: a
      text: "AUSFÜLLEN: die erste richtige Antwort"
      correct: true
      missed: "AUSFÜLLEN: warum diese Antwort dazugehört"
    - id: b
      text: "AUSFÜLLEN: eine falsche Antwort"
      feedback: "AUSFÜLLEN: Noch nicht. Dann, was stimmt"
    - id: c
      text: "AUSFÜLLEN: die zweite richtige Antwort"
      correct: true
      missed: "AUSFÜLLEN: warum auch diese Antwort dazugehört"
""",
    "number": """\
  # Nur Ziffern, mit Punkt statt Komma: 12.5
  answer: ausfuellen
  # So weit daneben gilt noch als richtig.
  tolerance: 0
  unit: "AUSFÜLLEN: die Einheit, zum Beispiel Euro"
  # Für einen häufigen Fehler stehen vor dem letzten Eintrag from: und to: und text:
  feedback:
    - text: "AUSFÜLLEN: Noch nicht. Dann, wie man rechnet"
""",
    "order": """\
  # So, wie es richtig ist. Auf der Seite wird gemischt.
  items:
    - id: eins
      text: "AUSFÜLLEN: was zuerst kommt"
    - id: zwei
      text: "AUSFÜLLEN: was danach kommt"
    - id: drei
      text: "AUSFÜLLEN: was zuletzt kommt"
  feedback: "AUSFÜLLEN: Noch nicht. Dann, worauf es bei der Reihenfolge ankommt"
""",
    "assign": """\
  boxes:
    - id: eins
      text: "AUSFÜLLEN: was auf dem ersten Kasten steht"
    - id: zwei
      text: "AUSFÜLLEN: was auf dem zweiten Kasten steht"
  items:
    - id: a
      text: "AUSFÜLLEN: was in den ersten Kasten gehört"
      box: eins
      feedback: "AUSFÜLLEN: Noch nicht. Dann, warum in den ersten"
    - id: b
      text: "AUSFÜLLEN: was in den zweiten Kasten gehört"
      box: zwei
      feedback: "AUSFÜLLEN: Noch nicht. Dann, warum in den zweiten"
""",
    "gap": """\
  # Der Text bleibt in jeder Sprache deutsch. Jede Lücke steht in doppelten eckigen Klammern.
  text: "AUSFÜLLEN: der Anfang, dann [[eins]], dann der Rest"
  gaps:
    - id: eins
      options:
        - id: a
          text: "AUSFÜLLEN: das richtige Wort"
          correct: true
        - id: b
          text: "AUSFÜLLEN: ein falsches Wort"
          feedback: "AUSFÜLLEN: Noch nicht. Dann, was das falsche Wort heißt"
""",
}

_FOOT = """\
  explanation: "AUSFÜLLEN: warum das so ist, mit dem Gesetz"
"""


def template(kind: str, question_id: str, section: str, sections: Sequence[str], indent: str) -> str:
    """A question of type `kind` as it stands in the list of a German quiz file, its dash behind `indent`."""
    head = _HEAD.format(id=question_id, type=kind, section=section or NAME, sections=", ".join(sections))
    return "".join(f"{indent}{line}" for line in (head + _BODIES[kind] + _FOOT).splitlines(keepends=True))


def unfilled(file: YamlFile, at: Key, entry: Any) -> Iterator[Problem]:
    """Every place of the question `entry` (at `at` of `file`) that still is as the template has it."""
    if isinstance(entry, dict):
        for name, inner in entry.items():
            yield from unfilled(file, (*at, name), inner)
    elif isinstance(entry, tuple):
        for place, inner in enumerate(entry):
            yield from unfilled(file, (*at, place), inner)
    elif isinstance(entry, str) and (entry == NAME or TEXT in entry):
        wanted = entry.partition(f"{TEXT}:")[2].strip()
        message = "Hier steht noch die Vorlage."
        hint = f"Gefragt ist: {wanted}." if wanted else "Was hier stehen soll, sagt die Zeile darüber."
        yield Problem(file.name, file.line(*at), message, hint)
