"""axe over every page in every language at three widths, in light and dark, before and after answering."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address as page_address
from playwright.sync_api import Page

from tests.browser.answering import answer, check, question_form
from tests.conftest import LANGUAGES, ROOT

OpenPage = Callable[..., Page]
WIDTHS = (320, 360, 1280)
_AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
# Every rule of axe: WCAG 2.0 to 2.2, A and AA, and what it calls best practice.
_RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ['violations'] })
  return found.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html.slice(0, 160)).join(' | '))
}"""


def findings(page: Page) -> list[str]:
    """What axe has to say about the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return list(page.evaluate(_RUN))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_finding(course: Course, open_page: OpenPage, language: str, scheme: str) -> None:
    for name in course.order:
        page = open_page(page_address(name, language), color_scheme=scheme)
        # What the dark changes are colours alone, and they are the same at every width.
        for width in WIDTHS if scheme == "light" else WIDTHS[1:2]:
            page.set_viewport_size({"width": width, "height": 740})
            assert findings(page) == [], (name, language, width, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_for_staff_has_a_finding_or_is_wider_than_its_screen(
    course: Course, open_page: OpenPage, scheme: str
) -> None:
    assert course.staff
    for name in course.staff:
        page = open_page(page_address(name, SOURCE), color_scheme=scheme)
        for width in WIDTHS if scheme == "light" else WIDTHS[1:2]:
            page.set_viewport_size({"width": width, "height": 740})
            assert findings(page) == [], (name, width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_lesson_has_a_finding_after_answering(
    course: Course, open_page: OpenPage, language: str, scheme: str
) -> None:
    for lesson, quiz in course.quizzes.items():
        page = open_page(page_address(lesson, language), color_scheme=scheme)
        for place, local in enumerate(quiz.local(language)):
            form = question_form(page, local)
            answer(form, local, right=place % 2 == 0)
            check(form)
        for details in page.locator("details").all():
            details.evaluate("element => { element.open = true }")
        assert findings(page) == [], (lesson, language, scheme)


def test_the_open_menu_and_the_lost_page_have_no_finding(open_page: OpenPage, site: Path) -> None:
    page = open_page("ro/mietrecht/kaution/")
    page.locator(".top button").click()
    assert findings(page) == []
    page = open_page("404.html")
    assert findings(page) == []
