"""The German words of the course as readers see them: below their page, to be opened by a tap, and all in one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from coursekit.course import Course
from coursekit.glossary import GermanTerm, TranslatedTerm
from coursekit.languages import SOURCE
from coursekit.text import placeholders, terms


@dataclass(frozen=True, slots=True)
class Explanation:
    """A term for readers of one language; `language` is that of `meaning`, German where nobody has translated it."""

    id: str
    term: str
    language: str
    meaning: str
    equivalent: str = ""
    sounds: str = ""
    not_this: str = ""
    example: str = ""
    example_meaning: str = ""


def explanations(course: Course, keys: Iterable[str], language: str) -> list[Explanation]:
    """What the terms `keys` mean, in plain words."""
    return [_explanation(course, key, language) for key in keys]


def _explanation(course: Course, key: str, language: str) -> Explanation:
    german, other = course.glossary[SOURCE][key], course.glossary[language].get(key)
    assert isinstance(german, GermanTerm)

    def plain(text: str | None, spoken: str) -> str:
        return placeholders.fill_plain(text or "", course.values, spoken)

    example = plain(german.example, SOURCE)
    if not isinstance(other, TranslatedTerm):
        return Explanation(terms.word_id(key), german.term, SOURCE, plain(german.meaning, SOURCE), example=example)
    return Explanation(
        id=terms.word_id(key),
        term=german.term,
        language=language,
        meaning=plain(other.meaning, language),
        equivalent=plain(other.equivalent, language),
        sounds=other.sounds or "",
        not_this=plain(other.not_this, language),
        example=example,
        example_meaning=plain(other.example, language),
    )


def folded(found: Iterable[Explanation], language: str, href: str, more: str) -> str:
    """The explanations of a page in the language of its reader, out of sight until a term is tapped.

    How a word sounds, what it is not and how it stands in a letter is told by the list of all words, at `href`.
    """
    shown = [_box(one, language) for one in found]
    if not shown:
        return ""
    link = Markup('<p><a href="{}">{}</a></p>').format(href, more)
    return str(
        Markup('<div class="words" lang="{}" hidden>{}{}</div>\n').format(language, Markup("").join(shown), link)
    )


def _box(one: Explanation, language: str) -> Markup:
    spoken = Markup(' lang="{}"').format(one.language) if one.language != language else Markup("")
    head = Markup('<b lang="{}">{}</b>').format(SOURCE, one.term)
    if one.equivalent:
        head += Markup(": {}").format(one.equivalent)
    return Markup('<div id="{}"><p>{}</p><p{}>{}</p></div>').format(one.id, head, spoken, one.meaning)
