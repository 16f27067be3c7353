"""Takes the pictures: Chromium, one and a half dots a pixel, WebP."""

from __future__ import annotations

import base64
from html import escape
from typing import Final

from playwright.sync_api import Browser, Page

_SCALE: Final = 1.5
_QUALITY: Final = 72
# What stays of the page above the element that the picture starts with.
_MARGIN: Final = 4
_TERMINAL: Final = """<!doctype html><html lang="de"><meta charset="utf-8"><style>
body { margin: 0; background: #fff }
main { background: #12191c; color: #eef3f2; padding: 14px 18px; font: 14px/1.5 "DejaVu Sans Mono", monospace; border-radius: 10px }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
b { color: #5cc9bb }
</style><main><pre>TEXT</pre></main></html>"""


def terminal_picture(chromium: Browser, text: str) -> bytes:
    """A terminal that says `text`, as wide as its longest line up to 88 signs; what is typed stands out."""
    lines = [f"<b>{escape(line)}</b>" if line.startswith("$ ") else escape(line) for line in text.split("\n")]
    columns = min(88, max(map(len, text.split("\n"))))
    page = _page(chromium, round(columns * 8.45) + 40, 400)
    page.set_content(_TERMINAL.replace("TEXT", "\n".join(lines)))
    return _shot(page, "main", None)


def page_picture(chromium: Browser, url: str, start: str, width: int, height: int, says: tuple[str, ...]) -> bytes:
    """A part of a page from the element `start` on; everything in `says` can be read in it."""
    page = _page(chromium, width, height)
    page.goto(url)
    for words in says:
        found = page.get_by_text(words).first
        found.wait_for()
        box, top = found.bounding_box(), page.locator(start).first.bounding_box()
        assert box
        assert top
        assert top["y"] - _MARGIN <= box["y"] <= top["y"] + height - 30, f"not in the picture: {words}"
    return _shot(page, start, height)


def _page(chromium: Browser, width: int, height: int) -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=_SCALE, locale="de-DE", color_scheme="light"
    )
    return context.new_page()


def _shot(page: Page, start: str, height: int | None) -> bytes:
    box = page.locator(start).first.bounding_box()
    assert box
    assert page.viewport_size
    clip = {
        "x": 0, "y": max(0, box["y"] - _MARGIN) if height else 0, "width": page.viewport_size["width"],
        "height": height or box["height"], "scale": _SCALE,
    }  # fmt: skip
    session = page.context.new_cdp_session(page)
    told = session.send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": _QUALITY, "clip": clip, "captureBeyondViewport": True},
    )
    page.context.close()
    return base64.b64decode(told["data"])
