"""Every page in every language at three widths, in light and dark, before and after answering: read by axe, measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address as page_address
from playwright.sync_api import Page

from tests.browser.answering import answered
from tests.browser.axe import findings, findings_in_the_dark
from tests.conftest import LANGUAGES, MODULES

OpenPage = Callable[..., Page]
# The phone last: what follows is done on it.
WIDTHS = (1280, 320, 360)
# Rows of answers and main buttons 52 px, everything else that is not a word in a sentence 44 px.
_SMALL = """() => [...document.querySelectorAll('a, button, summary, select, .opt, .step, .entry, .order > li')]
  .filter(element => element.checkVisibility() && getComputedStyle(element).display !== 'inline' && !element.closest('.sources li, .notice, .advice') && !element.closest('.skip'))
  .map(element => [element, element.getBoundingClientRect().height])
  .filter(([element, height]) => height < (element.matches('.opt, .step, .btn, .entry, .order > li') ? 52 : 44) - 0.5)
  .map(([element, height]) => element.outerHTML.slice(0, 120) + ' ' + height)"""
_OPENED = "for (const details of document.querySelectorAll('details')) details.open = true"


def _looked_at(page: Page, what: object) -> None:
    """No finding, nothing wider than its screen, nothing too small to tap."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert findings(page) == [], (what, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (what, width)
    assert findings_in_the_dark(page) == [], (what, "dark")


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_lesson_has_a_finding_before_and_after_answering(
    course: Course, open_page: OpenPage, language: str, module: str
) -> None:
    for lesson in course.lessons_of(module):
        page = open_page(page_address(lesson, language))
        _looked_at(page, (lesson, language))
        assert page.evaluate(_SMALL) == [], (lesson, language)
        # In the end both kinds of answer stand there.
        answered(page, [(local, place % 2 == 0) for place, local in enumerate(course.quizzes[lesson].local(language))])
        page.evaluate(_OPENED)
        # What answering changes stands in the questions alone.
        assert findings(page, ".quiz") == [], (lesson, language, "answered")
        assert findings_in_the_dark(page, ".quiz") == [], (lesson, language, "answered, dark")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_page_has_a_finding(course: Course, open_page: OpenPage, language: str) -> None:
    others = [name for name in course.order if name not in course.quizzes]
    _all(open_page, others, language)


def test_no_page_for_staff_has_a_finding(course: Course, open_page: OpenPage) -> None:
    assert course.staff
    _all(open_page, course.staff, SOURCE)


def _all(open_page: OpenPage, names: Sequence[str], language: str) -> None:
    for name in names:
        page = open_page(page_address(name, language))
        _looked_at(page, (name, language))
        assert page.evaluate(_SMALL) == [], (name, language)


def test_the_open_menu_and_the_lost_page_have_no_finding(open_page: OpenPage, site: Path) -> None:
    page = open_page("ro/mietrecht/kaution/")
    page.locator(".top button").click()
    assert findings(page) == []
    page = open_page("404.html")
    assert findings(page) == []
