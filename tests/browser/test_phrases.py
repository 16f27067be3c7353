"""German sentences to say or to show: large, turned towards the other person, and a plain list without the script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from coursekit.course import Course
from coursekit.own_pages import PHRASES_PAGE
from coursekit.pages.addresses import address as page_address
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.conftest import LANGUAGES

OpenPage = Callable[..., Page]
SENTENCE = "Bitte geben Sie mir das schriftlich."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_fills_the_screen_and_turns_towards_the_other_person(
    course: Course, open_page: OpenPage, language: str
) -> None:
    words = course.words[language]["phrases"]
    page = open_page(page_address(PHRASES_PAGE, language))
    page.get_by_role("button", name=re.compile(f"^{words['show']}.*{SENTENCE}$")).click()
    dialog = page.get_by_role("dialog", name=words["dialog"])
    shown = dialog.get_by_text(SENTENCE)
    expect(shown).to_be_in_viewport(ratio=1)
    expect(shown).to_have_attribute("lang", "de")
    assert findings(page) == []
    box = dialog.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (360, 740)
    turn = dialog.get_by_role("button", name=words["turn"])
    turn.click()
    expect(turn).to_have_attribute("aria-pressed", "true")
    assert shown.evaluate("element => new DOMMatrix(getComputedStyle(element).transform).a") == -1
    dialog.get_by_role("button", name=words["close"]).click()
    expect(dialog).to_be_hidden()


def test_by_keyboard_it_opens_closes_and_keeps_the_place(open_page: OpenPage) -> None:
    page = open_page(page_address(PHRASES_PAGE, "ro"))
    button = page.get_by_role("button", name=SENTENCE)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_next_sentence_is_not_turned(open_page: OpenPage) -> None:
    page = open_page(page_address(PHRASES_PAGE, "bg"))
    for _ in range(2):
        page.get_by_role("button", name=SENTENCE).click()
        turn = page.get_by_role("dialog").get_by_role("button").first
        expect(turn).to_have_attribute("aria-pressed", "false")
        turn.click()
        page.keyboard.press("Escape")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_forty_sentences_with_their_sound_and_meaning(
    course: Course, open_page: OpenPage, language: str
) -> None:
    page = open_page(page_address(PHRASES_PAGE, language), java_script_enabled=False)
    sentences = page.locator(".text blockquote")
    assert sentences.count() == 40
    expect(page.get_by_role("button", name=SENTENCE)).to_have_count(0)
    for sentence in sentences.all():
        said, below = sentence.inner_text(), sentence.locator("xpath=following-sibling::*[1]")
        if language == "de":
            assert len(below.inner_text()) > 8, said
        else:
            sound = below.locator("em").inner_text()
            # As many words as the sentence has; numbers are spoken in one.
            assert len(sound.split()) == len(said.split()), said
            assert "„" in sentence.locator("xpath=following-sibling::*[2]").inner_text(), said
