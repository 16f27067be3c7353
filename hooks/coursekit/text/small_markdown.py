"""Markdown in small, for questions: bold, emphasis, lists, links, terms; HTML is shown as text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape

from markdown import Markdown

from coursekit.text.terms import TermExtension

_BLOCKS = ("code", "hashheader", "setextheader", "hr", "quote", "indent", "reference")
_INLINE = ("html", "entity", "image_link", "image_reference", "short_image_ref", "autolink", "automail", "backtick")


@cache
def _markdown() -> Markdown:
    md = Markdown(extensions=[TermExtension(), "sane_lists", "nl2br"], output_format="html")
    md.preprocessors.deregister("html_block")
    for name in _BLOCKS:
        md.parser.blockprocessors.deregister(name)
    for name in _INLINE:
        md.inlinePatterns.deregister(name)
    return md


# Most texts of questions hold no sign that Markdown knows: they need no parser.
_PLAIN = re.compile(r"(?![-+*]\s|\d+\.\s)[^*_\[\]\\{}\n]*\Z")


@lru_cache(maxsize=8192)
def to_html(text: str) -> str:
    """`text` as HTML blocks (`<p>`, `<ul>`, `<ol>`); a line end inside a paragraph stays one."""
    if _PLAIN.match(text):
        return f"<p>{escape(text, quote=False)}</p>"
    md = _markdown()
    md.reset()
    return md.convert(text)


def to_inline_html(text: str) -> str:
    """`text` as HTML without a paragraph around it, where a label or a heading stands."""
    html = to_html(text)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html
