"""Markdown in small: what it knows, and that everything else is shown as it was typed."""

from __future__ import annotations

import pytest
from coursekit.text.small_markdown import to_html, to_inline_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Text", "<p>Text</p>"),
        ("**fett** und *schräg*", "<p><strong>fett</strong> und <em>schräg</em></p>"),
        ("eins\nzwei", "<p>eins<br>\nzwei</p>"),
        ("eins\n\nzwei", "<p>eins</p>\n<p>zwei</p>"),
        ("- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>"),
        ("1. eins\n2. zwei", "<ol>\n<li>eins</li>\n<li>zwei</li>\n</ol>"),
        ("[Gesetz](https://www.gesetze-im-internet.de)", '<p><a href="https://www.gesetze-im-internet.de">Gesetz</a></p>'),
        ("Die **Kaution**{term=kaution}.", '<p>Die <b data-term="kaution">Kaution</b>.</p>'),
    ],
)  # fmt: skip
def test_what_it_knows(text: str, html: str) -> None:
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<div onclick='x()'>Text</div>", "&lt;div onclick='x()'&gt;Text&lt;/div&gt;"),
        ("<b>fett</b>", "&lt;b&gt;fett&lt;/b&gt;"),
        ("3 < 4 & 5 > 4", "3 &lt; 4 &amp; 5 &gt; 4"),
        ("<https://hagen.de>", "&lt;https://hagen.de&gt;"),
        ("`code`", "`code`"),
        ("![Bild](bild.svg)", "![Bild](bild.svg)"),
        ("![Bild](javascript:alert(1))", "![Bild](javascript:alert(1))"),
        ("# Titel", "# Titel"),
        ("Titel\n=====", "Titel<br>\n====="),
        ("> Zitat", "&gt; Zitat"),
        ("---", "---"),
        ("[1]: https://hagen.de", "[1]: https://hagen.de"),
        ("**Kaution** {term=kaution}", "<strong>Kaution</strong> {term=kaution}"),
        ("{{ fact.kaution-max }} Mieten", "{{ fact.kaution-max }} Mieten"),
    ],
)
def test_all_else_is_shown_as_text(text: str, html: str) -> None:
    assert to_html(text) == f"<p>{html}</p>"


def test_a_label_has_no_paragraph_around_it() -> None:
    assert to_inline_html("**fett**") == "<strong>fett</strong>"
    assert to_inline_html("eins\n\nzwei") == "<p>eins</p>\n<p>zwei</p>"
    assert to_inline_html("- eins") == "<ul>\n<li>eins</li>\n</ul>"


def test_one_text_leaves_nothing_for_the_next() -> None:
    to_html("[a]: https://hagen.de\n\n- offen")
    assert to_html("[a]") == "<p>[a]</p>"
