"""What is done to a page's Markdown before it is rendered, and to its HTML after.

Questions and drawings leave the Markdown as empty slots and come back as finished HTML,
so that neither can break the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coursekit.course import Course
from coursekit.drawings import inline_svg
from coursekit.languages import SOURCE
from coursekit.own_pages import WORDS_PAGE
from coursekit.pages.addresses import address, between
from coursekit.pages.explanations import explanations, folded
from coursekit.pictures import is_picture, picture_html, read_picture
from coursekit.quiz.render import Around, render_quiz
from coursekit.quiz.things import things
from coursekit.sources.code import shielded, unshielded
from coursekit.text import placeholders, terms

_MARKER = re.compile(r"<!--\s*(quiz|question:\s*\S+)\s*-->")
_DRAWING = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)\s]*assets/(?P<file>[^)\s]+)\)")
_PRACTISE = re.compile(r"^##\s.*\{\s*#ueben\s*\}\s*$", re.MULTILINE)
_SLOT = re.compile(
    r'<div data-slot="(?P<kind>quiz|question|drawing)" data-name="(?P<name>[^"]*)" data-alt="(?P<alt>[^"]*)"></div>'
)
_SECTION = re.compile(r'(?=<h2 id=")')
_HEADING_ID = re.compile(r'<h2 id="([a-z0-9-]+)"')
# Something to do: `- [ ] Zähler ablesen {#zaehler}`; a link may stand behind.
_STEP = re.compile(r"<li>\s*\[ \] (?P<text>.*?) \{#(?P<name>[a-z0-9-]+)\}")
# The parts that every lesson has; all others are its rules, which are numbered.
_FIXED = ("situation", "fehler", "ueben", "weitersagen", "hilfe")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads which page: `language` is that of the site's part, `text_language` that of the words."""

    name: str
    language: str
    text_language: str


def reader(course: Course, name: str, language: str) -> Reader:
    """The reader of the page `name` in `language`."""
    return Reader(name, language, course.text_language(name, language))


def prepare(course: Course, who: Reader, markdown: str) -> str:
    """Markdown ready to be rendered: placeholders filled, slots where questions and drawings will stand."""
    words = course.words[who.text_language]
    text = placeholders.fill_html(shielded(markdown), course.values, who.text_language, words)
    text = _DRAWING.sub(lambda match: f"\n{_slot('drawing', match['file'], match['alt'])}\n", text)
    if who.name in course.quizzes and "<!-- quiz -->" not in text:
        ueben = _PRACTISE.search(text)
        place = ueben.end() if ueben else len(text)
        text = f"{text[:place]}\n\n<!-- quiz -->\n\n{text[place:]}"
    return _MARKER.sub(lambda match: f"\n{_slot(*_split(match[1]))}\n", text)


def finish(course: Course, who: Reader, html: str) -> str:
    """The page's HTML with its slots filled, its sections framed and its terms dressed."""
    placed = tuple(match["name"] for match in _SLOT.finditer(html) if match["kind"] == "question")
    html = _SLOT.sub(lambda match: _filled(course, who, match, placed), html)
    if who.text_language != SOURCE:
        # What stands as a quotation is copied into a German letter, so it stays German in every language.
        html = html.replace("<blockquote>", f'<blockquote lang="{SOURCE}">')
    html = terms.finish(_framed(_STEP.sub(_to_tick, html)), who.text_language)
    return unshielded(_with_explanations(course, who, html))


def _to_tick(match: re.Match[str]) -> str:
    return f'<li><label class="step"><input type="checkbox" name="{match["name"]}"><span>{match["text"]}</span></label>'


def _with_explanations(course: Course, who: Reader, html: str) -> str:
    """The first of each term to tap, and below the page what they mean in the language of the reader."""
    if WORDS_PAGE not in course.order:
        return terms.bold_alone(html)
    href = between(address(who.name, who.language), address(WORDS_PAGE, who.language))
    html, keys = terms.to_tap(html, href)
    all_words = course.words[who.language]["page"]["all_words"]
    return html + folded(explanations(course, keys, who.language), who.language, href, all_words)


def _split(marker: str) -> tuple[str, str]:
    kind, _, name = marker.partition(":")
    return kind.strip(), name.strip()


def _slot(kind: str, name: str = "", alt: str = "") -> str:
    safe = alt.replace("&", "&amp;").replace('"', "&quot;")
    return f'<div data-slot="{kind}" data-name="{name}" data-alt="{safe}"></div>'


def _filled(course: Course, who: Reader, match: re.Match[str], placed: tuple[str, ...]) -> str:
    if match["kind"] == "drawing":
        alt = match["alt"].replace("&quot;", '"').replace("&amp;", "&")
        return _shown(course, who, match["name"], alt)
    questions = course.quizzes[who.name].local(who.language)
    if match["kind"] == "question":
        chosen = [question for question in questions if question.question.id == match["name"]]
    else:
        chosen = [question for question in questions if question.question.id not in placed]
    return render_quiz(course.root, chosen, _around(course, who))


def _shown(course: Course, who: Reader, file: str, alt: str) -> str:
    picture = read_picture(course.root, file) if is_picture(file) else None
    if picture is None:
        return inline_svg(course.root, file, alt, "art")
    return picture_html(picture, between(address(who.name, who.language), picture.address), alt)


def _around(course: Course, who: Reader) -> Around:
    page = course.page(who.name, who.language)
    here, german = address(who.name, who.language), address(who.name, SOURCE)
    drawn = things(course.root, who.name, course.quizzes[who.name].questions)
    return Around(
        language=who.language,
        words=course.words[who.language],
        values=course.values,
        headings={heading.id: _words_alone(course, who, heading.text) for heading in page.headings},
        german=between(here, german),
        drawing=lambda file, alt: inline_svg(course.root, file, alt, "art"),
        thing=lambda file: between(here, drawn.address_of(file)) if drawn else "",
    )


def _words_alone(course: Course, who: Reader, heading: str) -> str:
    """A heading as it is quoted in a link: without marks, its placeholders filled."""
    text = placeholders.fill_plain(terms.plain(heading), course.values, who.text_language)
    return text.replace("*", "")


def _framed(html: str) -> str:
    """Each second-level heading with what follows it in a `<section>` of its own."""
    first, *rest = _SECTION.split(html)
    framed = [first]
    for part in rest:
        match = _HEADING_ID.match(part)
        name = match[1] if match else ""
        css = f"part part-{name}" if name in _FIXED else "part rule"
        framed.append(f'<section class="{css}">{part.rstrip()}</section>\n')
    return "".join(framed)
