"""What axe has to say about a page as it stands: every rule of WCAG 2.0 to 2.2, A and AA, and best practice."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page

from tests.conftest import ROOT

_AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
_RUN = """async ([part, only]) => {
  const found = await axe.run(part, { resultTypes: ['violations'], elementRef: false, iframes: false, preload: false, ...only })
  return found.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html.slice(0, 160)).join(' | '))
}"""
# The rules that look at colours. Of a page that has been looked at in light, these alone can find more in the dark:
# the dark sheet sets nothing but colours (tests/site/test_pages.py).
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def findings(page: Page, part: str = "html") -> list[str]:
    """Everything that axe finds in the `part` of the page that a selector names."""
    return _run(page, part, {})


def findings_in_the_dark(page: Page, part: str = "html") -> list[str]:
    """What axe finds about the colours in the dark; the page is light again afterwards."""
    page.emulate_media(color_scheme="dark")
    found = _run(page, part, _COLOURS)
    page.emulate_media(color_scheme="light")
    return found


def _run(page: Page, part: str, only: Mapping[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return list(page.evaluate(_RUN, [part, only]))
