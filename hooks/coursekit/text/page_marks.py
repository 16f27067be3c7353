"""Signs in the Markdown of a page that would swallow text, or stand on the page as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursekit.errors import Problem

_COMMENT = re.compile(r"<!--.*?-->")
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
_TERM = re.compile(r"\*\*[^*\n]+\*\*\{(?:term=[a-z0-9-]+|lang=de)\}")
_NAME = re.compile(r"\{\s*#[^\s}]*\s*\}\s*$")
_LINK = re.compile(r"!?\[[^\[\]]*\]\([^()\s]*\)")
_HTML = re.compile(r"<[A-Za-z/!?][^>\s]*>?")
_HALF_LINK = re.compile(r"\]\(|\]\s+\([^)]*[/.#]|\)\[|\]\[|!\s?\[|\[\[|\[[^\]]*\([^)]*[/.#]")
_DEFINITION = re.compile(r" {0,3}\[[^\]]*\]:")
_LIST = re.compile(r"(?:[-+*]|\d+\.) ")
_NUMBERED = re.compile(r"(\d+)\. ")
_NO_SPACE = re.compile(r"[-+](?=[^\W\d_])|\*(?=[^\W\d_][^*]*$)")
_OTHER_DASH = re.compile(r"[–—] ")
_ODD_SPACE = re.compile(r" *(?:#+|[-+*>]|\d+\.|!!!)?[\u00a0\u2000-\u200a\u202f\u3000]")
_EXAMPLE = re.compile(r'!!! [a-z]+(?: "[^"]*")?$')
_ROW = re.compile(r"\||.*\|\s*:?-+")
# Something to tick off; behind its name there may be a link.
STEP = re.compile(r"- \[ \] (?P<text>\S.*?) \{#(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\}(?P<rest>.*)$")
_FENCE = "Text zum Abschreiben beginnt mit > und einem Leerzeichen."
_NO_HTML = "Im Text gibt es kein HTML. Meinen Sie das Zeichen selbst? Dann steht dahinter ein Leerzeichen."


def check(body: str, path: str, line: int, steps: bool = False) -> Iterator[Problem]:
    """Everything in `body`, whose first line is `line` of `path`, that the page would not show as it is meant.

    Things to tick off stand only where the page has `steps`, each with a name of its own.
    """
    lines = body.split("\n")
    names: set[str] = set()
    block = ""  # the line at the margin that the indented ones below it belong to
    for at, text in enumerate(lines):
        step = STEP.match(text)
        for message, hint in _in_line(f"{step['text']}{step['rest']}" if step else text):
            yield Problem(path, line + at, message, hint)
        if text.startswith("- [ ]"):
            for message, hint in _as_step(step["name"] if step else "", names, steps):
                yield Problem(path, line + at, message, hint)
        if not text.strip():
            continue
        above, below = lines[at - 1] if at else "", next((part for part in lines[at + 1 :] if part.strip()), "")
        for message, hint in _as_block(text, above, below, block):
            yield Problem(path, line + at, message, hint)
        if not text.startswith(" "):
            block = text


def _as_step(name: str, names: set[str], allowed: bool) -> Iterator[tuple[str, str]]:
    if not allowed:
        yield "Kästchen zum Abhaken gibt es auf dieser Seite nicht.", "Beginnen Sie die Zeile mit einem Strich: - Text"
    elif not name:
        hint = "Hinter dem Text steht ein kurzer Name, in jeder Sprache derselbe: - [ ] Text {#name}"
        yield "Diesem Kästchen fehlt ein gültiger Name.", hint
    elif name in names:
        yield f"Der Name „{name}“ steht auf dieser Seite schon an einem anderen Kästchen.", "Nehmen Sie einen eigenen."
    names.add(name)


def _in_line(text: str) -> Iterator[tuple[str, str]]:
    rest = _PLACEHOLDER.sub("x", _COMMENT.sub("", text))
    if html := _HTML.search(rest):
        yield f"Hier steht „{html[0]}“: Das liest der Browser als HTML und zeigt es nicht.", _NO_HTML
    if "`" in rest or rest.lstrip().startswith("~~~"):
        yield "Das Zeichen ` oder ~~~ macht aus Text ein Stück Programm.", f"Löschen Sie es. {_FENCE}"
    rest = _TERM.sub("x", rest)
    if rest.startswith("#"):
        rest = _NAME.sub("", rest)
    if "{" in rest or "}" in rest:
        yield (
            "Diese geschweifte Klammer gehört zu nichts.",
            "Möglich sind {{ … }}, **Wort**{term=…}, **Wort**{lang=de} und hinter einer Überschrift {#name}.",
        )
    rest = _LINK.sub("x", rest)
    if _HALF_LINK.search(rest):
        yield (
            "Dieser Link oder dieses Bild ist nicht vollständig.",
            "Schreiben Sie: [Text](seite.md), [Text](https://…) oder ![Text](Bild).",
        )
    if rest.count("**") % 2:
        yield "Die Sterne ** werden nicht geschlossen.", "Fett schreiben Sie so: **Wort**"


def _as_block(text: str, above: str, below: str, block: str) -> Iterator[tuple[str, str]]:
    inside = _LIST.match(block) or block.startswith("!!!")
    if _ODD_SPACE.match(text):
        yield "Am Anfang der Zeile steht ein besonderes Leerzeichen.", "Löschen Sie es und drücken Sie die Leertaste."
    elif text.startswith("    ") and not inside:
        yield (
            "Diese Zeile ist zu weit eingerückt.",
            "Sie beginnt ganz links. Eingerückt wird nur unter !!! und in Listen.",
        )
    elif re.match(r" +#", text):
        yield "Vor der Überschrift stehen Leerzeichen.", "Eine Überschrift beginnt ganz links mit ##."
    elif _DEFINITION.match(text):
        yield (
            "Diese Zeile zeigt die Seite nicht: [Wort]: am Anfang ist die Adresse eines Links.",
            "Lassen Sie die eckigen Klammern weg.",
        )
    elif _NO_SPACE.match(text) and not text.startswith("--"):
        yield f"Hinter „{text[0]}“ fehlt ein Leerzeichen.", f"Ein Eintrag einer Liste beginnt so: {text[0]} Text"
    elif _OTHER_DASH.match(text):
        yield f"Mit „{text[0]}“ beginnt keine Liste.", "Ein Eintrag einer Liste beginnt mit einem kurzen Strich: - Text"
    elif text.startswith("!!"):
        if not _EXAMPLE.match(text):
            yield "Diese Zeile ist nicht vollständig.", 'Schreiben Sie: !!! example "Beispiel"'
        elif not below.startswith("    "):
            yield (
                "Unter dieser Zeile fehlt der eingerückte Text.",
                "Rücken Sie den Text des Kastens mit 4 Leerzeichen ein.",
            )
    elif _LIST.match(text) and above.strip() and not _LIST.match(above) and not above.startswith(" "):
        yield "Vor der Liste fehlt eine leere Zeile.", "Ohne sie wird aus der Liste ein Satz."
    elif (number := _NUMBERED.match(text)) and number[1] != "1" and not _NUMBERED.match(block):
        yield (
            f"Die Seite zeigt hier 1 statt {number[1]}: So beginnt eine Liste.",
            f"Ist es keine Liste, schreiben Sie: {number[1]}\\.",
        )
    if _ROW.match(text) and _ROW.match(above) and _cells(text) != _cells(above):
        yield (
            "Diese Zeile der Tabelle hat nicht so viele Felder wie die darüber.",
            "Jede Zeile hat gleich viele Striche |.",
        )


def _cells(row: str) -> int:
    return row.strip().strip("|").count("|")
