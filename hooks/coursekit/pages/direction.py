"""Which way each piece of a page is written: said wherever its language is said."""

from __future__ import annotations

import re

from coursekit.languages import Languages

# `lang` of an element, never `hreflang`, never in a text.
_SPOKEN = re.compile(r'(<[a-z][^<>]*?\slang="(?P<code>[a-z]+)")')


def with_directions(html: str, languages: Languages) -> str:
    """`html` with a `dir` beside every `lang`, where one of the published languages is written from right to left.

    Elsewhere the page stays as it is: from left to right is what browsers take for granted.
    """
    if all(languages.direction(code) == "ltr" for code in languages.published):
        return html
    return _SPOKEN.sub(lambda match: f'{match[1]} dir="{languages.direction(match["code"])}"', html)
