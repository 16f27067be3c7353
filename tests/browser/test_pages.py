"""Pages as a person meets them: on a small phone, in three languages, on paper, lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address as page_address
from playwright.sync_api import Page, expect

from tests.conftest import LANGUAGES

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("start", LANGUAGES)
@pytest.mark.parametrize("target", LANGUAGES)
def test_the_language_choice_keeps_the_page(course: Course, open_page: OpenPage, start: str, target: str) -> None:
    """One page of each kind; that the links of all pages lead there is read from the files (tests/site)."""
    page = open_page(page_address("index", "ro"))
    base = page.url.removesuffix("ro/")
    one_of_each = {course.kind(name): name for name in course.order if (name, start) != ("index", SOURCE)}
    for name in one_of_each.values():
        page.goto(base + page_address(name, start))
        page.get_by_role("link", name=course.languages.name(target), exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", target)
        assert page.url.split("#")[0] == base + page_address(name, target)


def test_the_language_choice_keeps_the_place_on_the_page(open_page: OpenPage) -> None:
    page = open_page("ro/mietrecht/kaution/")
    page.locator("#zurueck").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('zurueck').scrollIntoView()")
    page.locator(".langs a[lang=bg]").evaluate("link => link.click()")
    page.wait_for_url("**/bg/mietrecht/kaution/#*")
    assert page.url.endswith("#zurueck")
    expect(page.locator("#zurueck")).to_be_in_viewport()


def test_the_welcome_greets_in_three_languages_and_leads_on(course: Course, open_page: OpenPage) -> None:
    page = open_page("")
    for language in LANGUAGES:
        expect(page.get_by_role("link", name=course.languages.name(language))).to_be_in_viewport()
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator("#module")).to_be_in_viewport()
    page.get_by_role("link", name="Български").click()
    expect(page.locator("html")).to_have_attribute("lang", "bg")
    expect(page.locator("h1")).to_have_text(course.pages["bg"]["index"].front.title)


def test_a_lesson_asks_for_few_files_and_all_are_there(open_page: OpenPage) -> None:
    page = open_page("hilfe/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.replace("hilfe/", "mietrecht/kaution/"))
    page.wait_for_load_state("networkidle")
    assert 0 < len(asked) <= 8, asked


def test_nothing_is_stored_and_no_cookie_is_set(open_page: OpenPage, course: Course) -> None:
    page = open_page("mietrecht/kaution/")
    page.get_by_label("Höchstens 500 Euro").check()
    page.get_by_role("button", name="Prüfen").first.click()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_nothing_jumps_while_a_lesson_loads(open_page: OpenPage) -> None:
    page = open_page("bg/mietrecht/kaution/")
    shift = page.evaluate("""() => new Promise(done => {
      let sum = 0
      new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => done(sum), 400)
    })""")
    assert shift <= 0.02


def test_paper_shows_the_lesson_and_not_what_only_a_screen_can_do(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    page.emulate_media(media="print")
    for only_on_screen in (".top", ".langs", ".reading .bar", ".bar.end"):
        expect(page.locator(only_on_screen)).to_be_hidden()
    expect(page.get_by_role("heading", name="Wie hoch?")).to_be_visible()


def test_a_lost_reader_is_helped_in_three_languages(course: Course, open_page: OpenPage) -> None:
    page = open_page("404.html")
    for language in LANGUAGES:
        section = page.locator(f"section[lang={language}]")
        expect(section.get_by_text(course.words[language]["not_found"]["title"])).to_be_visible()
    page.locator("section[lang=bg] a").click()
    expect(page.locator("html")).to_have_attribute("lang", "bg")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_prints_on_one_sheet_by_its_own_button(course: Course, open_page: OpenPage, language: str) -> None:
    assert course.lessons.cards
    for name in course.lessons.cards:
        page = open_page(page_address(name, language))
        page.evaluate("window.print = () => { window.printed = true }")
        page.get_by_role("button", name=course.words[language]["page"]["print"]).click()
        assert page.evaluate("window.printed")
        sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
        assert len(sheets) == 1, (name, language)


def test_the_module_leads_to_its_cards(course: Course, open_page: OpenPage) -> None:
    page = open_page("ro/mietrecht/")
    for name in course.cards_of("mietrecht"):
        expect(page.get_by_role("link", name=course.pages["ro"][name].front.title)).to_be_visible()
