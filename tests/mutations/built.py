"""What a reader would get of a course: the words and the elements of every page, made as the build makes them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from coursekit.course import Course
from coursekit.drawings import inline_svg
from coursekit.pages import compose
from coursekit.pages.view import view
from markdown import Markdown
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT

# What a page is made of; each of them counts.
_ELEMENTS: Final = (
    "h2,h3,li,a,svg,svg *,form,fieldset,input,select,option,details,b,table,blockquote,section,.admonition,[lang]"
)
_WORD = re.compile(r"\w+")
_DAY = date(2026, 11, 22)
Page = tuple[str, str]


@dataclass(frozen=True)
class Shown:
    """The words that are to be seen on a page, and how many elements of each sort it has."""

    words: Counter[str]
    elements: Counter[str]


@cache
def _markdown() -> Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def words(text: str) -> Counter[str]:
    """The words of a text, however its letters are put together."""
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text)))


def shown(course: Course, name: str, language: str) -> Shown:
    """The page `name` for a reader of `language`."""
    who = compose.reader(course, name, language)
    md = _markdown()
    md.reset()
    around = view(course, name, language, _DAY)
    inside = compose.finish(course, who, md.convert(compose.prepare(course, who, course.page(name, language).body)))
    menu = " ".join(f'<a href="{way.href}">{way.label}</a>' for way in (*around.footer, *around.modules))
    tree = LexborHTMLParser(f"<main><h1>{around.title}</h1><p>{around.goal}</p>{around.picture}{inside}</main>{menu}")
    for node in tree.css("script,style,template,noscript,[hidden],textarea"):
        node.decompose()
    elements = Counter(str(node.tag) for node in tree.css(_ELEMENTS))
    assert tree.body is not None
    return Shown(words(tree.body.text(separator=" ")), elements)


def site(course: Course, names: Mapping[str, object] | None = None) -> dict[Page, Shown]:
    """Every page in every language, or those of `names`; the 404 page's drawing is asked for, too."""
    assert inline_svg(course.root, "not-found.svg", "", "art")
    return {
        (name, language): shown(course, name, language)
        for language in course.languages.published
        for name in course.order
        if names is None or name in names
    }
