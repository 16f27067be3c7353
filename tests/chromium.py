"""Debian's Chromium, driven by Playwright: Playwright's own is not reachable everywhere.

The package without windows is the same engine and asks less of a small machine; where a distribution lacks it, the
whole browser does the same work.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# Without these Chromium asks its makers' hosts at every start, which a closed network refuses one by one.
_QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-quic",
]  # fmt: skip


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that runs while the block does."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert program, "Es fehlt Chromium. Bitte ausführen: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield launched
        launched.close()
