"""Rules about the prompt: what is asked, and what it gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from coursekit.languages import SOURCE
from coursekit.question_lint.finding import Finding
from coursekit.question_lint.subject import Rules, Subject
from coursekit.question_lint.vocabulary import NEGATION, OR_NOT
from coursekit.question_lint.words import asking, content, without_asides
from coursekit.quiz.model import Assign, Single

_CLAUSE = re.compile(r"[?,;]|\b(?:und|oder)\b")
_ASKS = re.compile(r"\s*(?:was|wer|wen|wem|wo|wohin|wann|welche[rsnm]?|wie|darf|dürfen|muss|müssen)\b", re.IGNORECASE)
# As many first or last letters make two words relatives: Wasserfleck and Fleck.
_RELATED: Final = 5


def negation(subject: Subject) -> Iterator[Finding]:
    """Who reads slowly overlooks a „nicht“ in the question. Only the sentence that asks counts, not the situation."""
    found = _negated(subject.prompt, SOURCE)
    if found:
        if not _asks_for_both_sides(subject):
            message = f"Die Frage selbst ist verneint („{found}“)."
            hint = "Fragen Sie ohne Verneinung: „Was ist verboten?“, „Was tun Sie?“ In der Situation davor darf sie stehen."
            yield Finding("negation", subject.question, ("prompt",), message, hint)
        return
    for language, words in subject.translations():
        found = _negated(words.get(("prompt",), ""), language)
        if found:
            message = f"Die Übersetzung fragt mit einer Verneinung („{found}“), das Deutsche ohne."
            hint = "Übersetzen Sie die Frage ohne Verneinung."
            yield Finding("translated-negation", subject.question, ("prompt",), message, hint, language)


def _negated(prompt: str, language: str) -> str:
    """The negation in the sentences that ask, or nothing."""
    pattern = NEGATION.get(language)
    if pattern is None:
        return ""
    for sentence in asking(prompt):
        found = pattern.search(OR_NOT[language].sub("", sentence))
        if found:
            return found[0]
    return ""


def _asks_for_both_sides(subject: Subject) -> bool:
    """„Was darf er, was darf er nicht?“ names the boxes of an `assign` question and hides nothing."""
    if not isinstance(subject.question, Assign):
        return False
    clauses = [clause for sentence in asking(subject.prompt) for clause in _CLAUSE.split(sentence) if clause.strip()]
    asked = [clause for clause in clauses if _ASKS.match(clause)]
    return any(not NEGATION[SOURCE].search(clause) for clause in asked) and len(clauses) > 1


def repeated_word(subject: Subject) -> Iterator[Finding]:
    """A rare word of the prompt that stands in the right option alone leads there without any knowledge.

    Where a wrong option has such a word of its own, both are bait, and nothing is given away.
    """
    if type(subject.question) is not Single:
        return
    (choice,) = subject.choices
    asked = content(without_asides(subject.prompt)) & subject.rare
    stems = {option.id: content(subject.plain(option.text)) for option in choice.options}
    baits = {name for name in stems if _only_in(name, asked, stems)}
    for option in choice.right:
        if baits == {option.id}:
            only = _only_in(option.id, asked, stems)
            words = ", ".join(f"„{word}“" for word in _written(subject.plain(option.text), only))
            message = f"{words} steht in der Frage und nur in der richtigen Antwort."
            hint = "Nehmen Sie das Wort dort heraus, oder schreiben Sie es auch in eine falsche Antwort."
            yield Finding("repeated-word", subject.question, (*choice.path, option.id, "text"), message, hint)


def _only_in(name: str, asked: frozenset[str], stems: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The stems of the prompt that stand in this option, and in no other one nor a relative of them."""
    others = frozenset[str]().union(*(found for other, found in stems.items() if other != name))
    return frozenset(stem for stem in asked & stems[name] if not any(_related(stem, other) for other in others))


def _related(stem: str, other: str) -> bool:
    short, long = sorted((stem, other), key=len)
    shared = min(len(short), _RELATED)
    return short == long or (len(short) >= 4 and (long.endswith(short) or long[:shared] == short[:shared]))


def _written(text: str, stems: frozenset[str]) -> list[str]:
    """The words of `text` with these stems, as they stand there."""
    return [word for word in dict.fromkeys(re.findall(r"[^\W\d_]+", text)) if content(word) & stems]


RULES: Rules = (negation, repeated_word)
