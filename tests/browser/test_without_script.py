"""Without the script the course is complete: read, choose, look up the solution, go on, open the menu."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address as page_address
from playwright.sync_api import Page, expect

from tests.browser.answering import question_form
from tests.conftest import LANGUAGES

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_can_be_read_and_its_solution_opened(course: Course, open_page: OpenPage, language: str) -> None:
    words = course.words[language]["quiz"]
    # Every lesson in German; in the other languages, whose forms are the same, one of each module.
    first = [course.lessons_of(module)[0] for module in course.modules]
    for lesson in course.quizzes if language == SOURCE else first:
        page = open_page(page_address(lesson, language), java_script_enabled=False)
        for local in course.quizzes[lesson].local(language):
            form = question_form(page, local)
            expect(form.locator("button[type=submit]")).to_be_hidden()
            expect(form.locator(".explanation")).to_be_hidden()
            form.get_by_text(words["solution"]).click()
            expect(form.locator(".explanation")).to_be_visible()
            assert form.locator("fieldset input, fieldset select").count() >= 1
            for hint in form.locator("details.hint").all():
                expect(hint).to_be_visible()


def test_the_order_has_native_lists_of_places(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/", java_script_enabled=False)
    rows = page.locator("#frage-einzug-reihenfolge .order > li")
    rows.nth(0).get_by_role("combobox").select_option("2")
    expect(rows.nth(0).locator(".order-moves")).to_be_hidden()


def test_the_menu_opens(open_page: OpenPage) -> None:
    page = open_page("bg/mietrecht/kaution/", java_script_enabled=False)
    page.locator(".top button").click()
    expect(page.locator("#menu")).to_be_visible()
    page.locator("#menu a").first.click()
    expect(page).to_have_url(page.url)
    assert page.url.endswith("/bg/")


def test_the_reader_gets_on_through_the_whole_course(open_page: OpenPage) -> None:
    page = open_page("", java_script_enabled=False)
    page.get_by_role("link", name="Română").click()
    page.locator(".list a").first.click()
    page.locator(".list a").first.click()
    expect(page.locator("body.lesson")).to_be_visible()
    page.locator(".reading .bar a").click()
    assert page.url.endswith("#ueben")
