"""With the keyboard alone: through the lesson and its questions, menu, language choice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coursekit.course import Course
from playwright.sync_api import Page, expect

from tests.conftest import LANGUAGES

OpenPage = Callable[..., Page]
# The element in focus: where it is, whether one sees that it has the focus, what stands at its middle.
_FOCUS = """() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const shown = element.closest('.opt, .entry') || element
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown)
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  return {
    name: element.tagName + '.' + element.className + '#' + (element.id || element.name || element.textContent.trim().slice(0, 20)),
    y: box.top + window.scrollY, top: box.top, bottom: box.bottom, left: box.left, right: box.right,
    outline: parseFloat(style.outlineWidth) || 0, style: style.outlineStyle,
    covered: !!top && !shown.contains(top) && !top.contains(shown),
  }
}"""


@pytest.mark.parametrize("path", ["", "mietrecht/", "mietrecht/kaution/", "hilfe/", "bg/mietrecht/kaution/", "ro/"])
def test_every_stop_is_seen_in_view_and_comes_in_order(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    stops = 0
    last = -1000.0
    for _ in range(200):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUS)
        if focus is None:
            break
        stops += 1
        assert focus["left"] >= -1, focus
        assert focus["right"] <= 361, focus
        assert focus["top"] >= -1, focus
        assert focus["bottom"] <= 741, focus
        assert focus["outline"] >= 2, focus
        assert focus["style"] != "none", focus
        assert not focus["covered"], focus
        # The way on keeps to the bottom of the screen, so that its place on the page moves with the reading.
        if "btn" not in focus["name"]:
            assert focus["y"] >= last - 60, focus
            last = focus["y"]
    assert stops >= 8


def test_the_first_tab_skips_to_the_content(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Zum Inhalt")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_opens_and_closes_by_keyboard(course: Course, open_page: OpenPage, language: str) -> None:
    words = course.words[language]["page"]
    page = open_page("mietrecht/kaution/" if language == "de" else f"{language}/mietrecht/kaution/")
    button = page.get_by_role("button", name=words["menu"], exact=True)
    menu = page.get_by_role("navigation", name=words["menu"])
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("button", name=words["close"])).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("body.start")).to_be_visible()


def test_an_arrow_key_never_submits(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    for form in page.locator("form.q").all():
        first = form.locator("fieldset input, fieldset select").first
        if first.count() == 0:
            continue
        first.focus()
        for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
            page.keyboard.press(key)
        expect(form.get_by_role("status")).to_be_empty()
    assert page.url.endswith("/mietrecht/kaution/")


def test_a_choice_is_answered_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    form = page.locator("#frage-kaution-hoehe")
    form.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(form.get_by_role("status")).to_contain_text("Richtig")


def test_things_are_put_in_order_by_keyboard_alone(course: Course, open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    form = page.locator("#frage-einzug-reihenfolge")
    wanted = ["ansehen", "vertrag", "rate"]
    rows = form.locator(".order > li")
    for place, name in enumerate(wanted):
        while [row.get_attribute("data-part") for row in rows.all()].index(name) > place:
            form.locator(f'[data-part="{name}"] [data-move="-1"]').first.focus()
            page.keyboard.press("Enter")
            expect(form.get_by_role("status")).to_contain_text("Stelle")
    form.get_by_role("button", name="Prüfen").focus()
    page.keyboard.press("Enter")
    expect(form.get_by_role("status")).to_contain_text("Richtig")


def test_a_row_that_reaches_the_end_keeps_the_focus_on_itself(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    row = page.locator("#frage-einzug-reihenfolge .order > li").nth(1)
    name = row.get_attribute("data-part")
    row.locator('[data-move="1"]').focus()
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.closest('li')?.dataset.part")
    assert focused == name
