"""The built pages, read: language, order, sources, notices, weight."""

from __future__ import annotations

import gzip
import itertools
import re
from pathlib import Path

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import LANGUAGES, ROOT, TRANSLATIONS

KB = 1024


def page(site: Path, name: str, language: str) -> LexborHTMLParser:
    """The built page."""
    return LexborHTMLParser((site / address(name, language) / "index.html").read_text("utf-8"))


def gzipped(path: Path) -> int:
    """Bytes of the file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), 9))


def everywhere(course: Course) -> list[tuple[str, str]]:
    """Every page in every language."""
    return [(name, language) for name in course.order for language in LANGUAGES]


def test_every_page_names_its_language_and_has_one_title(course: Course, site: Path) -> None:
    for name, language in everywhere(course):
        tree = page(site, name, language)
        html, title, heading = tree.css_first("html"), tree.css_first("title"), tree.css("h1")
        assert html is not None
        assert html.attributes["lang"] == language
        assert title is not None
        assert course.pages[language][name].front.title in title.text()
        assert [node.text().strip() for node in heading] == [course.pages[language][name].front.title]


def test_headings_never_skip_a_level(course: Course, site: Path) -> None:
    for name, language in everywhere(course):
        levels = [int(str(node.tag)[1]) for node in page(site, name, language).css("h1, h2, h3, h4")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (name, language)


def test_headings_have_the_same_names_in_every_language(course: Course, site: Path) -> None:
    for name in course.order:
        ids = {
            language: [node.attributes.get("id") for node in page(site, name, language).css("h2")]
            for language in LANGUAGES
        }
        assert ids["ro"] == ids["bg"] == ids["de"], name


def test_an_id_stands_once_on_a_page(course: Course, site: Path) -> None:
    for name, language in everywhere(course):
        ids = [node.attributes["id"] for node in page(site, name, language).css("[id]")]
        assert len(ids) == len(set(ids)), (name, language)


def test_german_terms_are_marked_as_german_where_the_text_is_not(course: Course, site: Path) -> None:
    for name in course.lessons.lessons:
        german = page(site, name, SOURCE).css("main .term")
        assert german
        assert not any("lang" in node.attributes for node in german)
        for language in TRANSLATIONS:
            terms = page(site, name, language).css("main .term")
            assert terms
            assert {node.attributes.get("lang") for node in terms} == {SOURCE}, (name, language)


def test_a_term_is_to_tap_once_a_page_and_leads_to_its_explanation(course: Course, site: Path) -> None:
    for name, language in everywhere(course):
        tree = page(site, name, language)
        links = [str(node.attributes["href"]) for node in tree.css("a.term")]
        assert len(links) == len(set(links)), (name, language)
        explained = {str(node.attributes["id"]) for node in tree.css(".words > div")}
        assert explained == {link.partition("#")[2] for link in links}, (name, language)
        assert not tree.css("label a.term, summary a.term, details a.term, a a, h1 a.term, h2 a.term, .paper a.term")
        assert all(node.text().strip() for node in tree.css(".words > div"))
    for name in course.lessons.lessons:
        assert len(page(site, name, SOURCE).css("a.term")) >= 3, name


def test_all_words_stand_in_a_list_in_the_order_of_the_alphabet(course: Course, site: Path) -> None:
    for language in LANGUAGES:
        tree = page(site, "woerter", language)
        words = [node.text() for node in tree.css(".all-words dt span:first-child")]
        assert len(words) == len(course.glossary[SOURCE])
        assert words.index("Übergabeprotokoll") < words.index("Untermiete")
        assert tree.css(".find[hidden]")


def test_every_drawing_has_words_and_none_is_requested(course: Course, site: Path) -> None:
    for name, language in everywhere(course):
        tree = page(site, name, language)
        assert not tree.css("img:not(.thing)")
        for node in tree.css("svg.art"):
            assert node.attributes.get("aria-label") or node.attributes.get("aria-hidden") == "true"
    for name in course.lessons.lessons:
        alts = {
            str(node.attributes["aria-label"])
            for language in LANGUAGES
            for node in page(site, name, language).css("main svg.art")
        }
        assert len(alts) == len(LANGUAGES) * len(page(site, name, SOURCE).css("main svg.art")), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_says_what_it_rests_on_and_that_it_is_no_legal_advice(
    course: Course, site: Path, language: str
) -> None:
    for name in course.lessons.lessons:
        tree = page(site, name, language)
        sources = tree.css_first("details.sources")
        assert sources is not None
        laws = [str(node.attributes["href"]) for node in sources.css("a")]
        assert laws
        assert all(law.startswith("https://") for law in laws)
        assert len(sources.css("li")) == len({node.text() for node in sources.css("li")})
        advice = tree.css_first(".advice")
        assert advice is not None
        assert course.words[language]["page"]["no_advice"] in advice.text()


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_translation_that_no_native_reader_has_seen_says_so(course: Course, site: Path, language: str) -> None:
    for name in course.order:
        notice = page(site, name, language).css_first("main > .notice")
        shown = notice is not None and course.words[language]["page"]["unreviewed"] in notice.text()
        assert shown == (course.pages[language][name].front.reviewed is None), name


def test_what_is_not_confirmed_is_marked(course: Course, site: Path) -> None:
    for language in LANGUAGES:
        html = page(site, "hilfe", language).html or ""
        for place in ("fachstelle", "kim", "verbraucherzentrale"):
            assert not course.city.places[place].confirmed
        assert html.count('class="unconfirmed"') >= 3


def test_prices_and_phones_stand_as_the_language_writes_them(site: Path, course: Course) -> None:
    for language in LANGUAGES:
        link = page(site, "hilfe", language).css_first('a[href="tel:112"]')
        assert link is not None
        assert link.text() == "112"


def test_the_lost_page_speaks_all_languages_and_finds_its_files_from_anywhere(course: Course, site: Path) -> None:
    html = (site / "404.html").read_text("utf-8")
    for language in LANGUAGES:
        assert course.words[language]["not_found"]["title"] in html
    assert re.search(r'href="/assets/page\.[A-Z0-9]+\.css"', html)


def test_only_our_own_files_are_published(site: Path) -> None:
    endings = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert endings <= {".html", ".css", ".js", ".svg", ".xml", ".gz", ".webp"}
    kinds = sum(path.suffix in (".css", ".js") for path in (ROOT / "overrides/kinds").iterdir())
    assert sum(path.suffix in (".css", ".js") for path in (site / "assets").iterdir()) == kinds


def test_the_first_lesson_weighs_at_most_30_kilobytes(course: Course, site: Path) -> None:
    for name in course.lessons.lessons:
        for language in LANGUAGES:
            html = site / address(name, language) / "index.html"
            tree = page(site, name, language)
            parts = [
                html,
                *(
                    site / "assets" / Path(str(node.attributes["href"])).name
                    for node in tree.css("link[rel=stylesheet]")
                ),
            ]
            parts += [site / "assets" / Path(str(node.attributes["src"])).name for node in tree.css("script[src]")]
            assert sum(map(gzipped, parts)) <= 30 * KB, (name, language)
            assert gzipped(html) <= 14 * KB, (name, language)


def test_a_sheet_weighs_at_most_5_kilobytes(site: Path) -> None:
    for sheet in (site / "assets").glob("*.css"):
        assert gzipped(sheet) <= 5 * KB, sheet.name


def test_a_language_weighs_at_most_2_megabytes(site: Path) -> None:
    shared = sum(gzipped(path) for path in (site / "assets").iterdir() if path.is_file())
    for language in LANGUAGES:
        folders = [
            path
            for path in site.rglob("*.html")
            if ("/ro/" in f"/{path.relative_to(site)}", "/bg/" in f"/{path.relative_to(site)}")
            == (language == "ro", language == "bg")
        ]
        assert shared + sum(map(gzipped, folders)) <= 2 * KB * KB, language


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_law_asks_for_is_two_taps_away_at_most(course: Course, site: Path, language: str) -> None:
    for name in course.order:
        links = {node.text() for node in page(site, name, language).css(".foot a")}
        for wanted in ("impressum", "datenschutz", "speichern", "barrierefreiheit", "hilfe"):
            assert course.pages[language][wanted].front.title in links, (name, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_the_city_can_say_is_marked_until_it_is_said(course: Course, site: Path, language: str) -> None:
    missing = {key for key, detail in course.city.legal.items() if detail.value is None}
    for name in ("impressum", "datenschutz", "barrierefreiheit"):
        asked = set(re.findall(r"city\.legal\.([a-z-]+)", course.pages[language][name].body))
        assert asked
        marks = [node.text() for node in page(site, name, language).css("mark.open")]
        for key in asked:
            what = course.city.legal[key].what
            assert any(what in mark for mark in marks) == (key in missing), (name, key)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_sentence_to_copy_into_a_letter_is_marked_as_german(course: Course, site: Path, language: str) -> None:
    quotes = [node for name in course.lessons.lessons for node in page(site, name, language).css("blockquote")]
    assert quotes
    assert {node.attributes.get("lang") for node in quotes} == {SOURCE}


def test_pages_for_staff_are_german_found_by_staff_and_by_no_search_engine(course: Course, site: Path) -> None:
    assert course.staff
    for name in course.staff:
        tree = page(site, name, SOURCE)
        html, robots = tree.css_first("html"), tree.css_first("meta[name=robots]")
        assert html is not None
        assert html.attributes["lang"] == SOURCE
        assert robots is not None
        assert robots.attributes["content"] == "noindex"
        assert not tree.css(".langs")
        for language in TRANSLATIONS:
            assert not (site / address(name, language)).exists()
    assert address("redaktion/index", SOURCE) not in (site / "sitemap.xml").read_text("utf-8")
    for name, language in everywhere(course):
        ways = [node for node in page(site, name, language).css("a") if "redaktion/" in str(node.attributes["href"])]
        assert len(ways) == (language == SOURCE), (name, language)


def test_every_picture_of_a_screen_keeps_its_place_and_says_what_it_shows(course: Course, site: Path) -> None:
    for name in course.staff:
        for node in page(site, name, SOURCE).css("img"):
            assert {"width", "height"} <= node.attributes.keys(), name
            assert node.attributes["loading"] == "lazy"
            assert len(str(node.attributes["alt"])) > 20, name


def test_in_the_dark_nothing_changes_but_colours() -> None:
    """So that a page that was looked at in light is looked at in the dark for its colours alone."""
    dark = 0
    for sheet in (ROOT / "overrides").rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        for block in re.findall(r"@media \(prefers-color-scheme: dark\) \{(.*?)\n\}", text, re.DOTALL):
            for rule in re.findall(r"\{([^{}]*)\}", block):
                for name, value in re.findall(r"([\w-]+): *([^;}]+)", rule):
                    assert name.startswith("--") or name in ("fill", "stroke", "color", "background"), (sheet, name)
                    assert re.fullmatch(r"#[0-9a-f]{3,8} *", value), (sheet, name, value)
                    dark += 1
    assert dark > 15


def test_the_language_links_of_every_page_lead_to_the_same_page(course: Course, site: Path) -> None:
    for name, language in everywhere(course):
        links = page(site, name, language).css(".langs a, .choices a")
        here = site / address(name, language)
        leads = {str(link.attributes["hreflang"]): (here / str(link.attributes["href"])).resolve() for link in links}
        wanted = {other: (site / address(name, other)).resolve() for other in LANGUAGES}
        if (name, language) != ("index", SOURCE):  # the welcome leads down to its own list
            assert leads == wanted, (name, language)
