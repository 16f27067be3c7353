"""The first hundred days: each thing to do is ticked off, by finger and keyboard, with and without the script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coursekit.course import Course
from coursekit.own_pages import STEPS_PAGE
from coursekit.pages.addresses import address as page_address
from playwright.sync_api import Page, expect

from tests.conftest import LANGUAGES

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_thing_can_be_ticked_off(open_page: OpenPage, language: str, script: bool) -> None:
    page = open_page(page_address(STEPS_PAGE, language), java_script_enabled=script)
    boxes = page.get_by_role("checkbox")
    assert boxes.count() >= 20
    names = boxes.evaluate_all("all => all.map(box => box.name)") if script else []
    assert len(names) == len(set(names))
    page.locator(".step").first.click()
    expect(boxes.first).to_be_checked()
    boxes.nth(1).focus()
    page.keyboard.press("Space")
    expect(boxes.nth(1)).to_be_checked()
    expect(boxes.nth(2)).not_to_be_checked()
    for box in boxes.all():
        assert len(box.evaluate("box => box.labels[0].innerText") if script else "long enough") > 8


def test_the_same_things_stand_in_every_language(open_page: OpenPage) -> None:
    names = [
        open_page(page_address(STEPS_PAGE, language))
        .get_by_role("checkbox")
        .evaluate_all("all => all.map(box => box.name)")
        for language in LANGUAGES
    ]
    assert all(of_language == names[0] for of_language in names)


def test_the_list_is_printed_without_what_is_of_no_use_on_paper(course: Course, open_page: OpenPage) -> None:
    page = open_page(page_address(STEPS_PAGE, "ro"))
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name=course.words["ro"]["page"]["print"]).click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.get_by_role("checkbox").first).to_be_visible()
    expect(page.locator(".text li > a").first).to_be_hidden()
