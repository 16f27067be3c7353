"""Where a page stands on the site, and how one page points to another without knowing the site's own address."""

from __future__ import annotations

import posixpath

from coursekit.languages import SOURCE


def address(name: str, language: str) -> str:
    """The page's address from the root of the site: `ro/mietrecht/kaution/`; nothing for the German start."""
    path = "" if name == "index" else name.removesuffix("/index") + "/"
    return path if language == SOURCE else f"{language}/{path}"


def between(start: str, target: str) -> str:
    """How the page at `start` points to `target`, both from the root of the site; right under any sub-path."""
    folder = target.endswith("/") or target == ""
    way = posixpath.relpath(f"/{target}", f"/{start}")
    return f"{way}/" if folder else way
