"""A language that nobody has thought of, written from right to left: laid by the command, one lesson translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.conftest import copy_project, run
from tests.file_server import served
from tests.invented import invented

OpenPage = Callable[..., Page]
LESSON = "mietrecht/kaution"
_ARABIC = cycle(["السكن", "الإيجار", "عقد", "مفتاح", "بيت", "رسالة", "مبلغ", "شهر", "غرفة", "جار"])


def arabic(text: str) -> str:
    """`text` with an Arabic word for each German one, so that it reads from right to left and says nothing."""
    return invented(text, lambda _: next(_ARABIC))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The course with Arabic, which the command has laid: its words and one lesson are there, all else is missing."""
    project = copy_project(tmp_path_factory.mktemp("rtl") / "course")
    laid = run("course", "new-language", "ar", cwd=project)
    assert laid.returncode == 0, laid.stderr
    words = project / "data/words/ar.yml"
    # The German stands above each empty word.
    words.write_text(
        re.sub(
            r'(?m)^( +)# (.*)\n( +\w+: )""$', lambda match: f'{match[3]}"{arabic(match[2])}"', words.read_text("utf-8")
        ),
        "utf-8",
    )
    german = (project / f"docs/de/{LESSON}.md").read_text("utf-8").partition("\n---\n")[2]
    page = f"---\ntitle: {arabic('Kaution und Einzug')}\ngoal: {arabic('Sie zahlen sicher')}.\n---\n{arabic(german)}"
    (project / f"docs/ar/{LESSON}.md").write_text(page, "utf-8")
    settings = project / "mkdocs.yml"
    shown = re.sub(r"(?m)^ +# Noch nicht zu sehen.*\n +build: false\n", "", settings.read_text("utf-8"))
    settings.write_text(shown, "utf-8")
    stamped = run("course", "stamp", f"docs/ar/{LESSON}.md", cwd=project)
    assert stamped.returncode == 0, stamped.stdout + stamped.stderr
    built = run("mkdocs", "build", "--strict", cwd=project)
    assert built.returncode == 0, built.stderr
    with served(project / "site") as where:
        yield where


def test_the_lesson_reads_from_right_to_left_and_its_german_from_left_to_right(open_page: OpenPage) -> None:
    page = open_page(f"ar/{LESSON}/")
    html = page.locator("html")
    expect(html).to_have_attribute("lang", "ar")
    expect(html).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"[\u0600-\u06ff]"))
    title = page.get_by_role("heading", level=2).first
    assert title.evaluate("element => getComputedStyle(element).direction") == "rtl"
    # The questions are German still: said so in Arabic, and written from left to right.
    form = page.locator("form[data-question]").first
    expect(form).to_have_attribute("dir", "ltr")
    expect(form.locator(".notice")).to_have_attribute("dir", "rtl")
    german = page.locator(".text [lang=de]")
    assert german.count() > 20
    assert german.evaluate_all("found => found.every(one => getComputedStyle(one).direction === 'ltr')")


def test_what_stands_at_the_beginning_of_a_line_stands_right(open_page: OpenPage) -> None:
    page = open_page(f"ar/{LESSON}/")
    story = page.locator(".part-situation")
    assert story.evaluate("one => getComputedStyle(one).borderRightWidth") == "5px"
    assert story.evaluate("one => getComputedStyle(one).borderLeftWidth") == "0px"
    arrow = page.locator(".bar.end .arrow")
    assert arrow.evaluate("one => new DOMMatrix(getComputedStyle(one).transform).a") == -1
    back, onward = page.locator(".bar.end a").all()
    assert back.bounding_box()["x"] > onward.bounding_box()["x"]  # type: ignore[index]


@pytest.mark.parametrize("path", ["ar/", f"ar/{LESSON}/", "ar/hilfe/", "ar/mietrecht/", ""])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_hangs_over_and_nothing_is_found(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path)
    page.set_viewport_size({"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert findings(page) == []


def test_the_menu_opens_and_leads_to_a_page_that_is_still_german(open_page: OpenPage) -> None:
    page = open_page(f"ar/{LESSON}/")
    page.locator(".top button").click()
    menu = page.locator("#menu")
    expect(menu).to_be_visible()
    menu.get_by_role("link").last.click()
    page.wait_for_url("**/ar/hilfe/")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("dir", "ltr")
    expect(page.locator(".notice").first).to_have_text(re.compile(r"[\u0600-\u06ff]"))


def test_a_start_that_is_still_german_says_so_and_greets_nobody(open_page: OpenPage) -> None:
    page = open_page("ar/")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "de")
    page = open_page("")
    assert page.locator(".greeting").evaluate_all("all => all.map(one => one.lang)") == ["ro", "bg"]
    expect(page.get_by_role("link", name="العربية")).to_have_attribute("dir", "rtl")


def test_a_question_that_is_still_german_can_be_answered(open_page: OpenPage) -> None:
    page = open_page(f"ar/{LESSON}/")
    form = page.locator("form[data-type=single]").first
    form.locator("input[type=radio]").first.check()
    form.get_by_role("button", name=re.compile(r"[\u0600-\u06ff]")).first.click()
    expect(form.get_by_role("status")).not_to_be_empty()
