"""Rules about the options: what gives the right one away, and what makes two of them one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coursekit.languages import SOURCE
from coursekit.question_lint.finding import Finding
from coursekit.question_lint.subject import Choice, Rules, Subject
from coursekit.question_lint.vocabulary import ALL_OF_THE_ABOVE, ALONE, ARTICLES, NEGATION, STRONG, WEAK
from coursekit.question_lint.words import content, stem, tokens
from coursekit.quiz.model import GapQuestion

_FEWEST: Final = 3
_MOST: Final = 5
# So much longer than every wrong one is seen at a glance: by this factor and by this many letters.
_FACTOR: Final = 1.35
_LETTERS: Final = 10


def all_of_the_above(subject: Subject) -> Iterator[Finding]:
    """„Alle Antworten sind richtig“: whoever sees two right ones needs no third, and whoever sees one is trapped."""
    for choice in subject.choices:
        for option in choice.options:
            text = subject.plain(option.text)
            # „nichts“ is a word for a gap like others.
            alone = ALONE.fullmatch(text) and not isinstance(subject.question, GapQuestion)
            if alone or ALL_OF_THE_ABOVE.match(text):
                message = f"Die Antwort „{text}“ verweist auf die anderen Antworten."
                hint = "Schreiben Sie eine eigene Antwort. Sind mehrere richtig, nehmen Sie type: multiple."
                yield Finding("all-of-the-above", subject.question, _at(choice, option.id), message, hint)


def option_count(subject: Subject) -> Iterator[Finding]:
    """Three options as a rule: two are a coin, more than five nobody keeps in mind. A gap may have two."""
    for choice in subject.choices:
        count = len(choice.options)
        if count > _MOST:
            message = f"{count} Antworten zur Wahl sind zu viele."
            hint = f"Lassen Sie höchstens {_MOST} stehen, am besten 3."
        elif count < _FEWEST and not isinstance(subject.question, GapQuestion):
            message = f"{count} Antworten zur Wahl sind zu wenige: Man kann raten."
            hint = "Ergänzen Sie eine falsche Antwort, die viele Menschen glauben."
        else:
            continue
        yield Finding("option-count", subject.question, choice.path, message, hint)


def longest_right(subject: Subject) -> Iterator[Finding]:
    """Writers explain the right option best; readers know that. In `multiple` all right ones must stand out."""
    for choice in subject.choices:
        right = [len(subject.plain(option.text)) for option in choice.right]
        wrong = [len(subject.plain(option.text)) for option in choice.wrong]
        if right and wrong and min(right) >= _FACTOR * max(wrong) and min(right) >= max(wrong) + _LETTERS:
            message = "Die richtige Antwort ist viel länger als alle anderen."
            if len(right) > 1:
                message = "Die richtigen Antworten sind viel länger als alle anderen."
            hint = (
                f"Kürzen Sie sie (jetzt {min(right)} Zeichen), oder machen Sie falsche länger (höchstens {max(wrong)})."
            )
            yield Finding("longest-right", subject.question, _at(choice, choice.right[0].id), message, hint)


def absolute_word(subject: Subject) -> Iterator[Finding]:
    """„Immer“ and „nie“ are seldom true: they mark a wrong option where the right one has nothing like it."""
    for choice in subject.choices:
        right = " ".join(subject.plain(option.text) for option in choice.right)
        if STRONG.search(right):
            continue
        texts = {option.id: subject.plain(option.text) for option in choice.wrong}
        strong = {name: STRONG.findall(text) for name, text in texts.items() if STRONG.search(text)}
        weak = {name: WEAK.findall(text) for name, text in texts.items() if WEAK.search(text)}
        # One wrong option alone may say „sofort“; where each one does, the right one is what is left.
        each = len(texts) > 1 and not texts.keys() - strong.keys() - weak.keys()
        found = weak | strong if each and not WEAK.search(right) else strong
        for name, words in found.items():
            message = f"„{words[0].lower()}“ verrät: Diese Antwort ist falsch."
            hint = "Sagen Sie es ohne dieses Wort, oder schreiben Sie so ein Wort auch in die richtige Antwort."
            yield Finding("absolute-word", subject.question, _at(choice, name), message, hint)


def option_overlap(subject: Subject) -> Iterator[Finding]:
    """Of two options that say the same, or of which one holds the other, a reader cannot choose one."""
    for choice in subject.choices:
        read = {option.id: tokens(subject.plain(option.text)) for option in choice.options}
        names = list(read)
        for place, second in enumerate(names):
            for first in names[:place]:
                message = _overlap(read[first], read[second], first, second)
                if message:
                    hint = "Schreiben Sie Antworten, die sich klar unterscheiden."
                    yield Finding("option-overlap", subject.question, _at(choice, second), message, hint)


def _overlap(one: Sequence[str], two: Sequence[str], first: str, second: str) -> str:
    if _counted(one) == _counted(two):
        return f"Die Antworten „{first}“ und „{second}“ sagen fast dasselbe."
    short, long = sorted((one, two), key=len)
    starts = range(len(long) - len(short) + 1)
    inside = next((start for start in starts if list(long[start : start + len(short)]) == list(short)), None)
    if inside is None or not (content(" ".join(short)) or any(token[0].isdigit() for token in short)):
        return ""
    rest = " ".join([*long[:inside], *long[inside + len(short) :]])
    if NEGATION[SOURCE].search(rest):
        return ""  # „Ich zahle.“ and „Ich zahle nicht.“ are opposites
    inner, outer = (first, second) if short is one else (second, first)
    return f"Die Antwort „{inner}“ steckt ganz in der Antwort „{outer}“."


def _counted(words: Sequence[str]) -> list[str]:
    """What two options are compared by: the stems of their words in any order, without articles."""
    return sorted(stem(word) for word in words if word not in ARTICLES)


def _at(choice: Choice, name: str) -> tuple[str | int, ...]:
    return (*choice.path, name, "text")


RULES: Rules = (all_of_the_above, option_count, longest_right, absolute_word, option_overlap)
