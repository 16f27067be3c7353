"""German key terms: `**Kaution**{term=kaution}`, the same in every language and in questions.

Other German words in a translation, which the glossary does not explain: `**Titel**{lang=de}`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from coursekit.errors import Problem, did_you_mean, nearest
from coursekit.languages import SOURCE

_TERM = r"\*\*(?P<word>[^*\n]+)\*\*\{term=(?P<key>[^}\s]*)\}"
_GERMAN = r"\*\*(?P<word>[^*\n]+)\*\*\{lang=de\}"
_GLOSSARY = f"data/glossary/{SOURCE}.yml"
_WRITTEN = re.compile(_TERM)
# `[Kaution]{lang=de}` would garble the sentence.
_BRACKETS = re.compile(r"\[(?P<word>[^\[\]]+)\]\{\s*:?\s*(?:lang|term)\b[^}]*\}")
_LOOSE = re.compile(r"\{\s*:?\s*term\b[^}]*\}?")
_FINISHED = r'<b(?P<around> class="term"(?: lang="[a-z]+")?) data-term="(?P<key>[a-z0-9-]+)">(?P<word>.*?)</b>'
_NOT_TO_TAP = "a|button|details|h1|h2|h3|label|option|select|summary"
_TAPPED = re.compile(rf"{_FINISHED}|</?(?:{_NOT_TO_TAP})\b[^>]*>")
_MARKED = re.compile(r'<b data-term="(?P<key>[a-z0-9-]+)">(?P<word>.*?)</b>')


def check(text: str, known: Collection[str], path: str, line: int) -> Iterator[Problem]:
    """Everything wrong with the terms of `text`, whose first line is `line` of `path`."""
    for offset, part in enumerate(text.split("\n")):
        for match in _WRITTEN.finditer(part):
            if match["key"] not in known:
                yield Problem(
                    path,
                    line + offset,
                    f"Das Wort „{match['key']}“ steht nicht in {_GLOSSARY}.",
                    did_you_mean(match["key"], known),
                    rests_on=(_GLOSSARY,),
                )
        for match in _BRACKETS.finditer(part):
            key = nearest(match["word"].lower(), known) or "…"
            yield Problem(
                path,
                line + offset,
                f"„{match[0]}“ wird nicht richtig dargestellt.",
                f"Schreiben Sie: **{match['word']}**{{term={key}}}",
            )
        for match in _LOOSE.finditer(_BRACKETS.sub("", _WRITTEN.sub("", part))):
            yield Problem(
                path,
                line + offset,
                f"„{match[0]}“ steht nicht direkt hinter einem fetten Wort.",
                "Schreiben Sie: **Kaution**{term=kaution}",
            )


def keys_in(text: str) -> list[str]:
    """The keys of the terms of `text`, in order."""
    return [match["key"] for match in _WRITTEN.finditer(text)]


def plain(text: str) -> str:
    """`text` with its terms as bare words."""
    return re.sub(f"{_TERM}|{_GERMAN.replace('word', 'other')}", lambda match: match["word"] or match["other"], text)


class TermExtension(Extension):
    """Markdown: a marked term becomes `<b data-term="key">`, which `finish` dresses for its page."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        # Before strong (priority 60): otherwise the stars are gone when we look.
        md.inlinePatterns.register(_TermProcessor(_TERM, md), "course-term", 65)
        md.inlinePatterns.register(_GermanProcessor(_GERMAN, md), "course-german", 65)


class _TermProcessor(InlineProcessor):
    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: N802
        element = Element("b", {"data-term": match["key"]})
        element.text = match["word"]
        return element, match.start(0), match.end(0)


class _GermanProcessor(InlineProcessor):
    def handleMatch(self, match: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: N802
        element = Element("b", {"lang": SOURCE})
        element.text = match["word"]
        return element, match.start(0), match.end(0)


def finish(html: str, language: str) -> str:
    """Terms as they stand in a text of `language`: bold, marked as German where the text is not, still with their key."""
    spoken = "" if language == SOURCE else f' lang="{SOURCE}"'
    return _MARKED.sub(lambda match: f'<b class="term"{spoken} data-term="{match["key"]}">{match["word"]}</b>', html)


def bold_alone(html: str) -> str:
    """What `finish` made, without the keys: on papers, which look as people get them, no term is to tap."""
    return re.sub(_FINISHED, lambda match: f"<b{match['around']}>{match['word']}</b>", html)


def to_tap(html: str, href: str) -> tuple[str, tuple[str, ...]]:
    """The whole page with the first of each term made a link to `href` and its key; and the keys, in their order.

    Where a tap means something else already (a label, a heading, a link) or the words are folded away, a term stays bold.
    """
    found: dict[str, None] = {}
    closed = 0

    def one(match: re.Match[str]) -> str:
        nonlocal closed
        if match["key"] is None:
            closed += -1 if match[0].startswith("</") else 1
            return match[0]
        if closed or match["key"] in found:
            return f"<b{match['around']}>{match['word']}</b>"
        found[match["key"]] = None
        return f'<a{match["around"]} href="{href}#{word_id(match["key"])}">{match["word"]}</a>'

    return _TAPPED.sub(one, html), tuple(found)


def word_id(key: str) -> str:
    """The id of the explanation of a term, on its page and on the page of all words."""
    return f"wort-{key}"


def makeExtension(**_: object) -> TermExtension:  # noqa: N802 (Markdown's name)
    """What Markdown calls when mkdocs.yml names this module."""
    return TermExtension()
