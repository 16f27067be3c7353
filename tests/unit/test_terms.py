"""German key terms, written the same in every language."""

from __future__ import annotations

import pytest
from coursekit.text.small_markdown import to_inline_html
from coursekit.text.terms import bold_alone, check, finish, plain, to_tap
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
    assert (
        rendered("Die **Kaution**{term=kaution}.", "de")
        == '<p>Die <b class="term" data-term="kaution">Kaution</b>.</p>'
    )


def test_on_other_pages_a_term_is_marked_as_german() -> None:
    assert (
        rendered("**Kaution**{term=kaution} este", "ro")
        == '<p><b class="term" lang="de" data-term="kaution">Kaution</b> este</p>'
    )
    assert rendered("**fett**", "bg") == "<p><strong>fett</strong></p>"


def test_in_a_question_a_term_is_no_html() -> None:
    html = finish(to_inline_html("**K & <i>**{term=kaution}"), "de")
    assert html == '<b class="term" data-term="kaution">K &amp; &lt;i&gt;</b>'


def test_a_german_word_that_no_glossary_explains_is_marked_as_german() -> None:
    assert to_inline_html("Трябва му **Titel**{lang=de}.") == 'Трябва му <b lang="de">Titel</b>.'
    assert plain("**Titel**{lang=de} и **Kaution**{term=kaution}") == "Titel и Kaution"


TERM = '<b class="term" lang="de" data-term="{}">X</b>'
PLAIN = '<b class="term" lang="de">X</b>'
LINK = '<a class="term" lang="de" href="../woerter/#wort-{}">X</a>'


def test_the_first_of_each_term_on_a_page_is_to_tap() -> None:
    html = f"<p>{TERM.format('a')} {TERM.format('b')}</p><p>{TERM.format('a')}</p>"
    expected = f"<p>{LINK.format('a')} {LINK.format('b')}</p><p>{PLAIN}</p>"
    assert to_tap(html, "../woerter/") == (expected, ("a", "b"))


@pytest.mark.parametrize("around", ["label", "summary", "details", "a", "h2", "option", "button"])
def test_where_a_tap_means_something_else_the_next_one_is_to_tap(around: str) -> None:
    html = f'<{around} class="x">{TERM.format("a")}</{around}><article>{TERM.format("a")}</article>'
    expected = f'<{around} class="x">{PLAIN}</{around}><article>{LINK.format("a")}</article>'
    assert to_tap(html, "../woerter/") == (expected, ("a",))


def test_on_papers_no_term_is_to_tap() -> None:
    assert bold_alone(TERM.format("a")) == PLAIN
