"""A piece of text in a message: on one line, and short."""

from __future__ import annotations

_LENGTH = 90


def short(text: str) -> str:
    """`text` on one line, cut after a word where it is long; what is left out is …"""
    line = " ".join(text.split())
    return line if len(line) <= _LENGTH else f"{line[:_LENGTH].rsplit(' ', 1)[0]} …"
