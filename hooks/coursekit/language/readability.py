"""How easily a text reads: words a sentence, words a paragraph, Wiener Sachtextformel; by the limits of its language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coursekit.course import Course
from coursekit.errors import Problem
from coursekit.glossary import GermanTerm
from coursekit.language import vienna
from coursekit.language.limits import LIMITS, Limits
from coursekit.language.passages import Passage
from coursekit.language.plain import Span
from coursekit.language.quoting import short
from coursekit.language.sentences import sentences, words
from coursekit.languages import SOURCE

# Means are taken over whole sentences in running text: headings, labels and fragments of lists would flatter them.
_RUNNING = ("paragraph", "item")
_WHOLE = re.compile(r"[.!?…:][“”\"»)\]]*$")
_SHOWN = ("title", "heading", "paragraph", "item", "cell", "alt", "label")


# Of fewer sentences the formula says more about a single word than about the text.
_FEWEST_FOR_FORMULA = 5
_ENDINGS = ("", "s", "es", "e", "n", "en", "er", "in", "innen")
Terms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Words a sentence of a page, a quiz or a language, in the mean and at most."""

    counts: vienna.Counts
    longest: int

    @property
    def mean(self) -> float:
        return self.counts.words / self.counts.sentences if self.counts.sentences else 0.0

    @property
    def formula(self) -> float:
        """The Wiener Sachtextformel; of a German text alone."""
        return self.counts.formula


@dataclass(frozen=True, slots=True)
class Read:
    """A passage with its sentences, and the words of each by their places."""

    passage: Passage
    sentences: tuple[tuple[Span, tuple[Span, ...]], ...]

    @property
    def running(self) -> bool:
        """Whether it is text that one reads on, for which means are taken."""
        return self.passage.easy and self.passage.kind in _RUNNING


def read(passage: Passage) -> Read:
    """`passage` cut into sentences and words."""
    inside = list(words(passage.plain))
    cut = list(sentences(passage.plain, passage.language))
    if len(cut) == 1:
        return Read(passage, ((cut[0], tuple(inside)),))
    return Read(
        passage, tuple((whole, tuple(span for span in inside if whole[0] <= span[0] < whole[1])) for whole in cut)
    )


def problems(found: Iterable[Read], terms: Terms) -> Iterator[Problem]:
    """Sentences and paragraphs that are too long are errors; so is a German page that is too hard as a whole.

    A mean over its limit is a notice: no single line is at fault, and one longer sentence must not stop the change of an
    amount. The project's own tests ask for a course without such notices.
    """
    by_group: dict[str, list[Read]] = defaultdict(list)
    for text in found:
        passage = text.passage
        limits = LIMITS.get(passage.language)
        if limits and passage.easy and passage.kind in _SHOWN:
            yield from _too_long(text, limits)
            if passage.group:
                by_group[passage.group].append(text)
    measured = {group: figures(texts, terms) for group, texts in by_group.items()}
    for group, texts in by_group.items():
        if measured[group].counts.sentences:
            yield from _group(texts, measured[group], LIMITS[texts[0].passage.language])
    german = {group: measured[group] for group, texts in by_group.items() if texts[0].passage.language == SOURCE}
    yield from _whole_course(german)


def known_terms(course: Course) -> Terms:
    """The terms of the German glossary that are one word."""
    return frozenset(term.term for term in course.glossary[SOURCE].values() if isinstance(term, GermanTerm))


def figures(texts: Iterable[Read], terms: Terms) -> Figures:
    """The figures of all whole sentences in running text, for a reader who knows the German `terms`."""
    total, longest = vienna.Counts(), 0
    for text in texts:
        if text.running:
            for (start, end), inside in text.sentences:
                if _WHOLE.search(text.passage.text, start, end):
                    longest = max(longest, len(inside))
                    if text.passage.language == SOURCE:
                        total += vienna.counts([_short(text.passage, span, terms) for span in inside])
                    else:
                        total += vienna.Counts(sentences=1, words=len(inside))
    return Figures(total, longest)


def _too_long(text: Read, limits: Limits) -> Iterator[Problem]:
    passage = text.passage
    for (start, end), inside in text.sentences:
        if len(inside) > limits.longest:
            message = f"Dieser Satz hat {len(inside)} Wörter: „{short(passage.text[start:end])}“"
            hint = f"Erlaubt sind {limits.longest}. Machen Sie zwei Sätze daraus."
            yield passage.problem(start, message, hint)
    if passage.kind == "paragraph" and passage.group.startswith("docs/"):
        count = sum(len(inside) for _, inside in text.sentences)
        if count > limits.paragraph:
            message = f"Dieser Absatz hat {count} Wörter: „{short(passage.text)}“"
            hint = (
                f"Erlaubt sind {limits.paragraph}. Machen Sie zwei Absätze daraus, mit einer leeren Zeile dazwischen."
            )
            yield passage.problem(0, message, hint)


def _group(texts: list[Read], found: Figures, limits: Limits) -> Iterator[Problem]:
    passage, (start, end) = max(
        ((text.passage, span, len(inside)) for text in texts if text.running for span, inside in text.sentences),
        key=lambda sentence: sentence[2],
    )[:2]
    quoted = short(passage.text[start:end])
    if found.mean > limits.mean:
        message = f"Ein Satz hat hier im Mittel {_decimal(found.mean)} Wörter. Der längste: „{quoted}“"
        hint = f"Im Mittel sollen es höchstens {_decimal(limits.mean)} sein. Teilen Sie die längsten Sätze der Datei."
        yield passage.problem(start, message, hint, "notice")
    enough = found.counts.sentences >= _FEWEST_FOR_FORMULA
    if limits.vienna and enough and found.formula > limits.vienna[1]:
        message = f"Diese Texte sind schwer zu lesen: Wiener Sachtextformel {_decimal(found.formula)}."
        hint = (
            f"Erlaubt ist {_decimal(limits.vienna[1])}. Schreiben Sie kürzere Wörter und kürzere Sätze, "
            f"zum Beispiel hier: „{quoted}“"
        )
        yield passage.problem(start, message, hint)


def _whole_course(german: Mapping[str, Figures]) -> Iterator[Problem]:
    """The mean of the formula over all German pages and quizzes, told at the hardest."""
    limits = LIMITS[SOURCE].vienna
    scores = {group: found.formula for group, found in german.items() if found.counts.sentences >= _FEWEST_FOR_FORMULA}
    if limits and scores and (mean := sum(scores.values()) / len(scores)) > limits[0]:
        hardest = max(scores, key=lambda group: scores[group])
        message = f"Alle deutschen Texte haben im Mittel die Wiener Sachtextformel {_decimal(mean)}."
        hint = (
            f"Höchstens {_decimal(limits[0])} soll es sein. Am schwersten ist diese Datei: {_decimal(scores[hardest])}."
        )
        yield Problem(hardest, 1, message, hint, "notice")


def _short(passage: Passage, span: Span, terms: Terms) -> str:
    """The word at `span`, or nothing where it is a term of the glossary or a name: the reader has learned it."""
    start, end = span
    learned = passage.plain.terms + passage.plain.names
    if learned and any(a <= start < b for a, b in learned):
        return ""
    word = passage.text[start:end]
    return "" if any(word.removesuffix(ending) in terms for ending in _ENDINGS) else word


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").removesuffix(",0")
