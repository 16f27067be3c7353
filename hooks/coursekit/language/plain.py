"""Markdown as people read it: the bare words of a text, and which of them are German, a term or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from coursekit.languages import SOURCE
from coursekit.text.placeholders import Values, fill_plain

Span = tuple[int, int]

# How a German sentence sounds, in the letters of another language: words of neither.
SOUNDS = re.compile(r"(?<![\w*])\*(?P<sounds>[^*\s][^*\n]*)\*(?![\w*])")
_SIGNS = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|\*\*(?P<term>[^*\n]+)\*\*\{term=[^}\s]*\}"
    r"|\*\*(?P<german>[^*\n]+)\*\*\{lang=de\}"
    rf"|{SOUNDS.pattern}"
    r"|(?P<code>`[^`\n]+`)"
    r"|!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?"
    r"|(?<!\[)\[(?P<link>[^\[\]]+)\]\((?:[^()]|\([^()]*\))*\)"
    r"|(?P<filled>\{\{\s*[^{}\s]+\s*\}\})"
    r"|\[\[(?P<gap>[^\[\]\n]+)\]\]"
    r"|(?P<field>\{[a-z_]+\})"
    r"|\{[:#.][^}\n]*\}"
    r"|(?P<address>https?://[^\s)>]+|[\w.+-]+@[\w-]+\.[\w.-]*\w|\bwww\.[^\s)]+\w)"
    r"|</?[A-Za-z][^<>]*>"
    r"|\\(?P<escaped>[*_\\\[\]{}#`!.-])"
    r"|(?P<entity>&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);)"
    r"|\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=[\w.!?])_{1,2}(?!\w)"
)


# Most texts of questions hold none of these: they are plain already.
_ANY = re.compile(r"[*_{}\[\]<>`\\&@/]|www\.")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its marks; line ends stay, so that every word knows its line.

    The spans are places in `text`: `german` what is marked as German, `terms` the German key terms among it,
    `names` what nobody writes as a word: values, addresses, gaps, code, how a German sentence sounds (in
    single stars). A name is read as one word.
    """

    text: str
    german: tuple[Span, ...] = ()
    terms: tuple[Span, ...] = ()
    names: tuple[Span, ...] = ()


def plain(markdown: str, values: Values, language: str) -> Plain:
    """`markdown` as a reader of `language` sees it, its placeholders filled."""
    if not _ANY.search(markdown):
        return Plain(markdown)
    text = ""
    spans: dict[str, list[Span]] = {"german": [], "terms": [], "names": []}

    def add(words: str, *kinds: str) -> None:
        nonlocal text
        for kind in kinds:
            spans[kind].append((len(text), len(text) + len(words)))
        text += words

    end = 0
    for match in _SIGNS.finditer(markdown):
        text += markdown[end : match.start()]
        end = match.end()
        match match.lastgroup:
            case "term":
                add(match["term"], "german", "terms")
            case "german":
                add(match["german"], "german")
            case "link":
                inside = plain(match["link"], values, language)
                for kind in spans:
                    spans[kind] += [(len(text) + a, len(text) + b) for a, b in getattr(inside, kind)]
                text += inside.text
            case "filled":
                add(fill_plain(match[0], values, language), "names")
            case "gap":
                add("…", "names")
            case "sounds":
                add(match["sounds"], "names")
            case "code" | "field" | "address":
                add(match[0].strip("`"), "names")
            case "escaped":
                text += match["escaped"]
            case "entity":
                text += unescape(match[0])
            case "comment":
                text += "\n" * match[0].count("\n")
    text += markdown[end:]
    if language == SOURCE:
        spans["german"] = []
    return Plain(text, *(tuple(found) for found in spans.values()))
