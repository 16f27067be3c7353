"""German key terms, written the same in every language."""

from __future__ import annotations

import pytest
from coursekit.text.small_markdown import to_inline_html
from coursekit.text.terms import check, finish, plain
from markdown import Markdown

KNOWN = ("kaution", "kaltmiete")


@pytest.mark.parametrize(
    "text",
    [
        "Die **Kaution**{term=kaution}.",
        "**Kaution**{term=kaution} und **Kaltmiete**{term=kaltmiete}",
        "**fett** ist kein Wort",
        "Ein [Link](https://hagen.de) und {number} und [Text] in Klammern",
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    assert list(check(text, KNOWN, "a.md", 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "**Kaution**{term=miete}",
        "**Kaution**{term=}",
        "**Kaution** {term=kaution}",
        "**Kaution**{ term=kaution }",
        "**Kaution**{: term=kaution }",
        "Kaution{term=kaution}",
        "*Kaution*{term=kaution}",
        "**Kaution**{term=kaution",
        "[Kaution]{term=kaution}",
        "[Kaution]{lang=de}",
    ],
)
def test_each_fault_is_told_once(text: str) -> None:
    assert len(list(check(text, KNOWN, "a.md", 1))) == 1


def test_the_line_is_that_of_the_word() -> None:
    text = "eins\n**Kaution**{term=x}\n\n**Kaltmiete** {term=kaltmiete}"
    assert [problem.line for problem in check(text, KNOWN, "a.md", 10)] == [11, 13]


def test_a_text_without_its_marks() -> None:
    text = "**Kaution**{term=kaution} und **Miete**{term=kaltmiete} und **fett**"
    assert plain(text) == "Kaution und Miete und **fett**"


def rendered(text: str, language: str) -> str:
    return finish(Markdown(extensions=["coursekit.text.terms", "attr_list"]).convert(text), language)


def test_on_a_german_page_a_term_is_bold() -> None:
    assert rendered("Die **Kaution**{term=kaution}.", "de") == '<p>Die <b class="term">Kaution</b>.</p>'


def test_on_other_pages_a_term_is_marked_as_german() -> None:
    assert rendered("**Kaution**{term=kaution} este", "ro") == '<p><b class="term" lang="de">Kaution</b> este</p>'
    assert rendered("**fett**", "bg") == "<p><strong>fett</strong></p>"


def test_in_a_question_a_term_is_no_html() -> None:
    html = finish(to_inline_html("**K & <i>**{term=kaution}"), "de")
    assert html == '<b class="term">K &amp; &lt;i&gt;</b>'


def test_a_german_word_that_no_glossary_explains_is_marked_as_german() -> None:
    assert to_inline_html("Трябва му **Titel**{lang=de}.") == 'Трябва му <b lang="de">Titel</b>.'
    assert plain("**Titel**{lang=de} и **Kaution**{term=kaution}") == "Titel и Kaution"
