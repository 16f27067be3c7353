"""The German words: a tap says what one means, where it stands; all of them are found by typing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coursekit.course import Course
from coursekit.glossary import GermanTerm, TranslatedTerm
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address as page_address
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.conftest import LANGUAGES

OpenPage = Callable[..., Page]
LESSON = "mietrecht/kaution"


def meaning(course: Course, key: str, language: str) -> str:
    term = course.glossary[language][key]
    assert isinstance(term, GermanTerm | TranslatedTerm)
    return term.meaning


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tap_opens_what_a_word_means_and_a_second_one_closes_it(
    course: Course, open_page: OpenPage, language: str
) -> None:
    page = open_page(page_address(LESSON, language))
    for link in page.locator("a.term").all():
        key = str(link.get_attribute("href")).partition("#wort-")[2]
        box = page.locator(f"#wort-{key}")
        expect(box).to_be_hidden()
        link.click()
        expect(box).to_be_visible()
        expect(box).to_contain_text(meaning(course, key, language))
        expect(link).to_have_attribute("aria-expanded", "true")
        assert page.locator(".words:visible").count() == 1
        # In place: on the same screen, below the word.
        assert 0 < box.bounding_box()["y"] - link.bounding_box()["y"] < 400  # type: ignore[index]
        link.click()
        expect(box).to_be_hidden()
    assert page.url.endswith(page_address(LESSON, language))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_and_escape_closes(open_page: OpenPage, key: str) -> None:
    page = open_page(f"ro/{LESSON}/")
    word = page.locator("a.term").first
    word.focus()
    page.keyboard.press(key)
    box = page.locator("#wort-kaltmiete")
    expect(box).to_be_visible()
    expect(page.locator(".unseen[role=status]")).to_have_text(box.text_content() or "")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#wort-kaltmiete')"), "the way to all words comes next"
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(word).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_explanation_has_no_finding(open_page: OpenPage, scheme: str) -> None:
    page = open_page(f"bg/{LESSON}/", color_scheme=scheme)
    for link in page.locator("a.term").all():
        link.click()
        assert findings(page) == []


def test_a_word_in_a_question_opens_there_and_answers_nothing(open_page: OpenPage) -> None:
    page = open_page(f"ro/{LESSON}/")
    form = page.locator("form.q").first
    # Every word of today's questions stands in a text before them, so one is carried over.
    form.locator(".q-prompt").evaluate("prompt => prompt.append(document.querySelector('a.term'))")
    form.locator("a.term").click()
    expect(form.locator(".words > div")).to_be_visible()
    expect(form.get_by_role("status")).to_be_empty()
    assert form.locator("input:checked").count() == 0


def test_without_script_a_word_leads_to_the_list_of_all(open_page: OpenPage) -> None:
    page = open_page(f"ro/{LESSON}/", java_script_enabled=False)
    page.locator("a.term").first.click()
    page.wait_for_url("**/ro/woerter/#wort-kaltmiete")
    expect(page.locator("#wort-kaltmiete")).to_be_in_viewport()
    expect(page.locator(".find")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("de", "ubergabe", "Übergabeprotokoll"),
        ("de", "uebergabe", "Übergabeprotokoll"),
        ("de", "KÜNDIGUNG", "Kündigung"),
        ("ro", "chirias", "Mieter"),
        ("ro", "kundigung", "Kündigung"),
        ("bg", "депозит", "Kaution"),
        ("bg", "kaution", "Kaution"),
    ],
)
def test_typing_finds_a_word_with_and_without_diacritics(
    open_page: OpenPage, language: str, typed: str, found: str
) -> None:
    page = open_page(page_address("woerter", language))
    entries = page.locator(".all-words > div")
    every = entries.count()
    page.get_by_role("searchbox").fill(typed)
    shown = page.locator(".all-words > div:not([hidden]) dt span:first-child")
    assert found in shown.all_text_contents()
    assert 0 < shown.count() < every
    expect(page.locator(".find [role=status]")).to_contain_text(str(shown.count()))
    page.get_by_role("searchbox").fill("qqq")
    assert shown.count() == 0
    page.get_by_role("searchbox").fill("  ")
    assert shown.count() == every


def test_every_word_of_every_page_is_in_the_list(course: Course, open_page: OpenPage) -> None:
    page = open_page("woerter/")
    ids = page.locator(".all-words > div").evaluate_all("all => all.map(one => one.id)")
    assert set(ids) == {f"wort-{key}" for key in course.glossary[SOURCE]}
