"""Code on a page: what stands between backticks is shown as it is, and means nothing to the course."""

from __future__ import annotations

import re
from typing import Final

# A fence on lines of its own, or a span within a line.
_CODE = re.compile(r"^```[^\n]*\n.*?^```[ \t]*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
# Signs that the course or Markdown would read, each with a stand-in of the private area of Unicode.
_SIGNS: Final = "{}<#[!-="
_AWAY = {ord(sign): chr(0xE000 + place) for place, sign in enumerate(_SIGNS)}
_LETTERS = {ord(sign): "x" for sign in _SIGNS}
_BACK = {0xE000 + place: f"&#{ord(sign)};" if sign in "{}<" else sign for place, sign in enumerate(_SIGNS)}


def shielded(markdown: str) -> str:
    """`markdown`, as long as before, whose code holds no placeholder, term, heading, marker or picture any more."""
    return _CODE.sub(lambda match: match[0].translate(_AWAY), markdown) if "`" in markdown else markdown


def silenced(markdown: str) -> str:
    """`markdown`, as long as before, whose code is nothing but letters: for those who read words alone."""
    return _CODE.sub(lambda match: match[0].translate(_LETTERS), markdown) if "`" in markdown else markdown


def unshielded(html: str) -> str:
    """The HTML made from shielded Markdown with every sign back, in a spelling that leaves no trace of a placeholder."""
    return html.translate(_BACK)
